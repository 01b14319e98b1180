// filing_locations.hpp: what a chain keeps of a form that is filed.
#pragma once

#include "chain/chain_state.hpp"
#include "form/form_facts.hpp"

namespace tokki::inline v0::internal {

/// Copies the form's answers, and what rows 1 to 3 say of where data is.
void read_locations(const FormFacts& form, ChainState& chain, ChainFiling& out);

}  // namespace tokki::inline v0::internal
