#include "text/lexicon.hpp"

#include <utility>

namespace tokki {

void Lexicon::add(std::string_view phrase, std::uint32_t value) {
  std::string key;
  folded(phrase, key);
  std::uint32_t node = 0;
  FoldedCharacters characters(key);
  while (characters.next()) {
    const char32_t c = characters.character();
    if (const std::uint32_t known = step(node, c)) {
      node = known;
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    std::uint32_t& siblings = node == 0 ? first_[c % kBuckets] : nodes_[node].child;
    const std::uint32_t next = std::exchange(siblings, fresh);
    nodes_.push_back({.character = c, .next = next});
    node = fresh;
  }
  if (node != 0 && nodes_[node].value == kNoValue) nodes_[node].value = value;
}

// A compound of known words, シンガポール+データセンター, is cut where a known word begins. One
// step of looking ahead is enough for what people write.
bool Lexicon::ends_word(std::string_view text, std::size_t at, char32_t last, int depth) const {
  if (at >= text.size()) return true;
  std::size_t next = at;
  const char32_t after = folded_character(next_character(text, next), last);
  return !same_word(last, after) || (depth == 0 && walk(text, at, last, depth + 1).has_value());
}

std::optional<Lexicon::Match> Lexicon::walk(std::string_view text, std::size_t begin, char32_t last,
                                            int depth) const {
  std::uint32_t node = 0;
  std::optional<Match> longest;
  FoldedCharacters characters(text, begin, last);
  while (characters.next()) {
    node = step(node, characters.character());
    if (node == 0) break;
    const std::uint32_t value = nodes_[node].value;
    if (value != kNoValue && ends_word(text, characters.end(), characters.character(), depth)) {
      longest = Match{begin, characters.end(), value};
    }
  }
  return longest;
}

bool Lexicon::opens(std::string_view text, std::size_t at) const {
  std::uint32_t node = 0;
  FoldedCharacters characters(text, at);
  while (characters.next() && (node = step(node, characters.character())) != 0) {
    if (nodes_[node].value != kNoValue) return true;
  }
  return false;
}

std::optional<std::uint32_t> Lexicon::whole(std::string_view text) const {
  std::uint32_t node = 0;
  FoldedCharacters characters(text);
  while (characters.next()) {
    node = step(node, characters.character());
    if (node == 0) return std::nullopt;
  }
  return nodes_[node].value == kNoValue ? std::nullopt : std::optional(nodes_[node].value);
}

std::string_view searchable(std::string_view text, Traits traits, std::string& scratch) {
  return has(traits, Traits::compatibility | Traits::zero_width) ? folded(text, scratch) : text;
}

}  // namespace tokki
