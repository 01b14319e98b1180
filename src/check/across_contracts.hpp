// across_contracts.hpp: compares the answers that one contractor gives in several dossiers (X11).
#pragma once

#include <functional>
#include <span>
#include <string>
#include <unordered_map>

#include "rules/chain/chain_rule.hpp"
#include "tokki/across_contracts.hpp"

namespace tokki::inline v0::internal {

class AnswersComparison {
 public:
  /// Compares the answers of the chain's 乙 with those it gave in the first dossier of its.
  /// `name_of(document)` names a document of this dossier. The document of the other dossier gets
  /// the number `elsewhere`, and its name is added to `names`.
  static void compare(AcrossContracts& across, const Chain& chain,
                      const std::function<std::string(std::uint32_t document)>& name_of,
                      std::uint32_t elsewhere, const Emit& emit,
                      std::unordered_map<std::uint32_t, std::string>& names);
};

}  // namespace tokki::inline v0::internal
