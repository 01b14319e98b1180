#include "tokki/instant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

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

// A time of day, and how exactly it is written.
struct TimeOfDay {
  int hour = 0, minute = 0, second = 0;
  bool has_minute = false, has_second = false;
  std::optional<minutes> offset;
  bool usual = true;  // as RFC 3339 writes it
};

// Reads a folded text from left to right.
class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : text_(text) {}
  [[nodiscard]] bool at_end() const { return text_.empty(); }

  bool skip(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  void skip_spaces() {
    while (skip(" ")) {
    }
  }
  // At most two digits.
  std::optional<int> number() {
    int value = 0;
    std::size_t digits = 0;
    while (digits < 2 && digits < text_.size() &&
           is_digit(static_cast<unsigned char>(text_[digits]))) {
      value = value * 10 + (text_[digits++] - '0');
    }
    if (digits == 0) return std::nullopt;
    text_.remove_prefix(digits);
    return value;
  }
  // Digits of a fraction, which are finer than anything here asks.
  bool fraction() {
    std::size_t digits = 0;
    while (digits < text_.size() && is_digit(static_cast<unsigned char>(text_[digits]))) ++digits;
    text_.remove_prefix(digits);
    return digits != 0;
  }

 private:
  std::string_view text_;
};

bool read_offset(TimeReader& reader, TimeOfDay& time) {
  if (reader.skip("z")) {
    time.offset = minutes(0);
    return true;
  }
  const bool west = reader.skip("-");
  if (!west && !reader.skip("+")) return true;
  const auto hour = reader.number();
  reader.skip(":");
  const auto minute = reader.number();
  if (!hour || !minute || *hour > 23 || *minute > 59) return false;
  const minutes offset = hours(*hour) + minutes(*minute);
  time.offset = west ? -offset : offset;
  return true;
}

// 9時30分15秒, 9時半
bool read_words(TimeReader& reader, TimeOfDay& time) {
  time.usual = false;
  if (reader.skip("半")) {
    time.minute = 30;
    time.has_minute = true;
    return true;
  }
  const auto minute = reader.number();
  if (!minute) return true;
  if (!reader.skip("分")) return false;
  time.minute = *minute;
  time.has_minute = true;
  const auto second = reader.number();
  if (!second) return true;
  time.second = *second;
  time.has_second = true;
  return reader.skip("秒");
}

// 09:30, 09:30:15.250
bool read_digits(TimeReader& reader, TimeOfDay& time) {
  const auto minute = reader.number();
  if (!minute) return false;
  time.minute = *minute;
  time.has_minute = true;
  if (!reader.skip(":")) return true;
  const auto second = reader.number();
  if (!second) return false;
  time.second = *second;
  time.has_second = true;
  return !reader.skip(".") || reader.fraction();
}

std::optional<TimeOfDay> read_time_of_day(std::string_view text) {
  TimeReader reader(text);
  TimeOfDay time;
  const bool afternoon = reader.skip("午後");
  const bool half = afternoon || reader.skip("午前");
  reader.skip_spaces();
  const auto hour = reader.number();
  if (!hour) return std::nullopt;
  time.hour = *hour;
  if (reader.skip(":")) {
    if (!read_digits(reader, time)) return std::nullopt;
  } else if (!reader.skip("時") || !read_words(reader, time)) {
    return std::nullopt;
  }
  reader.skip_spaces();
  if (!read_offset(reader, time)) return std::nullopt;
  if (reader.skip("jst")) time.usual = false;
  if (!reader.at_end()) return std::nullopt;
  if (half) {
    // 午前12時 and 午後12時 mean noon to some and midnight to others.
    if (time.hour > 11) return std::nullopt;
    time.usual = false;
    if (afternoon) time.hour += 12;
  }
  return time;
}

// The day and the time of day in a folded text.
struct Split {
  std::string_view day, time;
  bool usual;  // as RFC 3339 joins them
};
// A time of day begins with the digits before the first : or 時, or with 午前 or 午後 before them.
std::optional<Split> split_time(std::string_view text) {
  const auto digit_before = [&](std::size_t i) {
    return i != 0 && is_digit(static_cast<unsigned char>(text[i - 1]));
  };
  const std::size_t mark = std::min(text.find(':'), text.find("時"));
  if (mark == std::string_view::npos || !digit_before(mark)) return std::nullopt;
  std::size_t begin = mark - 1;
  if (digit_before(begin)) --begin;
  std::string_view day = text.substr(0, begin);
  const auto drop_spaces = [&] {
    while (day.ends_with(' ')) day.remove_suffix(1);
  };
  drop_spaces();
  for (const std::string_view half : {"午前", "午後"}) {
    if (!day.ends_with(half)) continue;
    begin = day.size() - half.size();
    day.remove_suffix(half.size());
    drop_spaces();
    break;
  }
  const bool usual = day.ends_with('t');
  if (usual) day.remove_suffix(1);
  return Split{day, text.substr(begin), usual};
}

void set_time(Instant& instant, Day day, const TimeOfDay& time, bool usual) {
  if (time.hour > 24 || time.minute > 59 || time.second > 60 ||
      (time.hour == 24 && (time.minute != 0 || time.second != 0))) {
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
