#include "chain/party_finder.hpp"

#include <numeric>

#include "text/corporate_number.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

const std::vector<ChainIndex>& PartyFinder::among() {
  if (!among_) {
    among_.emplace(chain_.parties.size());
    std::iota(among_->begin(), among_->end(), ChainIndex{0});
  }
  return *among_;
}

const PartyFinder::Names& PartyFinder::names() {
  if (names_) return *names_;
  Names made;
  for (const ChainIndex i : among()) {
    const ChainParty& party = chain_.parties[i];
    if (std::string digits = digits_of(party.corporate_number); !digits.empty()) {
      made.by_number.emplace(std::move(digits), i);
    }
    if (!is_blank(party.name)) made.by_key.emplace(name_key(party.name), i);
  }
  return names_.emplace(std::move(made));
}

ChainIndex PartyFinder::by_number(std::string_view number) {
  const std::string digits = digits_of(number);
  if (digits.empty()) return kNoIndex;
  const auto& known = names().by_number;
  const auto found = known.find(digits);
  return found == known.end() ? kNoIndex : found->second;
}

ChainIndex PartyFinder::by_name(std::string_view name) {
  if (is_blank(name)) return kNoIndex;
  const auto& known = names().by_key;
  const auto found = known.find(name_key(name));
  return found == known.end() ? kNoIndex : found->second;
}

FoundParty PartyFinder::by_reference(std::string_view text) {
  if (const ChainIndex party = by_id(text); party != kNoIndex) return {party, Match::id};
  if (const ChainIndex party = by_number(text); party != kNoIndex) {
    return {party, Match::corporate_number};
  }
  if (const ChainIndex party = by_name(text); party != kNoIndex) return {party, Match::name};
  return {};
}

std::vector<ChainIndex> PartyFinder::by_near_name(std::string_view name) {
  if (!near_) {
    NearNameIndex made;
    for (const ChainIndex i : among()) made.add(chain_.parties[i].name);
    near_.emplace(std::move(made));
  }
  std::vector<ChainIndex> found;
  for (const std::uint32_t i : near_->near(name)) found.push_back(among()[i]);
  return found;
}

}  // namespace tokki::inline v0::internal
