// form_check.hpp: the rules on a declaration, applied under the edition it was made under.
#pragma once

#include <memory>
#include <vector>

#include "form/form_analyser.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

class ActiveRules;

class FormCheck {
 public:
  explicit FormCheck(const Editions& editions);
  FormCheck(FormCheck&&) noexcept;
  FormCheck& operator=(FormCheck&&) noexcept;
  ~FormCheck();

  /// Analyses the declaration, which is at `place`, and appends what the rules find. The facts are
  /// valid until the next call.
  const FormFacts& check(const Declaration& declaration, Day as_of, const Place& place,
                         std::vector<Finding>& found);

 private:
  FormAnalyser analyser_;
  std::vector<std::unique_ptr<const ActiveRules>> rules_;  // by edition, made when first needed
};

}  // namespace tokki::inline v0::internal
