#include "tokki/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/smpdtfmt.h>

namespace tokki {
namespace date_test {

using std::chrono::sys_days;
using enum DateReading;

struct Written {
  const char* text;
  DateReading reading;
  const char* day;  // ISO, or empty
};

class Dates : public testing::TestWithParam<Written> {};

TEST_P(Dates, AreReadAsPeopleWriteThem) {
  const Date date{Str(GetParam().text)};
  EXPECT_EQ(date.reading, GetParam().reading) << GetParam().text;
  EXPECT_EQ(date.value ? iso(*date.value) : "", GetParam().day) << GetParam().text;
  EXPECT_EQ(date.written.view(), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Notations, Dates,
    testing::Values(
        Written{"", blank, ""}, Written{"　", blank, ""},
        Written{"2025-04-01", plain, "2025-04-01"}, Written{"2025/4/1", plain, "2025-04-01"},
        Written{"2025-4-1", plain, "2025-04-01"}, Written{"2025年4月1日", plain, "2025-04-01"},
        Written{"令和7年4月1日", plain, "2025-04-01"},
        Written{"令和 7年 4月 1日", plain, "2025-04-01"},
        Written{"令和　7年　4月　1日", plain, "2025-04-01"},
        Written{"令和元年5月1日", plain, "2019-05-01"},
        Written{"平成31年4月30日", plain, "2019-04-30"},
        Written{"令和7年4月1日（火）", normalised, "2025-04-01"},
        Written{"令和７年４月１日", normalised, "2025-04-01"},
        Written{"２０２５年４月１日", normalised, "2025-04-01"},
        Written{"令和七年四月一日", normalised, "2025-04-01"},
        Written{"令和七年十二月三十一日", normalised, "2025-12-31"},
        Written{"二〇二五年四月一日", normalised, "2025-04-01"},
        Written{"二千二十五年四月一日", normalised, "2025-04-01"},
        Written{"R7.4.1", normalised, "2025-04-01"}, Written{"r7/4/1", normalised, "2025-04-01"},
        Written{"Ｒ７．４．１", normalised, "2025-04-01"},
        Written{"㋿7年4月1日", normalised, "2025-04-01"},
        Written{"2025.4.1", normalised, "2025-04-01"},
        Written{"20250401", normalised, "2025-04-01"}, Written{"7年4月1日", era_missing, ""},
        Written{"25/4/1", era_missing, ""}, Written{"元年5月1日", era_missing, ""},
        Written{"平成31年5月1日", era_mismatch, ""}, Written{"昭和64年1月8日", era_mismatch, ""},
        Written{"令和元年4月30日", era_mismatch, ""}, Written{"2025-02-30", impossible, ""},
        Written{"令和7年13月1日", impossible, ""}, Written{"令和7年0月1日", impossible, ""},
        Written{"令和0年4月1日", impossible, ""}, Written{"2025-02-29", impossible, ""},
        Written{"2024-02-29", plain, "2024-02-29"}, Written{"令和7年春", unreadable, ""},
        Written{"4月1日", unreadable, ""}, Written{"2025-04", unreadable, ""},
        Written{"令和7年4月1日頃", unreadable, ""}, Written{"2025-04/01", unreadable, ""},
        Written{"99999999999年1月1日", unreadable, ""},
        Written{"令和7年4月1日付け", normalised, "2025-04-01"},
        Written{"令和7年4月1日。", normalised, "2025-04-01"},
        Written{"西暦2025年4月1日", normalised, "2025-04-01"},
        Written{"R 7. 4. 1", normalised, "2025-04-01"},
        Written{"令和七年四月壱日", normalised, "2025-04-01"},
        Written{"令和弐年参月拾日", normalised, "2020-03-10"},
        Written{"令和7年4月1日（水）", weekday_mismatch, ""},
        Written{"西暦令和7年4月1日", unreadable, ""},
        Written{"令和7年4月1日 10:00", normalised, "2025-04-01"},
        Written{"令和7年4月1日 25:00", unreadable, ""},
        Written{"令和7年(2025年)4月1日", normalised, "2025-04-01"},
        Written{"令和7（2025）年4月1日", normalised, "2025-04-01"},
        Written{"2025年（令和7年）4月1日", normalised, "2025-04-01"},
        Written{"2025年4月1日（令和7年4月1日）", normalised, "2025-04-01"},
        Written{"令和7年4月1日(2025/4/1)", normalised, "2025-04-01"},
        Written{"2025年（令和8年）4月1日", era_mismatch, ""},
        Written{"2025年4月1日（令和8年4月1日）", era_mismatch, ""},
        Written{"2025年2月30日（令和7年4月1日）", impossible, ""},
        Written{"7(2025)年4月1日", era_missing, ""},
        Written{"4月1日（2025年4月1日）", unreadable, ""},
        Written{"令和7年4月1日（2025年）", normalised, "2025-04-01"},
        Written{"令7.4.1", normalised, "2025-04-01"},
        Written{"令7年4月1日", normalised, "2025-04-01"},
        Written{"R.7.4.1", normalised, "2025-04-01"}, Written{"R7.4.1.", normalised, "2025-04-01"},
        Written{"2025/4/1.", unreadable, ""},
        Written{"令和7年4月1日 火曜日", normalised, "2025-04-01"},
        Written{"令和7年4月1日 水曜日", weekday_mismatch, ""},
        Written{"令和7年4月1日 火", unreadable, ""},
        Written{"（令和7年4月1日）", normalised, "2025-04-01"},
        Written{"令和7年4月1日提出", normalised, "2025-04-01"},
        Written{"2025-04-01T09:00:00+09:00", normalised, "2025-04-01"},
        Written{"2025-04-01T09:00", normalised, "2025-04-01"},
        Written{"2025-04-01T09:00:00.000", normalised, "2025-04-01"},
        Written{"2025-03-31T23:00:00Z", normalised, "2025-04-01"},
        Written{"2025-03-31T14:00:00+00:00", normalised, "2025-03-31"},
        Written{"2025-04-01(火)", plain, "2025-04-01"}, Written{"0025-04-01", era_missing, ""},
        Written{"1000-04-01", plain, "1000-04-01"}, Written{"令和7年4月1日（祭）", unreadable, ""},
        Written{"年　　月　　日", unreadable, ""}));

INSTANTIATE_TEST_SUITE_P(
    BothCalendars, Dates,
    testing::Values(Written{"2026年4月10日（令和8年）", normalised, "2026-04-10"},
                    Written{"2026/4/10 (R8)", normalised, "2026-04-10"},
                    Written{"2026-04-10（令和8年）", normalised, "2026-04-10"},
                    Written{"令和8年4月10日（2026）", normalised, "2026-04-10"},
                    Written{"令和8年4月10日（西暦2026年）", normalised, "2026-04-10"},
                    Written{"2026年4月10日（令和8年度）", normalised, "2026-04-10"},
                    Written{"2026年2月10日（令和7年度）", normalised, "2026-02-10"},
                    Written{"2026年2月10日（令和8年度）", era_mismatch, ""},
                    Written{"2026年4月10日（令和7年）", era_mismatch, ""},
                    Written{"2026年4月10日（平成38年）", era_mismatch, ""},
                    Written{"令和8年4月10日（2025年）", era_mismatch, ""},
                    Written{"令和8年4月10日（金）（2026年）", normalised, "2026-04-10"},
                    Written{"令和8年4月10日（2026年）（木）", weekday_mismatch, ""}));

INSTANTIATE_TEST_SUITE_P(
    WithTimes, Dates,
    testing::Values(Written{"2026-04-10 09:30:00", normalised, "2026-04-10"},
                    Written{"2026/4/10 9:30", normalised, "2026-04-10"},
                    Written{"2026.4.10 9:30", normalised, "2026-04-10"},
                    Written{"2026-04-10 09:30:00.000", normalised, "2026-04-10"},
                    Written{"2026-04-10 09:30 JST", normalised, "2026-04-10"},
                    Written{"2026/4/10 9:30 AM", normalised, "2026-04-10"},
                    Written{"2026/4/10 12:30 p.m.", normalised, "2026-04-10"},
                    Written{"令和8年4月10日 午前9時30分", normalised, "2026-04-10"},
                    Written{"令和８年４月１０日　１３時", normalised, "2026-04-10"},
                    Written{"令和8年4月10日（金）9時半", normalised, "2026-04-10"},
                    Written{"令和8年4月10日（木）9時半", weekday_mismatch, ""},
                    Written{"2026-02-30 09:30", impossible, ""},
                    Written{"2026-04-10 09:75", unreadable, ""},
                    Written{"2026-04-10 9", unreadable, ""}));

INSTANTIATE_TEST_SUITE_P(
    InEnglish, Dates,
    testing::Values(Written{"10 April 2026", normalised, "2026-04-10"},
                    Written{"10th April 2026", normalised, "2026-04-10"},
                    Written{"10th of April, 2026", normalised, "2026-04-10"},
                    Written{"10th day of April, 2026", normalised, "2026-04-10"},
                    Written{"April 10, 2026", normalised, "2026-04-10"},
                    Written{"APRIL 10 2026", normalised, "2026-04-10"},
                    Written{"Apr. 10, 2026", normalised, "2026-04-10"},
                    Written{"Sept 1st, 2026", normalised, "2026-09-01"},
                    Written{"10-Apr-2026", normalised, "2026-04-10"},
                    Written{"10/Apr/2026", normalised, "2026-04-10"},
                    Written{"2026-Apr-10", normalised, "2026-04-10"},
                    Written{"2026 April 10", normalised, "2026-04-10"},
                    Written{"Friday, April 10, 2026", normalised, "2026-04-10"},
                    Written{"Fri 10 Apr 2026", normalised, "2026-04-10"},
                    Written{"10 April 2026 (Friday)", normalised, "2026-04-10"},
                    Written{"10 April 2026, Fri.", normalised, "2026-04-10"},
                    Written{"10 April 2026 09:30", normalised, "2026-04-10"},
                    Written{"Thursday, 10 April 2026", weekday_mismatch, ""},
                    Written{"April 10, Reiwa 8", normalised, "2026-04-10"},
                    Written{"Reiwa 8.4.10", normalised, "2026-04-10"},
                    Written{"31 April 2026", impossible, ""},
                    Written{"10 April 26", era_missing, ""}, Written{"April 2026", unreadable, ""},
                    Written{"10 April", unreadable, ""}, Written{"10 Ap 2026", unreadable, ""},
                    Written{"10 Aprium 2026", unreadable, ""}));

INSTANTIATE_TEST_SUITE_P(Weekdays, Dates,
                         testing::Values(Written{"令和8年4月10日(Fri)", normalised, "2026-04-10"},
                                         Written{"令和8年4月10日（Fri.）", normalised,
                                                 "2026-04-10"},
                                         Written{"令和8年4月10日（FRI）", normalised, "2026-04-10"},
                                         Written{"2026-04-10 (Fri)", normalised, "2026-04-10"},
                                         Written{"2026/4/10 Friday", normalised, "2026-04-10"},
                                         Written{"2026/4/10(Thurs)", weekday_mismatch, ""},
                                         Written{"2026/4/10(Fry)", unreadable, ""}));

INSTANTIATE_TEST_SUITE_P(
    DayAndMonthFirst, Dates,
    testing::Values(Written{"4/10/2026", order_open, ""}, Written{"04-10-2026", order_open, ""},
                    Written{"10.4.2026", order_open, ""},
                    Written{"４／１０／２０２６", order_open, ""},
                    Written{"25/4/2026", normalised, "2026-04-25"},
                    Written{"4/25/2026", normalised, "2026-04-25"},
                    Written{"4/4/2026", normalised, "2026-04-04"},
                    Written{"31/13/2026", impossible, ""}, Written{"31/4/2026", impossible, ""},
                    Written{"4/10/26", era_missing, ""}, Written{"R4/10/2026", impossible, ""},
                    Written{"令和8年4/10", normalised, "2026-04-10"},
                    Written{"令8・4・10", normalised, "2026-04-10"},
                    Written{"令和8年4月10", normalised, "2026-04-10"}));

// Any day in any of its notations, with ICU's own formatter as the writer.
RC_GTEST_PROP(Dates, EraDatesAgreeWithIcu, ()) {
  const auto days = *rc::gen::inRange(-35428, 47482);  // 1873-01-01 to 2099-12-31
  const Day day{sys_days(std::chrono::days(days))};
  static const std::unique_ptr<icu::SimpleDateFormat> format = [] {
    UErrorCode status = U_ZERO_ERROR;
    auto made = std::make_unique<icu::SimpleDateFormat>(
        icu::UnicodeString::fromUTF8("Gy年M月d日"), icu::Locale("ja_JP@calendar=japanese"), status);
    made->setTimeZone(*icu::TimeZone::getGMT());
    return made;
  }();
  icu::UnicodeString text;
  format->format(static_cast<double>(days) * 86'400'000.0, text);
  std::string utf8;
  text.toUTF8String(utf8);
  const Date date{Str(utf8)};
  RC_ASSERT(date.value.has_value());
  RC_ASSERT(*date.value == day);
  RC_ASSERT(Date{Str(iso(day))}.value == std::optional(day));
}

TEST(Iso, WritesAnyDay) {
  const auto written = [](int year) { return iso(Day(std::chrono::year(year) / 4 / 1)); };
  EXPECT_EQ(written(2025), "2025-04-01");
  EXPECT_EQ(written(25), "0025-04-01");
  EXPECT_EQ(written(12345), "12345-04-01");
  EXPECT_EQ(written(-25), "-025-04-01");
}

RC_GTEST_PROP(Dates, AnyTextIsReadOrRefused, (const std::string& text)) {
  const Date date{Str(text)};
  RC_ASSERT(date.value.has_value() == (date.reading == plain || date.reading == normalised));
  RC_ASSERT(!date.value || date.value->ok());
}

TEST(Eras, BeginOnTheirDays) {
  EXPECT_EQ(era_start("令和"), Day(std::chrono::year(2019) / 5 / 1));
  EXPECT_EQ(era_start("平成"), Day(std::chrono::year(1989) / 1 / 8));
  EXPECT_EQ(era_start("昭和"), Day(std::chrono::year(1926) / 12 / 25));
  EXPECT_EQ(era_start("幻"), std::nullopt);
}

TEST(Today, IsTheDayInJapan) {
  const auto utc = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto ahead = sys_days(today_in_japan()) - utc;
  EXPECT_TRUE(ahead == std::chrono::days(0) || ahead == std::chrono::days(1));
}

}  // namespace date_test
}  // namespace tokki
