// finding.hpp: what was found in a document, as data. Words are made last, by a report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tokki/date.hpp"
#include "tokki/describe.hpp"
#include "tokki/export.hpp"
#include "tokki/location.hpp"
#include "tokki/place.hpp"

namespace tokki {

/// How much a finding weighs, from least to most. It never depends on the language.
enum class Severity : std::uint8_t {
  note,          ///< 参考: nothing to do, or a fix that is offered
  undetermined,  ///< 未確定: the terms leave it open, or evidence is wanting that would settle it
  review,        ///< 要確認: the text leaves it to a person, who is told what to look at
  warning,       ///< 注意: probably wrong
  error,         ///< 誤り: the document must be corrected
};
template <>
struct Description<Severity> {
  static constexpr std::string_view name = "Severity";
  static constexpr Choice<Severity> choices[] = {{Severity::note, "note"},
                                                 {Severity::undetermined, "undetermined"},
                                                 {Severity::review, "review"},
                                                 {Severity::warning, "warning"},
                                                 {Severity::error, "error"}};
};

/// A word of tokki's own vocabulary, translated by the report ("string", "truncated").
struct Term {
  std::string_view key;
};
/// A word of a format or of an edition, the same in every language ("storage_media", "Shift_JIS").
struct Token {
  std::string text;
};
/// A cell of the form, shown as the edition's place (３ ウ) or its label (日本国内のみ).
struct CellPlace {
  std::string_view key;
};
struct CellLabel {
  std::string_view key;
};
/// The wording of a clause of the edition, where it is what leaves something open.
struct ClauseWording {
  std::string_view key;
};
/// Text of the document. Withheld by reports unless asked for.
struct Value {
  std::string text;
};

/// A named, typed argument of a message.
struct Argument {
  std::string_view name;
  std::variant<std::int64_t, Day, CountryCode, Term, Token, CellPlace, CellLabel, ClauseWording,
               Value>
      content;
};

/// One step of a fix: replace the text at a place (an RFC 6902 "replace" operation).
struct Replacement {
  Place at;
  std::string value;
};

/// Everything about a rule but its check: one row, which also feeds `tokki explain`, the rule
/// reference and the tests.
struct RuleInfo {
  std::string_view id;         ///< public and permanent, kebab-case
  Severity severity;           ///< an edition may set another
  std::string_view clause;     ///< the clause it serves; empty: the clause of the cell it points at
  Text message;                ///< what is wrong; ICU message patterns with the finding's arguments
  Text remedy;                 ///< what to do
  Text why;                    ///< why the rule exists
  std::string_view fires;      ///< an example: a JSON merge patch (RFC 7396) on the sample form,
                               ///< or a JSON patch (RFC 6902) on the sample dossier
  std::string_view near_miss;  ///< looks alike, and the rule is silent
  bool whole_documents = false;  ///< the two examples are whole documents, not patches
  std::string_view reads = {};   ///< the edition's settings that the check looks at, by a space
  std::string_view under = {};   ///< the edition of the examples: what it adds to the default one
};

/// One finding.
struct Finding {
  const RuleInfo* rule = nullptr;  ///< never null in a report; lives as long as the program
  Severity severity = Severity::error;
  Place at;
  std::vector<Place> related;
  std::vector<Argument> arguments;
  std::vector<Replacement> fix;
};

}  // namespace tokki
