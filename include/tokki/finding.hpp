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
#include "tokki/rule.hpp"
#include "tokki/severity.hpp"

namespace tokki::inline v0 {

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

/// One finding.
struct Finding {
  const RuleInfo* rule = nullptr;  ///< never null in a report; lives as long as the program
  Severity severity = Severity::error;
  Place at;
  std::vector<Place> related;
  std::vector<Argument> arguments;
  std::vector<Replacement> fix;
};

}  // namespace tokki::inline v0
