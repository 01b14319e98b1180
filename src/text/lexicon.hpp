// lexicon.hpp: many phrases looked for in a text at once.
//
// A trie over folded characters. Built once, then read by any number of threads. Texts are matched
// as they were written: width, case, dashes and spaces are folded on the way. Text that only ICU
// can fold (㈱, ｱ, ①) is to be folded before; see searchable().
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/folded_characters.hpp"

namespace tokki {

class Lexicon {
 public:
  struct Match {
    std::size_t begin, end;  // bytes of the text
    std::uint32_t value;
  };

  /// Adds a phrase as people write it. The same phrase twice keeps the first value.
  void add(std::string_view phrase, std::uint32_t value);

  /// Every longest match that is a word of its own, from left to right, not overlapping: タイ is
  /// not found in タイムカード, but is in タイリージョン where リージョン is a phrase too.
  template <class Visit>
  void each(std::string_view text, Visit&& visit) const;

  /// True when some phrase may stand anywhere in the text, as a word of its own or within another.
  [[nodiscard]] bool any(std::string_view text) const;

  /// The value of the phrase that is the whole of `text`.
  [[nodiscard]] std::optional<std::uint32_t> whole(std::string_view text) const;

  /// The longest phrase with which `text` begins.
  [[nodiscard]] std::optional<Match> prefix(std::string_view text) const {
    return walk(text, 0, 0, 0);
  }

  /// False when no phrase begins with the (folded) character.
  [[nodiscard]] bool begins_with(char32_t character) const noexcept {
    return begins_.test(character % kBuckets);
  }

 private:
  struct Edge {
    char32_t character;
    std::uint32_t node;
  };
  struct Node {
    std::vector<Edge> edges;  // by character
    std::optional<std::uint32_t> value;
    char32_t character = 0;  // that leads here
  };
  static constexpr std::size_t kBuckets = 1U << 14U;
  static constexpr std::size_t kPairs = 1U << 15U;
  static constexpr std::uint32_t kSeveral = 0xFFFFFFFF;  // characters that share a bucket

  static constexpr std::size_t pair(char32_t first, char32_t second) noexcept {
    return (first * 0x9E3779B1U ^ second * 0x85EBCA6BU) >> 13U & (kPairs - 1);
  }
  [[nodiscard]] const Node* step(const Node& from, char32_t character) const;
  [[nodiscard]] std::optional<Match> walk(std::string_view text, std::size_t begin, char32_t last,
                                          int depth) const;
  [[nodiscard]] bool may_continue(std::string_view text, std::size_t at, char32_t first) const {
    if (at >= text.size()) return true;
    const char32_t second = folded_character(next_character(text, at), first);
    return second == U' ' || pairs_.test(pair(first, second)) || pairs_.test(pair(first, 0));
  }
  [[nodiscard]] bool ends_word(std::string_view text, std::size_t at, char32_t last,
                               int depth) const;

  std::vector<Node> nodes_{1};
  // Which characters, and which two, begin a phrase: most positions cost one look, most others two,
  // and both sets stay in the nearest cache. Then the node behind each first character.
  std::bitset<kBuckets> begins_;
  std::bitset<kPairs> pairs_;
  std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(kBuckets, 0);
};

/// The text itself when a lexicon can match it as it stands, else folded into `scratch`.
std::string_view searchable(std::string_view text, Traits traits, std::string& scratch);

/// True when a word of one script runs on between two characters: テキ|スト, us|er.
constexpr bool same_word(char32_t before, char32_t after) noexcept {
  return (is_katakana(before) && is_katakana(after)) || (is_latin(before) && is_latin(after));
}

template <class Visit>
void Lexicon::each(std::string_view text, Visit&& visit) const {
  FoldedCharacters characters(text);
  bool continues = false;  // another phrase ended just here
  while (characters.next()) {
    const char32_t last = characters.last();
    if (begins_with(characters.character()) &&
        (continues || characters.after_space() || !same_word(last, characters.character())) &&
        may_continue(text, characters.end(), characters.character())) {
      if (const auto match = walk(text, characters.begin(), last, 0)) {
        visit(*match);
        characters = FoldedCharacters(text, match->end, U'\0');
        continues = true;
        continue;
      }
    }
    continues = false;
  }
}

}  // namespace tokki
