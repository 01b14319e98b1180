#include "report/layout.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/icu_status.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

std::size_t columns_of(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK ||
      u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR) {
    return 0;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
    case U_EA_AMBIGUOUS: return 2;
    default: return 1;
  }
}

icu::BreakIterator& breaks(Language language) {
  const auto make = [](const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createLineInstance(icu::Locale(locale), status));
    require(status);
    return made;
  };
  thread_local const std::unique_ptr<icu::BreakIterator> japanese = make("ja@lb=strict");
  thread_local const std::unique_ptr<icu::BreakIterator> english = make("en");
  return language == Language::ja ? *japanese : *english;
}

// Endings of verbs that a line must not tear apart.
constexpr std::array<std::u16string_view, 7> kEndings{u"ください", u"ません", u"ました", u"でした",
                                                      u"ます",     u"です",   u"した"};

bool is_hiragana(char16_t c) { return c >= u'\u3041' && c <= u'\u309F'; }

// True where a line may not end in Japanese although the characters would allow it: within such an
// ending, and before the last hiragana of a phrase, so that its last two stay together (ある。).
bool tears_ending(const icu::UnicodeString& text, int32_t at) {
  for (const std::u16string_view ending : kEndings) {
    const auto size = static_cast<int32_t>(ending.size());
    for (int32_t begin = std::max(at - size + 1, 0); begin < at; ++begin) {
      int32_t same = 0;
      while (same < size && text.charAt(begin + same) == ending[static_cast<std::size_t>(same)]) {
        ++same;
      }
      if (same == size) return true;
    }
  }
  const bool last = at + 1 >= text.length() || u_ispunct(text.char32At(at + 1));
  return last && at != 0 && is_hiragana(text.charAt(at - 1)) && is_hiragana(text.charAt(at));
}

std::string_view without_trailing_space(std::string_view text) {
  const auto last = text.find_last_not_of(" \n");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t at = 0; at < text.size();) total += columns_of(next_character(text, at));
  return total;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    Language language) {
  const std::size_t room = width > indent + 20 ? width - indent : 20;
  const std::string margin(indent, ' ');
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  icu::BreakIterator& iterator = breaks(language);
  iterator.setText(whole);
  std::string out;
  std::string line;
  const auto end_line = [&] {
    out.append(margin).append(without_trailing_space(line)).append("\n");
    line.clear();
  };
  for (int32_t begin = iterator.first(), end = iterator.next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator.next()) {
    while (language == Language::ja && end < whole.length() && tears_ending(whole, end)) {
      end = iterator.next();
    }
    std::string piece;
    whole.tempSubStringBetween(begin, end).toUTF8String(piece);
    if (!line.empty() && columns(line) + columns(without_trailing_space(piece)) > room) end_line();
    line += piece;
    if (piece.ends_with('\n')) end_line();
  }
  if (!line.empty()) end_line();
  return out;
}

std::string visible(std::string_view text, Traits hidden) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (has(traits_of(c), hidden) || (c >= 0x80 && c < 0xA0)) {
      shown += fmt::format("<U+{:04X}>", static_cast<unsigned>(c));
    } else {
      shown.append(text, start, at - start);
    }
  }
  return shown;
}

std::string inked(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  const char* code = "";
  switch (ink) {
    case Ink::bold: code = "1"; break;
    case Ink::dim: code = "2"; break;
    case Ink::red: code = "1;31"; break;
    case Ink::yellow: code = "1;33"; break;
    case Ink::cyan: code = "1;36"; break;
    case Ink::green: code = "1;32"; break;
    case Ink::plain: break;
  }
  return std::string("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
}

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error: return Ink::red;
    case Severity::warning: return Ink::yellow;
    case Severity::review:
    case Severity::undetermined: return Ink::cyan;
    default: return Ink::dim;
  }
}

}  // namespace tokki::inline v0::internal
