// A folder of src/ includes only folders above it in the list src/folders.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "files.hpp"

namespace tokki {
namespace folders_test {

namespace fs = std::filesystem;

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

// The list of folders, and where each public header belongs.
class Folders {
 public:
  explicit Folders(const std::string& list) {
    std::istringstream lines(list);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line.starts_with('#')) continue;
      std::istringstream columns(line);
      std::string folder;
      std::string ja;
      std::string en;
      std::string headers;
      std::getline(columns, folder, '|');
      std::getline(columns, ja, '|');
      std::getline(columns, en, '|');
      std::getline(columns, headers);
      folder = words_of(folder).at(0);
      height_.emplace(folder, height_.size());
      for (const std::string& header : words_of(headers)) folder_of_header_.emplace(header, folder);
    }
  }

  // "include/tokki/text.hpp" and "tokki/text.hpp" are of text, "src/text/fold.cpp" and
  // "text/lexicon.hpp" too; "bindings/cli/main.cpp" is of bindings, "src/version.cpp" of tokki.
  [[nodiscard]] std::optional<std::string> folder_of(std::string path) const {
    if (path.starts_with("bindings/")) return "bindings";
    const bool header = path.starts_with("include/") || path.starts_with("tokki/");
    for (const std::string prefix : {"include/", "src/", "tokki/"}) {
      if (path.starts_with(prefix)) path.erase(0, prefix.size());
    }
    const std::size_t slash = path.rfind('/');
    if (header) {
      const std::string name = slash == std::string::npos ? path.substr(0, path.find('.'))
                                                          : path.substr(0, slash) + "/*";
      const auto found = folder_of_header_.find(name);
      return found == folder_of_header_.end() ? std::nullopt : std::optional(found->second);
    }
    const std::string folder = slash == std::string::npos ? "tokki" : path.substr(0, slash);
    return height_.contains(folder) ? std::optional(folder) : std::nullopt;
  }

  [[nodiscard]] bool is_above(const std::string& folder, const std::string& other) const {
    return height_.at(folder) > height_.at(other);
  }

 private:
  std::map<std::string, std::size_t> height_;
  std::map<std::string, std::string> folder_of_header_;
};

const Folders& folders() {
  static const Folders list(text_of(kSourceDir / "src/folders.txt"));
  return list;
}

std::vector<std::string> own_includes(const std::string& text) {
  std::vector<std::string> includes;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool quoted = line.starts_with("#include \"");
    if (!quoted && !line.starts_with("#include <tokki/")) continue;
    const std::string include = line.substr(10, line.rfind(quoted ? '"' : '>') - 10);
    const bool generated = include == "embedded.hpp" || include.ends_with(".inc");
    if (!generated) includes.push_back(include);
  }
  return includes;
}

// What is wrong with a file's includes; empty when nothing is.
std::vector<std::string> faults(const std::string& path, const std::string& text) {
  const auto folder = folders().folder_of(path);
  if (!folder) return {path + " has no folder in src/folders.txt"};
  std::vector<std::string> found;
  for (const std::string& include : own_includes(text)) {
    if (*folder == "bindings") {
      const bool own = fs::exists((kSourceDir / path).parent_path() / include);
      if (!own && !include.starts_with("tokki/"))
        found.push_back(path + " reaches into " + include);
      continue;
    }
    const auto other = folders().folder_of(include);
    if (!other) {
      found.push_back(path + " includes " + include + ", which has no folder");
    } else if (folders().is_above(*other, *folder)) {
      found.push_back(path + " includes " + include + ", of a folder below it in the list");
    }
  }
  // The one header that shows a library is for those who use that library, and for nobody else.
  const auto includes = own_includes(text);
  if (std::ranges::find(includes, "tokki/nlohmann.hpp") != includes.end()) {
    found.push_back(path + " includes tokki/nlohmann.hpp");
  }
  // A second JSON library: where values are changed, and for valijson. All else is for json/.
  static const std::set<std::string> kChangesJson{"src/report/rules/examples.cpp",
                                                  "src/terms/extensions_schema.cpp"};
  if (path.starts_with("src/") && text.find("<nlohmann/") != std::string::npos &&
      !kChangesJson.contains(path)) {
    found.push_back(path + " includes nlohmann/json");
  }
  if (path.starts_with("include/") && path != "include/tokki/nlohmann.hpp") {
    for (const char* library : {"<unicode/", "<simdjson", "<nlohmann/", "<fmt/", "<valijson/"}) {
      if (text.find(library) != std::string::npos) found.push_back(path + " shows " + library);
    }
  }
  return found;
}

