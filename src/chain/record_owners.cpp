#include "chain/record_owners.hpp"

namespace tokki::inline v0::internal {

RecordOwners::RecordOwners(const Chain& chain, const RecordKindTable& kinds)
    : kinds_(kinds), contractor_(chain.contractor()) {
  for (ChainIndex i = 0; i < chain.parties().size(); ++i) {
    add(name_of_kind<Party>(), chain.parties()[i].source, i);
  }
  for (const ChainEdge& edge : chain.edges()) {
    add(name_of_kind<Subcontract>(), edge.source, edge.to);
  }
  for (const ChainFiling& filing : chain.filings()) {
    add(name_of_kind<Filing>(), filing.source, filing.party);
  }
  for (const ChainCertificate& certificate : chain.certificates()) {
    add(name_of_kind<Certificate>(), certificate.source, certificate.party);
  }
  for (const ChainRecord& record : chain.records()) {
    add(record.kind, record.source, record.party);
  }
}

void RecordOwners::add(std::string_view kind, RecordSource source, ChainIndex party) {
  owners_.emplace(Key{kind, source.document, source.index}, party);
}

ChainIndex RecordOwners::of(const Place& place) const {
  const RecordRef record = record_of(place, kinds_);
  const RecordKindRow* const row = row_of_kind(record.kind, kinds_);
  if (row == nullptr || !row->names_party) return contractor_;
  const auto known = owners_.find({record.kind, place.document, record.index});
  return known == owners_.end() ? kNoIndex : known->second;
}

}  // namespace tokki::inline v0::internal
