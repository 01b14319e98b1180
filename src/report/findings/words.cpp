#include <fmt/format.h>
#include <unicode/msgfmt.h>

#include <charconv>

#include "report/findings/vocabulary.hpp"
#include "report/in_language.hpp"
#include "text/icu_status.hpp"
#include "tokki/report.hpp"

namespace tokki {
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
    return text(country_name(code, locale(language_)));
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
  // Never part of a message: reports show values apart, and only when asked.
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

// The first number in a pointer tells which entry of a list: /online_storage/services/1/name.
std::string entry_of(std::string_view pointer, Language language) {
  for (std::size_t at = pointer.find('/'); at != std::string_view::npos;
       at = pointer.find('/', at + 1)) {
    const std::string_view step = pointer.substr(at + 1, pointer.find('/', at + 1) - at - 1);
    unsigned index = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
    if (error != std::errc() || end != step.data() + step.size()) continue;
    return language == Language::ja ? fmt::format("（{}件目）", index + 1)
                                    : fmt::format(" (entry {})", index + 1);
  }
  return {};
}

// The cell itself, or the nearest group around it that has a name.
const Cell* cell_around(const Edition& edition, std::string_view key) {
  while (!key.empty()) {
    if (const Cell* cell = edition.cell(key)) return cell;
    const auto dot = key.rfind('.');
    key = dot == std::string_view::npos ? std::string_view() : key.substr(0, dot);
  }
  return nullptr;
}

}  // namespace

std::string place_name(const Location& at, const Edition& edition, Language language) {
  const Cell* cell = cell_around(edition, at.cell);
  if (cell == nullptr || at.pointer.empty()) return {};
  std::string place;
  // A form within a dossier: which form, then where on it.
  std::string_view pointer = at.pointer;
  constexpr std::string_view kForm = "/declaration/";
  const auto form = pointer.find(kForm);
  const Cell* filings = edition.cell("dossier.declarations");
  if (form != std::string_view::npos && filings != nullptr) {
    place = in(filings->place, language);
    place += entry_of(pointer.substr(0, form), language);
    place += language == Language::ja ? "　" : " ";
    pointer.remove_prefix(form + kForm.size() - 1);
  }
  place += in(cell->place, language);
  return place + entry_of(pointer, language);
}

Words words(const Finding& finding, const Edition& edition, Language language) {
  Words said;
  said.message = filled_in(in(finding.rule->message, language), finding, edition, language);
  said.remedy = filled_in(in(finding.rule->remedy, language), finding, edition, language);
  said.clause = finding.rule->clause;
  const Cell* cell = cell_around(edition, finding.at.cell);
  if (cell != nullptr && !finding.at.pointer.empty()) {
    said.place = place_name(finding.at, edition, language);
    said.label = in(cell->label, language);
    if (said.clause.empty() && finding.at.cell == cell->key.view())
      said.clause = cell->clause.str();
  }
  said.citation = edition.citation(said.clause, locale(language));
  return said;
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

}  // namespace tokki
