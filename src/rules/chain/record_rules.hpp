// record_rules.hpp: rules on the records of a dossier as records.
#pragma once

#include <span>

#include "rules/chain/record_register.hpp"
#include "rules/rule_row.hpp"
#include "tokki/edition.hpp"

namespace tokki::inline v0::internal {

/// The records of a dossier, its chain and the edition that it is checked with.
struct RecordsOfDossier {
  const Chain& chain;
  const Edition& edition;
  const RecordRegister& records;
  const RecordStates& states;  ///< as the register finds them
};
/// Like those on a chain, they emit absolute places.
using RecordRule = Rule<RecordsOfDossier>;

std::span<const RecordRule> record_rules();

}  // namespace tokki::inline v0::internal
