// date.hpp: a date as it was written, and the day it means.
//
// Eras come from ICU, so a new era arrives with a new ICU.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tokki/export.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {

/// A day of the Gregorian calendar.
using Day = std::chrono::year_month_day;

/// How a written date was understood.
enum class DateReading : std::uint8_t {
  blank,             ///< nothing is written
  plain,             ///< 2025-04-01, 2025/4/1, 2025年4月1日, 令和7年4月1日, 令和元年5月1日
  normalised,        ///< read, but from full-width digits, kanji numerals, R7.4.1, 2025.4.1, ㋿ …
  era_missing,       ///< 7年4月1日, 25/4/1: the year cannot be known
  era_mismatch,      ///< 平成31年5月1日: the era did not hold on that day
  impossible,        ///< 2025-02-30, 令和7年13月1日: there is no such day
  unreadable,        ///< anything else
  weekday_mismatch,  ///< 2025年4月1日（水）: that day was another day of the week
  order_open,        ///< 4/10/2026: which number is the month cannot be known
};

/// A date cell: the text as written, and the day when it can only mean one.
struct TOKKI_EXPORT Date {
  Str written;
  std::optional<Day> value;
  DateReading reading = DateReading::blank;

  Date() = default;
  /// Reads `text`; never fails (see `reading`).
  explicit Date(Str text);

  friend bool operator==(const Date& a, const Date& b) { return a.written == b.written; }
};

/// Reads a date as people write it in Japan into `date`, whose text is taken as given.
TOKKI_EXPORT void read_date(Date& date);

/// The first day of the era of that name (令和), or nothing when ICU knows no such era.
[[nodiscard]] TOKKI_EXPORT std::optional<Day> era_start(std::string_view era);

/// Today in Japan (JST), whatever the machine's zone.
[[nodiscard]] TOKKI_EXPORT Day today_in_japan();

/// ISO 8601: "2025-04-01".
[[nodiscard]] TOKKI_EXPORT std::string iso(Day day);

}  // namespace tokki::inline v0
