// same_meaning.hpp: whether two cells of a declaration say the same, however they are written.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "tokki/date.hpp"
#include "tokki/describe.hpp"
#include "tokki/location.hpp"

namespace tokki::inline v0::internal {

/// What a text of that kind means, as a key for comparison. A firm's name is compared as such.
[[nodiscard]] std::string meaning_of(std::string_view text, TextKind kind);
/// The day that it means; else its text.
[[nodiscard]] std::string meaning_of(const Date& date);
/// The countries that a cell names: 米国 and アメリカ合衆国 are one, and 日本、米国 are two. A text
/// that is not just names of countries stands for itself.
[[nodiscard]] std::set<std::string> countries_in(std::string_view cell);
/// JSON without the space between its tokens.
[[nodiscard]] std::string compact_json(std::string_view json);

}  // namespace tokki::inline v0::internal
