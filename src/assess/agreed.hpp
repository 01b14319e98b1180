// agreed.hpp: how duties stand where records contradict one another: as they do whichever is right,
// else undetermined.
#pragma once

#include <vector>

#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

/// The instances of each duty, in the order of the edition.
using Decided = std::vector<std::vector<DutyInstance>>;

/// What several ways of deciding the same duties agree on; of one way, that.
[[nodiscard]] Decided agreed(std::vector<Decided> alternatives);

}  // namespace tokki::inline v0::internal
