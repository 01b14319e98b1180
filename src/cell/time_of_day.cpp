#include "cell/time_of_day.hpp"

#include <algorithm>
#include <initializer_list>

#include "text/characters.hpp"

namespace tokki::inline v0::internal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

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
  bool skip_any(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [this](std::string_view word) { return skip(word); });
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

}  // namespace

std::optional<TimeOfDay> read_time_of_day(std::string_view text) {
  TimeReader reader(text);
  TimeOfDay time;
  const auto afternoon_begins = [&] { return reader.skip_any({"pm", "p.m."}); };
  const auto morning_begins = [&] { return reader.skip_any({"am", "a.m."}); };
  bool afternoon = reader.skip("午後");
  const bool japanese = afternoon || reader.skip("午前");
  afternoon = afternoon || (!japanese && afternoon_begins());
  bool half = japanese || afternoon || morning_begins();
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
  if (!half) {
    afternoon = afternoon_begins();
    half = afternoon || morning_begins();
  }
  if (!read_offset(reader, time)) return std::nullopt;
  if (reader.skip("jst")) time.usual = false;
  if (!reader.at_end()) return std::nullopt;
  if (half) {
    // 午前12時 and 午後12時 mean noon to some and midnight to others; 12 am and 12 pm do not.
    if (time.hour > (japanese ? 11 : 12)) return std::nullopt;
    time.usual = false;
    time.hour %= 12;
    if (afternoon) time.hour += 12;
  }
  return time;
}

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
  for (const std::string_view half : {"午前", "午後", "am", "pm"}) {
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

}  // namespace tokki::inline v0::internal
