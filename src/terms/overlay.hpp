// overlay.hpp: an edition's file laid over the edition that it extends.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/edition.hpp"

namespace tokki {

/// The whole edition, and where in the given file each of its entries stands.
class Overlay {
 public:
  Overlay(EditionFile base, const EditionFile& over);

  [[nodiscard]] const EditionFile& file() const noexcept { return file_; }
  /// The pointer into the file as given for a pointer into the whole edition: of an entry that was
  /// taken over, the pointer to `extends`.
  [[nodiscard]] std::string own_pointer(std::string_view pointer) const;

 private:
  template <class Entry>
  void merge(List<Entry> EditionFile::* list, const List<Entry>& over,
             const List<Str>& removed = {});

  EditionFile file_;
  // By the list's key: for each entry, its index in the file as given, if it stands there.
  std::map<std::string_view, std::vector<std::optional<std::size_t>>> origins_;
};

}  // namespace tokki
