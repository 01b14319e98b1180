// rule.hpp: all rules that tokki knows, and what is known of each without its check.
#pragma once

#include <span>
#include <string_view>

#include "tokki/describe.hpp"
#include "tokki/export.hpp"
#include "tokki/severity.hpp"

namespace tokki::inline v0 {

/// Everything about a rule but its check: one row, which also feeds `tokki explain`, the rule
/// reference and the tests.
struct RuleInfo {
  std::string_view id;         ///< public and permanent, kebab-case
  Text title;                  ///< what it is about, in a few words, without arguments
  Severity severity;           ///< an edition may set another
  std::string_view about;      ///< what it is about: an edition says which clause speaks of that
                               ///< (Edition::clause_about); empty: that of the cell it points at
  Text message;                ///< what is wrong; ICU message patterns with the finding's arguments
  Text remedy;                 ///< what to do
  Text why;                    ///< why the rule exists
  std::string_view fires;      ///< an example: a JSON merge patch (RFC 7396) on the sample form,
                               ///< or a JSON patch (RFC 6902) on the sample dossier
  std::string_view near_miss;  ///< a similar document in which the rule finds nothing
  bool whole_documents = false;  ///< the two examples are whole documents, not patches
  std::string_view reads = {};  ///< the edition's settings that the check uses, separated by spaces
  std::string_view under = {};  ///< what the examples' edition changes in the default one
};

/// Every rule, in the order of the reference: structure first, then the form from top to bottom,
/// then the chain.
[[nodiscard]] TOKKI_EXPORT std::span<const RuleInfo* const> all_rules();

/// The rule of that id, or null.
[[nodiscard]] TOKKI_EXPORT const RuleInfo* find_rule(std::string_view id);

/// True for a rule on the structure of a document or an edition, that is, on what cannot be read.
[[nodiscard]] TOKKI_EXPORT bool is_structural(const RuleInfo& rule);

/// The rule id nearest to a misspelt one, or nothing.
[[nodiscard]] TOKKI_EXPORT std::string_view closest_rule(std::string_view id);

}  // namespace tokki::inline v0
