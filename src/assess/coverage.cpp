#include "assess/coverage.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {

CoveredSpans::CoveredSpans(const Ledger& ledger, const Actors& actors) {
  for (const Entry<Coverage>& entry : ledger.all<Coverage>()) {
    const Coverage& stated = *entry.record;
    if (entry.conflict || !stated.at.value) continue;
    if (given(stated.span.from) && !stated.span.from.value) continue;
    if (given(stated.span.through) && !stated.span.through.value) continue;
    // What is certain: from the last second at which it may begin to the first at which it may end.
    const Second from = stated.span.from.value ? stated.span.from.value->lo : Second::min();
    Second through = stated.at.value->hi;
    if (stated.span.through.value) through = std::min(through, stated.span.through.value->hi);
    ChainIndex party = kNoIndex;
    if (!stated.party.empty()) {
      const Actor actor = actors.of(stated.party);
      if (actor.party == kNoIndex) continue;
      party = actor.party;
    }
    for (const Str& kind : stated.kinds) spans_[{kind, party}].push_back({from, through});
  }
  for (auto& [key, spans] : spans_) {
    std::ranges::sort(spans, {}, &OneSpan::from);
    std::vector<OneSpan> joined;
    for (const OneSpan& span : spans) {
      if (!joined.empty() && span.from <= plus(joined.back().through, std::chrono::seconds(1))) {
        joined.back().through = std::max(joined.back().through, span.through);
      } else {
        joined.push_back(span);
      }
    }
    spans = std::move(joined);
  }
}

bool CoveredSpans::covers(const Key& key, Second from, Second through) const {
  const auto known = spans_.find(key);
  if (known == spans_.end()) return false;
  const auto& spans = known->second;
  const auto after = std::ranges::upper_bound(spans, from, {}, &OneSpan::from);
  return after != spans.begin() && std::prev(after)->through >= through;
}

bool CoveredSpans::covers(std::string_view kind, const Actor& actor, Second from,
                          Second through) const {
  return covers({kind, kNoIndex}, from, through) ||
         (actor.party != kNoIndex && covers({kind, actor.party}, from, through));
}

}  // namespace tokki::inline v0::internal
