#include "io_error.hpp"

#include <cerrno>
#include <system_error>

namespace tokki::cli {
namespace {

IoError said(Language language, Text reason, Text remedy) {
  const bool ja = language == Language::ja;
  return {std::string(ja ? reason.ja : reason.en), std::string(ja ? remedy.ja : remedy.en)};
}

}  // namespace

IoError io_error(int error, Language language) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return said(language, {"見つかりません", "not found"},
                  {"名前と場所を確認してください", "check its name and path"});
    case EACCES:
    case EPERM:
      return said(language, {"読む権限がありません", "permission denied"},
                  {"権限を確認してください", "check its permissions"});
    case EISDIR:
      return said(language, {"ファイルではなくフォルダーです", "it is a directory"},
                  {"ファイルを指定してください", "give a file"});
    case EBADF:
      return said(language, {"開いていません", "it is not open"},
                  {"入力をつないでください", "connect it to something"});
    default:
      return {std::generic_category().message(error),
              said(language, {}, {"場所と権限を確認してください", "check its path and permissions"})
                  .remedy};
  }
}

IoError no_documents(Language language) {
  return said(
      language,
      {"このフォルダーに .json、.ndjson、.jsonl のファイルがありません",
       "no .json, .ndjson or .jsonl file in this directory"},
      {"届出書のあるフォルダーを指定してください", "give the directory of the declarations"});
}

}  // namespace tokki::cli
