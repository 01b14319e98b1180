#include "rule_selection.hpp"

#include <fmt/format.h>
#include <tokki/rule.hpp>

#include <algorithm>

namespace tokki::cli {
namespace {

bool among(const std::vector<std::string>& rules, const RuleInfo& rule) {
  return std::ranges::find(rules, rule.id) != rules.end();
}

}  // namespace

std::string rule_fault(std::string_view rule, bool ignored, Language language) {
  const bool ja = language == Language::ja;
  const RuleInfo* known = find_rule(rule);
  if (known == nullptr) {
    const std::string_view near = closest_rule(rule);
    std::string fault =
        fmt::format("{}: {}", rule, ja ? "そのような規則はありません" : "no such rule");
    if (!near.empty()) {
      fault +=
          ja ? fmt::format("（もしかして {}）", near) : fmt::format("; did you mean {}?", near);
    }
    return fault;
  }
  if (ignored && is_structural(*known) && known->severity == Severity::error) {
    return fmt::format("{}: {}", rule,
                       ja ? "読めない文書を「問題なし」としないため、外せません"
                          : "cannot be left out, or a document that cannot be read would pass");
  }
  return {};
}

Editions with_rules(const Editions& editions, const RuleSelection& selection) {
  List<RuleSetting> settings;
  for (const RuleInfo* rule : all_rules()) {
    RuleSetting setting{.rule = Str(rule->id), .severity = {}, .enabled = {}};
    for (const RuleSetting& given : selection.settings) {
      if (given.rule.view() == rule->id) setting = given;
    }
    const bool selected = among(selection.select, *rule);
    if (selected) setting.enabled.reset();  // as the edition has it
    if (!selection.select.empty() && !selected && !is_structural(*rule)) setting.enabled = false;
    if (among(selection.ignore, *rule)) setting.enabled = false;
    if (setting.severity || setting.enabled) settings.push_back(std::move(setting));
  }
  if (settings.empty()) return editions;
  Editions all(editions.first()->with_rules(settings));
  for (std::size_t i = 1; i < editions.all().size(); ++i) {
    all.add(editions.all()[i]->with_rules(settings));
  }
  return all;
}

}  // namespace tokki::cli
