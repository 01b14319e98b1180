#include "check/form_judge.hpp"

namespace tokki {
namespace {

/// A rule that the edition has switched on, with the severity that it sets.
struct ActiveRule {
  decltype(FormRule::check) check;
  const RuleInfo* info;
  Severity severity;
  Signs when;
};

std::vector<ActiveRule> active_rules(const Edition& edition) {
  std::vector<ActiveRule> active;
  for (const FormRule* rule : form_rules()) {
    if (edition.enabled(rule->info))
      active.push_back({rule->check, &rule->info, edition.severity(rule->info), rule->when});
  }
  return active;
}

}  // namespace

/// What is kept for the forms of one edition.
struct FormJudge::Judge {
  explicit Judge(const std::shared_ptr<const Edition>& edition)
      : rules(active_rules(*edition)), form(edition) {}

  std::vector<ActiveRule> rules;
  Form form;
};

std::size_t FormJudge::edition_of(const Declaration& declaration) const noexcept {
  const CitedContract& contract = declaration.contract;
  return editions_.choose(contract.edition, contract.concluded_on.value);
}

void FormJudge::judge(const Declaration& declaration, std::vector<Finding>& found) {
  const std::size_t chosen = edition_of(declaration);
  auto& judge = judges_[chosen];
  if (!judge) judge = std::make_shared<Judge>(editions_.all()[chosen]);
  judge->form.look_at(declaration, as_of_);
  for (const ActiveRule& active : judge->rules) {
    if ((active.when & judge->form.signs()) == 0) continue;
    active.check(judge->form,
                 Emit(*active.info, active.severity, Description<Declaration>::kind, found));
  }
}

}  // namespace tokki
