// phrases.hpp: an edition's phrases, compiled for searching.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>

#include "ruleset/phrase_lists.hpp"
#include "text/lexicon.hpp"

namespace tokki::inline v0::internal {

/// Letters, and perhaps others of the same hash: tells quickly that a text has another letter.
class LetterSet {
 public:
  void add(char32_t c) noexcept { words_[index_of(c) / 64] |= bit_of(c); }
  [[nodiscard]] bool may_have(char32_t c) const noexcept {
    return (words_[index_of(c) / 64] & bit_of(c)) != 0;
  }

 private:
  static constexpr std::size_t index_of(char32_t c) noexcept { return c * 0x9E3779B1U >> 21U; }
  static constexpr std::uint64_t bit_of(char32_t c) noexcept {
    return std::uint64_t{1} << (index_of(c) % 64);
  }
  std::array<std::uint64_t, 32> words_{};  // 2048 bits
};

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
  /// 弊社グループ, 守秘義務のため非開示: words that together name no party, and nothing else.
  [[nodiscard]] bool names_nobody(std::string_view searched) const;
  /// 株式会社あおば又は有限会社みどり: one of several.
  [[nodiscard]] bool offers_choice(std::string_view searched) const;
  /// 紙のみ, 紙媒体（電子データは保存しない）: words for no electronic data, and nothing else.
  [[nodiscard]] bool only_no_data(std::string_view searched) const;
  /// 清掃のみ, 清掃（個人情報には触れない）: work for which no data is handed over.
  [[nodiscard]] bool is_dataless_work(std::string_view searched) const;
  /// 録画用PC, behind a service's name: what is meant is a device.
  [[nodiscard]] bool describes_device(std::string_view behind) const;
  /// 技術者養成科の受講者名簿, behind a service's name: the service is what is taught.
  [[nodiscard]] bool describes_course(std::string_view behind) const;
  /// 社内クラウド（オンプレミス）: the entry with the phrase says that one runs it oneself.
  [[nodiscard]] bool is_on_own_server(std::string_view searched, const Lexicon::Match& match) const;
  /// 委託先のサーバー: the text speaks of one to whom work is passed on, and does not deny it.
  [[nodiscard]] bool mentions_subcontractor(std::string_view searched) const;

  /// ISO/IEC 27001:2022: the text names an international certification of security.
  [[nodiscard]] bool names_certificate(std::string_view searched) const;

  /// How many media are printed on the form as examples.
  [[nodiscard]] std::size_t printed_media_count() const { return printed_media_count_; }
  /// Folded for comparison.
  [[nodiscard]] std::string_view printed_overseas_data() const { return printed_overseas_data_; }
  [[nodiscard]] std::string_view contract_title() const { return contract_title_; }

  static constexpr std::uint32_t kUnnamedService = 0xFFFF;  // クラウドストレージ: some service
  static constexpr std::uint32_t kNoService = 0xFFFE;  // slack領域: none, whatever it sounds like

 private:
  static std::size_t index_of(Topic topic) {
    return static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(topic)));
  }
  // The meaning of a text with nothing around it, and its first letter.
  [[nodiscard]] CellMeaning match_cell(std::string_view text, std::string_view searched,
                                       char32_t first) const;
  [[nodiscard]] static bool begins_with_mark(const Lexicon& marks, std::string_view searched);
  [[nodiscard]] std::optional<std::size_t> begin_of_last(const Lexicon& phrases,
                                                         std::string_view text) const;
  // 候補：株式会社あおば, 入札により決定, 株式会社あおば（調整中）.
  [[nodiscard]] bool is_partly_undecided(std::string_view searched, char32_t first) const;

  Lexicon whole_cells_;    // value: CellMeaning
  Lexicon example_marks_;  // at the start of a cell
  Lexicon vague_work_;     // one after the other
  Lexicon generic_;        // likewise: words for parties without their names
  Lexicon no_data_;        // likewise
  Lexicon dataless_work_;
  Lexicon alternatives_;
  Lexicon undisclosed_;  // at the end of a cell
  Lexicon legal_forms_;
  Lexicon devices_;
  Lexicon course_words_;
  Lexicon undecided_;                    // at the start or the end of a cell
  Lexicon certificates_;                 // inside the name of a standard
  std::array<Lexicon, kTopics> inside_;  // by topic
  Lexicon topics_;                       // all of these, and the world's locations; value: Topic
  LetterSet last_letters_of_others_;     // rejects texts that cannot end with 等 or ほか
  LetterSet last_letters_of_undisclosed_;
  LetterSet last_letters_of_undecided_;  // likewise, with 未定
  std::size_t printed_media_count_ = 0;
  std::string printed_overseas_data_;
  std::string contract_title_;
};

}  // namespace tokki::inline v0::internal
