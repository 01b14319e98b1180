// report.hpp: the words of findings, and reports on one document as text and JSON.
//
// What is found does not depend on the language of the report.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tokki/check.hpp"
#include "tokki/export.hpp"
#include "tokki/language.hpp"

namespace tokki::inline v0 {

template <>
struct Description<Language> {
  static constexpr std::string_view name = "Language";
  static constexpr Choice<Language> choices[] = {{Language::ja, "ja"}, {Language::en, "en"}};
};

/// How a report is written for people.
struct TextStyle {
  Language language = Language::ja;
  std::size_t width = 80;    ///< columns; a full-width character takes two
  bool colour = false;       ///< ANSI colours
  bool quote = false;        ///< quote the wording of the clause under each finding
  bool show_values = false;  ///< show what is written in the cells (personal data!)
};

/// The words of one finding, without values of the document.
struct Words {
  std::string message;   ///< what is wrong
  std::string remedy;    ///< what to do
  std::string place;     ///< ３ ウ（2件目）: the cell's position on the form; empty without a cell
  std::string label;     ///< the cell's printed label
  std::string clause;    ///< the key of the clause it rests on; empty when there is none
  std::string citation;  ///< the clause as cited: 特記事項3(4)
};
/// `edition` is that of the finding's report.
[[nodiscard]] TOKKI_EXPORT Words words(const Finding& finding, const Edition& edition,
                                       Language language);

/// ３ ウ（2件目）: the position on the form of a place's cell; empty when it has none. `party`:
/// what to call the record that it stands in, instead of by its number (Finding::party).
[[nodiscard]] TOKKI_EXPORT std::string place_name(const Place& at, const Edition& edition,
                                                  Language language, std::string_view party = {});

/// The severity's name for people: 誤り, "error" …
[[nodiscard]] TOKKI_EXPORT std::string_view severity_name(Severity severity, Language language);

/// How often a rule found something, and in how many documents.
struct RuleCount {
  std::uint64_t findings = 0;
  std::uint64_t documents = 0;
};

/// What was found in many documents, counted.
struct TOKKI_EXPORT Summary {
  std::uint64_t documents = 0;
  std::uint64_t documents_with_findings = 0;
  std::uint64_t unreadable_inputs = 0;
  std::array<std::uint64_t, 5> findings{};  ///< by Severity; those that were waived do not count
  std::uint64_t waived = 0;
  std::map<std::string_view, RuleCount> rules{};  ///< by id, those with findings

  /// Counts the report on one more document.
  void add(const Report& report);
  /// The gravest severity found; nothing when there was no finding that counts.
  [[nodiscard]] std::optional<Severity> gravest() const noexcept;
  /// The rules with findings, the most frequent first.
  [[nodiscard]] std::vector<std::pair<std::string_view, RuleCount>> most_frequent() const;
};

/// One document's findings as text, each beginning with its cell; empty when there are none.
[[nodiscard]] TOKKI_EXPORT std::string to_text(const Report& report, const TextStyle& style);
/// How many documents and findings there were: one line.
[[nodiscard]] TOKKI_EXPORT std::string to_text(const Summary& summary, const TextStyle& style);
/// The findings by rule, the most frequent first, as a table; empty when there are none.
[[nodiscard]] TOKKI_EXPORT std::string statistics(const Summary& summary, const TextStyle& style);

/// One document's findings as a JSON object, messages in both languages. What is written in the
/// document's cells (personal data) is only shown with `show_values`.
[[nodiscard]] TOKKI_EXPORT std::string to_json(const Report& report, bool show_values = false);
/// The counts as a JSON object.
[[nodiscard]] TOKKI_EXPORT std::string to_json(const Summary& summary);

/// A rule's purpose, clause, examples and remedy as text for a terminal.
[[nodiscard]] TOKKI_EXPORT std::string explain(const RuleInfo& rule, const Edition& edition,
                                               const TextStyle& style);

}  // namespace tokki::inline v0
