#include "text/corporate_number.hpp"

#include "text/folded_characters.hpp"

namespace tokki::inline v0::internal {

std::optional<CorporateNumber> read_corporate_number(std::string_view text) {
  CorporateNumber number{};
  if (text.size() == number.size()) {  // 13 plain digits, nearly always
    bool plain = true;
    for (std::size_t i = 0; i < number.size(); ++i) {
      number[i] = static_cast<std::uint8_t>(text[i] - '0');
      plain = plain && number[i] <= 9;
    }
    if (plain) return number;
  }
  std::size_t count = 0;
  FoldedCharacters characters(text);
  while (characters.next()) {
    const char32_t c = characters.character();
    if (c == U'-') continue;
    if (!is_digit(c) || count == number.size()) return std::nullopt;
    number[count++] = static_cast<std::uint8_t>(c - U'0');
  }
  return count == number.size() ? std::optional(number) : std::nullopt;
}

bool check_digit_fits(const CorporateNumber& number) {
  unsigned sum = 0;
  for (std::size_t n = 1; n <= 12; ++n) {
    sum += number[number.size() - n] * (n % 2 == 1 ? 1U : 2U);
  }
  return number[0] == 9 - sum % 9;
}

bool is_local_government(const CorporateNumber& number) {
  constexpr std::array<std::uint8_t, 6> kMark{0, 0, 0, 0, 2, 0};
  for (std::size_t i = 0; i < kMark.size(); ++i) {
    if (number[i + 1] != kMark[i]) return false;
  }
  return true;
}

bool government_code_fits(const CorporateNumber& number) {
  unsigned sum = 0;
  for (unsigned i = 0; i < 5; ++i) sum += number[7 + i] * (6 - i);
  return number[12] == (11 - sum % 11) % 10;
}

std::string digits(const CorporateNumber& number) {
  std::string text;
  for (const std::uint8_t digit : number) text += static_cast<char>('0' + digit);
  return text;
}

std::string digits_of(std::string_view number) {
  std::string scratch;
  std::string digits;
  for (const char c : folded(number, scratch)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

}  // namespace tokki::inline v0::internal
