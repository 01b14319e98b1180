#include <fmt/format.h>
#include <unicode/msgfmt.h>

#include "report/findings/vocabulary.hpp"
#include "report/in_language.hpp"
#include "text/icu_status.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string date_text(Day day, Language language) {
  if (language == Language::en) return iso(day);
  return fmt::format("{}年{}月{}日", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

class ArgumentText {
 public:
  ArgumentText(const Edition& edition, Language language)
      : edition_(edition), language_(language) {}

  icu::Formattable operator()(std::int64_t number) const {
    return icu::Formattable(static_cast<int64_t>(number));
  }
  icu::Formattable operator()(Day day) const { return text(date_text(day, language_)); }
  icu::Formattable operator()(CountryCode code) const {
    return text(country_name(code, language_));
  }
  icu::Formattable operator()(const Term& term) const {
    const Text* known = term_text(term.key);
    return text(known != nullptr ? in(*known, language_) : term.key);
  }
  icu::Formattable operator()(const Token& token) const { return text(token.text); }
  icu::Formattable operator()(const CellPlace& place) const {
    const Cell* cell = edition_.cell(place.key);
    return text(cell != nullptr ? in(cell->place, language_) : place.key);
  }
  icu::Formattable operator()(const CellLabel& label) const {
    const Cell* cell = edition_.cell(label.key);
    return text(cell != nullptr ? in(cell->label, language_) : label.key);
  }
  icu::Formattable operator()(const ClauseWording& wording) const {
    const Clause* clause = edition_.clause(wording.key);
    return text(clause != nullptr ? in(clause->wording, language_) : wording.key);
  }
  // Empty: messages never hold values, which reports show separately and only when asked to.
  icu::Formattable operator()(const Value&) const { return text(""); }

 private:
  static icu::Formattable text(std::string_view content) {
    return icu::Formattable(utf16(content));
  }

  const Edition& edition_;
  Language language_;
};

std::string filled_in(std::string_view pattern, const Finding& finding, const Edition& edition,
                      Language language) {
  if (pattern.find('{') == std::string_view::npos) return std::string(pattern);
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(utf16(pattern),
                                  icu::Locale(std::string(locale(language)).c_str()), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  const ArgumentText text_of(edition, language);
  for (const Argument& argument : finding.arguments) {
    names.push_back(utf16(argument.name));
    values.push_back(std::visit(text_of, argument.content));
  }
  icu::UnicodeString out;
  format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), out, status);
  require(status);
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

std::string entry_text(std::optional<std::size_t> index, Language language) {
  if (!index) return {};
  return language == Language::ja ? fmt::format("（{}件目）", *index + 1)
                                  : fmt::format(" (entry {})", *index + 1);
}

// The cell itself, or the nearest group around it that has a name.
const Cell* cell_around(const Edition& edition, const Place& at) {
  Place around(at.document, at.kind, at.path);
  for (; !around.path.empty(); around.path.out()) {
    if (const Cell* cell = edition.cell(around.cell())) return cell;
  }
  return edition.cell(around.kind);
}

}  // namespace

std::string place_name(const Place& at, const Edition& edition, Language language) {
  const Cell* cell = cell_around(edition, at);
  if (cell == nullptr || at.is_root()) return {};
  std::string name;
  // A form within a dossier: which form, then where on it.
  const std::size_t steps_to_form = at.form().value_or(0);
  if (steps_to_form != 0) {
    Place filing(at.document, at.kind, at.path);
    while (filing.path.size() >= steps_to_form) filing.path.out();
    if (const Cell* filings = edition.cell(filing.cell())) {
      name = in(filings->place, language);
      name += entry_text(filing.entry(), language);
      name += language == Language::ja ? "　" : " ";
    }
  }
  name += in(cell->place, language);
  return name + entry_text(at.entry(), language);
}

Words words(const Finding& finding, const Edition& edition, Language language) {
  Words texts;
  texts.message = filled_in(in(finding.rule->message, language), finding, edition, language);
  texts.remedy = filled_in(in(finding.rule->remedy, language), finding, edition, language);
  texts.clause = finding.rule->clause;
  const Cell* cell = cell_around(edition, finding.at);
  if (cell != nullptr && !finding.at.is_root()) {
    texts.place = place_name(finding.at, edition, language);
    texts.label = in(cell->label, language);
    if (texts.clause.empty() && finding.at.cell() == cell->key.view())
      texts.clause = cell->clause.str();
  }
  texts.citation = edition.citation(texts.clause, language);
  return texts;
}

std::string_view severity_name(Severity severity, Language language) {
  const bool ja = language == Language::ja;
  switch (severity) {
    case Severity::error: return ja ? "誤り" : "error";
    case Severity::warning: return ja ? "注意" : "warning";
    case Severity::review: return ja ? "要確認" : "review";
    case Severity::undetermined: return ja ? "未確定" : "undetermined";
    default: return ja ? "参考" : "note";
  }
}

}  // namespace tokki::inline v0
