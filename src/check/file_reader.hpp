// file_reader.hpp: the documents in files and folders, and which of them make up one dossier.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "check/document_reader.hpp"

namespace tokki::inline v0::internal {

/// Takes the documents of files and folders.
class FileSink {
 public:
  /// A document of the file `name`. Returns false to stop.
  virtual bool document(std::string_view text, const std::string& name,
                        std::optional<std::uint64_t> line) = 0;
  /// Called before and after the documents that make up one dossier; not within another.
  virtual void begin_dossier() = 0;
  virtual void end_dossier() = 0;
  virtual void unreadable(const UnreadableFile& file) = 0;

 protected:
  ~FileSink() = default;
};

/// Reads files and folders as FileChecker says.
class FileReader final : private DocumentSink {
 public:
  FileReader(FileKind kind, const Limits& limits, FileSink& sink)
      : limits_(limits), sink_(sink), reader_(kind, limits_.enough_bytes(), *this) {}

  /// Reads a file or a folder, or what a descriptor gives. Returns false when the sink stopped.
  bool read(const std::string& path);
  bool read_stream(int descriptor, const std::string& name);

 private:
  using Texts = std::map<std::size_t, std::string>;

  void begin();
  void read_folder(const std::string& folder);
  void read_member(const std::string& path, Texts::node_type text);

  bool document(std::string_view text, std::optional<std::uint64_t> line) override;
  void begin_dossier() override;
  void end_dossier() override;
  void unreadable(int error) override { sink_.unreadable({name_, error}); }

  Limits limits_;
  FileSink& sink_;
  DocumentReader reader_;
  std::string name_;       // of the file being read
  int open_dossiers_ = 0;  // that the next document is part of
  bool stopped_ = false;
};

}  // namespace tokki::inline v0::internal
