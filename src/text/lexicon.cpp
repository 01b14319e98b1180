#include "text/lexicon.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace tokki::inline v0::internal {
namespace {

bool is_letter(char32_t c) noexcept { return c != U' ' && c != U'.' && c != U'。'; }

}  // namespace

char32_t Lexicon::last_letter(std::string_view text) noexcept {
  return last_character(text, is_letter);
}

std::uint32_t& Lexicon::value_of(std::u32string_view phrase) {
  // The same letter that last_letter() gives.
  const auto backwards = std::views::reverse(phrase);
  const auto last = std::ranges::find_if(backwards, is_letter);
  set_bit(first_letter_filter_, bit_for(phrase[0], 0));
  set_bit(ends_filter_,
          bit_for(phrase[0], last == backwards.end() ? 0 : folded_character(*last, 0)));
  if (head_count_ * 2 == heads_.size()) {
    const auto smaller = std::exchange(heads_, std::vector<Head>(heads_.size() * 2));
    --shift_;
    for (const Head& head : smaller) {
      if (head.first != 0) heads_[slot_of(head.first, head.second)] = head;
    }
  }
  const char32_t second = phrase.size() > 1 ? phrase[1] : U'\0';
  Head& head = heads_[slot_of(phrase[0], second)];
  if (head.first == 0) {
    head = {.first = phrase[0], .second = second};
    ++head_count_;
    set_bit(prefix_filter_, bit_for(head.first, second));
  }
  std::uint32_t node = 0;
  for (std::size_t i = 2; i < phrase.size(); ++i) {
    std::uint32_t& siblings = node == 0 ? head.child : nodes_[node].child;
    node = siblings;
    while (node != 0 && nodes_[node].character != phrase[i]) node = nodes_[node].next;
    if (node != 0) continue;
    node = static_cast<std::uint32_t>(nodes_.size());
    const std::uint32_t next = std::exchange(siblings, node);
    nodes_.push_back({.character = phrase[i], .next = next});
  }
  return node == 0 ? head.value : nodes_[node].value;
}

namespace {

// The characters of a phrase as they are compared.
void spell(std::string_view phrase, std::u32string& letters) {
  letters.clear();
  FoldedCharacters characters(phrase);
  while (characters.next()) letters += characters.character();
}

// True for texts of ASCII, kana and kanji, nearly all: folding them takes no tables.
bool folds_simply(std::string_view phrase, const std::u32string& letters) {
  return !has(traits_of(phrase), Traits::compatibility | Traits::zero_width |
                                     Traits::variation_selector | Traits::bidi_control) &&
         std::ranges::all_of(letters, [](char32_t c) { return c < 0x80 || c >= 0x2E80; });
}

}  // namespace

void Lexicon::add(std::string_view phrase, std::uint32_t value) {
  std::u32string letters;
  spell(phrase, letters);
  if (!folds_simply(phrase, letters)) {
    std::string key;
    folded(phrase, key);
    spell(key, letters);
  }
  if (letters.empty()) return;
  std::uint32_t& known = value_of(letters);
  if (known != kNoValue) return;
  known = value;
  keep(letters, value);
}

void Lexicon::keep(std::u32string_view letters, std::uint32_t value) {
  phrases_.push_back({static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint32_t>(letters.size()), value});
  letters_ += letters;
}

void Lexicon::join(std::u32string_view phrase, std::uint32_t bits) {
  std::uint32_t& known = value_of(phrase);
  if (known == kNoValue) {
    known = 0;
    keep(phrase, 0);
  }
  known |= bits;
}

// A compound of known words, シンガポール+データセンター, is cut where a known word begins. One
// step of looking ahead is enough for what people write.
bool Lexicon::ends_word(std::string_view text, std::size_t end, char32_t last, int depth) const {
  FoldedCharacters after(text, end, last);
  if (!after.next() || after.begins_word()) return true;
  return depth == 0 && walk(text, end, last, depth + 1).has_value();
}

std::optional<Lexicon::Match> Lexicon::walk(std::string_view text, std::size_t begin,
                                            char32_t before, int depth) const {
  std::optional<Match> longest;
  each_from(text, begin, before, [&](std::size_t end, char32_t last, std::uint32_t value) {
    if (ends_word(text, end, last, depth)) longest = Match{begin, end, value};
  });
  return longest;
}

std::uint32_t Lexicon::bits_in(std::string_view text) const {
  std::uint32_t bits = 0;
  std::size_t reach =
      0;  // where the farthest phrase met so far ends: another may begin until there
  FoldedCharacters characters(text);
  while (characters.next()) {
    if (characters.begin() > reach && !characters.begins_word()) continue;
    each_from(text, characters.begin(), characters.last(),
              [&](std::size_t end, char32_t, std::uint32_t value) {
                bits |= value;
                reach = std::max(reach, end);
              });
  }
  return bits;
}

std::optional<std::uint32_t> Lexicon::whole(std::string_view text) const {
  std::optional<std::uint32_t> found;
  each_from(text, 0, 0, [&](std::size_t end, char32_t last, std::uint32_t value) {
    FoldedCharacters rest(text, end, last);
    if (!rest.next()) found = value;
  });
  return found;
}

std::string_view searchable(std::string_view text, Traits traits, std::string& scratch) {
  return has(traits, Traits::compatibility | Traits::zero_width) ? folded(text, scratch) : text;
}

}  // namespace tokki::inline v0::internal
