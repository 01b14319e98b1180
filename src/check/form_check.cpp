#include "check/form_check.hpp"

#include <array>
#include <bit>
#include <limits>

namespace tokki {

/// A rule that the edition has switched on, with the severity that it sets.
struct ActiveRule {
  decltype(FormRule::check) check;
  const RuleInfo* info;
  Severity severity;
};

/// Those rules, and by sign which of them wait for it: 64 to a word, a bit each.
class ActiveRules {
 public:
  explicit ActiveRules(const Edition& edition) {
    for (const FormRule* rule : form_rules()) {
      if (!edition.enabled(rule->info)) continue;
      const std::size_t at = rules_.size();
      if (at % 64 == 0) waiting_.emplace_back();
      for (unsigned sign = 0; sign < kSigns; ++sign) {
        const std::uint64_t waits = rule->when >> sign & 1U;
        waiting_.back().at(sign) |= waits << (at % 64);
      }
      rules_.push_back({rule->check, &rule->info, edition.severity(rule->info)});
    }
  }

  /// Calls `visit(rule)` for those that wait for any of the signs, in the order of the form.
  template <class Visit>
  void each(Signs signs, Visit&& visit) const {
    for (std::size_t word = 0; word < waiting_.size(); ++word) {
      std::uint64_t asked = 0;
      for (Signs left = signs; left != 0; left &= left - 1) {
        asked |= waiting_[word][static_cast<std::size_t>(std::countr_zero(left))];
      }
      for (; asked != 0; asked &= asked - 1) {
        visit(rules_[word * 64 + static_cast<std::size_t>(std::countr_zero(asked))]);
      }
    }
  }

 private:
  static constexpr std::size_t kSigns = std::numeric_limits<Signs>::digits;
  std::vector<ActiveRule> rules_;
  std::vector<std::array<std::uint64_t, kSigns>> waiting_;
};

/// What is kept for the forms of one edition.
struct FormCheck::OfEdition {
  explicit OfEdition(const std::shared_ptr<const Edition>& edition)
      : rules(*edition), form(edition) {}

  ActiveRules rules;
  Form form;
};

std::size_t FormCheck::edition_of(const Declaration& declaration) const noexcept {
  const CitedContract& contract = declaration.contract;
  return editions_.choose(contract.edition, contract.concluded_on.value);
}

void FormCheck::check(const Declaration& declaration, Day as_of, const Place& form,
                      std::vector<Finding>& found) {
  const std::size_t chosen = edition_of(declaration);
  auto& under = by_edition_[chosen];
  if (!under) under = std::make_shared<OfEdition>(editions_.all()[chosen]);
  under->form.look_at(declaration, as_of);
  under->rules.each(under->form.signs(), [&](const ActiveRule& active) {
    active.check(under->form, Emit(*active.info, active.severity, form, found));
  });
}

}  // namespace tokki
