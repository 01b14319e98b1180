#include "text/openings.hpp"

namespace tokki {

void Openings::add(const Lexicon& lexicon, Set bit) {
  members_.push_back({bit, &lexicon});
  const auto mark = [bit](Set& set) { set = static_cast<Set>(set | bit); };
  lexicon.each_opening([&](char32_t first, char32_t second, char32_t third) {
    mark(firsts_[first % kFirsts]);
    mark(second == 0 ? singles_[first % kFirsts] : openings_[bucket(first, second, third)]);
  });
}

Openings::Set Openings::confirmed(Set candidates, std::string_view text, std::size_t at) const {
  unsigned found = 0;
  for (const Member& member : members_) {
    if ((candidates & member.bit) != 0 && member.lexicon->opens(text, at)) found |= member.bit;
  }
  return static_cast<Set>(found);
}

Openings::Set Openings::anywhere(std::string_view text) const {
  unsigned found = 0;
  const auto confirm = [&](unsigned candidates, std::size_t at) {
    if ((candidates & ~found) != 0)
      found |= confirmed(static_cast<Set>(candidates & ~found), text, at);
  };
  FoldedCharacters characters(text);
  char32_t first = 0;  // the two characters before the current one, and where they begin
  char32_t second = 0;
  std::size_t first_at = 0;
  std::size_t second_at = 0;
  while (characters.next()) {
    const char32_t third = characters.character();
    confirm(openings_[bucket(first, second, third)], first_at);
    confirm(openings_[bucket(second, third, 0)], second_at);
    confirm(singles_[third % kFirsts], characters.begin());
    first = second;
    second = third;
    first_at = second_at;
    second_at = characters.begin();
  }
  return static_cast<Set>(found);
}

Openings::Set Openings::at_start(std::string_view text) const {
  FoldedCharacters characters(text);
  if (!characters.next()) return 0;
  const char32_t first = characters.character();
  if (firsts_[first % kFirsts] == 0) return 0;
  unsigned candidates = singles_[first % kFirsts];
  if (characters.next()) {
    const char32_t second = characters.character();
    candidates |= openings_[bucket(first, second, 0)];
    if (characters.next()) candidates |= openings_[bucket(first, second, characters.character())];
  }
  return candidates == 0 ? Set{0} : confirmed(static_cast<Set>(candidates), text, 0);
}

}  // namespace tokki
