// corporate_number.hpp: 法人番号, the 13 digits by which Japan's tax agency knows a corporation.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tokki::inline v0::internal {

/// The 13 digits, check digit first.
using CorporateNumber = std::array<std::uint8_t, 13>;

/// The digits of a text that holds exactly 13 of them and otherwise only hyphens, spaces and the
/// label 法人番号, in either width; or nothing.
[[nodiscard]] std::optional<CorporateNumber> read_corporate_number(std::string_view text);

/// 検査用数字: 9 − (Σ Pn·Qn mod 9) over the 12 base digits, n from the lowest, Q = 1 for odd n and
/// 2 for even n (法人番号の指定等に関する省令第2条).
[[nodiscard]] bool check_digit_fits(const CorporateNumber& number);

/// True when the number is one of a local government: 000020 and the 6 digits of its 団体コード.
[[nodiscard]] bool is_local_government(const CorporateNumber& number);

/// The 団体コード's own check digit: 11 − (Σ of 5 digits × 6 5 4 3 2 mod 11), its last digit.
[[nodiscard]] bool government_code_fits(const CorporateNumber& number);

[[nodiscard]] std::string digits(const CorporateNumber& number);

/// A number as it is written, well-formed or not, in comparable form: its digits in ASCII.
[[nodiscard]] std::string digits_of(std::string_view number);

}  // namespace tokki::inline v0::internal
