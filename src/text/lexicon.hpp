// lexicon.hpp: many phrases looked for in a text at once.
//
// A trie over folded characters. Built once, then read by any number of threads. It looks at each
// character of the text once where nothing begins, which is nearly everywhere.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tokki {

class Lexicon {
 public:
  struct Match {
    std::size_t begin, end;  // bytes of the folded text
    std::uint32_t value;
  };

  /// Adds a phrase as people write it. The same phrase twice keeps the first value.
  void add(std::string_view phrase, std::uint32_t value);

  /// The longest phrase that begins at `at` of a folded text and is a word of its own: タイ is not
  /// found in タイムカード, but is in タイリージョン where リージョン is a phrase too. `continues`
  /// says that another phrase ended just here.
  [[nodiscard]] std::optional<Match> match_at(std::string_view folded_text, std::size_t at,
                                              bool continues = false) const;

  /// Every longest match, from left to right, not overlapping.
  template <class Visit>
  void each(std::string_view folded_text, Visit&& visit) const;

  /// False when no phrase begins as `text` (as written) does; cheap.
  [[nodiscard]] bool may_begin(std::string_view text) const;

  /// The value of the phrase that is the whole of `text` (as written, unfolded).
  [[nodiscard]] std::optional<std::uint32_t> whole(std::string_view text, std::string& scratch) const;

 private:
  struct Edge {
    char32_t character;
    std::uint32_t node;
  };
  struct Node {
    std::vector<Edge> edges;
    std::optional<std::uint32_t> value;
  };
  static constexpr std::size_t kBuckets = 1U << 14U;

  [[nodiscard]] const Node* step(const Node& from, char32_t character) const;
  [[nodiscard]] bool ends_word(std::string_view text, std::size_t at, int depth) const;
  [[nodiscard]] std::optional<Match> walk(std::string_view text, std::size_t begin, int depth) const;
  [[nodiscard]] bool begins_with(char32_t character) const { return begins_.test(character % kBuckets); }

  std::vector<Node> nodes_{1};
  std::bitset<kBuckets> begins_;  // first characters, so that most positions cost one test
};

/// True when a word of one script runs on across this place: テキ|スト, us|er.
[[nodiscard]] bool inside_word(std::string_view text, std::size_t at);

template <class Visit>
void Lexicon::each(std::string_view text, Visit&& visit) const {
  bool continues = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto match = match_at(text, at, continues)) {
      visit(*match);
      at = match->end;
      continues = true;
      continue;
    }
    continues = false;
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  }
}

}  // namespace tokki