// Two folders that include each other, of files by path; nothing when there are none.
std::optional<std::string> mutual(const std::map<std::string, std::string>& files) {
  std::set<std::pair<std::string, std::string>> edges;
  for (const auto& [path, text] : files) {
    const auto folder = folders().folder_of(path);
    for (const std::string& include : own_includes(text)) {
      const auto other = folders().folder_of(include);
      if (folder && other && *folder != *other) edges.emplace(*folder, *other);
    }
  }
  for (const auto& [from, to] : edges) {
    if (edges.contains({to, from})) return from + " and " + to + " include each other";
  }
  return std::nullopt;
}

std::map<std::string, std::string> files() {
  std::map<std::string, std::string> texts;
  for (const char* folder : {"include", "src", "bindings"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kSourceDir / folder)) {
      const fs::path path = fs::relative(entry.path(), kSourceDir);
      if (path.extension() == ".hpp" || path.extension() == ".cpp") {
        texts.emplace(path.string(), text_of(entry.path()));
      }
    }
  }
  return texts;
}

TEST(Folders, IncludeOnlyFoldersAboveThemInTheList) {
  const auto all = files();
  EXPECT_GT(all.size(), 50U);
  for (const auto& [path, text] : all) {
    for (const std::string& fault : faults(path, text)) ADD_FAILURE() << fault;
  }
}

TEST(Folders, NoTwoIncludeEachOther) { EXPECT_EQ(mutual(files()), std::nullopt); }

TEST(Folders, EachOfTheListHasFiles) {
  std::set<std::string> seen;
  for (const auto& [path, text] : files()) seen.insert(folders().folder_of(path).value_or(""));
  std::istringstream lines(text_of(kSourceDir / "src/folders.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    EXPECT_TRUE(seen.contains(words_of(line).at(0))) << line;
  }
}

// Public headers declare in the version's namespace, private ones in `internal`.
TEST(Folders, HeadersKeepToTheirNamespace) {
  for (const auto& [path, text] : files()) {
    if (!path.ends_with(".hpp") || path.starts_with("bindings/")) continue;
    if (text.find("\nnamespace ") == std::string::npos) continue;  // macros only
    const std::string name =
        path.starts_with("src/") ? "tokki::inline v0::internal" : "tokki::inline v0";
    EXPECT_NE(text.find("\nnamespace " + name + " {"), std::string::npos) << path;
    EXPECT_EQ(text.find("\nnamespace tokki {"), std::string::npos) << path;
  }
}

TEST(Folders, AForbiddenIncludeIsSeen) {
  EXPECT_TRUE(faults("src/text/fold.cpp", "#include \"tokki/text.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/text/fold.cpp", "#include \"tokki/report.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/terms/search.cpp", "#include \"ruleset/phrases.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/chain/chain.cpp", "#include \"rules/chain/chain_rule.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/attic/box.cpp", "").empty());
  EXPECT_FALSE(faults("include/tokki/attic.hpp", "").empty());
  EXPECT_FALSE(faults("include/tokki/text.hpp", "#include <unicode/uchar.h>\n").empty());
  EXPECT_FALSE(faults("src/json/encode.cpp", "#include \"tokki/nlohmann.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/json/encode.cpp", "#include <tokki/nlohmann.hpp>\n").empty());
  EXPECT_FALSE(faults("src/text/fold.cpp", "#include <tokki/report.hpp>\n").empty());
  EXPECT_FALSE(faults("src/json/encode.cpp", "#include <nlohmann/json.hpp>\n").empty());
  EXPECT_FALSE(faults("bindings/cli/main.cpp", "#include \"text/lexicon.hpp\"\n").empty());
  EXPECT_TRUE(faults("bindings/cli/main.cpp", "#include <tokki/report.hpp>\n").empty());
}

TEST(Folders, ACycleIsSeen) {
  const std::string down = "#include \"form/form_facts.hpp\"\n";
  const std::string up = "#include \"chain/chain_state.hpp\"\n";
  EXPECT_EQ(mutual({{"src/chain/chain.cpp", down}}), std::nullopt);
  EXPECT_NE(mutual({{"src/chain/chain.cpp", down}, {"src/form/form.cpp", up}}), std::nullopt);
}

}  // namespace folders_test
}  // namespace tokki
