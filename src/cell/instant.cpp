#include "tokki/instant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cell/time_of_day.hpp"
#include "text/characters.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr hours kJapanOffset{9};

void set_time(Instant& instant, Day day, const TimeOfDay& time, bool usual) {
  if (!time.possible()) {
    instant.reading = DateReading::impossible;
    return;
  }
  const minutes offset = time.offset.value_or(kJapanOffset);
  const Second begin = Second(sys_days(day)) + hours(time.hour) + minutes(time.minute) +
                       seconds(std::min(time.second, 59)) - offset;
  const seconds rest = !time.has_minute   ? hours(1) - seconds(1)
                       : !time.has_second ? minutes(1) - seconds(1)
                                          : seconds(0);
  instant.value = {begin, begin + rest};
  instant.reading = usual ? DateReading::plain : DateReading::normalised;
}

int digit_at(std::string_view text, std::size_t i) { return text[i] - '0'; }

// 2025-06-01T09:30:00+09:00 and …Z: no folding, no allocation.
bool read_plain(Instant& instant) {
  const std::string_view text = instant.written;
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:dd";
  const bool utc = text.size() == kShape.size() + 1 && text.back() == 'Z';
  const bool japan = text.size() == kShape.size() + 6 && text.ends_with("+09:00");
  if (!utc && !japan) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool right =
        kShape[i] == 'd' ? is_digit(static_cast<unsigned char>(text[i])) : text[i] == kShape[i];
    if (!right) return false;
  }
  const auto two = [&](std::size_t i) { return digit_at(text, i) * 10 + digit_at(text, i + 1); };
  const int year = two(0) * 100 + two(2);
  const Day day{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(two(5))),
                std::chrono::day(static_cast<unsigned>(two(8)))};
  const int hour = two(11);
  const int minute = two(14);
  const int second = two(17);
  if (!day.ok() || year < 1000 || hour > 23 || minute > 59 || second > 59) return false;
  const Second at = Second(sys_days(day)) + hours(hour) + minutes(minute) + seconds(second) -
                    (utc ? hours(0) : kJapanOffset);
  instant.value = {at, at};
  instant.reading = DateReading::plain;
  return true;
}

}  // namespace

Instant::Instant(Str text) : written(std::move(text)) { read_instant(*this); }

void read_instant(Instant& instant) {
  instant.value.reset();
  if (read_plain(instant)) return;
  const std::string_view written = instant.written;
  thread_local std::string scratch;
  const std::string_view text = folded(written, scratch);
  if (const auto parts = split_time(text)) {
    const auto time = read_time_of_day(parts->time);
    const Date day{Str(parts->day)};
    // Where there is a time that cannot be read, the day alone would say too much.
    instant.reading =
        !time || day.reading == DateReading::blank ? DateReading::unreadable : day.reading;
    const bool usual = parts->usual && time && time->usual && day.reading == DateReading::plain;
    if (time && day.value) set_time(instant, *day.value, *time, usual);
    return;
  }
  const Date day{Str(written)};
  instant.reading = day.reading;
  if (day.value) instant.value = day_in_japan(*day.value);
}

TimeInterval day_in_japan(Day day) noexcept {
  const Second begin = Second(sys_days(day)) - kJapanOffset;
  return {begin, begin + days(1) - seconds(1)};
}
Day day_in_japan(Second second) noexcept { return floor<days>(second + kJapanOffset); }

std::string iso(Second second) {
  const Day day = day_in_japan(second);
  const seconds of_day = second - day_in_japan(day).lo;
  const std::chrono::hh_mm_ss time(of_day);
  return fmt::format("{}T{:02}:{:02}:{:02}+09:00", iso(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace tokki::inline v0
