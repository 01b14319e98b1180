// time_limit.hpp: within which span of time a duty is to be done.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "cell/moment.hpp"
#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

/// The span of time within which something is to be done. Hours and minutes run at once, and
/// through the night; of days and longer ones the first day does not count, they end with a day,
/// and holidays may put off the end (民法139条～143条): what is later than such a span is not
/// certainly late.
class TimeLimit {
 public:
  explicit TimeLimit(const Parameter* bound) {
    if (bound == nullptr || !bound->value || !bound->unit) return;
    value_ = *bound->value;
    unit_ = bound->unit;
  }

  [[nodiscard]] bool is_exact() const { return unit_ == Unit::minutes || unit_ == Unit::hours; }
  /// Of an exact one.
  [[nodiscard]] std::chrono::seconds span() const {
    return unit_ == Unit::hours ? std::chrono::hours(value_) : std::chrono::minutes(value_);
  }
  /// Its end, if no holiday puts that off; nothing where that needs the office's calendar.
  [[nodiscard]] std::optional<Second> until(Second start) const {
    return unit_ == Unit::business_days ? std::nullopt : surely_until(start);
  }
  /// Until when it is certainly kept: so many business days are at least so many days.
  [[nodiscard]] std::optional<Second> surely_until(Second start) const {
    if (!unit_) return std::nullopt;
    if (is_exact()) return plus(start, span());
    // A day that begins with the span counts.
    const Day first = day_in_japan(start - std::chrono::seconds(1));
    if (unit_ == Unit::months) {
      const Day last = first + std::chrono::months(value_);
      return end_of(last.ok() ? last : Day(last.year() / last.month() / std::chrono::last));
    }
    return end_of(std::chrono::sys_days(first) +
                  std::chrono::days(value_ * (unit_ == Unit::weeks ? 7 : 1)));
  }
  /// Whether what was done at `to` was done in time, when the span began at `from`.
  [[nodiscard]] Truth keeps(const Moment& from, const Moment& to) const {
    if (is_exact()) return within(from, to, span());
    const std::optional<Second> last = from.known ? surely_until(from.lo) : std::nullopt;
    return last && to.hi <= *last ? Truth::yes : Truth::open;
  }
  [[nodiscard]] bool is_surely_past(const Moment& from, const Moment& to) const {
    return is_exact() && least_between(from, to) > span();
  }

 private:
  std::int64_t value_ = 0;
  std::optional<Unit> unit_;
};

}  // namespace tokki::inline v0::internal
