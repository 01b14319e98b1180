#include "text/lexicon.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return next_character(text, start);
}

}  // namespace

bool inside_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const char32_t before = character_before(text, at);
  std::size_t next = at;
  const char32_t after = next_character(text, next);
  return (is_katakana(before) && is_katakana(after)) || (is_latin(before) && is_latin(after));
}

const Lexicon::Node* Lexicon::step(const Node& from, char32_t character) const {
  const auto edge = std::ranges::lower_bound(from.edges, character, {}, &Edge::character);
  return edge != from.edges.end() && edge->character == character ? &nodes_[edge->node] : nullptr;
}

void Lexicon::add(std::string_view phrase, std::uint32_t value) {
  std::string scratch;
  folded(phrase, scratch);
  std::erase(scratch, ' ');
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < scratch.size();) {
    const char32_t c = next_character(scratch, at);
    if (node == 0) begins_.set(c % kBuckets);
    if (const Node* known = step(nodes_[node], c)) {
      node = static_cast<std::uint32_t>(known - nodes_.data());
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    auto& edges = nodes_[node].edges;
    edges.insert(std::ranges::lower_bound(edges, c, {}, &Edge::character), {c, fresh});
    nodes_.emplace_back();
    node = fresh;
  }
  if (node != 0 && !nodes_[node].value) nodes_[node].value = value;
}

std::optional<Lexicon::Match> Lexicon::match_at(std::string_view text, std::size_t begin,
                                                bool continues) const {
  if (!continues && inside_word(text, begin)) return std::nullopt;
  return walk(text, begin, 0);
}

// A compound of known words, シンガポール+データセンター, is cut where a known word begins. One
// step of looking ahead is enough for what people write.
bool Lexicon::ends_word(std::string_view text, std::size_t at, int depth) const {
  return !inside_word(text, at) || (depth == 0 && walk(text, at, depth + 1).has_value());
}

std::optional<Lexicon::Match> Lexicon::walk(std::string_view text, std::size_t begin,
                                            int depth) const {
  std::size_t at = begin;
  char32_t c = next_character(text, at);
  if (!begins_with(c)) return std::nullopt;
  const Node* node = step(nodes_[0], c);
  std::optional<Match> longest;
  while (node != nullptr) {
    if (node->value && ends_word(text, at, depth)) longest = Match{begin, at, *node->value};
    if (at >= text.size()) break;
    c = next_character(text, at);
    if (c == U' ' && at < text.size()) c = next_character(text, at);  // "Google Drive"
    node = step(*node, c);
  }
  return longest;
}

bool Lexicon::may_begin(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == U' ' || c == U'\u3000' || c < 0x20) continue;
    if (c >= 0x2E80 && c != U'ー' && traits_of(c) == Traits::plain) return begins_with(c);
    if (is_latin(c)) return begins_with(c >= U'A' && c <= U'Z' ? c + 0x20 : c);
    return true;  // folding may make anything of it
  }
  return false;
}

std::optional<std::uint32_t> Lexicon::whole(std::string_view text, std::string& scratch) const {
  // The first character decides for nearly every cell; folding it alone is cheap.
  if (!may_begin(text)) return std::nullopt;
  const std::string_view key = folded(text, scratch);
  if (key.empty()) return std::nullopt;
  const Node* node = nodes_.data();
  for (std::size_t i = 0; i < key.size() && node != nullptr;) {
    const char32_t c = next_character(key, i);
    if (c != U' ') node = step(*node, c);
  }
  return node == nullptr ? std::nullopt : node->value;
}

}  // namespace tokki
