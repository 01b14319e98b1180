#include "cell/eras.hpp"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "text/icu_status.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int32_t kModernEras = 5;  // 明治 大正 昭和 平成 令和: those that a contract may cite

class JapaneseCalendar {
 public:
  JapaneseCalendar() {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale_, status));
    require(status);
  }
  [[nodiscard]] int32_t era_on(sys_days day) const {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->setTime(static_cast<double>(day.time_since_epoch().count()) * 86'400'000.0, status);
    const int32_t era = calendar_->get(UCAL_ERA, status);
    require(status);
    return era;
  }
  /// The first day in (low, high] whose era is at least `era`.
  [[nodiscard]] sys_days first_day(int32_t era, sys_days low, sys_days high) const {
    while (high - low > days(1)) {
      const sys_days middle = low + (high - low) / 2;
      (era_on(middle) < era ? low : high) = middle;
    }
    return high;
  }

 private:
  icu::Locale locale_{"ja_JP@calendar=japanese"};
  std::unique_ptr<icu::Calendar> calendar_;
};

std::string folded_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  std::string scratch;
  return std::string(folded(utf8, scratch));
}

std::vector<Era> read_eras() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale("ja_JP"), "japanese", status);
  const icu::DateFormatSymbols english(icu::Locale::getEnglish(), "japanese", status);
  int32_t count = 0;
  int32_t narrow_count = 0;
  int32_t english_count = 0;
  const icu::UnicodeString* names = symbols.getEras(count);
  const icu::UnicodeString* letters = symbols.getNarrowEras(narrow_count);
  const icu::UnicodeString* romaji = english.getEras(english_count);
  require(status);
  if (count < kModernEras || narrow_count != count || english_count != count) {
    throw std::runtime_error("ICU has no Japanese eras");
  }
  const JapaneseCalendar calendar;
  const sys_days end = sys_days(std::chrono::year(2999) / 12 / 31);
  sys_days low = sys_days(std::chrono::year(1800) / 1 / 1);
  std::vector<Era> found;
  for (int32_t era = 232; era < count; ++era) {  // 232 is Meiji in every ICU
    const sys_days first = calendar.first_day(era, low, end);
    if (!found.empty()) found.back().next = first;
    found.push_back(
        {folded_utf8(names[era]), folded_utf8(letters[era]), folded_utf8(romaji[era]), first, end});
    low = first;
  }
  return found;
}

}  // namespace

std::span<const Era> eras() {
  static const std::vector<Era> known = read_eras();
  return known;
}

}  // namespace tokki::inline v0::internal
