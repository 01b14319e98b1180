#include "terms/printed_span.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/kanji_number.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

struct UnitWord {
  std::string_view word;
  Unit unit;
};
// 三月以内 is law's way to write three months; 三月 alone is March.
constexpr auto kUnitWords = std::to_array<UnitWord>({
    {"時間", Unit::hours},
    {"分", Unit::minutes},
    {"営業日", Unit::business_days},
    {"開庁日", Unit::business_days},
    {"執務日", Unit::business_days},
    {"日", Unit::days},
    {"週", Unit::weeks},
    {"か月", Unit::months},
    {"カ月", Unit::months},
    {"ヵ月", Unit::months},
    {"ヶ月", Unit::months},
    {"ケ月", Unit::months},
    {"箇月", Unit::months},
    {"個月", Unit::months},
    {"月以内", Unit::months},
    {"月間", Unit::months},
});

// What makes a number in kanji a span: 十分以内 is one, 十分に is not.
constexpr auto kBounding = std::to_array<std::string_view>(
    {"以内", "以上", "間", "前", "後", "まで", "を経過", "を超え", "未満", "ごと"});

constexpr auto kHolidays =
    std::to_array<std::string_view>({"休日", "閉庁日", "休業日", "休庁日", "祝日", "土曜", "日曜"});

// The number that begins at `at`, which is moved behind it.
struct Number {
  std::int64_t value;
  bool kanji;
};
std::optional<Number> read_number(std::string_view text, std::size_t& at) {
  constexpr std::int64_t kMost = 99'999;  // no terms set a longer one
  std::int64_t value = 0;
  bool any = false;
  for (std::size_t next = at; next < text.size(); at = next, any = true) {
    char32_t c = next_character(text, next);
    if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
    if (c < U'0' || c > U'9') break;
    value = std::min(value * 10 + static_cast<std::int64_t>(c - U'0'), kMost);
  }
  if (any) return Number{value, false};
  const KanjiNumber number = read_kanji_number(text, at);
  if (number.numerals == 0) return std::nullopt;
  return Number{std::min<std::int64_t>(number.value, kMost), true};
}

bool starts_with_any(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

bool excludes_holidays(std::string_view text) {
  const std::size_t exclusion = text.find("除");
  if (exclusion == std::string_view::npos) return false;
  return std::ranges::any_of(kHolidays, [&](std::string_view word) {
    return text.substr(0, exclusion).find(word) != std::string_view::npos;
  });
}

}  // namespace

std::vector<PrintedSpan> printed_spans(std::string_view text) {
  std::vector<PrintedSpan> spans;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::optional<Number> number = read_number(text, at);
    if (!number) {
      (void)next_character(text, at);
      continue;
    }
    const std::string_view before = text.substr(0, begin);
    const std::string_view rest = text.substr(at);
    const auto* const unit = std::ranges::find_if(
        kUnitWords, [&](const UnitWord& each) { return rest.starts_with(each.word); });
    if (unit == std::end(kUnitWords)) continue;
    const std::string_view after = rest.substr(unit->word.size());
    if (before.ends_with("第") || after.starts_with("の一") || after.starts_with("の二")) continue;
    if (unit->unit == Unit::days && before.ends_with("月")) continue;  // 4月1日
    const bool bounding = unit->unit == Unit::months || starts_with_any(after, kBounding);
    if (number->kanji && !bounding) continue;
    at += unit->word.size();
    spans.push_back({number->value, unit->unit, text.substr(begin, at - begin)});
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].unit != Unit::days) continue;
    const auto offset = [&](std::size_t of) {
      return static_cast<std::size_t>(spans[of].text.data() - text.data());
    };
    const std::size_t from = offset(i) + spans[i].text.size();
    const std::size_t end = i + 1 < spans.size() ? offset(i + 1) : text.size();
    if (excludes_holidays(text.substr(from, end - from))) spans[i].unit = Unit::business_days;
  }
  return spans;
}

}  // namespace tokki::inline v0::internal
