// load.hpp: reads an edition's file strictly and applies it to the edition that it extends.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "tokki/finding.hpp"
#include "tokki/records/edition_file.hpp"

namespace tokki::inline v0::internal {

struct LoadedFile {
  std::optional<EditionFile> file;  // the whole edition; nothing when there is an error
  std::vector<Finding> faults;      // pointers address the file as given
};

/// `find_base` gives the file of the edition that `extends` names, or null.
[[nodiscard]] LoadedFile load_edition_file(
    std::string_view json,
    const std::function<const EditionFile*(std::string_view extends)>& find_base);

}  // namespace tokki::inline v0::internal
