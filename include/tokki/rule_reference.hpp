// rule_reference.hpp: all rules on one page.
#pragma once

#include <string>

#include "tokki/edition.hpp"
#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// Every rule as Markdown, both languages side by side: severity, purpose, clause, settings as the
/// edition has them, an example that fires, a near miss, and the remedy. Clauses link into the page
/// of the terms (terms.md).
[[nodiscard]] TOKKI_EXPORT std::string rule_reference(const Edition& edition);

}  // namespace tokki::inline v0
