#include "ruleset/rule_set.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {

namespace {

bool is_bound(const EditionFile& file, const RuleInfo& rule) {
  return std::ranges::any_of(file.subjects,
                             [&](const SubjectClause& one) { return one.key == rule.about; });
}

}  // namespace

RuleSet::RuleSet(const EditionFile& file)
    : phrases_(file),
      services_(&file.services),
      first_contract_day_(era_start(file.form.era).value_or(Day{})) {
  if (!is_empty(file.extensions_schema)) {
    extensions_schema_ = std::make_unique<ExtensionsSchema>(file.extensions_schema.json);
  }
  for (std::size_t i = 0; i < kCatalog.size(); ++i) {
    const RuleInfo& rule = kCatalog[i];
    uses_[i] = {rule.about.empty() || is_bound(file, rule), rule.severity, {}};
  }
  for (const RuleSetting& setting : file.rules) {
    const std::size_t index = rule_index(setting.rule);
    if (index == kCatalog.size()) continue;
    // What no clause of the edition is about cannot be turned on.
    uses_[index].enabled = uses_[index].enabled && setting.enabled.value_or(true);
    uses_[index].severity = setting.severity.value_or(kCatalog[index].severity);
    uses_[index].after_days = setting.after_days;
  }
}

bool RuleSet::enabled(const RuleInfo& rule) const noexcept {
  const std::size_t index = rule_index(rule);
  return index == uses_.size() || uses_[index].enabled;
}

Severity RuleSet::severity(const RuleInfo& rule) const noexcept {
  const std::size_t index = rule_index(rule);
  return index == uses_.size() ? rule.severity : uses_[index].severity;
}

std::optional<std::int64_t> RuleSet::after_days(const RuleInfo& rule) const noexcept {
  const std::size_t index = rule_index(rule);
  return index == uses_.size() ? std::nullopt : uses_[index].after_days;
}

}  // namespace tokki::inline v0::internal
