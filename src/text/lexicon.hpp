// lexicon.hpp: finds any of many phrases in a text, in one pass.
//
// A trie over folded characters. Built once, then read by any number of threads. Texts are matched
// as written: width, case, dashes and spaces are folded while reading. Text that only ICU can fold
// (㈱, ｱ, ①) must be folded before; see searchable().
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/folded_characters.hpp"

namespace tokki::inline v0::internal {

class Lexicon {
 public:
  struct Match {
    std::size_t begin, end;  // bytes of the text
    std::uint32_t value;
  };

  /// Adds a phrase as people write it. The same phrase twice keeps the first value.
  void add(std::string_view phrase, std::uint32_t value);

  /// Adds all phrases of another lexicon. Values are sets of bits here: `bits_of(value)` are joined
  /// to those that a phrase has already.
  template <class Bits>
  void join(const Lexicon& other, Bits&& bits_of);

  /// Every longest match that is a word of its own, from left to right, not overlapping: タイ is
  /// not found in タイムカード, but is in タイリージョン where リージョン is a phrase too.
  template <class Visit>
  void each(std::string_view text, Visit&& visit) const;

  /// Whether each() would find anything.
  [[nodiscard]] bool occurs_in(std::string_view text) const {
    bool found = false;
    each(text, [&](const Match&) { found = true; });
    return found;
  }

  /// The bits of all phrases with which a word of `text` begins, in one walk for all lexicons that
  /// were joined: where a bit is missing, each() of that lexicon finds nothing. It may be there for
  /// a word that only begins like a phrase: タイ in タイムカード.
  [[nodiscard]] std::uint32_t bits_in(std::string_view text) const;

  /// The value of the phrase that is the whole of `text`.
  [[nodiscard]] std::optional<std::uint32_t> whole(std::string_view text) const;

  /// The longest phrase with which `text` begins.
  [[nodiscard]] std::optional<Match> prefix(std::string_view text) const {
    return walk(text, 0, 0, 0);
  }

  /// The first letter of a text, 0 when there is none. Most texts cannot be a phrase, by their
  /// first letter or by that and the last one.
  [[nodiscard]] static char32_t first_letter(std::string_view text) noexcept {
    FoldedCharacters characters(text);
    return characters.next() ? characters.character() : 0;
  }
  /// Stops at the end are left out.
  [[nodiscard]] static char32_t last_letter(std::string_view text) noexcept;

  /// False when no phrase begins with this letter.
  [[nodiscard]] bool may_begin(char32_t first) const noexcept {
    return bit_of(first_letter_filter_, bit_for(first, 0));
  }
  /// False when no phrase is the whole of a text with these ends, or of it without a stop.
  [[nodiscard]] bool may_be_whole(char32_t first, char32_t last) const noexcept {
    return bit_of(ends_filter_, bit_for(first, last));
  }

 private:
  static constexpr std::uint32_t kNoValue = 0xFFFFFFFF;

  // The first two characters of phrases; 0 is the second of those that have but one.
  struct Head {
    char32_t first = 0;  // 0: a free slot of the table
    char32_t second = 0;
    std::uint32_t child = 0;         // the first of the nodes that go on from here; 0: none
    std::uint32_t value = kNoValue;  // of the phrase that ends here
  };
  // A further character. The nodes of one phrase are mostly adjacent in memory.
  struct Node {
    char32_t character = 0;
    std::uint32_t child = 0;
    std::uint32_t next = 0;  // its next sibling
    std::uint32_t value = kNoValue;
  };

  static constexpr std::uint32_t hash(char32_t first, char32_t second) noexcept {
    return first * 0x9E3779B1U ^ second * 0x85EBCA6BU;
  }
  // The slot of these two characters, or a free one for them.
  [[nodiscard]] std::size_t slot_of(char32_t first, char32_t second) const noexcept {
    std::size_t at = hash(first, second) >> shift_;
    while (heads_[at].first != 0 && (heads_[at].first != first || heads_[at].second != second)) {
      at = (at + 1) & (heads_.size() - 1);
    }
    return at;
  }

