#include "check/folder_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

namespace tokki {
namespace {

namespace fs = std::filesystem;

// The nearest folder at or above the file's, not above `root`, that is among `folders`.
template <class Folders>
auto nearest_folder(Folders& folders, const std::string& file, const fs::path& root) {
  fs::path folder = fs::path(file).parent_path();
  while (true) {
    const auto known = folders.find(folder);
    if (known != folders.end() || folder == root || !folder.has_relative_path()) return known;
    folder = folder.parent_path();
  }
}

}  // namespace

bool is_ndjson_name(std::string_view name) {
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

bool mentions_format(std::string_view text, std::string_view format) {
  return text.find("\"" + std::string(format)) != std::string_view::npos;
}

FolderFiles files_in(const std::string& folder) {
  FolderFiles found;
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    const fs::path here = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entries(here, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const std::string path = entries->path().string();
      const std::string name = entries->path().filename().string();
      std::error_code ignored;
      if (name.starts_with('.')) continue;
      if (!entries->is_directory(ignored)) {
        if (name.ends_with(".json") || is_ndjson_name(name)) found.files.push_back(path);
      } else if (!entries->is_symlink(ignored)) {
        if (::access(path.c_str(), R_OK | X_OK) == 0) {
          folders.emplace_back(path);
        } else {
          found.unreadable.push_back({path, errno});
        }
      }
    }
    if (error) found.unreadable.push_back({here.string(), error.value()});
  }
  std::ranges::sort(found.files);
  std::ranges::sort(found.unreadable, {}, &UnreadableFile::path);
  return found;
}

FileContent content_of(std::string_view text) {
  FileContent content;
  content.dossier = mentions_format(text, "tokki.dossier/");
  content.declaration = !content.dossier && mentions_format(text, "tokki.declaration/");
  content.contract =
      content.dossier && text.find("\"contract\"") < text.find("\"declarations\"");  // not a form's
  return content;
}

std::vector<FileGroup> group_files(const std::vector<std::string>& files,
                                   const std::vector<FileContent>& contents,
                                   const std::string& folder) {
  std::map<fs::path, FileGroup> dossiers;  // by folder
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!contents[i].dossier) continue;
    FileGroup& here = dossiers[fs::path(files[i]).parent_path()];
    here.joined = here.joined || !contents[i].contract;
  }
  std::vector<FileGroup*> dossier_of(files.size());
  for (std::size_t i = 0; i < files.size() && !dossiers.empty(); ++i) {
    if (!contents[i].dossier && !contents[i].declaration) continue;
    const auto dossier = nearest_folder(dossiers, files[i], fs::path(folder));
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

}  // namespace tokki
