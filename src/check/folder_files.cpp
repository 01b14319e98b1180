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
#include "tokki/text.hpp"

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

// A document's contract: a member of the document itself, not of a form within it. Where there are
// no tokens, nothing is a document anyway, and a mention is enough.
void read_contract(std::string_view text, FileContent& content) {
  const std::string_view key = key_of(&Dossier::contract);
  Tokens tokens;
  if (!tokens.take(text, {.document_bytes = text.size()})) {
    content.contract = text.find("\"" + std::string(key) + "\"") != std::string_view::npos;
    return;
  }
  const auto contract = find_member(tokens.cursor(), key);
  content.contract = contract.has_value();
  if (!contract || contract->peek() != '{') return;
  auto number = find_member(*contract, key_of(&Contract::course_number));
  if (number && number->peek() == '"') content.course_number = number->quoted();
}

}  // namespace

FileContent content_of(std::string_view text) {
  FileContent content;
  content.dossier = mentions_format(text, "tokki.dossier/");
  content.declaration = !content.dossier && mentions_format(text, "tokki.declaration/");
  if (content.dossier || content.declaration) read_contract(text, content);
  content.contract = content.contract && content.dossier;
  return content;
}

namespace {

// The dossiers whose files lie in one folder.
struct FolderOfDossiers {
  FileGroup one;                          // of all files, where there is one contract at most
  std::map<std::size_t, FileGroup> each;  // else one for each contract, by the file that gives it
};

// The one contract that a form cites; null when there is none, or several.
FileGroup* cited_by(const FileContent& form, FolderOfDossiers& folder,
                    const std::vector<FileContent>& contents) {
  FileGroup* cited = nullptr;
  for (auto& [file, dossier] : folder.each) {
    if (is_blank(form.course_number)) return nullptr;
    if (!same_name(contents[file].course_number, form.course_number)) continue;
    if (cited != nullptr) return nullptr;
    cited = &dossier;
  }
  return cited;
}

}  // namespace

std::vector<FileGroup> group_files(const std::vector<std::string>& files,
                                   const std::vector<FileContent>& contents) {
  std::map<std::string, FolderOfDossiers, std::less<>> dossiers;  // by folder
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!contents[i].dossier) continue;
    FolderOfDossiers& here = dossiers[std::string(folder_of(files[i]))];
    here.one.joined = here.one.joined || !contents[i].contract;
    if (contents[i].contract) here.each[i];
  }
  std::vector<FileGroup*> dossier_of(files.size());
  for (std::size_t i = 0; i < files.size() && !dossiers.empty(); ++i) {
    if (!contents[i].dossier && !contents[i].declaration) continue;
    const auto folder = nearest_folder(dossiers, files[i]);
    if (folder == dossiers.end()) continue;
    FolderOfDossiers& here = folder->second;
    if (here.each.size() <= 1) {
      dossier_of[i] = &here.one;
    } else if (contents[i].contract) {
      dossier_of[i] = &here.each[i];
    } else if (contents[i].declaration) {
      dossier_of[i] = cited_by(contents[i], here, contents);
    }
    if (dossier_of[i] != nullptr && contents[i].declaration) dossier_of[i]->joined = true;
  }
  std::vector<FileGroup> groups;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (dossier_of[i] != nullptr && dossier_of[i]->joined) {
      dossier_of[i]->files.push_back(i);
    } else {
      groups.push_back({{i}, false});
    }
  }
  for (auto& [path, folder] : dossiers) {
    if (!folder.one.files.empty()) groups.push_back(std::move(folder.one));
    for (auto& [file, dossier] : folder.each) {
      if (!dossier.files.empty()) groups.push_back(std::move(dossier));
    }
  }
  std::ranges::sort(groups, {}, [](const FileGroup& group) { return group.files.front(); });
  return groups;
}

}  // namespace tokki::inline v0::internal
