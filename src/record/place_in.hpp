// place_in.hpp: places in a dossier's records, whichever kind of document these are in.
#pragma once

#include "record/record_kinds.hpp"

namespace tokki {

/// The place that `within` leads to in a record of type T.
template <Record T, class D = Dossier>
[[nodiscard]] Place place_in(RecordSource source, const Path& within = {}) {
  Place place(source.document, {});  // the document as a whole, when it holds no such record
  RecordKinds<D>::all.each([&]<class L, class R, class M>(const RecordKind<D, L, R, M>& kind) {
    if constexpr (std::is_same_v<M, T>) {
      switch (source.in) {
        case DocumentKind::dossier:
          place.kind = Description<D>::kind;
          place.path.into(kind.list);
          if constexpr (is_list<L>) place.path.into(source.index);
          place.path.then(within);
          break;
        case DocumentKind::record:
          place.kind = Description<R>::kind;
          place.path.into(kind.name).then(within);
          break;
        case DocumentKind::declaration:  // a filing that is nothing but its form
          if constexpr (!std::is_same_v<M, Filing>) break;
          place.kind = Description<Declaration>::kind;
          place.path = within.after(1);
          break;
        default: break;
      }
    }
  });
  return place;
}

}  // namespace tokki
