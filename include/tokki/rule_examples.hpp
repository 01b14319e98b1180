// rule_examples.hpp: documents that show what a rule finds, and what it does not.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tokki/edition.hpp"
#include "tokki/export.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0 {

/// A rule's examples as whole documents, and the edition under which they hold.
struct Examples {
  std::string fires;
  std::string near_miss;
  std::shared_ptr<const Edition> edition;
  std::string edition_document;  ///< that edition as JSON; empty for the built-in one
};
[[nodiscard]] TOKKI_EXPORT Examples examples_of(const RuleInfo& rule);

/// The same without the parts that both documents share and the rule does not need: what `tokki
/// explain` shows. Other rules may fire on what is left.
[[nodiscard]] TOKKI_EXPORT Examples short_examples_of(const RuleInfo& rule);

/// The form on which the examples of the rules are patched: a declaration without any finding.
[[nodiscard]] TOKKI_EXPORT std::string_view sample_declaration();
/// The dossier likewise: two tiers, all declared and consented to.
[[nodiscard]] TOKKI_EXPORT std::string_view sample_dossier();

}  // namespace tokki::inline v0
