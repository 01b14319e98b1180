// lexicon.hpp: many phrases looked for in a text at once.
//
// A trie over folded characters. Built once, then read by any number of threads. Texts are matched
// as they were written: width, case, dashes and spaces are folded on the way. Text that only ICU
// can fold (㈱, ｱ, ①) is to be folded before; see searchable().
#pragma once

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

  /// The value of the phrase that is the whole of `text`.
  [[nodiscard]] std::optional<std::uint32_t> whole(std::string_view text) const;

  /// The longest phrase with which `text` begins.
  [[nodiscard]] std::optional<Match> prefix(std::string_view text) const {
    return walk(text, 0, 0, 0);
  }

  /// True when some phrase begins at `at`, be it a word of its own or not.
  [[nodiscard]] bool opens(std::string_view text, std::size_t at) const;

  /// Calls `visit(first, second, third)` for the first three characters of each phrase; 0 stands
  /// for those that a shorter phrase has not.
  template <class Visit>
  void each_opening(Visit&& visit) const {
    constexpr char32_t kNone = 0;
    const auto each = [this](std::uint32_t first, const auto& seen) {
      for (std::uint32_t i = first; i != 0; i = nodes_[i].next) seen(nodes_[i]);
    };
    for (const std::uint32_t head : first_) {
      each(head, [&](const Node& first) {
        if (first.value != kNoValue) visit(first.character, kNone, kNone);
        each(first.child, [&](const Node& second) {
          if (second.value != kNoValue) visit(first.character, second.character, kNone);
          each(second.child, [&](const Node& third) {
            visit(first.character, second.character, third.character);
          });
        });
      });
    }
  }

 private:
  static constexpr std::size_t kBuckets = 1U << 12U;
  static constexpr std::uint32_t kNoValue = 0xFFFFFFFF;

  struct Node {
    char32_t character = 0;   // that leads here
    std::uint32_t child = 0;  // the first of those that go on from here; 0: none
    std::uint32_t next = 0;   // the next of those that go on from the same node
    std::uint32_t value = kNoValue;
  };

  // The node to which `character` leads from `from`, or 0, which is the root.
  [[nodiscard]] std::uint32_t step(std::uint32_t from, char32_t character) const {
    std::uint32_t node = from == 0 ? first_[character % kBuckets] : nodes_[from].child;
    while (node != 0 && nodes_[node].character != character) node = nodes_[node].next;
    return node;
  }
  [[nodiscard]] std::optional<Match> walk(std::string_view text, std::size_t begin, char32_t last,
                                          int depth) const;
  [[nodiscard]] bool ends_word(std::string_view text, std::size_t at, char32_t last,
                               int depth) const;

  std::vector<Node> nodes_{1};
  // The root's own children, by character: most positions of a text begin nothing.
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
    if (first_[characters.character() % kBuckets] != 0 &&
        (continues || characters.after_space() || !same_word(last, characters.character()))) {
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
