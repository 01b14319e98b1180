// form_judge.hpp: the rules on a declaration, applied under the edition it was made under.
#pragma once

#include <memory>
#include <vector>

#include "rules/form/form_rules.hpp"
#include "tokki/check.hpp"

namespace tokki {

class FormJudge {
 public:
  FormJudge(Editions editions, Day as_of)
      : editions_(std::move(editions)), as_of_(as_of), judges_(editions_.all().size()) {}

  /// The index of the declaration's edition.
  [[nodiscard]] std::size_t edition_of(const Declaration& declaration) const noexcept;
  /// Appends what the rules find. Pointers start at the declaration.
  void judge(const Declaration& declaration, std::vector<Finding>& found);

 private:
  struct Judge;
  Editions editions_;
  Day as_of_;
  std::vector<std::shared_ptr<Judge>> judges_;  // by edition, made when first needed
};

}  // namespace tokki
