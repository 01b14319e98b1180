// cell_reading.hpp: the meaning of the text of one cell, under an edition.
//
// `scratch` is for folding; `searched` is the text as lexicons can match it, see searchable().
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "ruleset/rule_set.hpp"
#include "tokki/location.hpp"

namespace tokki::inline v0::internal {

/// What is determined for every cell.
struct CellClass {
  Traits traits = Traits::plain;
  bool blank = true;
  CellMeaning meaning = CellMeaning::unlisted;

  [[nodiscard]] bool says_none() const { return has(meaning, CellMeaning::none); }
  /// The cell is blank or なし.
  [[nodiscard]] bool says_nothing() const { return blank || says_none(); }
};

/// What is also determined for cells on media, services, locations or work.
struct CellReading : CellClass {
  Topic topics = Topic::nothing;
  bool hints_abroad = false;
  bool surely_abroad = false;
  bool online = false;            // it mentions an online service
  bool vague_work = false;        // 業務一式: too vague as a description of work
  bool no_data = false;           // 紙のみ: a medium that holds no electronic data
  bool ends_with_others = false;  // ends with 等 or ほか: there are more
  bool doubtful = false;  // it may use none: negated, planned, run by oneself, an everyday word
  Ticked<ServiceKind> kinds{};  // of all known services that it names
};

[[nodiscard]] CellClass classify(const Phrases& phrases, std::string_view text,
                                 std::string& scratch);
/// The same of a cell that is to name a party: whether it names nobody, or one of several.
[[nodiscard]] CellClass classify_party(const Phrases& phrases, std::string_view text,
                                       std::string& scratch);
[[nodiscard]] CellReading read_cell(const RuleSet& rules, std::string_view text,
                                    std::string& scratch);

/// 再委託は行いません, 無（オンプレミス）: a sentence that means なし.
[[nodiscard]] bool denies(const Phrases& phrases, const CellReading& reading,
                          std::string_view searched);

/// ＊＊＊, ／: marks alone, by which a cell is struck out.
[[nodiscard]] bool is_struck_out(std::string_view text);

/// AWS, Google社のデータセンター: `location` names its operator, one of `operators` or a known
/// service, and no location.
[[nodiscard]] bool names_only_operator(const Phrases& phrases, std::string_view location,
                                       std::initializer_list<std::string_view> operators);
/// 提供元による, 自動選択: a text without a word for a location or part of an address. `locations`
/// is its reading.
[[nodiscard]] bool names_no_location(const CellReading& reading, const LocationReading& locations,
                                     std::string_view text);

/// The printed examples of row 1 that a medium's cell contains, a bit each; nothing when it
/// contains anything else.
[[nodiscard]] std::optional<std::uint32_t> only_printed_media(const Phrases& phrases,
                                                              std::string_view searched);

/// True for the title of the contract as printed, quoted as on the form or not, with its
/// （コース番号 …） or without. `course_number` is what that cell is called.
[[nodiscard]] bool is_printed_title(const Phrases& phrases, std::string_view title,
                                    std::string_view course_number, std::string& scratch);
/// True for the printed example of what data is abroad.
[[nodiscard]] bool is_printed_overseas_data(const Phrases& phrases, std::string_view text,
                                            std::string& scratch);

/// 個人のため該当なし, 個人事業主: the party has no corporate number.
[[nodiscard]] bool says_no_number(const Phrases& phrases, std::string_view text,
                                  std::string_view searched);

}  // namespace tokki::inline v0::internal
