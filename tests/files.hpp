// files.hpp: the files of the repository that tests read.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace tokki {

inline const std::filesystem::path kSourceDir = TOKKI_SOURCE_DIR;

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::filesystem::path expected_of(std::filesystem::path path) {
  return path.replace_extension(".expected");
}

/// The documents of one folder that are one JSON file each.
inline std::vector<std::filesystem::path> forms_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kSourceDir / folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

/// Every document of the corpus that is one JSON file, the broken ones included.
inline std::vector<std::filesystem::path> corpus() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder :
       {"examples/declarations", "tests/corpus/declarations", "tests/corpus/broken"}) {
    std::ranges::move(forms_in(folder), std::back_inserter(paths));
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace tokki
