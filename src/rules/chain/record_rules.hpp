// record_rules.hpp: rules on the records of a dossier as records.
#pragma once

#include <span>
#include <vector>

#include "rules/chain/record_register.hpp"
#include "rules/rule_row.hpp"

namespace tokki::inline v0::internal {

/// The records of a dossier, and its chain.
struct RecordsOfDossier {
  const Chain& chain;
  const RecordRegister& records;
  const std::vector<RecordFault>& faults;  ///< those that the register finds
};
/// Like those on a chain, they emit absolute places.
using RecordRule = Rule<RecordsOfDossier>;

std::span<const RecordRule> record_rules();

}  // namespace tokki::inline v0::internal
