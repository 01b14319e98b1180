// rule_example.hpp: a rule's examples, for reading.
#pragma once

#include <string>
#include <string_view>

#include "tokki/finding.hpp"

namespace tokki {

/// What the rule finds in its example; a finding without arguments when it has none.
[[nodiscard]] Finding example_finding(const RuleInfo& rule);

/// One of the rule's examples, as text without a newline at its end. What is a patch is set in
/// lines; in a whole document every byte counts. Characters that nobody can see are escaped.
[[nodiscard]] std::string example_text(const RuleInfo& rule, std::string_view example);

}  // namespace tokki
