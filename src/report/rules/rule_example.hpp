// rule_example.hpp: a rule's examples, for reading.
#pragma once

#include <string>
#include <string_view>

#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// What the rule finds in its example; a finding without arguments when it has none.
[[nodiscard]] Finding example_finding(const RuleInfo& rule);

/// One of the rule's examples, as text without a newline at its end. A patch is indented; a whole
/// document stands as it is, since every byte of it may matter. Invisible characters and bytes that
/// are no UTF-8 are shown as their codes.
[[nodiscard]] std::string example_text(const RuleInfo& rule, std::string_view example);

}  // namespace tokki::inline v0::internal
