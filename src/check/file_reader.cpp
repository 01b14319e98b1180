#include "check/file_reader.hpp"

#include <cerrno>
#include <filesystem>
#include <utility>

#include "check/folder_files.hpp"

namespace tokki::inline v0::internal {

void FileReader::begin() {
  open_dossiers_ = 0;
  stopped_ = false;
}

bool FileReader::read(const std::string& path) {
  begin();
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    read_folder(path);
  } else {
    name_ = path;
    InputFile file(path);
    reader_.read(file, path);
  }
  return !stopped_;
}

bool FileReader::read_stream(int descriptor, const std::string& name) {
  begin();
  name_ = name;
  InputFile file(descriptor);
  reader_.read(file, {});
  return !stopped_;
}

void FileReader::read_folder(const std::string& folder) {
  const FolderFiles found = files_in(folder);
  for (const UnreadableFile& one : found.unreadable) sink_.unreadable(one);
  if (found.files.empty() && found.unreadable.empty()) sink_.unreadable({folder, ENODATA});
  // Each file is read once, as long as what is read has the room of the largest document.
  Texts texts;
  std::size_t room = limits_.document_bytes;
  std::vector<FileContent> contents(found.files.size());
  std::string text;
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    if (!found.files[i].ends_with(".json")) continue;
    InputFile file(found.files[i], true);
    text.clear();
    while (file.append_to(text, limits_.enough_bytes())) {
    }
    contents[i] = content_of(text);
    if (file.error() != 0 || text.size() > room) continue;
    room -= text.size();
    texts.emplace(i, text);
  }
  text = {};
  for (const FileGroup& group : group_files(found.files, contents)) {
    if (stopped_) return;
    if (group.joined) begin_dossier();
    for (const std::size_t i : group.files) {
      if (!stopped_) read_member(found.files[i], texts.extract(i));
    }
    if (group.joined) end_dossier();
  }
}

// A file of a folder; its text, if that was kept.
void FileReader::read_member(const std::string& path, Texts::node_type text) {
  name_ = path;
  if (text.empty()) {
    InputFile file(path, true);
    reader_.read(file, path);
  } else {
    InputFile no_more;
    reader_.read(no_more, path, std::move(text.mapped()));
  }
}

bool FileReader::document(std::string_view text, std::optional<std::uint64_t> line) {
  stopped_ = stopped_ || !sink_.document(text, name_, line);
  return !stopped_;
}

// A dossier within another, as records in a file of a folder, is part of that.
void FileReader::begin_dossier() {
  if (open_dossiers_++ == 0) sink_.begin_dossier();
}
void FileReader::end_dossier() {
  if (--open_dossiers_ == 0) sink_.end_dossier();
}

}  // namespace tokki::inline v0::internal
