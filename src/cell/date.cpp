#include "tokki/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <ranges>

#include "cell/english_calendar.hpp"
#include "cell/eras.hpp"
#include "cell/time_of_day.hpp"
#include "text/characters.hpp"
#include "text/kanji_number.hpp"
#include "tokki/instant.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

// Smaller numbers are years of an era that is not named: 7年 is not the year 7.
constexpr int kFirstYear = 1000;

// Reads a folded text from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool used_kanji() const { return used_kanji_; }

  bool skip(std::string_view word) {
    std::size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ') ++begin;  // R 7. 4. 1
    if (begin == text_.size() || !text_.substr(begin).starts_with(word)) return false;
    at_ = begin + word.size();
    return true;
  }
  bool skip_any(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [this](std::string_view word) { return skip(word); });
  }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  /// A month or a day of the week by its English name.
  std::optional<unsigned> named(std::optional<CalendarWord> (*name_at)(std::string_view)) {
    skip("");
    const auto word = name_at(rest());
    if (!word) return std::nullopt;
    at_ += word->size;
    return word->number;
  }

  /// A number in ASCII digits or kanji numerals, or 元; at most 8 digits.
  struct Number {
    int value = 0;
    int digits = 0;
  };
  std::optional<Number> number() {
    if (skip("元")) return Number{1, 1};
    skip("");
    if (at_end()) return std::nullopt;
    return is_digit(static_cast<unsigned char>(text_[at_])) ? ascii_number() : kanji_number();
  }

 private:
  std::optional<Number> ascii_number() {
    Number number;
    while (!at_end() && is_digit(static_cast<unsigned char>(text_[at_]))) {
      if (++number.digits > 8) return std::nullopt;
      number.value = number.value * 10 + (text_[at_++] - '0');
    }
    return number;
  }

  std::optional<Number> kanji_number() {
    const KanjiNumber number = read_kanji_number(text_, at_);
    if (number.numerals == 0) return std::nullopt;
    used_kanji_ = true;
    return Number{number.value, number.numerals};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool used_kanji_ = false;
};

struct Year {
  const Era* era = nullptr;
  Reader::Number number;
  [[nodiscard]] int western() const {
    return era == nullptr ? number.value
                          : number.value + static_cast<int>(Day(era->first).year()) - 1;
  }
};

struct Parts {
  Year year;
  std::optional<Year> other_year;  // 令和7年(2025年)
  bool fiscal = false;             // the other year is a fiscal one, which begins in April
  bool order_open = false;         // 4/10/2026: the month may be either number
  Reader::Number month, day;
  std::optional<std::chrono::weekday> weekday;
  bool unusual = false;  // the day is clear, but not written as on the form
};

// 令和, or Reiwa, 令 or R in front of a number; `brief` for those.
const Era* read_era(Reader& reader, bool& brief) {
  const auto newest_first = std::views::reverse(eras());
  for (const Era& era : newest_first) {
    if (reader.skip(era.name)) return &era;
  }
  for (const Era& era : newest_first) {
    if (reader.skip(era.romaji)) {
      brief = true;
      return &era;
    }
    const std::string_view name = era.name;
    std::size_t first = 0;
    (void)next_character(name, first);
    if (!reader.skip(era.letter) && !reader.skip(name.substr(0, first))) continue;
    reader.skip(".");
    brief = true;
    return &era;
  }
  return nullptr;
}

// The year by the other calendar, which offices write in brackets behind the first or the day.
bool read_other_year(Reader& reader, Parts& parts) {
  Reader inside = reader;
  if (parts.other_year || !inside.skip("(")) return true;
  Year other;
  bool brief = false;
  if (!inside.skip("西暦")) other.era = read_era(inside, brief);
  const auto number = inside.number();
  if (!number) return true;
  other.number = *number;
  if (inside.skip("年")) parts.fiscal = inside.skip("度");
  if (!inside.skip(")")) return false;
  parts.other_year = other;
  reader = inside;
  return true;
}

// Accepts a weekday, since people often add one: (木), (木曜日), 木曜日, (Thu), Thursday.
bool read_weekday(Reader& reader, Parts& parts) {
  constexpr std::array<std::string_view, 7> kWeekdays{"日", "月", "火", "水", "木", "金", "土"};
  const bool comma = reader.skip(",");
  const bool bracket = !comma && reader.skip("(");
  if (const auto english = reader.named(english_weekday)) {
    parts.weekday = std::chrono::weekday(*english);
    reader.skip(".");
    return !bracket || reader.skip(")");
  }
  if (comma) return false;
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (!reader.skip(kWeekdays.at(i))) continue;
    parts.weekday = std::chrono::weekday(i);
    const bool named = reader.skip_any({"曜日", "曜"});
    return bracket ? reader.skip(")") : named;
  }
  return !bracket;
}

