#include "check/form_check.hpp"

#include <array>
#include <bit>
#include <limits>

#include "rules/form/form_rules.hpp"
#include "ruleset/rule_set.hpp"

namespace tokki::inline v0::internal {

/// A rule that the edition has switched on, with the severity that it sets.
struct ActiveRule {
  decltype(FormRule::check) check;
  const RuleInfo* info;
  Severity severity;
  std::optional<std::int64_t> after_days;
};

/// An edition's active rules, and for each trigger a bit set of those that wait for it.
class ActiveRules {
 public:
  explicit ActiveRules(const Edition& edition) {
    for (const FormRule* rule : form_rules()) {
      if (!edition.enabled(rule->info)) continue;
      const std::size_t at = rules_.size();
      if (at % 64 == 0) waiting_.emplace_back();
      const std::uint64_t bit = std::uint64_t{1} << (at % 64);
      if (rule->triggers == 0) waiting_.back().always |= bit;
      for (unsigned trigger = 0; trigger < kTriggers; ++trigger) {
        if ((rule->triggers >> trigger & 1U) != 0) waiting_.back().for_trigger.at(trigger) |= bit;
      }
      rules_.push_back({rule->check, &rule->info, edition.severity(rule->info),
                        rule_set_of(edition).after_days(rule->info)});
    }
  }

  /// Calls `visit(rule)` for those that always run or wait for any of the triggers, in the order
  /// of the form.
  template <class Visit>
  void each(Triggers triggers, Visit&& visit) const {
    for (std::size_t word = 0; word < waiting_.size(); ++word) {
      std::uint64_t asked = waiting_[word].always;
      for (Triggers left = triggers; left != 0; left &= left - 1) {
        asked |= waiting_[word].for_trigger[static_cast<std::size_t>(std::countr_zero(left))];
      }
      for (; asked != 0; asked &= asked - 1) {
        visit(rules_[word * 64 + static_cast<std::size_t>(std::countr_zero(asked))]);
      }
    }
  }

 private:
  static constexpr std::size_t kTriggers = std::numeric_limits<Triggers>::digits;
  struct Waiting {
    std::uint64_t always = 0;
    std::array<std::uint64_t, kTriggers> for_trigger{};
  };
  std::vector<ActiveRule> rules_;
  std::vector<Waiting> waiting_;
};

FormCheck::FormCheck(const Editions& editions)
    : analyser_(editions), rules_(analyser_.editions().all().size()) {}
FormCheck::FormCheck(FormCheck&&) noexcept = default;
FormCheck& FormCheck::operator=(FormCheck&&) noexcept = default;
FormCheck::~FormCheck() = default;

const FormFacts& FormCheck::check(const Declaration& declaration, Day as_of, const Place& place,
                                  std::vector<Finding>& found) {
  const FormFacts& form = analyser_.analyse(declaration, as_of);
  auto& rules = rules_[form.edition_index()];
  if (!rules) rules = std::make_unique<const ActiveRules>(form.edition());
  rules->each(form.triggers(), [&](const ActiveRule& active) {
    active.check(form, Emit(*active.info, active.severity, place, found).with(active.after_days));
  });
  return form;
}

}  // namespace tokki::inline v0::internal
