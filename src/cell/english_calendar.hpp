// english_calendar.hpp: the months and days of the week by their English names, which ICU knows.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tokki::inline v0::internal {

/// The word at the front of a folded text that names a month or a day of the week, in full or cut
/// short (apr, sept, thurs).
struct CalendarWord {
  unsigned number;   // of months from 1, of days of the week from 0, Sunday
  std::size_t size;  // of the word
};
[[nodiscard]] std::optional<CalendarWord> english_month(std::string_view text);
[[nodiscard]] std::optional<CalendarWord> english_weekday(std::string_view text);

}  // namespace tokki::inline v0::internal
