// dossier_folders.hpp: which files of a directory make up one dossier.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tokki::cli {

/// Files that are read one after the other; `together` when they make up one dossier.
struct DossierFolder {
  std::vector<std::string> files;
  bool together = false;
};

/// Divides the files found beneath `root`, in their order. A folder that holds dossiers is one
/// dossier when there is also a declaration, in it or in a folder beneath that holds no dossier, or
/// when one of its dossiers gives no contract. Files are looked into for their format only.
[[nodiscard]] std::vector<DossierFolder> dossier_folders(const std::vector<std::string>& files,
                                                         const std::string& root);

/// True when `text` mentions a document format that begins so.
[[nodiscard]] bool holds_format(std::string_view text, std::string_view format);

}  // namespace tokki::cli