// 4/10/2026: which number is the month is open, unless only one can be or both are the same.
void put_in_order(Parts& parts, Reader::Number first, Reader::Number second, Reader::Number year) {
  constexpr int kMonths = 12;
  const bool day_first = first.value > kMonths;
  parts.year.number = year;
  parts.month = day_first ? second : first;
  parts.day = day_first ? first : second;
  parts.order_open =
      first.value <= kMonths && second.value <= kMonths && first.value != second.value;
  parts.unusual = true;
}

// Year, month and day in numbers.
bool read_numbers(Reader& reader, Parts& parts) {
  parts.unusual = reader.skip("西暦");
  if (!parts.unusual) parts.year.era = read_era(reader, parts.unusual);
  const auto first = reader.number();
  if (!first) return false;
  if (first->digits == 8 && parts.year.era == nullptr && reader.at_end()) {
    parts.year.number = {first->value / 10000, 4};
    parts.month = {first->value / 100 % 100, 2};
    parts.day = {first->value % 100, 2};
    parts.unusual = true;
    return true;
  }
  parts.year.number = *first;
  std::string_view separator = "月";
  if (!read_other_year(reader, parts)) return false;
  if (reader.skip("年")) {
    if (!read_other_year(reader, parts)) return false;
  } else if (reader.skip("/")) {
    separator = "/";
  } else if (reader.skip("-")) {
    separator = "-";
  } else if (reader.skip(".")) {
    separator = ".";
  } else if (reader.skip("・")) {
    separator = "・";
    parts.unusual = true;
  } else {
    return false;
  }
  const auto second = reader.number();
  if (!second) return false;
  if (separator == "月" && reader.skip_any({"/", "."})) {  // 令和7年4/1
    parts.unusual = true;
  } else if (!reader.skip(separator)) {
    return false;
  }
  const auto third = reader.number();
  if (!third) return false;
  if (separator == "月" && !reader.skip("日")) parts.unusual = true;
  parts.month = *second;
  parts.day = *third;
  constexpr int kLongestDay = 2;
  if (parts.year.era == nullptr && first->digits <= kLongestDay && third->digits == 4) {
    put_in_order(parts, *first, *second, *third);
  }
  parts.unusual = parts.unusual || separator == ".";
  return true;
}

// 10 April 2026, April 10th, 2026, Friday, 10-Apr-2026, 2026 April 10.
bool read_named_month(Reader& reader, Parts& parts) {
  constexpr int kLongestDay = 2;
  const auto skip_marks = [&] { return reader.skip_any({",", ".", "-", "/"}); };
  const auto day_number = [&] {
    const auto number = reader.number();
    reader.skip_any({"st", "nd", "rd", "th"});
    return number;
  };
  parts.unusual = true;
  if (const auto weekday = reader.named(english_weekday)) {
    parts.weekday = std::chrono::weekday(*weekday);
    while (skip_marks()) {
    }
  }
  reader.skip("the ");
  std::optional<Reader::Number> before;
  auto month_name = reader.named(english_month);
  if (!month_name) {
    before = day_number();
    reader.skip("day");
    reader.skip("of");
    skip_marks();
    month_name = reader.named(english_month);
  }
  if (!month_name) return false;
  parts.month = {static_cast<int>(*month_name), 2};
  while (skip_marks()) {
  }
  const bool year_first = before && before->digits > kLongestDay;
  if (!before || year_first) {
    const auto behind = day_number();
    if (!behind) return false;
    parts.day = *behind;
  } else {
    parts.day = *before;
  }
  while (skip_marks()) {
  }
  if (year_first) {
    parts.year.number = *before;
    return true;
  }
  bool brief = false;
  parts.year.era = read_era(reader, brief);
  const auto number = reader.number();
  if (!number) return false;
  parts.year.number = *number;
  return true;
}

// What people add behind the day: the other year, the weekday, a word.
bool read_tail(Reader& reader, Parts& parts, bool stop_is_dot) {
  const std::string_view behind = reader.rest();
  if (!read_other_year(reader, parts)) return false;
  const std::string_view weekday = reader.rest();
  if (!read_weekday(reader, parts) || !read_other_year(reader, parts)) return false;
  // The form prints 令和　年　月　日付け, and people copy that.
  bool worded = false;
  while (reader.skip_any(
      {"付け", "付", "提出", "届出", "届", "現在", "締結", "契約", "作成", "記入", "記"})) {
    worded = true;
  }
  const bool stopped = reader.skip("。") || (stop_is_dot && reader.skip("."));
  if (!reader.at_end()) return false;
  const bool english = parts.weekday && weekday.find_first_of("abcdefghijklmnopqrstuvwxyz") !=
                                            std::string_view::npos;
  const bool plain_weekday = parts.weekday && behind.starts_with('(') && !english;
  parts.unusual =
      parts.unusual || worded || stopped || parts.other_year || (!behind.empty() && !plain_weekday);
  return true;
}

