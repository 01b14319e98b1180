// The floors of the house: a file includes its own floor and lower ones. See docs/architecture.md.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "files.hpp"

namespace tokki {
namespace floors_test {

namespace fs = std::filesystem;

// Public headers by name, source folders by name.
const std::map<std::string, int> kFloors{
    {"text", 0},
    {"closest", 0},
    {"list", 0},
    {"date", 0},
    {"location", 0},
    {"cell", 0},
    {"describe", 1},
    {"records", 1},
    {"place", 2},
    {"finding", 2},
    {"finding_waiver", 2},
    {"record", 2},
    {"rule", 2},
    {"rules/catalog", 2},
    {"decode", 2},
    {"encode", 2},
    {"json", 2},
    {"edition", 3},
    {"editions", 3},
    {"edition_diff", 3},
    {"terms", 3},
    {"ruleset", 3},
    {"form", 3},
    {"chain", 3},
    {"rules", 3},
    {"rules/form", 3},
    {"rules/chain", 3},
    {"check", 3},
    {"across_contracts", 3},
    {"dossier_checker", 3},
    {"file_checker", 3},
    {"schema", 4},
    {"report", 4},
    {"report/findings", 4},
    {"report/chain", 4},
    {"report/terms", 4},
    {"report/rules", 4},
    {"terms_report", 4},
    {"rule_examples", 4},
    {"rule_reference", 4},
    {"edition_diff_report", 4},
    {"chain_report", 4},
    {"report_writer", 4},
    {"nlohmann", 4},
    {"tokki", 5},
    {"version", 5},
    {"export", 0},
    {"bindings", 6},
};

// "include/tokki/text.hpp" and "tokki/text.hpp" are text, "src/text/fold.cpp" and
// "text/lexicon.hpp" too, "bindings/cli/main.cpp" is bindings, "src/version.cpp" is version.
std::optional<int> floor_of(std::string path) {
  for (const std::string prefix : {"include/", "src/"}) {
    if (path.starts_with(prefix)) path.erase(0, prefix.size());
  }
  if (path == "embedded.hpp") return 0;  // data files, made while building
  if (path.starts_with("tokki/")) path.erase(0, 6);
  if (path.starts_with("bindings/")) path = "bindings/";
  const std::size_t slash = path.rfind('/');
  const std::string name = path.substr(0, slash == std::string::npos ? path.find('.') : slash);
  const auto found = kFloors.find(name);
  return found == kFloors.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> own_includes(const std::string& text) {
  std::vector<std::string> includes;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#include \"")) continue;
    includes.push_back(line.substr(10, line.rfind('"') - 10));
  }
  return includes;
}

// What is wrong with a file's includes; empty when nothing is.
std::vector<std::string> faults(const std::string& path, const std::string& text) {
  std::vector<std::string> found;
  const auto floor = floor_of(path);
  if (!floor) return {path + " has no floor: give it one in kFloors"};
  const bool binding = path.starts_with("bindings/");
  for (const std::string& include : own_includes(text)) {
    if (binding) {
      const bool own = fs::exists((kSourceDir / path).parent_path() / include);
      if (!own && !include.starts_with("tokki/"))
        found.push_back(path + " reaches into " + include);
      continue;
    }
    if (include.ends_with(".inc")) continue;
    const auto other = floor_of(include);
    if (!other)
      found.push_back(path + " includes " + include + ", which has no floor");
    else if (*other > *floor)
      found.push_back(path + " includes " + include + ", a floor above");
  }
  // The one header that shows a library is for those who use that library, and for nobody else.
  if (text.find("tokki/nlohmann.hpp\"") != std::string::npos) {
    found.push_back(path + " includes tokki/nlohmann.hpp");
  }
  if (path.starts_with("include/") && path != "include/tokki/nlohmann.hpp") {
    for (const char* library : {"<unicode/", "<simdjson", "<nlohmann/", "<fmt/", "<valijson/"}) {
      if (text.find(library) != std::string::npos) found.push_back(path + " shows " + library);
    }
  }
  return found;
}

std::vector<std::string> files() {
  std::vector<std::string> paths;
  for (const char* folder : {"include", "src", "bindings"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kSourceDir / folder)) {
      const fs::path path = fs::relative(entry.path(), kSourceDir);
      if (path.extension() == ".hpp" || path.extension() == ".cpp") paths.push_back(path.string());
    }
  }
  return paths;
}

TEST(Floors, NoFileIncludesAFloorAboveIt) {
  const std::vector<std::string> all = files();
  EXPECT_GT(all.size(), 50U);
  for (const std::string& path : all) {
    for (const std::string& fault : faults(path, text_of(kSourceDir / path)))
      ADD_FAILURE() << fault;
  }
}

TEST(Floors, AnUpwardIncludeIsSeen) {
  EXPECT_TRUE(faults("src/text/fold.cpp", "#include \"tokki/text.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/text/fold.cpp", "#include \"tokki/report.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/json/locate.cpp", "#include \"form/form.hpp\"\n").empty());
  EXPECT_FALSE(faults("src/attic/box.cpp", "").empty());
  EXPECT_FALSE(faults("include/tokki/text.hpp", "#include <unicode/uchar.h>\n").empty());
  EXPECT_FALSE(faults("src/json/encode.cpp", "#include \"tokki/nlohmann.hpp\"\n").empty());
  EXPECT_FALSE(faults("bindings/cli/main.cpp", "#include \"text/lexicon.hpp\"\n").empty());
}

}  // namespace floors_test
}  // namespace tokki
