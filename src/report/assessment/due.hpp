// due.hpp: what is due, and in which order it is shown.
#pragma once

#include <tuple>

#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

/// Still to be done, in time or not.
inline bool is_due(const DutyInstance& instance) {
  return instance.overdue || instance.status == Status::due;
}

/// Overdue first; then what has a time set, the soonest first; then by how long it is owed; what
/// has no time comes last.
inline auto due_order(const DutyInstance* instance) {
  const auto time = instance->until ? instance->until : instance->since;
  return std::tuple(!instance->overdue, !instance->until, time.value_or(Second::max()));
}

}  // namespace tokki::inline v0::internal
