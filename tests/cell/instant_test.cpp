#include "tokki/instant.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <ctime>

namespace tokki {
namespace instant_test {

using std::chrono::seconds;
using enum DateReading;

// The first second in RFC 3339, and how many more may be meant; without a first one, unreadable.
struct WrittenTime {
  const char* text;
  DateReading reading;
  const char* first;
  int more;
};

class Instants : public testing::TestWithParam<WrittenTime> {};

TEST_P(Instants, AreReadAsExactlyAsTheyAreWritten) {
  const WrittenTime& given = GetParam();
  const Instant instant{Str(given.text)};
  EXPECT_EQ(instant.reading, given.reading) << given.text;
  EXPECT_EQ(instant.written.view(), given.text);
  EXPECT_EQ(instant.value ? iso(instant.value->lo) : "", given.first) << given.text;
  if (!instant.value) return;
  EXPECT_EQ(instant.value->hi - instant.value->lo, seconds(given.more)) << given.text;
  EXPECT_EQ(instant.value->exact(), given.more == 0);
}

constexpr int kMinute = 59;
constexpr int kHour = 3'599;
constexpr int kDay = 86'399;

INSTANTIATE_TEST_SUITE_P(
    Notations, Instants,
    testing::Values(
        WrittenTime{"", blank, "", 0}, WrittenTime{"　", blank, "", 0},
        // to the second
        WrittenTime{"2025-06-01T09:30:15+09:00", plain, "2025-06-01T09:30:15+09:00", 0},
        WrittenTime{"2025-06-01T14:50:00Z", plain, "2025-06-01T23:50:00+09:00", 0},
        WrittenTime{"2025-06-01t14:50:00z", plain, "2025-06-01T23:50:00+09:00", 0},
        WrittenTime{"2025-06-01T09:30:15.250+09:00", plain, "2025-06-01T09:30:15+09:00", 0},
        WrittenTime{"2025-05-31T20:30:15-04:00", plain, "2025-06-01T09:30:15+09:00", 0},
        WrittenTime{"2025-06-01T09:30:15+0900", plain, "2025-06-01T09:30:15+09:00", 0},
        WrittenTime{"2025-06-01T09:30:15", plain, "2025-06-01T09:30:15+09:00", 0},
        WrittenTime{"2016-12-31T23:59:60Z", plain, "2017-01-01T08:59:59+09:00", 0},
        WrittenTime{"2025-06-01 14:30:05", normalised, "2025-06-01T14:30:05+09:00", 0},
        WrittenTime{"令和7年6月1日9時30分15秒", normalised, "2025-06-01T09:30:15+09:00", 0},
        // to the minute
        WrittenTime{"2025-06-01T15:10Z", plain, "2025-06-02T00:10:00+09:00", kMinute},
        WrittenTime{"2025-06-01T09:30+09:00", plain, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"2025-06-01 09:30", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"2025-06-01 9:30 JST", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"2025/6/1 9:30", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日 9時30分", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"令和７年６月１日　９時３０分", normalised, "2025-06-01T09:30:00+09:00",
                    kMinute},
        WrittenTime{"２０２５－０６－０１　０９：３０", normalised, "2025-06-01T09:30:00+09:00",
                    kMinute},
        WrittenTime{"令和7年6月1日 9時半", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日（日） 9時30分", normalised, "2025-06-01T09:30:00+09:00",
                    kMinute},
        WrittenTime{"2025-06-01(日) 9:30", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日 日曜日 9:30", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"R7.6.1 9:30", normalised, "2025-06-01T09:30:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日 午前0時5分", normalised, "2025-06-01T00:05:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日午後2時30分", normalised, "2025-06-01T14:30:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日 午後 2:30", normalised, "2025-06-01T14:30:00+09:00", kMinute},
        WrittenTime{"令和7年6月1日 午後0時30分", normalised, "2025-06-01T12:30:00+09:00", kMinute},
        WrittenTime{"2025-06-01T24:00", plain, "2025-06-02T00:00:00+09:00", kMinute},
        WrittenTime{"令和7年6月30日24時00分", normalised, "2025-07-01T00:00:00+09:00", kMinute},
        // to the hour, to the day
        WrittenTime{"令和7年6月1日 9時", normalised, "2025-06-01T09:00:00+09:00", kHour},
        WrittenTime{"令和7年6月1日午後2時", normalised, "2025-06-01T14:00:00+09:00", kHour},
        WrittenTime{"2025-06-01", plain, "2025-06-01T00:00:00+09:00", kDay},
        WrittenTime{"令和7年6月1日", plain, "2025-06-01T00:00:00+09:00", kDay},
        WrittenTime{"R7.6.1", normalised, "2025-06-01T00:00:00+09:00", kDay},
        // no time that there is
        WrittenTime{"2025-06-01T25:00", impossible, "", 0},
        WrittenTime{"令和7年6月1日25時", impossible, "", 0},
        WrittenTime{"2025-06-01T24:01", impossible, "", 0},
        WrittenTime{"2025-06-01T09:60", impossible, "", 0},
        WrittenTime{"2025-06-01T09:30:61", impossible, "", 0},
        WrittenTime{"2025-06-31T09:30:00+09:00", impossible, "", 0},
        WrittenTime{"令和7年2月30日 9時", impossible, "", 0},
        WrittenTime{"7年6月1日 9時30分", era_missing, "", 0},
        WrittenTime{"平成31年6月1日 9時", era_mismatch, "", 0},
        WrittenTime{"令和7年6月1日（月） 9時", weekday_mismatch, "", 0},
        // more than one, or none
        WrittenTime{"9時30分", unreadable, "", 0}, WrittenTime{"午後2時30分", unreadable, "", 0},
        WrittenTime{"09:30", unreadable, "", 0},
        WrittenTime{"令和7年6月1日 午後12時", unreadable, "", 0},
        WrittenTime{"令和7年6月1日 午前12時30分", unreadable, "", 0},
        WrittenTime{"令和7年6月1日 午後13時", unreadable, "", 0},
        WrittenTime{"令和7年6月1日 9時頃", unreadable, "", 0},
        WrittenTime{"令和7年6月1日 9時から10時", unreadable, "", 0},
        WrittenTime{"令和7年6月1日の朝", unreadable, "", 0},
        WrittenTime{"2025-06-01T09:30:00+24:00", unreadable, "", 0},
        WrittenTime{"2025-06-01T09:30:00 UTC", unreadable, "", 0},
        WrittenTime{"2025-06-01T09:300", unreadable, "", 0},
        WrittenTime{"2025-06-01T009:30", unreadable, "", 0},
        WrittenTime{"2025-06-01T09:30:", unreadable, "", 0},
        WrittenTime{"2025-06-01T09:30:15.", unreadable, "", 0}));

TEST(Instant, IsOnTheDayThatItIsInJapan) {
  const auto day = [](const char* text) {
    return iso(day_in_japan(Instant{Str(text)}.value.value().lo));
  };
  EXPECT_EQ(day("2025-06-01T14:50:00Z"), "2025-06-01");
  EXPECT_EQ(day("2025-06-01T15:10Z"), "2025-06-02");
  EXPECT_EQ(day("2025-06-01T00:00:00+09:00"), "2025-06-01");
}

TEST(Instant, IsReadAnew) {
  Instant instant{Str("2025-06-01")};
  instant.written = Str("いつか");
  read_instant(instant);
  EXPECT_EQ(instant.reading, unreadable);
  EXPECT_FALSE(instant.value);
  instant.written = Str();
  read_instant(instant);
  EXPECT_EQ(instant.reading, blank);
}

TEST(Instant, DoesNotDependOnTheZoneOfTheMachine) {
  const char* const before = std::getenv("TZ");  // NOLINT(concurrency-mt-unsafe)
  const std::optional<std::string> zone =
      before == nullptr ? std::nullopt : std::optional<std::string>(before);
  for (const char* const other : {"America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"}) {
    setenv("TZ", other, 1);  // NOLINT(concurrency-mt-unsafe)
    tzset();
    EXPECT_EQ(iso(Instant{Str("2025-06-01 09:30")}.value.value().lo), "2025-06-01T09:30:00+09:00");
    EXPECT_EQ(iso(Instant{Str("令和7年6月1日")}.value.value().hi), "2025-06-01T23:59:59+09:00");
  }
  zone ? setenv("TZ", zone->c_str(), 1) : unsetenv("TZ");  // NOLINT(concurrency-mt-unsafe)
  tzset();
}

// 1873 to 2099, to any second.
rc::Gen<Second> any_second() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(-3'060'979'200, 4'102'412'400),
                      [](std::int64_t count) { return Second(seconds(count)); });
}

RC_GTEST_PROP(Instants, WhatIsoWritesIsReadBackExactly, ()) {
  const Second second = *any_second();
  const Instant instant{Str(iso(second))};
  RC_ASSERT(instant.reading == plain);
  RC_ASSERT(instant.value == (TimeInterval{second, second}));
}

RC_GTEST_PROP(Instants, ADayHoldsItsSeconds, ()) {
  const Second second = *any_second();
  const Day day = day_in_japan(second);
  const TimeInterval all = day_in_japan(day);
  RC_ASSERT(all.lo <= second && second <= all.hi);
  RC_ASSERT(day_in_japan(all.lo) == day && day_in_japan(all.hi) == day);
  RC_ASSERT(day_in_japan(all.hi + seconds(1)) != day);
  RC_ASSERT(Instant{Str(iso(day))}.value == std::optional(all));
}

RC_GTEST_PROP(Instants, AnyTextIsReadAsATimeOrRefused, (const std::string& text)) {
  const Instant instant{Str(text)};
  RC_ASSERT(instant.value.has_value() ==
            (instant.reading == plain || instant.reading == normalised));
  RC_ASSERT(!instant.value || instant.value->lo <= instant.value->hi);
}

// Texts made of what times are made of come nearer to the edges.
RC_GTEST_PROP(Instants, AnyPiecesOfTimesAreReadOrRefused, ()) {
  const auto pieces = *rc::gen::container<
      std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "2025-06-01", "令和7年6月1日", "T",    " ", "9", "09", "25", ":",   "時", "30", "分", "秒",
      "半",         "午前",          "午後", "Z", "+", "-",  ".",  "(日)"}));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  const Instant instant{Str(text)};
  RC_ASSERT(instant.value.has_value() ==
            (instant.reading == plain || instant.reading == normalised));
}

}  // namespace instant_test
}  // namespace tokki
