// time_of_day.hpp: the time of day behind a date, as people and machines write it. Texts are
// folded.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace tokki::inline v0::internal {

/// A time of day, and how exactly it is written.
struct TimeOfDay {
  int hour = 0, minute = 0, second = 0;
  bool has_minute = false, has_second = false;
  std::optional<std::chrono::minutes> offset;
  bool usual = true;  // as RFC 3339 writes it

  /// 23:59:59 and 24:00, not 25:00.
  [[nodiscard]] bool possible() const {
    return hour <= 24 && minute <= 59 && second <= 60 &&
           (hour != 24 || (minute == 0 && second == 0));
  }
};

/// 09:30, 午後3時, 9:30 pm, 09:30:15+09:00; nothing when the text is anything else.
[[nodiscard]] std::optional<TimeOfDay> read_time_of_day(std::string_view text);

/// The day and the time of day in a text.
struct Split {
  std::string_view day, time;
  bool usual;  // as RFC 3339 joins them
};
/// A time of day begins with the digits before the first : or 時, or with 午前 or 午後 before them.
[[nodiscard]] std::optional<Split> split_time(std::string_view text);

}  // namespace tokki::inline v0::internal
