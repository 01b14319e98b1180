// compare_forms.hpp: what changed between two declarations, by an edition that was chosen already.
#pragma once

#include "tokki/form_changes.hpp"

namespace tokki::inline v0::internal {

/// As compare(); FormDiff::edition stays null.
[[nodiscard]] FormDiff compare_forms(const Declaration& before, const Declaration& after,
                                     const Edition& edition);

}  // namespace tokki::inline v0::internal
