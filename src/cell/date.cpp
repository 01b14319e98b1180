#include "tokki/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <ranges>

#include "cell/eras.hpp"
#include "text/characters.hpp"
#include "text/kanji_number.hpp"

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
  Reader::Number month, day;
  std::optional<std::chrono::weekday> weekday;
  bool unusual = false;  // the day is clear, but not written as on the form
};

// 令和, or 令 or R in front of a number; `brief` for those.
const Era* read_era(Reader& reader, bool& brief) {
  const auto newest_first = std::views::reverse(eras());
  for (const Era& era : newest_first) {
    if (reader.skip(era.name)) return &era;
  }
  for (const Era& era : newest_first) {
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

// The year by the other calendar, which offices write in brackets behind the first.
bool read_other_year(Reader& reader, Parts& parts) {
  if (parts.other_year || !reader.skip("(")) return true;
  Year& other = parts.other_year.emplace();
  bool brief = false;
  if (!reader.skip("西暦")) other.era = read_era(reader, brief);
  const auto number = reader.number();
  if (!number) return false;
  other.number = *number;
  reader.skip("年");
  return reader.skip(")");
}

// Accepts a weekday, since people often add one: (木), (木曜日), 木曜日.
bool read_weekday(Reader& reader, Parts& parts) {
  constexpr std::array<std::string_view, 7> kWeekdays{"日", "月", "火", "水", "木", "金", "土"};
  const bool bracket = reader.skip("(");
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (!reader.skip(kWeekdays.at(i))) continue;
    parts.weekday = std::chrono::weekday(i);
    const bool named = reader.skip_any({"曜日", "曜"});
    return bracket ? reader.skip(")") : named;
  }
  return !bracket;
}

// The time of day of a timestamp, in Japan's time.
bool read_time(Reader& reader) {
  const auto colon_and_number = [&] { return reader.skip(":") && reader.number().has_value(); };
  if (!reader.skip("t")) return true;
  if (!reader.number() || !colon_and_number()) return false;
  if (reader.rest().starts_with(':') && !colon_and_number()) return false;
  if (reader.skip(".") && !reader.number()) return false;
  reader.skip("+09:00");
  return true;
}

std::optional<Parts> read_parts(Reader& reader) {
  Parts parts;
  parts.unusual = reader.skip("西暦");
  if (!parts.unusual) parts.year.era = read_era(reader, parts.unusual);
  const auto first = reader.number();
  if (!first) return std::nullopt;
  if (first->digits == 8 && parts.year.era == nullptr && reader.at_end()) {
    parts.year.number = {first->value / 10000, 4};
    parts.month = {first->value / 100 % 100, 2};
    parts.day = {first->value % 100, 2};
    parts.unusual = true;
    return parts;
  }
  parts.year.number = *first;
  std::string_view separator = "月";
  if (!read_other_year(reader, parts)) return std::nullopt;
  if (reader.skip("年")) {
    if (!read_other_year(reader, parts)) return std::nullopt;
  } else if (reader.skip("/")) {
    separator = "/";
  } else if (reader.skip("-")) {
    separator = "-";
  } else if (reader.skip(".")) {
    separator = ".";
  } else {
    return std::nullopt;
  }
  const auto second = reader.number();
  if (!second || !reader.skip(separator)) return std::nullopt;
  const auto third = reader.number();
  if (!third || (separator == "月" && !reader.skip("日"))) return std::nullopt;
  parts.month = *second;
  parts.day = *third;
  const std::string_view behind = reader.rest();
  if ((separator == "-" && !read_time(reader)) || !read_weekday(reader, parts)) return std::nullopt;
  // The form prints 令和　年　月　日付け, and people copy that.
  const bool worded = reader.skip_any({"付け", "付", "提出", "届出"});
  const bool stopped = reader.skip_any({"。", separator == "." ? "." : "。"});
  if (!reader.at_end()) return std::nullopt;
  const bool plain_weekday = parts.weekday && behind.starts_with('(');
  parts.unusual = parts.unusual || worded || stopped || separator == "." || parts.other_year ||
                  (!behind.empty() && !plain_weekday);
  return parts;
}

void set_reading(Date& date, const Parts& parts, bool unusual) {
  const Era* const era = parts.year.era;
  const int western = parts.year.western();
  if (era == nullptr && western < kFirstYear) {
    date.reading = DateReading::era_missing;
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
  const bool in_era =
      era == nullptr || (sys_days(value) >= era->first && sys_days(value) < era->next);
  if (!in_era || (parts.other_year && parts.other_year->western() != western)) {
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
  if (!read_as(compared, date, has_wide_characters(text))) read_bracketed(compared, date);
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
