#include "check/folder_files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "json/format_member.hpp"
#include "json/tokens.hpp"

namespace tokki::inline v0::internal {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

enum class EntryType : std::uint8_t { folder, link_to_folder, other };

EntryType type_of_entry(DIR* folder, const char* name) {
  struct stat status{};
  if (::fstatat(::dirfd(folder), name, &status, 0) != 0 || !S_ISDIR(status.st_mode)) {
    return EntryType::other;
  }
  const bool followed = ::fstatat(::dirfd(folder), name, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
                        S_ISLNK(status.st_mode);
  return followed ? EntryType::link_to_folder : EntryType::folder;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string_view::npos ? 0 : slash);
}

// The nearest folder at or above the file's that is among `folders`.
template <class Folders>
auto nearest_folder(Folders& folders, std::string_view file) {
  std::string_view folder = folder_of(file);
  while (true) {
    const auto known = folders.find(folder);
    if (known != folders.end() || folder.empty()) return known;
    folder = folder_of(folder);
  }
}

}  // namespace

bool is_ndjson_name(std::string_view name) {
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

bool mentions_format(std::string_view text, std::string_view format) {
  return text.find("\"" + std::string(format)) != std::string_view::npos;
}

// Uses POSIX: std::filesystem's iterators end the program when memory runs out.
FolderFiles files_in(const std::string& folder) {
  FolderFiles found;
  std::vector<std::string> folders{folder};
  while (!folders.empty()) {
    std::string here = std::move(folders.back());
    folders.pop_back();
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(here.c_str()));
    int error = open ? 0 : errno;
    while (error == 0) {
      errno = 0;
      const dirent* const entry = ::readdir(open.get());
      error = errno;
      if (entry == nullptr) break;
      const std::string_view name = entry->d_name;
      if (name.starts_with('.')) continue;
      std::string path = here;
      if (!path.ends_with('/')) path += '/';
      path += name;
      const EntryType type = type_of_entry(open.get(), entry->d_name);
      if (type == EntryType::other) {
        if (name.ends_with(".json") || is_ndjson_name(name)) found.files.push_back(std::move(path));
      } else if (type == EntryType::folder) {
        if (::access(path.c_str(), R_OK | X_OK) == 0) {
          folders.push_back(std::move(path));
        } else {
          found.unreadable.push_back({std::move(path), errno});
        }
      }
    }
    if (error != 0) found.unreadable.push_back({std::move(here), error});
  }
  std::ranges::sort(found.files);
  std::ranges::sort(found.unreadable, {}, &UnreadableFile::path);
  return found;
}

namespace {

// A dossier's contract: a member of the document itself, not of a form within it. Where there are
// no tokens, nothing is a document anyway, and a mention is enough.
bool gives_contract(std::string_view text) {
  const std::string_view key = key_of(&Dossier::contract);
  Tokens tokens;
  if (!tokens.take(text, {.document_bytes = text.size()})) {
    return text.find("\"" + std::string(key) + "\"") != std::string_view::npos;
  }
  return find_member(tokens.cursor(), key).has_value();
}

}  // namespace

FileContent content_of(std::string_view text) {
  FileContent content;
  content.dossier = mentions_format(text, "tokki.dossier/");
  content.declaration = !content.dossier && mentions_format(text, "tokki.declaration/");
  content.contract = content.dossier && gives_contract(text);
  return content;
}

std::vector<FileGroup> group_files(const std::vector<std::string>& files,
                                   const std::vector<FileContent>& contents) {
  std::map<std::string, FileGroup, std::less<>> dossiers;  // by folder
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!contents[i].dossier) continue;
    FileGroup& here = dossiers[std::string(folder_of(files[i]))];
    here.joined = here.joined || !contents[i].contract;
  }
  std::vector<FileGroup*> dossier_of(files.size());
  for (std::size_t i = 0; i < files.size() && !dossiers.empty(); ++i) {
    if (!contents[i].dossier && !contents[i].declaration) continue;
    const auto dossier = nearest_folder(dossiers, files[i]);
    if (dossier == dossiers.end()) continue;
    dossier_of[i] = &dossier->second;
    dossier->second.joined = dossier->second.joined || contents[i].declaration;
  }
  std::vector<FileGroup> groups;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (dossier_of[i] != nullptr && dossier_of[i]->joined) {
      dossier_of[i]->files.push_back(i);
    } else {
      groups.push_back({{i}, false});
    }
  }
  for (auto& [path, dossier] : dossiers) {
    if (!dossier.files.empty()) groups.push_back(std::move(dossier));
  }
  std::ranges::sort(groups, {}, [](const FileGroup& group) { return group.files.front(); });
  return groups;
}

}  // namespace tokki::inline v0::internal
