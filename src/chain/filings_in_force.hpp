// filings_in_force.hpp: which declaration of each party is in force.
#pragma once

#include "chain/chain_state.hpp"

namespace tokki::inline v0::internal {

/// The latest of each party's filings that no other one supersedes, as of the chain's day:
/// `in_force`. The others are marked as superseded, or as contended when they are as late. The
/// filer of each filing must be known.
void find_filings_in_force(ChainState& chain);

}  // namespace tokki::inline v0::internal
