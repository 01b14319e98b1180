// phrases.hpp: an edition's phrases, compiled for searching.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>

#include "ruleset/phrase_lists.hpp"
#include "text/lexicon.hpp"

namespace tokki::inline v0::internal {

/// `searched` is a text as lexicons can match it: see searchable().
class Phrases {
 public:
  explicit Phrases(const EditionFile& file);

  /// What the whole of a text means, whether it ends with 。, stands in brackets or behind a bullet
  /// or not. The space behind an example mark may be left in `text` alone.
  [[nodiscard]] CellMeaning classify_cell(std::string_view text, std::string_view searched) const;
  /// The topics of a text. Those of services, locations and hedges may be false positives.
  [[nodiscard]] Topic topics_of(std::string_view searched) const;
  /// The phrases of a topic of the edition's lists. Of services the value is the index of
  /// EditionFile::services or kUnnamedService, of others the index in the list.
  [[nodiscard]] const Lexicon& inside(Topic topic) const { return inside_[index_of(topic)]; }

  /// あおば印刷ほか, AWS等, 株式会社あおば 他２社: the text ends with words for further entries.
  [[nodiscard]] bool ends_with_others(std::string_view searched) const;
  /// 訓練に関する一切の業務: phrases for vague work, one after the other, and nothing else.
  [[nodiscard]] bool only_vague_work(std::string_view searched) const;

  /// ISO/IEC 27001:2022: the text names an international certification of security.
  [[nodiscard]] bool names_certificate(std::string_view searched) const;

  /// How many media are printed on the form as examples.
  [[nodiscard]] std::size_t printed_media_count() const { return printed_media_count_; }
  /// Folded for comparison.
  [[nodiscard]] std::string_view printed_overseas_data() const { return printed_overseas_data_; }
  [[nodiscard]] std::string_view contract_title() const { return contract_title_; }

  static constexpr std::uint32_t kUnnamedService = 0xFFFF;  // クラウドストレージ: some service

 private:
  static std::size_t index_of(Topic topic) {
    return static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(topic)));
  }
  // The meaning of a text with nothing around it, and its first letter.
  [[nodiscard]] CellMeaning match_cell(std::string_view text, std::string_view searched,
                                       char32_t first) const;
  [[nodiscard]] bool begins_with_example_mark(std::string_view searched) const;

  Lexicon whole_cells_;                  // value: CellMeaning
  Lexicon example_marks_;                // at the start of a cell
  Lexicon vague_work_;                   // one after the other
  Lexicon certificates_;                 // inside the name of a standard
  std::array<Lexicon, kTopics> inside_;  // by topic
  Lexicon topics_;                       // all of these, and the world's locations; value: Topic
  std::uint64_t last_letters_of_others_ =
      0;  // a bit each: rejects texts that cannot end with 等 or ほか
  std::size_t printed_media_count_ = 0;
  std::string printed_overseas_data_;
  std::string contract_title_;
};

}  // namespace tokki::inline v0::internal
