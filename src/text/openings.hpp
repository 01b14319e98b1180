// openings.hpp: which of several lexicons have a phrase in a text.
//
// Told in one walk over the text, three characters at a time: hardly any three open a phrase of any
// lexicon. Built once, then read by any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/lexicon.hpp"

namespace tokki {

class Openings {
 public:
  using Set = std::uint8_t;  // of lexicons, a bit each

  /// Adds a lexicon, complete, which must outlive this and stay where it is.
  void add(const Lexicon& lexicon, Set bit);

  /// The lexicons of which a phrase stands anywhere in the text, as a word of its own or within
  /// another. The text is one that a lexicon can match; see searchable().
  [[nodiscard]] Set anywhere(std::string_view text) const;

  /// The lexicons of which a phrase stands at the text's start.
  [[nodiscard]] Set at_start(std::string_view text) const;

 private:
  static constexpr std::size_t kBuckets = 1U << 16U;
  static constexpr std::size_t kFirsts = 1U << 12U;

  struct Member {
    Set bit;
    const Lexicon* lexicon;
  };

  static constexpr std::uint32_t bucket(char32_t a, char32_t b, char32_t c) noexcept {
    return (a * 0x9E3779B1U ^ b * 0x85EBCA6BU ^ c * 0xC2B2AE35U) >> 16U;
  }
  // Those of `candidates` of which a phrase really stands there.
  [[nodiscard]] Set confirmed(Set candidates, std::string_view text, std::size_t at) const;

  std::vector<Member> members_;
  std::vector<Set> openings_ = std::vector<Set>(kBuckets, 0);  // the first three characters, hashed
  std::array<Set, kFirsts> firsts_{};                          // the first character of each phrase
  std::array<Set, kFirsts> singles_{};                         // phrases of one character: 米
};

}  // namespace tokki
