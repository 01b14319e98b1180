// agreed.hpp: how duties stand where records contradict one another: as they do whichever is right,
// else undetermined.
#pragma once

#include <deque>
#include <vector>

#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

/// The instances of each duty, in the order of the edition.
using Decided = std::vector<std::deque<DutyInstance>>;

/// Leaves in `into` what it and another way of deciding the same duties agree on.
void agree(Decided& into, Decided others);

}  // namespace tokki::inline v0::internal
