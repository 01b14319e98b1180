// related_records.hpp: what is on record of an incident.
#pragma once

#include <set>
#include <string_view>
#include <type_traits>
#include <utility>

#include "assess/ledger.hpp"
#include "record/each_text.hpp"

namespace tokki::inline v0::internal {

/// Whether a record refers to one of those.
template <class T>
bool refers(const T& record, const Ledger& ledger, const std::set<std::string_view>& to) {
  bool found = false;
  each_text(record, [&](const Path&, std::string_view cited, TextKind kind) {
    if (kind != TextKind::record_id || cited.empty()) return;
    found = found || to.contains(ledger.root(cited));
  });
  return found;
}

/// Calls `visit(entry, kind)` for an incident and what up to an instant refers to it, directly or,
/// as the completion of an instruction does, by what refers to it.
template <class Visit>
void each_related(const Ledger& ledger, std::string_view incident, Second as_of, Visit&& visit) {
  std::set<std::string_view> related{incident};
  std::set<std::pair<std::string_view, std::string_view>> visited;  // kind and id
  for (bool more = true; std::exchange(more, false);) {
    RecordKinds<Dossier>::all.each([&](const auto& kind) {
      using T = std::remove_cvref_t<decltype(kind)>::type;
      if constexpr (std::is_base_of_v<Recorded, T>) {
        for (const Entry<T>& entry : ledger.all<T>()) {
          const auto& at = entry.record->at.value;
          if (at && at->lo > as_of) continue;
          const bool itself = std::is_same_v<T, Incident> && entry.id == incident;
          if (!itself && !refers(*entry.record, ledger, related)) continue;
          if (!visited.emplace(kind.name, entry.id).second) continue;
          related.insert(entry.id);
          more = true;
          visit(entry, kind);
        }
      }
    });
  }
}

}  // namespace tokki::inline v0::internal
