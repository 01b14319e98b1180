// catalog.hpp: what is known of every rule without its check: id, severity, subject, words,
// examples.
//
// The tables in this folder are listed here in the order of the reference. The checks are bound to
// their rows in rules/form and rules/chain.
#pragma once

#include <array>
#include <functional>
#include <span>

#include "rules/catalog/across_contracts_rules.hpp"
#include "rules/catalog/cell_rules.hpp"
#include "rules/catalog/consent_rules.hpp"
#include "rules/catalog/corporate_number_rules.hpp"
#include "rules/catalog/date_rules.hpp"
#include "rules/catalog/document_rules.hpp"
#include "rules/catalog/edition_choice_rules.hpp"
#include "rules/catalog/edition_rules.hpp"
#include "rules/catalog/filing_rules.hpp"
#include "rules/catalog/location_rules.hpp"
#include "rules/catalog/lower_tier_rules.hpp"
#include "rules/catalog/material_rules.hpp"
#include "rules/catalog/medium_rules.hpp"
#include "rules/catalog/record_rules.hpp"
#include "rules/catalog/row_4_rules.hpp"
#include "rules/catalog/service_rules.hpp"
#include "rules/catalog/structure_rules.hpp"
#include "rules/catalog/subcontractor_rules.hpp"
#include "rules/catalog/subjects.hpp"
#include "rules/catalog/text_rules.hpp"
#include "rules/catalog/tick_rules.hpp"

namespace tokki::inline v0::internal {

/// The subjects, in the order of the reference: structure first, then the form from top to bottom,
/// then the chain from the contract down, then editions.
inline constexpr std::span<const RuleInfo> kRuleSubjects[] = {
    kDocumentCatalog,
    // the form
    kEditionChoiceCatalog,
    kCellCatalog,
    kTickCatalog,
    kDateCatalog,
    kCorporateNumberCatalog,
    kMediumCatalog,
    kLocationCatalog,
    kServiceCatalog,
    kSubcontractorCatalog,
    kTextCatalog,
    // the chain
    kStructureCatalog,
    kFilingCatalog,
    kRow4Catalog,
    kConsentCatalog,
    kMaterialCatalog,
    kLowerTierCatalog,
    kRecordCatalog,
    kAcrossContractsCatalog,
    // editions
    kEditionCatalog,
};

consteval std::size_t count_rules() {
  std::size_t count = 0;
  for (const auto& subject : kRuleSubjects) count += subject.size();
  return count;
}

/// All rules in one array, so that each has an index. Findings point to these.
inline constexpr auto kCatalog = [] {
  std::array<RuleInfo, count_rules()> all{};
  std::size_t size = 0;
  for (const auto& subject : kRuleSubjects) {
    for (const RuleInfo& rule : subject) all[size++] = rule;
  }
  return all;
}();

/// The rule of that id; a misspelt id does not compile.
consteval const RuleInfo& rule(std::string_view id) {
  for (const RuleInfo& known : kCatalog) {
    if (known.id == id) return known;
  }
  throw "no such rule";  // NOLINT: reached only while compiling
}

/// The rule's index in the catalogue, or the catalogue's size when it is not there.
[[nodiscard]] std::size_t rule_index(std::string_view id) noexcept;
[[nodiscard]] inline std::size_t rule_index(const RuleInfo& rule) noexcept {
  const bool catalogued =
      std::greater_equal<>{}(&rule, kCatalog.begin()) && std::less<>{}(&rule, kCatalog.end());
  return catalogued ? static_cast<std::size_t>(&rule - kCatalog.begin()) : rule_index(rule.id);
}

/// True when `checks` has one row for each rule of a subject, in the subject's order.
template <std::size_t Rules, class Check, std::size_t Checks>
consteval bool binds_each(const RuleInfo (&subject)[Rules], const Check (&checks)[Checks]) {
  if (Rules != Checks) return false;
  for (std::size_t i = 0; i < Rules; ++i) {
    if (subject[i].id != checks[i].info.id) return false;
  }
  return true;
}

}  // namespace tokki::inline v0::internal
