// document_reader.hpp: the documents in a file, one at a time, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tokki/file_checker.hpp"

namespace tokki::inline v0::internal {

/// A file being read.
class InputFile {
 public:
  /// No file.
  InputFile() = default;
  /// Reads from a descriptor, which stays the caller's.
  explicit InputFile(int descriptor);
  /// Opens a file. `regular_only`: for anything else (a pipe, a device) the error is ENOTSUP,
  /// without waiting for it.
  explicit InputFile(const std::string& path, bool regular_only = false);
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  /// Appends the next part of the file, as long as `text` stays within `most` bytes. Returns false
  /// at the end of the file and after an error.
  bool append_to(std::string& text, std::size_t most);
  /// The errno of what went wrong; 0: nothing.
  [[nodiscard]] int error() const noexcept { return error_; }

 private:
  int descriptor_ = -1;
  bool owned_ = false;
  bool regular_ = false;
  std::size_t size_ = 0;  // of a regular file
  int error_ = 0;
};

/// Takes the documents of a file.
class DocumentSink {
 public:
  /// A document, and its line where it is one of several. Returns false to stop.
  virtual bool document(std::string_view text, std::optional<std::uint64_t> line) = 0;
  /// Called before and after the documents that make up one dossier.
  virtual void begin_dossier() = 0;
  virtual void end_dossier() = 0;
  virtual void unreadable(int error) = 0;

 protected:
  ~DocumentSink() = default;
};

/// Divides a file into documents.
class DocumentReader {
 public:
  /// `enough`: of a longer document only this many bytes are given, which is over the limit.
  DocumentReader(FileKind kind, std::size_t enough, DocumentSink& sink)
      : kind_(kind), enough_(enough), sink_(sink) {}

  /// Reads a file. `name` decides its kind unless that is given; `begun` is what was read of it
  /// before.
  void read(InputFile& file, std::string_view name, std::string begun = {});

 private:
  void read_whole(InputFile& file);
  void read_lines(InputFile& file);

  FileKind kind_;
  std::size_t enough_;
  DocumentSink& sink_;
  std::string text_;
};

}  // namespace tokki::inline v0::internal
