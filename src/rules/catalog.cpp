#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "rules/catalog/edition_rules.hpp"
#include "rules/catalog/sample.hpp"
#include "rules/catalog/structural_rules.hpp"
#include "rules/chain/across_rules.hpp"
#include "rules/chain/chain_rule.hpp"
#include "rules/form/form_rules.hpp"
#include "tokki/closest.hpp"
#include "tokki/rule.hpp"

namespace tokki {

std::span<const FormRule* const> form_rules() {
  static const std::vector<const FormRule*> rules = [] {
    std::vector<const FormRule*> all;
    for (const auto& table : {edition_choice_rules(), cell_rules(), tick_rules(), date_rules(),
                              corporate_number_rules(), medium_rules(), location_rules(),
                              service_rules(), subcontractor_rules(), text_rules()}) {
      for (const FormRule& rule : table) all.push_back(&rule);
    }
    return all;
  }();
  return rules;
}

std::span<const ChainRule* const> chain_rules() {
  static const std::vector<const ChainRule*> rules = [] {
    std::vector<const ChainRule*> all;
    for (const auto& table :
         {chain_structure_rules(), chain_filing_rules(), chain_row_4_rules(), chain_consent_rules(),
          chain_material_rules(), chain_beneath_rules()}) {
      for (const ChainRule& rule : table) all.push_back(&rule);
    }
    return all;
  }();
  return rules;
}

std::span<const RuleInfo* const> all_rules() {
  static const std::vector<const RuleInfo*> rules = [] {
    std::vector<const RuleInfo*> all;
    for (const RuleInfo& rule : kStructuralRules) all.push_back(&rule);
    for (const FormRule* rule : form_rules()) all.push_back(&rule->info);
    for (const ChainRule* rule : chain_rules()) all.push_back(&rule->info);
    for (const RuleInfo& rule : across_rules()) all.push_back(&rule);
    for (const RuleInfo& rule : kEditionRules) all.push_back(&rule);
    return all;
  }();
  return rules;
}

const RuleInfo* find_rule(std::string_view id) {
  const auto rules = all_rules();
  const auto found = std::ranges::find(rules, id, &RuleInfo::id);
  return found == rules.end() ? nullptr : *found;
}

bool is_structural(const RuleInfo& rule) {
  return std::ranges::find(kStructuralRules, rule.id, &RuleInfo::id) !=
             std::end(kStructuralRules) ||
         std::ranges::find(kEditionRules, rule.id, &RuleInfo::id) != std::end(kEditionRules);
}

std::string_view closest_rule(std::string_view id) {
  std::vector<std::string_view> ids;
  for (const RuleInfo* rule : all_rules()) ids.push_back(rule->id);
  return closest(id, ids);
}

Examples examples_of(const RuleInfo& rule) {
  using Json = nlohmann::ordered_json;
  const auto document = [&](std::string_view example) {
    if (rule.whole_documents || example.empty()) return std::string(example);
    if (example.starts_with('[')) {
      return Json::parse(kSampleDossier).patch(Json::parse(example)).dump();
    }
    Json whole = Json::parse(kSampleDeclaration);
    whole.merge_patch(Json::parse(example));
    return whole.dump();
  };
  Examples examples{document(rule.fires), document(rule.near_miss), Edition::builtin()};
  if (!rule.under.empty()) {
    Json edition = Json::parse(kSampleEdition);
    edition.merge_patch(Json::parse(rule.under));
    examples.edition = Edition::load(edition.dump()).edition;
  }
  return examples;
}

std::string_view sample_declaration() { return kSampleDeclaration; }
std::string_view sample_dossier() { return kSampleDossier; }

}  // namespace tokki
