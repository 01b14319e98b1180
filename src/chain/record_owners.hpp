// record_owners.hpp: which party a record of a dossier is about.
#pragma once

#include <map>

#include "record/record_kinds.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// The parties by the records that are about them: a finding on such a record counts at the party.
class RecordOwners {
 public:
  explicit RecordOwners(const Chain& chain, const RecordKindTable& kinds = kRecordKinds<Dossier>);

  /// The party; kNoIndex when the record names no known one. Places outside of records, and records
  /// of kinds that name no party, are about the contract: 乙.
  [[nodiscard]] ChainIndex of(const Place& place) const;

 private:
  struct Key {
    std::string_view kind;
    std::uint32_t document, index;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  void add(std::string_view kind, RecordSource source, ChainIndex party);

  const RecordKindTable& kinds_;
  std::map<Key, ChainIndex> owners_;
  ChainIndex contractor_;
};

}  // namespace tokki::inline v0::internal
