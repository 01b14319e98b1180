// kanji_number.hpp: numbers in kanji numerals.
#pragma once

#include <optional>
#include <string_view>

#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

/// 〇 to 九, and the 大字 that contracts use because they are harder to alter.
inline std::optional<int> kanji_digit(char32_t c) {
  for (const std::u32string_view digits : {U"〇一二三四五六七八九", U"零壱弐参"}) {
    const auto at = digits.find(c);
    if (at != std::u32string_view::npos) return static_cast<int>(at);
  }
  return std::nullopt;
}

/// What 十, 百 and 千 multiply by; else 0.
constexpr int kanji_unit(char32_t c) {
  return c == U'十' || c == U'拾' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

struct KanjiNumber {
  int value = 0;
  int numerals = 0;  // how many were read, 8 at most
};

/// Reads 二十五, 二〇二五 or 弐拾五 from `at` on and moves `at` behind it.
inline KanjiNumber read_kanji_number(std::string_view text, std::size_t& at) {
  constexpr int kMost = 8;
  KanjiNumber number;
  int pending = -1;  // digits not yet multiplied by a unit
  while (at < text.size() && number.numerals < kMost) {
    std::size_t next = at;
    const char32_t c = next_character(text, next);
    if (const auto digit = kanji_digit(c)) {
      pending = (pending < 0 ? 0 : pending * 10) + *digit;
    } else if (const int unit = kanji_unit(c)) {
      number.value += (pending < 0 ? 1 : pending) * unit;
      pending = -1;
    } else {
      break;
    }
    ++number.numerals;
    at = next;
  }
  if (pending > 0) number.value += pending;
  return number;
}

}  // namespace tokki::inline v0::internal
