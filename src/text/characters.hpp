// characters.hpp: the classes of characters that folding and matching need, and where a character
// begins.
#pragma once

#include <cstddef>
#include <string_view>

namespace tokki::inline v0::internal {

constexpr bool is_katakana(char32_t c) noexcept {
  return (c >= U'ァ' && c <= U'ヿ' && c != U'・') || (c >= U'ｦ' && c <= U'ﾟ');
}
/// The marks of が and ぱ that stand behind a kana, か゛, count as kana.
constexpr bool is_kana(char32_t c) noexcept {
  return is_katakana(c) || (c >= U'ぁ' && c <= U'ゖ') || (c >= U'\u3099' && c <= U'゜');
}
constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
constexpr bool is_latin(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_digit(c);
}

/// Where the character begins that ends at `end`, which is not 0.
constexpr std::size_t begin_of_character(std::string_view text, std::size_t end) noexcept {
  do --end;
  while (end != 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
  return end;
}

}  // namespace tokki::inline v0::internal
