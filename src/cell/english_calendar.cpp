#include "cell/english_calendar.hpp"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/icu_status.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

struct CalendarNames {
  std::vector<std::string> months, weekdays;  // in full, folded
};

const CalendarNames& calendar_names() {
  static const CalendarNames known = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale::getEnglish(), status);
    require(status);
    const auto names = [](const icu::UnicodeString* all, int32_t begin, int32_t end) {
      std::vector<std::string> found;
      for (int32_t i = begin; i < end; ++i) {
        std::string name;
        all[i].toUTF8String(name);
        std::string scratch;
        found.emplace_back(folded(name, scratch));
      }
      return found;
    };
    int32_t months = 0;
    int32_t weekdays = 0;
    const icu::UnicodeString* const month = symbols.getMonths(months);
    const icu::UnicodeString* const weekday = symbols.getWeekdays(weekdays);
    return CalendarNames{names(month, 0, months), names(weekday, UCAL_SUNDAY, weekdays)};
  }();
  return known;
}

std::optional<CalendarWord> word_of(const std::vector<std::string>& names, std::string_view text,
                                    unsigned first) {
  constexpr std::size_t kShortest = 3;  // letters that tell the names apart
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto size =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
  if (size < kShortest) return std::nullopt;
  const auto found = std::ranges::find_if(
      names, [&](const std::string& name) { return name.starts_with(text.substr(0, size)); });
  if (found == names.end()) return std::nullopt;
  return CalendarWord{first + static_cast<unsigned>(found - names.begin()), size};
}

}  // namespace

std::optional<CalendarWord> english_month(std::string_view text) {
  return word_of(calendar_names().months, text, 1);
}
std::optional<CalendarWord> english_weekday(std::string_view text) {
  return word_of(calendar_names().weekdays, text, 0);
}

}  // namespace tokki::inline v0::internal
