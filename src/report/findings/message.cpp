#include "report/findings/message.hpp"

#include <fmt/format.h>
#include <unicode/msgfmt.h>

#include <vector>

#include "report/findings/vocabulary.hpp"
#include "report/in_language.hpp"
#include "text/icu_status.hpp"

namespace tokki::inline v0::internal {

std::string date_text(Day day, Language language) {
  if (language == Language::en) return iso(day);
  return fmt::format("{}年{}月{}日", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

class ArgumentText {
 public:
  ArgumentText(const Edition& edition, Language language, std::string_view cell)
      : edition_(edition), language_(language), cell_(cell) {}

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
  // japan_only（日本国内のみ）
  icu::Formattable operator()(const Choices& choices) const {
    const bool ja = language_ == Language::ja;
    std::string list;
    for (const std::string_view key : choices.keys) {
      if (!list.empty()) list += ja ? "、" : ", ";
      list += key;
      const Cell* const cell = edition_.cell(fmt::format("{}.{}", cell_, key));
      if (cell == nullptr) continue;
      list += fmt::format(fmt::runtime(ja ? "（{}）" : " ({})"), in(cell->label, language_));
    }
    return text(list);
  }
  // Empty: messages never hold values, which reports show separately and only when asked to.
  icu::Formattable operator()(const Value&) const { return text(""); }

 private:
  static icu::Formattable text(std::string_view content) {
    return icu::Formattable(utf16(content));
  }

  const Edition& edition_;
  Language language_;
  std::string_view cell_;
};

}  // namespace

std::string filled_in(std::string_view pattern, std::span<const Argument> arguments,
                      const Edition& edition, Language language, std::string_view cell) {
  if (pattern.find('{') == std::string_view::npos) return std::string(pattern);
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(utf16(pattern),
                                  icu::Locale(std::string(locale(language)).c_str()), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  const ArgumentText text_of(edition, language, cell);
  for (const Argument& argument : arguments) {
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

}  // namespace tokki::inline v0::internal
