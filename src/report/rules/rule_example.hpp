// rule_example.hpp: a rule's examples, for reading and for pasting into a file.
#pragma once

#include <string>
#include <string_view>

#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// What the rule finds in its example; a finding without arguments when it has none.
[[nodiscard]] Finding example_finding(const RuleInfo& rule);

/// One of the rule's examples, as text without a newline at its end. JSON is indented, unless the
/// example is a whole document, every byte of which may matter. Invisible characters are escaped as
/// JSON has it; a document that is not plain UTF-8 is shown as the command that writes it.
[[nodiscard]] std::string example_text(const RuleInfo& rule, std::string_view example);

}  // namespace tokki::inline v0::internal
