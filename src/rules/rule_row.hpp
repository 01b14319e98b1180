// rule_row.hpp: the check of a rule, bound to the rule's row in the catalogue.
#pragma once

#include <cstdint>

#include "record/emit.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

template <class Subject>
struct Rule {
  const RuleInfo& info;
  void (*check)(const Subject& subject, const Emit& emit);
  std::uint32_t triggers = 0;  // it runs only if the subject sets one of these bits; 0: always
};

}  // namespace tokki::inline v0::internal
