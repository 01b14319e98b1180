// rewritten.hpp: the same text in other notations.
#pragma once

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tokki {

inline icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// As Apple's file systems do: か and its mark are two characters.
inline std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not decompose");
  return result;
}

/// In half-width katakana, as old systems do. A text that is no UTF-8 is left as it is.
inline std::string with_half_width_kana(std::string_view text) {
  static UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> narrow(icu::Transliterator::createInstance(
      "[[:Katakana:]ー] Fullwidth-Halfwidth", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot narrow katakana");
  icu::UnicodeString characters = icu::UnicodeString::fromUTF8(piece_of(text));
  std::string result;
  if (characters.toUTF8String(result) != text) return std::string(text);
  result.clear();
  narrow->transliterate(characters);
  return characters.toUTF8String(result);
}

/// Letters, digits, signs and spaces in full width, as Japanese input leaves them.
inline std::string in_full_width(std::string_view text) {
  icu::UnicodeString result;
  const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(piece_of(text));
  for (std::int32_t i = 0; i < characters.length(); ++i) {
    const char16_t c = characters[i];
    result += c > u' ' && c < 0x7F ? static_cast<char16_t>(c - u'!' + u'！')
              : c == u' '          ? u'\u3000'
                                   : c;
  }
  std::string utf8;
  return result.toUTF8String(utf8);
}

/// With the forms of companies abbreviated.
inline std::string with_brief_companies(std::string_view text) {
  std::string result(text);
  for (const auto& [full, brief] : {std::pair<std::string_view, std::string_view>{"株式会社", "㈱"},
                                    {"有限会社", "(有)"},
                                    {"合同会社", "（同）"},
                                    {"学校法人", "㈻"},
                                    {"一般社団法人", "（一社）"}}) {
    for (auto at = result.find(full); at != std::string::npos; at = result.find(full, at)) {
      result.replace(at, full.size(), brief);
    }
  }
  return result;
}

/// As if two people had typed it: every other line is rewritten, the first one or the second.
template <class Rewrite>
std::string by_two(std::string_view text, bool first, Rewrite&& rewrite) {
  std::string result;
  for (bool turn = first; !text.empty(); turn = !turn) {
    const std::string_view line = text.substr(0, text.find('\n'));
    result += turn ? rewrite(line) : std::string(line);
    text.remove_prefix(line.size());
    if (text.empty()) break;
    result += '\n';
    text.remove_prefix(1);
  }
  return result;
}

}  // namespace tokki
