// rule_set.hpp: an edition as rules use it: its phrases, its schema for `extensions`, and how it
// sets each rule.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "rules/catalog/catalog.hpp"
#include "ruleset/phrases.hpp"
#include "terms/extensions_schema.hpp"
#include "tokki/date.hpp"

namespace tokki::inline v0 {
class Edition;
}

namespace tokki::inline v0::internal {

class RuleSet {
 public:
  /// `file` must outlive it.
  explicit RuleSet(const EditionFile& file);

  [[nodiscard]] const Phrases& phrases() const noexcept { return phrases_; }
  [[nodiscard]] const List<KnownService>& services() const noexcept { return *services_; }
  /// The schema of a declaration's `extensions`; null when anything is allowed.
  [[nodiscard]] const ExtensionsSchema* extensions_schema() const noexcept {
    return extensions_schema_.get();
  }
  /// The first day on which a contract can be dated on this form, from its printed era.
  [[nodiscard]] Day first_contract_day() const noexcept { return first_contract_day_; }

  [[nodiscard]] bool enabled(const RuleInfo& rule) const noexcept;
  [[nodiscard]] Severity severity(const RuleInfo& rule) const noexcept;
  [[nodiscard]] std::optional<std::int64_t> after_days(const RuleInfo& rule) const noexcept;

 private:
  struct Use {
    bool enabled;
    Severity severity;
    std::optional<std::int64_t> after_days;
  };
  Phrases phrases_;
  const List<KnownService>* services_ = nullptr;
  std::unique_ptr<const ExtensionsSchema> extensions_schema_;
  Day first_contract_day_{};
  std::array<Use, kCatalog.size()> uses_{};  // by the rule's index in the catalogue
};

// rule_set_of(), declared in tokki/edition.hpp, gives an edition's rule set. It is no member of
// Edition, since these types are not public.

}  // namespace tokki::inline v0::internal
