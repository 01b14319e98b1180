// agreed.hpp: how duties stand where records contradict one another: as they do whichever is right,
// else undetermined.
#pragma once

#include <vector>

#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

/// The instances of each duty, in the order of the edition.
using Decided = std::vector<std::vector<DutyInstance>>;

/// Leaves in `into` what it and another way of deciding the same duties agree on.
void agree(Decided& into, Decided others);

}  // namespace tokki::inline v0::internal
