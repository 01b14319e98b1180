// file_assessor.hpp: files, and folders of them, assessed.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "tokki/assessor.hpp"
#include "tokki/export.hpp"
#include "tokki/file_checker.hpp"

namespace tokki::inline v0 {

/// What is called while files are read.
struct AssessVisitor {
  /// The records of a dossier, or of a document by itself. Return false to stop.
  std::function<bool(const Assessor& records)> dossier{};
  /// The same records, to be kept. May be left out, as `dossier` may where this is given.
  std::function<bool(Assessor records)> taken{};
  /// A file that cannot be read. The others go on. May be left out.
  std::function<void(const UnreadableFile& file)> unreadable{};
};

/// Joins the documents of files and folders into dossiers as FileChecker does. Not safe for
/// concurrent use.
class TOKKI_EXPORT FileAssessor {
 public:
  explicit FileAssessor(const Limits& limits, AssessVisitor visitor,
                        FileKind kind = FileKind::automatic);
  FileAssessor(FileAssessor&&) noexcept;
  FileAssessor& operator=(FileAssessor&&) noexcept;
  ~FileAssessor();

  /// Reads a file or a folder, or what an open file descriptor gives, which `name` names. Returns
  /// false when the visitor stopped.
  bool read(const std::string& path);
  bool read_stream(int descriptor, const std::string& name);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
