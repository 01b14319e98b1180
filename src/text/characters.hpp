// characters.hpp: the few classes of characters that folding and matching ask for.
#pragma once

namespace tokki {

constexpr bool is_katakana(char32_t c) noexcept {
  return (c >= U'ァ' && c <= U'ヿ' && c != U'・') || (c >= U'ｦ' && c <= U'ﾟ');
}
constexpr bool is_kana(char32_t c) noexcept { return is_katakana(c) || (c >= U'ぁ' && c <= U'ゖ'); }
constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
constexpr bool is_latin(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_digit(c);
}

}  // namespace tokki
