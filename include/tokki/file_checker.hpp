// file_checker.hpp: files, and folders of them, checked.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "tokki/chain.hpp"
#include "tokki/check.hpp"
#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// How the text of a file is divided into documents.
enum class FileKind : std::uint8_t {
  automatic,  ///< by the file's name, else by its first line
  json,       ///< one document
  ndjson,     ///< one document a line
};

/// A file or folder that cannot be read.
struct UnreadableFile {
  std::string path;
  int error = 0;  ///< errno; ENODATA: a folder without documents; ENOTSUP: a pipe or device in one
};

/// What is called while files are checked. Any of the functions may be left out.
struct FileVisitor {
  /// The report on the next document. Return false to stop.
  std::function<bool(const Report& report)> report{};
  /// The chain of a dossier, after the reports on its documents. Return false to stop. Where this
  /// is given, a document by itself is a dossier too.
  std::function<bool(Chain chain)> chain{};
  /// A file that cannot be read. The others go on.
  std::function<void(const UnreadableFile& file)> unreadable{};
  /// A document was read; its report may come much later, with those of the rest of its dossier.
  std::function<void()> document_read{};
};

/// Checks the documents in files and folders.
///
/// Documents make up one dossier when they are
/// - lines of a file that begins with a record of a dossier (tokki.dossier-record/1), or
/// - files of one folder: a folder that holds dossiers (tokki.dossier/1) is one dossier together
///   with the declarations in it and in those folders below that hold no dossier. Without any
///   declaration its dossiers stay apart, unless one of them gives no contract.
/// Every other document is checked by itself.
///
/// Files are read within CheckOptions::limits; NDJSON is read line by line. Not safe for concurrent
/// use. A checker that was moved from can only be assigned to or destroyed; all else throws
/// std::logic_error.
class TOKKI_EXPORT FileChecker {
 public:
  explicit FileChecker(CheckOptions options, FileVisitor visitor,
                       FileKind kind = FileKind::automatic);
  FileChecker(FileChecker&&) noexcept;
  FileChecker& operator=(FileChecker&&) noexcept;
  ~FileChecker();

  /// Checks a file; or a folder: its *.json, *.ndjson and *.jsonl and those of the folders below,
  /// in the order of their paths. Hidden files and links to folders are left out. Returns false
  /// when the visitor stopped.
  bool check(const std::string& path);
  /// Checks what an open file descriptor gives; `name` names it in reports.
  bool check_stream(int descriptor, const std::string& name);

 private:
  struct State;
  State& state();
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
