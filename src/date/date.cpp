#include "tokki/date.hpp"

#include <array>
#include <ranges>

#include "date/eras.hpp"
#include "text/characters.hpp"

namespace tokki {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::u32string_view kKanjiDigits = U"〇一二三四五六七八九";

// 大字 are what deeds and contracts write so that nobody turns 一 into 二.
std::optional<int> kanji_digit(char32_t c) {
  constexpr std::u32string_view kFormalDigits = U"零壱弐参";
  for (const std::u32string_view digits : {kKanjiDigits, kFormalDigits}) {
    const auto at = digits.find(c);
    if (at != std::u32string_view::npos) return static_cast<int>(at);
  }
  return std::nullopt;
}

int kanji_unit(char32_t c) {
  return c == U'十' || c == U'拾' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

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
    Number number;
    int pending = -1;  // digits not yet multiplied by a unit
    while (!at_end()) {
      std::size_t next = at_;
      const char32_t c = next_character(text_, next);
      if (const auto digit = kanji_digit(c)) {
        pending = (pending < 0 ? 0 : pending * 10) + *digit;
      } else if (const int unit = kanji_unit(c)) {
        number.value += (pending < 0 ? 1 : pending) * unit;
        pending = -1;
      } else {
        break;
      }
      if (++number.digits > 8) return std::nullopt;
      at_ = next;
    }
    if (number.digits == 0) return std::nullopt;
    if (pending > 0) number.value += pending;
    used_kanji_ = true;
    return number;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool used_kanji_ = false;
};

struct Parts {
  const Era* era = nullptr;
  bool era_letter = false;
  Reader::Number year, month, day;
  std::optional<std::chrono::weekday> weekday;
  bool dots = false, compact = false, worded = false;
};

const Era* read_era(Reader& reader, bool& letter) {
  const auto newest_first = std::views::reverse(eras());
  for (const Era& era : newest_first) {
    if (reader.skip(era.name)) return &era;
  }
  for (const Era& era : newest_first) {
    if (reader.skip(era.letter)) {
      letter = true;
      return &era;
    }
  }
  return nullptr;
}

// A weekday in parentheses is said too often to be refused.
bool read_weekday(Reader& reader, Parts& parts) {
  constexpr std::array<std::string_view, 7> kWeekdays{"日", "月", "火", "水", "木", "金", "土"};
  if (!reader.skip("(")) return true;
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (reader.skip(kWeekdays.at(i))) {
      parts.weekday = std::chrono::weekday(i);
      reader.skip("曜日") || reader.skip("曜");
      return reader.skip(")");
    }
  }
  return false;
}

std::optional<Parts> read_parts(Reader& reader) {
  Parts parts;
  parts.worded = reader.skip("西暦");
  if (!parts.worded) parts.era = read_era(reader, parts.era_letter);
  const auto first = reader.number();
  if (!first) return std::nullopt;
  if (first->digits == 8 && parts.era == nullptr && reader.at_end()) {
    parts.year = {first->value / 10000, 4};
    parts.month = {first->value / 100 % 100, 2};
    parts.day = {first->value % 100, 2};
    parts.compact = true;
    return parts;
  }
  parts.year = *first;
  std::string_view separator = "月";
  if (!reader.skip("年")) {
    if (reader.skip("/"))
      separator = "/";
    else if (reader.skip("-"))
      separator = "-";
    else if (reader.skip("."))
      separator = ".";
    else
      return std::nullopt;
    parts.dots = separator == ".";
  }
  const auto second = reader.number();
  if (!second || !reader.skip(separator)) return std::nullopt;
  const auto third = reader.number();
  if (!third || (separator == "月" && !reader.skip("日"))) return std::nullopt;
  parts.month = *second;
  parts.day = *third;
  if (!read_weekday(reader, parts)) return std::nullopt;
  // The form prints 令和　年　月　日付け, and is copied so.
  parts.worded = reader.skip("付け") || reader.skip("付") || parts.worded;
  parts.worded = reader.skip("。") || parts.worded;
  if (!reader.at_end()) return std::nullopt;
  return parts;
}

void judge(Date& date, const Parts& parts, bool unusual) {
  if (parts.era == nullptr && parts.year.digits < 4 && parts.year.value < 1000) {
    date.reading = DateReading::era_missing;
    return;
  }
  int western = parts.year.value;
  if (parts.era != nullptr) {
    western += static_cast<int>(Day(parts.era->first).year()) - 1;
  }
  date.reading = DateReading::impossible;
  if (parts.year.value == 0 || western > 9999 || parts.month.value > 12 || parts.day.value > 31) {
    return;
  }
  const Day value{year(western), month(static_cast<unsigned>(parts.month.value)),
                  day(static_cast<unsigned>(parts.day.value))};
  if (!value.ok()) return;
  if (parts.era != nullptr &&
      (sys_days(value) < parts.era->first || sys_days(value) >= parts.era->next)) {
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

// 2025-04-01 and nothing else: no folding, no allocation.
std::optional<Day> read_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  unsigned digits = 0;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(static_cast<unsigned char>(text[i]))) return std::nullopt;
    digits = digits * 10 + static_cast<unsigned>(text[i] - '0');
  }
  const Day value{year(static_cast<int>(digits / 10000)), month(digits / 100 % 100),
                  day(digits % 100)};
  return value.ok() ? std::optional(value) : std::nullopt;
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
  judge(date, *parts,
        unusual || parts->era_letter || parts->dots || parts->compact || parts->worded ||
            reader.used_kanji());
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
  read_as(folded(text, scratch), date, has_wide_characters(text));
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
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t end, unsigned number) {
    for (; number != 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
  };
  put(4, static_cast<unsigned>(static_cast<int>(day.year())));
  put(7, static_cast<unsigned>(day.month()));
  put(10, static_cast<unsigned>(day.day()));
  return text;
}

}  // namespace tokki
