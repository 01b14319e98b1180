// distances.hpp: how far the parties are from 乙 above them, and from data abroad below them.
#pragma once

#include "chain/chain_state.hpp"

namespace tokki::inline v0::internal {

/// The edges between the contractor and each party: `tiers` and `reached_by`. The edges and the
/// contractor must be known.
void measure_tiers(ChainState& chain);

/// The edges between each party and the nearest that keeps data abroad: `overseas` and
/// `nearest_overseas`. The edges and the filings in force must be known.
void measure_overseas(ChainState& chain);

}  // namespace tokki::inline v0::internal
