// phrases.hpp: an edition's lists, compiled for looking up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/lexicon.hpp"
#include "tokki/records/edition_file.hpp"

namespace tokki {

/// What the whole of a cell may say; a set of bits, since 未定 is both undecided and no place.
enum class Saying : std::uint32_t {
  nothing_special = 0,
  none = 1U << 0U,
  undisclosed_place = 1U << 1U,
  unstated_place = 1U << 2U,
  undecided = 1U << 3U,
  elsewhere = 1U << 4U,
  vague_work = 1U << 5U,
  prompt = 1U << 6U,
  example = 1U << 7U,  // begins with 例 and the like, and says nothing else
  unidentified = 1U << 8U,
  oneself = 1U << 9U,
};
constexpr Saying operator|(Saying a, Saying b) noexcept {
  return static_cast<Saying>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
/// Whether any of the wanted is said.
constexpr bool has(Saying set, Saying wanted) noexcept {
  return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(wanted)) != 0;
}

/// What a text speaks of; a set of bits.
enum class Topic : std::uint32_t {
  nothing = 0,
  service = 1U << 0U,
  printed_medium = 1U << 1U,
  plan = 1U << 2U,
  negation = 1U << 3U,
  abroad = 1U << 4U,
  undisclosed = 1U << 5U,
  others = 1U << 6U,  // 等, ほか: more than is named
  japan = 1U << 7U,
  hedge = 1U << 8U,  // of a place
};
constexpr Topic operator|(Topic a, Topic b) noexcept {
  return static_cast<Topic>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(Topic set, Topic wanted) noexcept {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(wanted)) != 0;
}

struct Phrases {
  explicit Phrases(const EditionFile& file);

  /// What the whole of a text says, whether it ends with 。, stands in brackets or
  /// behind a bullet or not.
  /// `searched` is the text as lexicons can match it; the space behind an example mark may be left
  /// in `text` alone.
  [[nodiscard]] Saying saying_of(std::string_view text, std::string_view searched) const;
  /// What stands in a text. Of a service, a place and its hedges it is only told that one may.
  [[nodiscard]] Topic topics_of(std::string_view searched) const;

  /// あおば印刷ほか, AWS等, 株式会社あおば 他２社: the text ends saying that there are more.
  [[nodiscard]] bool left_open(std::string_view searched) const;
  /// 訓練に関する一切の業務: phrases for vague work, one after the other, and nothing else.
  [[nodiscard]] bool only_vague_work(std::string_view searched) const;

  Lexicon sayings;              // whole cells; value: Saying
  Lexicon example_marks;        // at the start of a cell
  Lexicon planned;              // inside a text
  Lexicon negations;            // inside a text
  Lexicon undisclosed;          // inside a text
  Lexicon and_others;           // inside a text
  Lexicon vague_work;           // one after the other
  Lexicon services;             // inside a text; value: index of EditionFile::services, or kUnnamed
  Lexicon printed_media;        // inside a text; value: which of the printed examples
  Lexicon topics;               // all that is looked for inside a text, places too; value: Topic
  std::uint64_t open_ends = 0;  // a bit each for the last letters of texts that may be left open
  std::uint32_t printed_media_count = 0;
  std::string printed_overseas_data;  // folded
  std::string contract_title;         // folded

  static constexpr std::uint32_t kUnnamed = 0xFFFF;  // クラウドストレージ: some service

 private:
  // The same of a text with nothing around it, and its first letter.
  [[nodiscard]] Saying said_by(std::string_view text, std::string_view searched,
                               char32_t first) const;
  [[nodiscard]] bool begins_with_example_mark(std::string_view searched) const;
};

}  // namespace tokki
