// instant.hpp: a time as it was written, and the span of seconds it can mean.
//
// A record says when something happened as exactly as its writer knew: to the second, to the
// minute, or only the day. Reading keeps that: 10:00 is any second from 10:00:00 to 10:00:59, a day
// any second of it. Without an offset a time is Japan's (+09:00, no summer time), and so is a day.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "tokki/date.hpp"
#include "tokki/export.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {

/// A second on the clock of UTC.
using Second = std::chrono::sys_seconds;

/// The seconds at which something may have happened, from the first to the last.
struct TimeInterval {
  Second lo, hi;
  /// True when it is known to the second.
  [[nodiscard]] bool exact() const noexcept { return lo == hi; }
  friend bool operator==(const TimeInterval&, const TimeInterval&) = default;
};

/// A cell for a time or a day: the text as written, and the interval when it can only mean one.
struct TOKKI_EXPORT Instant {
  Str written;
  std::optional<TimeInterval> value;
  DateReading reading = DateReading::blank;

  Instant() = default;
  /// Reads `text`; never fails (see `reading`).
  explicit Instant(Str text);

  friend bool operator==(const Instant& a, const Instant& b) { return a.written == b.written; }
};

/// Reads a time into `instant`, whose text is taken as given: RFC 3339 (2025-06-01T09:30:00+09:00,
/// …T00:30Z), 2025-06-01 09:30, 令和7年6月1日 9時30分, 午後2時30分, 14:30:05, or a day as
/// read_date() reads it.
TOKKI_EXPORT void read_instant(Instant& instant);

/// All of a day in Japan: 00:00:00 to 23:59:59.
[[nodiscard]] TOKKI_EXPORT TimeInterval day_in_japan(Day day) noexcept;
/// The day in Japan on which a second is.
[[nodiscard]] TOKKI_EXPORT Day day_in_japan(Second second) noexcept;

/// RFC 3339 in Japan's time: "2025-06-01T09:30:00+09:00".
[[nodiscard]] TOKKI_EXPORT std::string iso(Second second);

}  // namespace tokki::inline v0
