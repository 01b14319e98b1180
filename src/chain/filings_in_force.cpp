#include "chain/filings_in_force.hpp"

#include <unordered_map>

namespace tokki::inline v0::internal {
namespace {

// Marks filings that another filing names as superseded.
void mark_named_ones(ChainState& chain, std::span<const ChainIndex> filed, CompactDay today) {
  struct Newer {
    ChainIndex first;
    bool several = false;
  };
  std::unordered_map<std::string_view, Newer> superseding;  // by the id of the older one
  for (const ChainIndex i : filed) {
    const ChainFiling& newer = chain.filings[i];
    if (newer.supersedes.empty() || newer.declared_on > today) continue;
    const auto [entry, added] = superseding.try_emplace(newer.supersedes, Newer{i});
    entry->second.several = !added;
  }
  if (superseding.empty()) return;
  for (const ChainIndex i : filed) {
    const auto newer = superseding.find(chain.filings[i].id);
    if (newer == superseding.end()) continue;
    if (newer->second.first != i || newer->second.several) chain.filings[i].superseded = true;
  }
}

ChainIndex latest_of(const ChainState& chain, std::span<const ChainIndex> filed, CompactDay today) {
  ChainIndex latest = kNoIndex;
  for (const ChainIndex i : filed) {
    const ChainFiling& filing = chain.filings[i];
    if (filing.superseded || filing.declared_on > today) continue;
    if (latest == kNoIndex || filing.declared_on >= chain.filings[latest].declared_on) latest = i;
  }
  return latest;
}

void mark_others(ChainState& chain, std::span<const ChainIndex> filed, ChainIndex latest,
                 CompactDay today) {
  for (const ChainIndex i : filed) {
    ChainFiling& filing = chain.filings[i];
    if (i == latest || filing.superseded || filing.declared_on > today) continue;
    const bool as_late = filing.declared_on == chain.filings[latest].declared_on;
    (as_late ? filing.contended : filing.superseded) = true;
  }
}

}  // namespace

void find_filings_in_force(ChainState& chain) {
  if (chain.filings.empty()) return;
  chain.in_force.assign(chain.parties.size(), kNoIndex);
  const CompactDay today{std::optional(chain.as_of)};
  for (ChainIndex party = 0; party < chain.parties.size(); ++party) {
    const auto filed = chain.filed.of(party);
    mark_named_ones(chain, filed, today);
    const ChainIndex latest = latest_of(chain, filed, today);
    chain.in_force[party] = latest;
    if (latest != kNoIndex) mark_others(chain, filed, latest, today);
  }
}

}  // namespace tokki::inline v0::internal
