#include "chain/filings_in_force.hpp"

namespace tokki {
namespace {

// What a filing says that it supersedes.
void mark_named_ones(ChainState& chain, std::span<const ChainIndex> filed, CompactDay today) {
  for (const ChainIndex i : filed) {
    const ChainFiling& newer = chain.filings[i];
    if (newer.supersedes.empty() || newer.declared_on > today) continue;
    for (const ChainIndex j : filed) {
      if (j != i && chain.filings[j].id == newer.supersedes) chain.filings[j].superseded = true;
    }
  }
}

ChainIndex latest_of(const ChainState& chain, std::span<const ChainIndex> filed, CompactDay today) {
  ChainIndex latest = kNobody;
  for (const ChainIndex i : filed) {
    const ChainFiling& filing = chain.filings[i];
    if (filing.superseded || filing.declared_on > today) continue;
    if (latest == kNobody || filing.declared_on >= chain.filings[latest].declared_on) latest = i;
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
  chain.in_force.assign(chain.parties.size(), kNobody);
  const CompactDay today{std::optional(chain.as_of)};
  for (ChainIndex party = 0; party < chain.parties.size(); ++party) {
    const auto filed = chain.filed.of(party);
    mark_named_ones(chain, filed, today);
    const ChainIndex latest = latest_of(chain, filed, today);
    chain.in_force[party] = latest;
    if (latest != kNobody) mark_others(chain, filed, latest, today);
  }
}

}  // namespace tokki
