// place_in.hpp: makes places in the records of a dossier, for any kind of document.
#pragma once

#include "record/record_kinds.hpp"

namespace tokki::inline v0::internal {

/// The place that `within` leads to in a record of type T.
template <Record T, class D = Dossier>
[[nodiscard]] Place place_in(RecordSource source, const Path& within = {}) {
  const RecordKindTable& kinds = kRecordKinds<D>;
  return place_in(*row_of_kind(name_of_kind<T, D>(), kinds), source, within, kinds);
}

}  // namespace tokki::inline v0::internal
