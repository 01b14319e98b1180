#include "assess/coverage.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {

CoveredSpans::CoveredSpans(const Ledger& ledger, const Actors& actors) {
  for (const Entry<Coverage>& entry : ledger.all<Coverage>()) {
    const Coverage& stated = *entry.record;
    if (entry.conflict || !stated.at.value) continue;
    if (given(stated.span.from) && !stated.span.from.value) continue;
    if (given(stated.span.through) && !stated.span.through.value) continue;
    // The days that a span names are all in it.
    const Second from = stated.span.from.value ? stated.span.from.value->lo : Second::min();
    Second through = stated.at.value->hi;
    if (stated.span.through.value) through = std::min(through, stated.span.through.value->hi);
    ChainIndex party = kNoIndex;
    if (!stated.party.empty()) {
      const Actor actor = actors.of(stated.party);
      if (actor.party == kNoIndex) continue;
      party = actor.party;
    }
    for (const Str& kind : stated.kinds) spans_[{kind, party}].add(from, through);
  }
}

bool CoveredSpans::covers(const Key& key, Second from, Second through) const {
  const auto known = spans_.find(key);
  return known != spans_.end() && known->second.cover(from, through);
}

bool CoveredSpans::covers(std::string_view kind, const Actor& actor, Second from,
                          Second through) const {
  return covers({kind, kNoIndex}, from, through) ||
         (actor.party != kNoIndex && covers({kind, actor.party}, from, through));
}

}  // namespace tokki::inline v0::internal
