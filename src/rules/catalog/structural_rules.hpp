// structural_rules.hpp: the rules that decoding itself applies.
#pragma once

#include "rules/catalog/catalog.hpp"

namespace tokki {

/// The rule of that id; a misspelt id does not compile.
consteval const RuleInfo& structural(std::string_view id) { return rule(id); }

}  // namespace tokki