std::optional<Parts> read_parts(Reader& reader) {
  Reader words = reader;
  Parts parts;
  const bool in_numbers = read_numbers(reader, parts);
  if (!in_numbers) {
    parts = {};
    if (!read_named_month(words, parts)) return std::nullopt;
    reader = words;
  }
  const bool dotted = in_numbers && parts.unusual;  // R7.4.1.
  return read_tail(reader, parts, dotted) ? std::optional(parts) : std::nullopt;
}

void set_reading(Date& date, const Parts& parts, bool unusual) {
  const Era* const era = parts.year.era;
  const int western = parts.year.western();
  if (era == nullptr && western < kFirstYear) {
    date.reading = DateReading::era_missing;
    return;
  }
  if (parts.order_open) {
    date.reading = DateReading::order_open;
    return;
  }
  date.reading = DateReading::impossible;
  if (parts.year.number.value == 0 || western > 9999 || parts.month.value > 12 ||
      parts.day.value > 31) {
    return;
  }
  const Day value{year(western), month(static_cast<unsigned>(parts.month.value)),
                  day(static_cast<unsigned>(parts.day.value))};
  if (!value.ok()) return;
  const auto holds = [&](const Era* any) {
    return any == nullptr || (sys_days(value) >= any->first && sys_days(value) < any->next);
  };
  const bool in_era = holds(era) && (!parts.other_year || holds(parts.other_year->era));
  const bool before_april = parts.fiscal && value.month() < std::chrono::April;
  if (!in_era ||
      (parts.other_year && parts.other_year->western() != western - (before_april ? 1 : 0))) {
    date.reading = DateReading::era_mismatch;
    return;
  }
  if (parts.weekday && *parts.weekday != std::chrono::weekday(sys_days(value))) {
    date.reading = DateReading::weekday_mismatch;
    return;
  }
  date.value = value;
  date.reading = unusual ? DateReading::normalised : DateReading::plain;
}

// 2025-04-01 and nothing else. A fast path: no folding, no allocation.
std::optional<Day> read_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  unsigned digits = 0;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(static_cast<unsigned char>(text[i]))) return std::nullopt;
    digits = digits * 10 + static_cast<unsigned>(text[i] - '0');
  }
  const Day value{year(static_cast<int>(digits / 10000)), month(digits / 100 % 100),
                  day(digits % 100)};
  const bool known = value.ok() && static_cast<int>(value.year()) >= kFirstYear;
  return known ? std::optional(value) : std::nullopt;
}

// A full-width space between year, month and day is how the form itself is printed.
bool has_wide_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c != U'\u3000' && has(traits_of(c), Traits::compatibility | Traits::full_width))
      return true;
  }
  return false;
}

bool read_as(std::string_view text, Date& date, bool unusual) {
  Reader reader(text);
  const auto parts = read_parts(reader);
  if (!parts) return false;
  set_reading(date, *parts, unusual || parts->unusual || reader.used_kanji());
  return true;
}

// The same day by both calendars, 2025年4月10日(令和7年4月10日), or one in brackets. `text` is
// folded.
bool read_bracketed(std::string_view text, Date& date) {
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return false;
  const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
  if (!read_as(inner, date, true)) return false;
  if (open == 0 || !date.value) return true;
  Date before;
  if (!read_as(text.substr(0, open), before, true)) {
    date.value.reset();
    date.reading = DateReading::unreadable;
    return false;
  }
  if (before.value == date.value) return true;
  date.reading = before.value ? DateReading::era_mismatch : before.reading;
  date.value.reset();
  return true;
}

// 2026-04-10 09:30:00: the day, which is Japan's where the time is of another zone.
void read_with_time(const Split& split, Date& date) {
  const auto time = read_time_of_day(split.time);
  if (!time || !time->possible() || !read_as(split.day, date, true) || !date.value) return;
  if (!time->offset) return;
  const Second utc = Second(sys_days(*date.value)) + std::chrono::hours(time->hour) +
                     std::chrono::minutes(time->minute) - *time->offset;
  date.value = day_in_japan(utc);
}

}  // namespace

Date::Date(Str text) : written(std::move(text)) { read_date(*this); }

void read_date(Date& date) {
  const std::string_view text = date.written;
  date.value = read_iso(text);
  if (date.value) {
    date.reading = DateReading::plain;
    return;
  }
  if (is_blank(text)) {
    date.reading = DateReading::blank;
    return;
  }
  date.reading = DateReading::unreadable;
  if (read_as(text, date, false)) return;
  thread_local std::string scratch;
  const std::string_view compared = folded(text, scratch);
  if (read_as(compared, date, has_wide_characters(text)) || read_bracketed(compared, date)) return;
  if (const auto split = split_time(compared)) read_with_time(*split, date);
}

std::optional<Day> era_start(std::string_view era) {
  for (const Era& known : eras()) {
    if (known.name == era) return Day(known.first);
  }
  return std::nullopt;
}

Day today_in_japan() {
  const auto japan = std::chrono::system_clock::now() + std::chrono::hours(9);  // no summer time
  return Day(std::chrono::floor<std::chrono::days>(japan));
}

std::string iso(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace tokki::inline v0
