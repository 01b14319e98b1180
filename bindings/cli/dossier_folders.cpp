#include "dossier_folders.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace tokki::cli {
namespace {

namespace fs = std::filesystem;

struct Glimpse {
  bool dossier = false;
  bool contract = false;
  bool declaration = false;
};

// What a file seems to hold. Whether it really does shows when it is checked.
Glimpse glimpse(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  Glimpse seen;
  seen.dossier = holds_format(text, "tokki.dossier/");
  seen.declaration = !seen.dossier && holds_format(text, "tokki.declaration/");
  seen.contract = seen.dossier && text.find("\"contract\"") < text.find("\"declarations\"");
  return seen;
}

// The nearest folder at or above the file's, not above `root`, that is among `folders`.
template <class Folders>
auto nearest(Folders& folders, const std::string& file, const fs::path& root) {
  fs::path folder = fs::path(file).parent_path();
  while (true) {
    const auto known = folders.find(folder);
    if (known != folders.end() || folder == root || !folder.has_relative_path()) return known;
    folder = folder.parent_path();
  }
}

}  // namespace

bool holds_format(std::string_view text, std::string_view format) {
  return text.find("\"" + std::string(format)) != std::string_view::npos;
}

std::vector<DossierFolder> dossier_folders(const std::vector<std::string>& files,
                                           const std::string& root) {
  struct Dossier {
    bool together = false;
    std::vector<std::string> files;
  };
  std::map<fs::path, Dossier> dossiers;  // by folder
  std::vector<Glimpse> seen;
  for (const std::string& file : files) {
    seen.push_back(file.ends_with(".json") ? glimpse(file) : Glimpse());
    if (!seen.back().dossier) continue;
    Dossier& here = dossiers[fs::path(file).parent_path()];
    here.together = here.together || !seen.back().contract;
  }
  std::vector<DossierFolder> folders;
  const auto belongs = [&](std::size_t i) {
    return seen[i].dossier || seen[i].declaration ? nearest(dossiers, files[i], fs::path(root))
                                                  : dossiers.end();
  };
  for (std::size_t i = 0; i < files.size() && !dossiers.empty(); ++i) {
    const auto dossier = belongs(i);
    if (dossier == dossiers.end()) continue;
    dossier->second.together = dossier->second.together || seen[i].declaration;
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto dossier = belongs(i);
    if (dossier == dossiers.end() || !dossier->second.together) {
      folders.push_back({{files[i]}, false});
    } else {
      dossier->second.files.push_back(files[i]);
    }
  }
  // The dossiers stand where their first file does.
  for (auto& [folder, dossier] : dossiers) {
    if (!dossier.files.empty()) folders.push_back({std::move(dossier.files), true});
  }
  std::ranges::stable_sort(folders, {},
                           [](const DossierFolder& each) { return each.files.front(); });
  return folders;
}

}  // namespace tokki::cli