  // A Bloom filter over pairs of characters, 4 KiB: most positions of a text are rejected without
  // touching the trie.
  static constexpr std::size_t kFilterBits = 32768;
  using Filter = std::array<std::uint64_t, kFilterBits / 64>;
  static bool bit_of(const Filter& filter, std::size_t bit) noexcept {
    return (filter[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  static void set_bit(Filter& filter, std::size_t bit) noexcept {
    filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  static constexpr std::size_t bit_for(char32_t one, char32_t other) noexcept {
    return hash(one, other) >> 17U;
  }
  // False when no phrase begins with these two characters.
  [[nodiscard]] bool may_begin(char32_t first, char32_t second) const noexcept {
    return bit_of(prefix_filter_, bit_for(first, second));
  }

  // Calls `visit(end, last, value)` for each phrase that begins at `begin`, the shortest first:
  // where it ends and with which character. `before` stands before it.
  template <class Visit>
  void each_from(std::string_view text, std::size_t begin, char32_t before, Visit&& visit) const;
  // The longest of them that ends a word.
  [[nodiscard]] std::optional<Match> walk(std::string_view text, std::size_t begin, char32_t before,
                                          int depth) const;
  [[nodiscard]] bool ends_word(std::string_view text, std::size_t end, char32_t last,
                               int depth) const;
  // Where the value of a phrase is kept; kNoValue when it is new.
  std::uint32_t& value_of(std::u32string_view phrase);

  struct Phrase {
    std::uint32_t begin, size;  // in letters_
    std::uint32_t value;        // with which it was added
  };
  void keep(std::u32string_view letters, std::uint32_t value);
  // Joins bits to the value of a phrase.
  void join(std::u32string_view phrase, std::uint32_t bits);

  std::u32string letters_;  // of all phrases, folded
  std::vector<Phrase> phrases_;
  std::vector<Head> heads_ = std::vector<Head>(16);
  std::size_t head_count_ = 0;
  unsigned shift_ = 28;  // from 32 bits of hash to an index of heads_
  std::vector<Node> nodes_{1};
  Filter prefix_filter_{};        // the first two characters of phrases
  Filter first_letter_filter_{};  // their first letters
  Filter ends_filter_{};          // their first and last letters
};

/// The text itself when a lexicon can match it as it stands, else folded into `scratch`.
std::string_view searchable(std::string_view text, Traits traits, std::string& scratch);

template <class Bits>
void Lexicon::join(const Lexicon& other, Bits&& bits_of) {
  const std::u32string_view letters = other.letters_;
  for (const Phrase& phrase : other.phrases_) {
    join(letters.substr(phrase.begin, phrase.size), bits_of(phrase.value));
  }
}

template <class Visit>
void Lexicon::each_from(std::string_view text, std::size_t begin, char32_t before,
                        Visit&& visit) const {
  FoldedCharacters characters(text, begin, before);
  if (!characters.next()) return;
  const auto met = [&](std::uint32_t value) {
    if (value != kNoValue) visit(characters.end(), characters.character(), value);
  };
  const char32_t first = characters.character();
  if (may_begin(first, 0)) met(heads_[slot_of(first, 0)].value);
  if (!characters.next() || !may_begin(first, characters.character())) return;
  const Head& head = heads_[slot_of(first, characters.character())];
  met(head.value);
  std::uint32_t node = head.child;
  while (node != 0 && characters.next()) {
    while (node != 0 && nodes_[node].character != characters.character()) node = nodes_[node].next;
    met(nodes_[node].value);
    node = nodes_[node].child;  // node 0, no node, has neither
  }
}

template <class Visit>
void Lexicon::each(std::string_view text, Visit&& visit) const {
  FoldedCharacters characters(text);
  bool continues = false;  // another phrase ended directly before
  while (characters.next()) {
    if (continues || characters.begins_word()) {
      if (const auto match = walk(text, characters.begin(), characters.last(), 0)) {
        visit(*match);
        characters = FoldedCharacters(text, match->end, U'\0');
        continues = true;
        continue;
      }
    }
    continues = false;
  }
}

}  // namespace tokki::inline v0::internal
