#include "text/corporate_number.hpp"

#include <algorithm>
#include <string>

#include "text/folded_characters.hpp"

namespace tokki::inline v0::internal {
namespace {

// What may stand between a label and the number, or around them.
bool is_mark(char32_t c) {
  return std::u32string_view(U":.()[]「」【】〔〕<>#№、。").find(c) != std::u32string_view::npos;
}

// What people write in front of the number, without spaces.
bool is_label(std::u32string_view text) {
  constexpr std::u32string_view kLabels[] = {
      U"法人番号", U"法人番号は", U"法人番号はです",  U"法人番号です", U"法人番号no",
      U"法人no",   U"no",         U"corporatenumber", U"corporateno",  U"corporatenumberis"};
  return std::ranges::find(kLabels, text) != std::end(kLabels);
}

}  // namespace

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
  constexpr std::size_t kLongestLabel = 20;
  std::size_t count = 0;
  std::u32string label;  // in front of the digits or behind them
  bool interrupted = false;
  FoldedCharacters characters(text);
  while (characters.next()) {
    const char32_t c = characters.character();
    if (is_digit(c)) {
      if (interrupted || count == number.size()) return std::nullopt;
      number[count++] = static_cast<std::uint8_t>(c - U'0');
      continue;
    }
    if (c == U'-') continue;
    interrupted = count != 0;
    if (!is_mark(c)) label += c;
    if (label.size() > kLongestLabel) return std::nullopt;
  }
  const bool complete = count == number.size() && (label.empty() || is_label(label));
  return complete ? std::optional(number) : std::nullopt;
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
