#include "text/lexicon.hpp"

#include <algorithm>

namespace tokki {

const Lexicon::Node* Lexicon::step(const Node& from, char32_t character) const {
  if (&from == nodes_.data()) {
    const std::uint32_t first = first_[character % kBuckets];
    if (first == 0) return nullptr;
    if (first != kSeveral) return nodes_[first].character == character ? &nodes_[first] : nullptr;
  }
  const auto edge = std::ranges::lower_bound(from.edges, character, {}, &Edge::character);
  return edge != from.edges.end() && edge->character == character ? &nodes_[edge->node] : nullptr;
}

void Lexicon::add(std::string_view phrase, std::uint32_t value) {
  std::string key;
  folded(phrase, key);
  std::uint32_t node = 0;
  FoldedCharacters characters(key);
  while (characters.next()) {
    const char32_t c = characters.character();
    if (const Node* known = step(nodes_[node], c)) {
      node = static_cast<std::uint32_t>(known - nodes_.data());
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    auto& edges = nodes_[node].edges;
    edges.insert(std::ranges::lower_bound(edges, c, {}, &Edge::character), {c, fresh});
    nodes_.emplace_back().character = c;
    if (node == 0) {
      begins_.set(c % kBuckets);
      std::uint32_t& first = first_[c % kBuckets];
      first = first == 0 ? fresh : kSeveral;
    }
    node = fresh;
  }
  if (node == 0) return;
  if (!nodes_[node].value) nodes_[node].value = value;
  FoldedCharacters start(key);
  start.next();
  const char32_t first = start.character();
  pairs_.set(
      pair(first, start.next() ? start.character() : U'\0'));  // 0: a phrase of one character
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
  const Node* node = nodes_.data();
  std::optional<Match> longest;
  FoldedCharacters characters(text, begin, last);
  while (characters.next()) {
    node = step(*node, characters.character());
    if (node == nullptr) break;
    if (node->value && ends_word(text, characters.end(), characters.character(), depth)) {
      longest = Match{begin, characters.end(), *node->value};
    }
  }
  return longest;
}

bool Lexicon::any(std::string_view text) const {
  FoldedCharacters characters(text);
  while (characters.next()) {
    if (!begins_with(characters.character()) ||
        !may_continue(text, characters.end(), characters.character())) {
      continue;
    }
    const Node* node = nodes_.data();
    FoldedCharacters phrase(text, characters.begin(), characters.last());
    while (phrase.next() && (node = step(*node, phrase.character())) != nullptr) {
      if (node->value) return true;
    }
  }
  return false;
}

std::optional<std::uint32_t> Lexicon::whole(std::string_view text) const {
  const Node* node = nodes_.data();
  FoldedCharacters characters(text);
  while (characters.next()) {
    const bool first = node == nodes_.data();
    if (first && !begins_with(characters.character())) return std::nullopt;
    if (first && !may_continue(text, characters.end(), characters.character())) return std::nullopt;
    node = step(*node, characters.character());
    if (node == nullptr) return std::nullopt;
  }
  return node->value;
}

std::string_view searchable(std::string_view text, Traits traits, std::string& scratch) {
  return has(traits, Traits::compatibility | Traits::zero_width) ? folded(text, scratch) : text;
}

}  // namespace tokki
