#include "chain/distances.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {

void measure_tiers(ChainState& chain) {
  chain.tiers.assign(chain.parties.size(), kNoIndex);
  chain.reached_by.assign(chain.parties.size(), kNoIndex);
  if (chain.contractor == kNoIndex) return;
  std::vector<ChainIndex> reached{chain.contractor};
  chain.tiers[chain.contractor] = 0;
  for (std::size_t at = 0; at < reached.size(); ++at) {
    const ChainIndex from = reached[at];
    std::size_t next = chain.given.begin_of(from);
    for (const ChainIndex i : chain.given.of(from)) {
      const ChainIndex to = chain.targets[next++];
      if (to == kNoIndex || chain.tiers[to] != kNoIndex) continue;
      chain.tiers[to] = chain.tiers[from] + 1;
      chain.reached_by[to] = i;
      reached.push_back(to);
    }
  }
}

// One walk up from all who keep data abroad.
void measure_overseas(ChainState& chain) {
  std::vector<ChainIndex> reached;
  for (ChainIndex party = 0; party < chain.in_force.size(); ++party) {
    const ChainIndex filing = chain.in_force[party];
    if (filing == kNoIndex) continue;
    if (std::ranges::any_of(chain.filings[filing].locations, &DeclaredLocation::abroad)) {
      reached.push_back(party);
    }
  }
  if (reached.empty()) return;
  chain.overseas.assign(chain.parties.size(), kNoIndex);
  chain.nearest_overseas.assign(chain.parties.size(), kNoIndex);
  for (const ChainIndex party : reached) {
    chain.overseas[party] = 0;
    chain.nearest_overseas[party] = party;
  }
  for (std::size_t at = 0; at < reached.size(); ++at) {
    for (const ChainIndex i : chain.received.of(reached[at])) {
      const ChainIndex from = chain.edges[i].from;
      if (from == kNoIndex || chain.overseas[from] != kNoIndex) continue;
      chain.overseas[from] = chain.overseas[reached[at]] + 1;
      chain.nearest_overseas[from] = chain.nearest_overseas[reached[at]];
      reached.push_back(from);
    }
  }
}

}  // namespace tokki::inline v0::internal
