#include "assess/actors.hpp"

namespace tokki::inline v0::internal {

Actors::Actors(const Chain& chain, const Ledger& ledger)
    : chain_(chain), ledger_(ledger), contractor_(chain.contractor()) {
  for (const Entry<Person>& person : ledger.all<Person>()) {
    party_of_person_.emplace(person.id, person.record->party);
    if (person.record->role == PersonRole::client_staff) person_of_client_.emplace(person.id, true);
    if (person.record->name.empty()) continue;
    // Two of one name are told apart by their ids only.
    const auto [known, added] = person_by_name_.emplace(person.record->name, person.id);
    if (!added && known->second != person.id) known->second = {};
  }
  // From 乙 down, along the subcontracts with both parts agreed.
  bound_.assign(chain.parties().size(), Bound::unknown);
  if (contractor_ == kNoIndex) return;
  std::vector<ChainIndex> reached{contractor_};
  bound_[contractor_] = Bound::yes;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const ChainIndex edge : chain.given(reached[i])) {
      const ChainEdge& each = chain.edges()[edge];
      if (each.to == kNoIndex || each.flow_down != FlowDownState::complete) continue;
      if (std::exchange(bound_[each.to], Bound::yes) == Bound::unknown) reached.push_back(each.to);
    }
  }
}

Actor Actors::of_party(std::string_view reference) const {
  if (reference.empty()) return contractor();
  const std::string_view client = chain_.contract().client;
  if (reference == "甲" || (!client.empty() && reference == client)) return {Side::client};
  const ChainIndex party = chain_.find(reference);
  if (party == kNoIndex) return {};
  if (party == contractor_) return contractor();
  return {chain_.tier(party) ? Side::subcontractor : Side::outside, party};
}

Actor Actors::of(std::string_view reference) const {
  if (reference.empty()) return contractor();
  const auto [known, added] = known_.emplace(reference, Actor());
  if (added) {
    const auto person = party_of_person_.find(this->person(reference));
    if (person == party_of_person_.end()) {
      known->second = of_party(reference);
    } else if (person_of_client_.contains(person->first)) {
      known->second = {Side::client};
    } else {
      known->second = of_party(person->second);
    }
  }
  return known->second;
}

std::string_view Actors::person(std::string_view reference) const {
  const std::string_view id = ledger_.root(reference);
  if (party_of_person_.contains(id)) return id;
  const auto named = person_by_name_.find(reference);
  return named == person_by_name_.end() ? std::string_view() : named->second;
}

Bound Actors::bound(ChainIndex party) const noexcept {
  return party < bound_.size() ? bound_[party] : Bound::unknown;
}

std::string_view Actors::name(ChainIndex party) const noexcept {
  if (party >= chain_.parties().size()) return {};
  const ChainParty& known = chain_.parties()[party];
  return known.id.empty() ? known.name : known.id;
}

}  // namespace tokki::inline v0::internal
