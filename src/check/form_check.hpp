// form_check.hpp: the rules on a declaration, applied under the edition it was made under.
#pragma once

#include <memory>
#include <vector>

#include "rules/form/form_rules.hpp"
#include "tokki/check.hpp"

namespace tokki {

class FormCheck {
 public:
  explicit FormCheck(Editions editions)
      : editions_(std::move(editions)), by_edition_(editions_.all().size()) {}

  /// The index of the declaration's edition.
  [[nodiscard]] std::size_t edition_of(const Declaration& declaration) const noexcept;
  /// Appends what the rules find on the day. `form`: where the declaration is.
  void check(const Declaration& declaration, Day as_of, const Place& form,
             std::vector<Finding>& found);

 private:
  struct OfEdition;
  Editions editions_;
  std::vector<std::shared_ptr<OfEdition>> by_edition_;  // made when first needed
};

}  // namespace tokki
