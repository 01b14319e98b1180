// across_rules.hpp: what the dossiers of one contractor are held against one another for (X11).
#pragma once

#include <functional>
#include <vector>

#include "rules/chain/chain_rule.hpp"
#include "tokki/across_contracts.hpp"

namespace tokki {

class AnswersComparison {
 public:
  /// Compares the answers of the chain's 乙 with those it gave in the first dossier of its.
  /// `here(spot)` says where a spot of this chain is, with the document's name.
  static void compare(AcrossContracts& across, const Chain& chain,
                      const std::function<Location(const Spot&)>& here, Severity severity,
                      std::vector<ChainFinding>& out);
};

}  // namespace tokki
