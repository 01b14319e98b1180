// cycles.hpp: where subcontracts lead back to where they began.
#pragma once

#include <span>
#include <vector>

#include "chain/chain_state.hpp"

namespace tokki::inline v0::internal {

/// The circles among the edges, self-edges apart: of each of Tarjan's strongly connected components
/// that is one, the edges of one shortest way round. Iterative, in time linear in the edges.
/// `targets`: whom each of given.all() leads to. `count` is that of the parties.
[[nodiscard]] std::vector<std::vector<ChainIndex>> find_cycles(std::span<const ChainEdge> edges,
                                                               const Grouped& given,
                                                               std::span<const ChainIndex> targets,
                                                               std::size_t count);

}  // namespace tokki::inline v0::internal
