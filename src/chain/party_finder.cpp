#include "chain/party_finder.hpp"

#include <utility>

#include "tokki/text.hpp"

namespace tokki {

std::string digits_of(std::string_view number) {
  std::string scratch;
  std::string digits;
  for (const char c : folded(number, scratch)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

void PartyFinder::index_names() {
  if (std::exchange(indexed_, true)) return;
  for (ChainIndex i = 0; i < chain_.parties.size(); ++i) {
    const ChainParty& party = chain_.parties[i];
    if (std::string digits = digits_of(party.corporate_number); !digits.empty()) {
      numbers_.emplace(std::move(digits), i);
    }
    if (!is_blank(party.name)) names_.emplace(name_key(party.name), i);
  }
}

ChainIndex PartyFinder::by_number(std::string_view number) {
  index_names();
  const auto found = numbers_.find(digits_of(number));
  return found == numbers_.end() ? kNobody : found->second;
}

ChainIndex PartyFinder::by_name(std::string_view name) {
  index_names();
  if (is_blank(name)) return kNobody;
  const auto found = names_.find(name_key(name));
  return found == names_.end() ? kNobody : found->second;
}

FoundParty PartyFinder::by_reference(std::string_view text) {
  if (text.empty()) return {};
  if (const ChainIndex party = by_id(text); party != kNobody) return {party, Match::id};
  if (const ChainIndex party = by_number(text); party != kNobody) {
    return {party, Match::corporate_number};
  }
  if (const ChainIndex party = by_name(text); party != kNobody) return {party, Match::name};
  return {};
}

ChainIndex PartyFinder::lookalike(std::string_view name, std::span<const ChainIndex> among) const {
  constexpr std::size_t kMany = 10'000;
  if (is_blank(name) || among.size() > kMany) return kNobody;
  for (const ChainIndex i : among) {
    if (look_alike(name, chain_.parties[i].name)) return i;
  }
  return kNobody;
}

}  // namespace tokki
