#include "rules/chain/record_register.hpp"

namespace tokki::inline v0::internal {

Place RecordRegister::place(std::size_t kind, RecordSource source, std::string_view member) {
  const RecordKindTable& kinds = kRecordKinds<Dossier>;
  return place_in(kinds.rows[kind], source, Path().into(member), kinds);
}

std::vector<RecordFault> RecordRegister::faults() const {
  constexpr std::string_view kMembers[] = {key_of<Incident, Str>(&Incident::id),
                                           key_of<Incident, Str>(&Incident::corrects),
                                           key_of<Incident, Str>(&Incident::withdraws)};
  std::vector<RecordFault> found;
  for (std::size_t row = 0; row < kinds_.size(); ++row) {
    const OfKind& kind = kinds_[row];
    const Corrections links = corrections_of(kind.links, [&](std::uint32_t a, std::uint32_t b) {
      return kind.contents[a] == kind.contents[b];
    });
    for (const LinkFault& fault : links.faults) {
      const std::string_view member = kMembers[static_cast<std::size_t>(fault.member)];
      found.push_back({fault.kind, place(row, kind.sources[fault.record], member), {}});
      if (fault.other) found.back().other = place(row, kind.sources[*fault.other], member);
    }
  }
  return found;
}

void RecordRegister::each_unknown(const Chain& chain,
                                  const std::function<void(const Place&)>& visit) const {
  std::unordered_set<std::string_view> parties;
  if (!references_.empty()) {
    for (const ChainParty& party : chain.parties()) parties.insert(party.id);
  }
  for (const Reference& reference : references_) {
    if (known_.contains(reference.id) || parties.contains(reference.id)) continue;
    visit(reference.place);
  }
}

void RecordRegister::each_before(Second second,
                                 const std::function<void(const Place&)>& visit) const {
  for (std::size_t row = 0; row < kinds_.size(); ++row) {
    const OfKind& kind = kinds_[row];
    if (kind.may_precede_contract) continue;
    for (std::size_t i = 0; i < kind.latest.size(); ++i) {
      if (kind.latest[i] < second)
        visit(place(row, kind.sources[i], key_of<Incident, Instant>(&Incident::at)));
    }
  }
}

}  // namespace tokki::inline v0::internal
