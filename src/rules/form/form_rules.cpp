#include "rules/form/form_rules.hpp"

#include <vector>

namespace tokki::inline v0::internal {

std::span<const FormRule* const> form_rules() {
  static const std::vector<const FormRule*> rules = [] {
    std::vector<const FormRule*> all;
    for (const auto& table : {edition_choice_rules(), cell_rules(), tick_rules(), date_rules(),
                              corporate_number_rules(), medium_rules(), location_rules(),
                              service_rules(), subcontractor_rules(), text_rules()}) {
      for (const FormRule& rule : table) all.push_back(&rule);
    }
    return all;
  }();
  return rules;
}

}  // namespace tokki::inline v0::internal
