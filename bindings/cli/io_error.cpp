#include "io_error.hpp"

#include <fmt/format.h>
#include <tokki/closest.hpp>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

namespace tokki::cli {
namespace {

IoError in_language(Language language, Text reason, Text remedy) {
  const bool ja = language == Language::ja;
  return {std::string(ja ? reason.ja : reason.en), std::string(ja ? remedy.ja : remedy.en)};
}

// A similar name in the same folder, which was probably meant.
std::string near_name(const std::string& name) {
  namespace fs = std::filesystem;
  const fs::path path(name);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    names.push_back(entries->path().filename().string());
  }
  std::ranges::sort(names);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string near(closest(path.filename().string(), views));
  return near.empty() ? near : (path.parent_path() / near).string();
}

}  // namespace

IoError io_error(const UnreadableFile& file, Language language) {
  const std::string& path = file.path;
  std::error_code ignored;
  switch (file.error) {
    case ENOENT:
    case ENOTDIR:
      if (std::filesystem::is_symlink(path, ignored)) {
        return in_language(language, {"リンクの指す先がありません", "the link's target is missing"},
                           {"リンクを張りなおすか、指す先を戻してください",
                            "mend the link, or put back its target"});
      }
      if (const std::string near = near_name(path); !near.empty()) {
        return {in_language(language, {"見つかりません", "not found"}, {}).reason,
                language == Language::ja ? "もしかして " + near : "did you mean " + near + "?"};
      }
      return in_language(language, {"見つかりません", "not found"},
                         {"名前と場所を確認してください", "check its name and path"});
    case EACCES:
    case EPERM:
      return in_language(language, {"読む権限がありません", "permission denied"},
                         {"権限を確認してください", "check its permissions"});
    case EISDIR:
      return in_language(language, {"ファイルではなくフォルダーです", "it is a directory"},
                         {"ファイルを指定してください", "give a file"});
    case ELOOP:
      return in_language(language, {"リンクが輪になっています", "its links go round in a circle"},
                         {"リンクを張りなおしてください", "mend the link"});
    case ENAMETOOLONG:
      return in_language(language, {"名前が長すぎます", "the name is too long"},
                         {"名前を確認してください", "check its name"});
    case EBADF:
      return in_language(language, {"開いていません", "it is not open"},
                         {"入力をつないでください", "connect it to something"});
    case ENODATA:
      return in_language(
          language,
          {"このフォルダーに .json、.ndjson、.jsonl のファイルがありません",
           "no .json, .ndjson or .jsonl file in this directory"},
          {"届出書のあるフォルダーを指定してください", "give the directory of the declarations"});
    case ENOTSUP:
      return in_language(language,
                         {"ファイルではありません（パイプやデバイスです）",
                          "it is a pipe or a device, not a file"},
                         {"フォルダーから除くか、それだけを指定してください",
                          "take it out of the directory, or name it by itself"});
    default:
      if (language == Language::en) {
        return {std::generic_category().message(file.error), "check its path and permissions"};
      }
      return {"システムのエラー " + std::to_string(file.error), "場所と権限を確認してください"};
  }
}

std::string error_line(const UnreadableFile& file, Language language) {
  const IoError why = io_error(file, language);
  return language == Language::ja
             ? fmt::format("{}: 読めません（{}）。{}", file.path, why.reason, why.remedy)
             : fmt::format("{}: cannot be read ({}); {}", file.path, why.reason, why.remedy);
}

std::string undecoded_line(std::size_t documents, Language language) {
  if (language == Language::ja) {
    return fmt::format("読めない文書：{}件（理由は tokki check で確認できます）", documents);
  }
  return documents == 1
             ? "1 document cannot be read; tokki check says why"
             : fmt::format("{} documents cannot be read; tokki check says why", documents);
}

}  // namespace tokki::cli
