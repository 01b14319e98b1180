// overlay.hpp: an edition's file laid over the edition that it extends.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/place.hpp"
#include "tokki/records/edition_file.hpp"

namespace tokki::inline v0::internal {

/// The whole edition, and where in the given file each of its entries stands.
class Overlay {
 public:
  Overlay(EditionFile base, const EditionFile& over);

  [[nodiscard]] const EditionFile& file() const noexcept { return file_; }
  /// The path into the file as given, for a path into the whole edition: for an entry that was
  /// taken over from the base, the path to `extends`.
  [[nodiscard]] Path own_path(const Path& path) const;

 private:
  template <class Entry>
  void merge(List<Entry> EditionFile::* list, const List<Entry>& over,
             const List<Str>& removed = {});

  EditionFile file_;
  // By the list's key: for each entry, its index in the file as given, if it stands there.
  std::map<std::string_view, std::vector<std::optional<std::size_t>>> origins_;
};

}  // namespace tokki::inline v0::internal
