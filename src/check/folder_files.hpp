// folder_files.hpp: the files of a folder that may hold documents, and which of them are a dossier.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/file_checker.hpp"

namespace tokki::inline v0::internal {

struct FolderFiles {
  std::vector<std::string> files;          ///< sorted
  std::vector<UnreadableFile> unreadable;  ///< folders below that cannot be read
};

/// The *.json, *.ndjson and *.jsonl in a folder and in those below. Hidden ones are left out; links
/// to folders are not followed, as they may form a cycle.
[[nodiscard]] FolderFiles files_in(const std::string& folder);

/// True for the name of a file that holds a document a line.
[[nodiscard]] bool is_ndjson_name(std::string_view name);

/// True when `text` mentions a document format that begins so.
[[nodiscard]] bool mentions_format(std::string_view text, std::string_view format);

/// What a file seems to hold, by a search of its text and its tokens. Whether it really does shows
/// when it is checked.
struct FileContent {
  bool dossier = false;
  bool contract = false;  ///< of a dossier
  bool declaration = false;
  std::string course_number;  ///< of the contract that a dossier gives or a form cites
};
[[nodiscard]] FileContent content_of(std::string_view text);

/// Files that are checked one after the other, by their index; `joined` when they make up one
/// dossier.
struct FileGroup {
  std::vector<std::size_t> files;
  bool joined = false;
};

/// Divides the files of a folder as FileChecker says, `contents` being what each holds. A dossier
/// has the position of its first file.
[[nodiscard]] std::vector<FileGroup> group_files(const std::vector<std::string>& files,
                                                 const std::vector<FileContent>& contents);

}  // namespace tokki::inline v0::internal
