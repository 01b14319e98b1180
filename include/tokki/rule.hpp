// rule.hpp: all rules that tokki knows.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tokki/edition.hpp"
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

/// A rule's examples as whole documents, and the edition under which they hold.
struct Examples {
  std::string fires;
  std::string near_miss;
  std::shared_ptr<const Edition> edition;
};
[[nodiscard]] TOKKI_EXPORT Examples examples_of(const RuleInfo& rule);

/// The form on which the examples of the rules are patched: a declaration without any finding.
[[nodiscard]] TOKKI_EXPORT std::string_view sample_declaration();
/// The dossier likewise: two tiers, all declared and consented to.
[[nodiscard]] TOKKI_EXPORT std::string_view sample_dossier();

}  // namespace tokki
