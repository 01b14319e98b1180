// each_record.hpp: a walk over the records that a document of a dossier holds, of whatever kinds.
#pragma once

#include "record/record_kinds.hpp"

namespace tokki::inline v0::internal {

/// Calls `visit(record, source)` for each record of a dossier, kind by kind.
template <class D, class Visit>
void each_record(const D& dossier, std::uint32_t document, Visit&& visit) {
  RecordKinds<D>::all.each([&](const auto& kind) {
    const auto& member = dossier.*kind.in_dossier;
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
      for (std::size_t i = 0; i < member.size(); ++i) visit(member[i], RecordSource(document, i));
    } else {
      visit(member, RecordSource(document, 0));
    }
  });
}

/// The same for a document that holds one record. An empty one is absent; but the contract is
/// visited too when it is empty, since that is where it would be.
template <class D, class Visit>
void each_record_alone(const typename RecordKinds<D>::Alone& alone, std::uint32_t document,
                       Visit&& visit) {
  RecordKinds<D>::all.each([&](const auto& kind) {
    const auto& record = alone.*kind.in_record;
    constexpr bool contract = std::is_same_v<decltype(record), const Contract&>;
    if (contract || !is_empty(record)) {
      visit(record, RecordSource(document, 0, DocumentKind::record));
    }
  });
}

}  // namespace tokki::inline v0::internal
