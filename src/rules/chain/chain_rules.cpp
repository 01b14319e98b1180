#include <vector>

#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {

std::span<const ChainRule* const> chain_rules() {
  static const std::vector<const ChainRule*> rules = [] {
    std::vector<const ChainRule*> all;
    for (const auto& table :
         {chain_structure_rules(), chain_filing_rules(), chain_row_4_rules(), chain_consent_rules(),
          chain_material_rules(), chain_lower_tier_rules()}) {
      for (const ChainRule& rule : table) all.push_back(&rule);
    }
    return all;
  }();
  return rules;
}

}  // namespace tokki::inline v0::internal
