// cycles.hpp: finds cycles among subcontracts.
#pragma once

#include <span>
#include <vector>

#include "chain/chain_state.hpp"

namespace tokki::inline v0::internal {

/// The edges of one shortest cycle in each strongly connected component of several parties.
/// Self-edges are left out. Iterative; linear in the number of edges. `targets`: the `to` of each
/// edge in given.all(). `count`: the number of parties.
[[nodiscard]] std::vector<std::vector<ChainIndex>> find_cycles(std::span<const ChainEdge> edges,
                                                               const Grouped& given,
                                                               std::span<const ChainIndex> targets,
                                                               std::size_t count);

}  // namespace tokki::inline v0::internal
