// rule_row.hpp: the check of a rule, bound to what the catalogue knows of the rule.
#pragma once

#include <cstdint>

#include "record/emit.hpp"
#include "tokki/finding.hpp"

namespace tokki {

/// What a subject shows at a glance; a set of bits, which the subject's header names.
using Signs = std::uint32_t;
inline constexpr Signs kAnySign = ~Signs{0};

template <class Subject>
struct Rule {
  const RuleInfo& info;
  void (*check)(const Subject& subject, const Emit& emit);
  Signs when = kAnySign;  // the check finds nothing in a subject that shows none of these
};

}  // namespace tokki
