// rule.hpp: all rules that tokki knows.
#pragma once

#include <span>
#include <string_view>

#include "tokki/export.hpp"
#include "tokki/finding.hpp"

namespace tokki {

/// Every rule, in the order of the reference: structure first, then the form from top to bottom,
/// then the chain.
[[nodiscard]] TOKKI_EXPORT std::span<const RuleInfo* const> all_rules();

/// The rule of that id, or null.
[[nodiscard]] TOKKI_EXPORT const RuleInfo* find_rule(std::string_view id);

/// True for a rule on structure, of a document or an edition: it says what could not be read.
[[nodiscard]] TOKKI_EXPORT bool is_structural(const RuleInfo& rule);

/// The rule id nearest to a misspelt one, or nothing.
[[nodiscard]] TOKKI_EXPORT std::string_view closest_rule(std::string_view id);

}  // namespace tokki
