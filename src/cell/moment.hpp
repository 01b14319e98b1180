// moment.hpp: when something happened, as far as it is known, and what follows from that.
#pragma once

#include <chrono>
#include <limits>

#include "cell/truth.hpp"
#include "tokki/instant.hpp"

namespace tokki::inline v0::internal {

/// The seconds at which something may have happened. Unknown: any up to the instant asked about.
struct Moment {
  Second lo = Second::min();
  Second hi = Second::max();
  bool known = false;  ///< a time can be read
  [[nodiscard]] bool exact() const noexcept { return lo == hi; }
};

/// Whether a time is written at all, readable or not.
inline bool given(const Instant& instant) noexcept { return !instant.written.empty(); }
inline bool given(const Date& date) noexcept { return !date.written.empty(); }

/// When a recorded event happened. Without a readable time it is known to have happened, at any
/// time up to `as_of`.
inline Moment moment(const Instant& instant, Second as_of) noexcept {
  if (instant.value) return {instant.value->lo, instant.value->hi, true};
  return {Second::min(), as_of, false};
}
inline Moment moment(const Date& date, Second as_of) noexcept {
  if (!date.value) return {Second::min(), as_of, false};
  const TimeInterval day = day_in_japan(*date.value);
  return {day.lo, day.hi, true};
}
/// Until when something is to be done: of a day, its last second.
inline Moment deadline(const Instant& instant) noexcept {
  Moment until = moment(instant, Second::max());
  const bool day =
      until.known && until.hi - until.lo == std::chrono::hours(24) - std::chrono::seconds(1);
  if (day) until.lo = until.hi;
  return until;
}
inline Moment exactly(Second second) noexcept { return {second, second, true}; }

/// Whether `a` was before `b`. The same second is not before.
constexpr Truth before(const Moment& a, const Moment& b) noexcept {
  if (a.hi < b.lo) return Truth::yes;
  if (a.lo > b.hi || (a.exact() && b.exact() && a.lo == b.lo)) return Truth::no;
  return Truth::open;
}
/// Whether `a` was before `b` or in the same second.
constexpr Truth not_after(const Moment& a, const Moment& b) noexcept {
  if (a.hi <= b.lo) return Truth::yes;
  return a.lo > b.hi ? Truth::no : Truth::open;
}
/// The earlier of two.
constexpr Moment earlier(const Moment& a, const Moment& b) noexcept {
  return {std::min(a.lo, b.lo), std::min(a.hi, b.hi), a.known && b.known};
}

/// The later of two.
constexpr Moment later(const Moment& a, const Moment& b) noexcept {
  return {std::max(a.lo, b.lo), std::max(a.hi, b.hi), a.known && b.known};
}

/// Seconds, without overflow at the ends of time.
constexpr Second plus(Second second, std::chrono::seconds span) noexcept {
  if (second == Second::min() || second == Second::max()) return second;
  return second + span;
}
/// The least and the most time that can lie between two moments.
constexpr std::chrono::seconds least_between(const Moment& from, const Moment& to) noexcept {
  if (to.lo == Second::min() || from.hi == Second::max()) return std::chrono::seconds::min();
  return to.lo - from.hi;
}
constexpr std::chrono::seconds most_between(const Moment& from, const Moment& to) noexcept {
  if (from.lo == Second::min() || to.hi == Second::max()) return std::chrono::seconds::max();
  return to.hi - from.lo;
}
/// Whether at most `bound` lies between two moments. 60:00 is within 60 minutes, 60:01 is not.
constexpr Truth within(const Moment& from, const Moment& to, std::chrono::seconds bound) noexcept {
  if (most_between(from, to) <= bound) return Truth::yes;
  return least_between(from, to) > bound ? Truth::no : Truth::open;
}

}  // namespace tokki::inline v0::internal
