#include "rule_selection.hpp"

#include <fmt/format.h>
#include <tokki/rule.hpp>

#include <algorithm>

#include "did_you_mean.hpp"

namespace tokki::cli {
namespace {

bool among(const std::vector<std::string>& rules, const RuleInfo& rule) {
  return std::ranges::find(rules, rule.id) != rules.end();
}

}  // namespace

std::string rule_fault(std::string_view rule, RuleUse use, Language language) {
  const bool ja = language == Language::ja;
  const RuleInfo* known = find_rule(rule);
  if (known == nullptr) {
    return fmt::format("{}: {}", rule, ja ? "そのような規則はありません" : "no such rule") +
           did_you_mean(closest_rule(rule), language);
  }
  if (use == RuleUse::changed && is_structural(*known)) {
    return fmt::format("{}: {}", rule,
                       ja ? "構造の規則は変えられません（読めない文書が通ってしまうため）"
                          : "a rule on structure cannot be changed, or a document that cannot be "
                            "read would pass");
  }
  return {};
}

Editions with_rules(const Editions& editions, const RuleSelection& selection) {
  List<RuleSetting> settings;
  for (const RuleInfo* rule : all_rules()) {
    RuleSetting setting{.rule = Str(rule->id), .severity = {}, .enabled = {}, .after_days = {}};
    for (const RuleSetting& given : selection.settings) {
      if (given.rule == rule->id) setting = given;
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
