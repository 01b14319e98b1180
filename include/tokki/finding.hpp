// finding.hpp: what was found in a document, as data. Reports put it into words.
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
/// A cell of the form by its key: shown as its position on the form (３ ウ), or as its label
/// (日本国内のみ).
struct CellPlace {
  std::string_view key;
};
struct CellLabel {
  std::string_view key;
};
/// The values that a cell takes, by their keys: shown with the labels that the edition gives them.
struct Choices {
  std::vector<std::string_view> keys;
};
/// Text of the document. Withheld by reports unless asked for.
struct Value {
  std::string text;
};

/// A typed argument of a message, by the name that the message's pattern uses.
struct Argument {
  std::string_view name;
  std::variant<std::int64_t, Day, CountryCode, Term, Token, CellPlace, CellLabel, Choices, Value>
      content;
};

/// One step of a fix: replace the text at a place (an RFC 6902 "replace" operation).
struct Replacement {
  Place at;
  std::string value;
};

/// One finding.
struct Finding {
  const RuleInfo* rule = nullptr;       ///< never null in a report; lives as long as the program
  Severity severity = Severity::error;  ///< as the edition sets it for the rule
  Place at;                             ///< what is wrong
  std::vector<Place> related;           ///< further places that the message refers to
  std::vector<Argument> arguments;      ///< of the message
  std::vector<Replacement> fix;         ///< steps that would correct it; often none
  /// The name of the party whose record of a dossier it is in. Only where values are kept.
  std::string party{};
};

}  // namespace tokki::inline v0
