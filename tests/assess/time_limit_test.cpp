// Spans of time of other lengths than minutes, as other offices' terms print them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "files.hpp"
#include "terms/edition_files.hpp"
#include "tokki/assessor.hpp"

namespace tokki {
namespace time_limit_test {

Second end(const char* text) { return Instant(Str(text)).value.value().hi; }

// The contact is owed within such a span from its recognition on 2025-06-02 at 09:00:00.
std::shared_ptr<const Edition> within(const std::string& printed, int value, const char* unit) {
  return loaded(extending(
      {{"clauses",
        {{{"key", "B2.time"},
          {"wording", {{"ja", printed + "に甲に連絡すること。"}, {"en", "Contact the Client."}}}}}},
       {"duties",
        {{{"key", "B2.time"},
          {"summary", {{"ja", printed + "に連絡する。"}, {"en", "Contact the Client."}}},
          {"promptness_words", {printed}}}}},
       {"parameters",
        {{{"key", "incident-contact-minutes"},
          {"value", value},
          {"unit", unit},
          {"text", printed}}}}}));
}

// How the duty stands when 甲 is told at that time; null: never.
DutyInstance standing(const std::shared_ptr<const Edition>& edition, const char* told,
                      const char* as_of) {
  Json dossier = Json::parse(
      text_of(kSourceDir / "tests/corpus/dossiers/notebook-lost-told-a-second-late.json"));
  if (told == nullptr) {
    dossier["communications"] = Json::array();
  } else {
    dossier["communications"][0]["at"] = dossier["communications"][0]["reached_at"] = told;
  }
  Assessor records;
  records.add(dossier.dump());
  const Assessment assessment = records.assess({.editions = edition, .as_of = end(as_of)});
  for (const DutyInstance& each : assessment.instances) {
    if (each.key == "B2.time@inc-1/hibari") return each;
  }
  ADD_FAILURE();
  return {};
}

TEST(TimeLimit, OfHoursRunsAtOnce) {
  const auto day = within("24時間以内", 24, "hours");
  EXPECT_EQ(standing(day, "2025-06-03T09:00:00+09:00", "2025-07-31").status, Status::fulfilled);
  EXPECT_EQ(standing(day, "2025-06-03T09:00:01+09:00", "2025-07-31").status, Status::breached);
}

// 民法140条, 141条: the first day does not count, and the last one ends at midnight.
TEST(TimeLimit, OfDaysEndsWithADay) {
  const auto days = within("三日以内", 3, "days");
  const DutyInstance waiting = standing(days, nullptr, "2025-06-05");
  EXPECT_EQ(waiting.status, Status::due);
  EXPECT_EQ(waiting.until, end("2025-06-05"));
  const DutyInstance over = standing(days, nullptr, "2025-06-06");
  EXPECT_EQ(over.status, Status::undetermined);
  EXPECT_TRUE(over.overdue);
  EXPECT_EQ(standing(days, "2025-06-05T23:59:59+09:00", "2025-07-31").status, Status::fulfilled);
  // A holiday may put off the end (142条).
  const DutyInstance later = standing(days, "2025-06-06T00:00:00+09:00", "2025-07-31");
  EXPECT_EQ(later.status, Status::undetermined);
  EXPECT_EQ(later.reasons.front().info->id, "span-of-days");
}

TEST(TimeLimit, OfWeeksAndMonthsEndsByTheCalendar) {
  EXPECT_EQ(standing(within("２週間以内", 2, "weeks"), nullptr, "2025-06-03").until,
            end("2025-06-16"));
  EXPECT_EQ(standing(within("三箇月以内", 3, "months"), nullptr, "2025-06-03").until,
            end("2025-09-02"));
}

TEST(TimeLimit, OfBusinessDaysNeedsTheOfficesCalendar) {
  const auto days = within("３営業日以内", 3, "business_days");
  const DutyInstance waiting = standing(days, nullptr, "2025-06-03");
  EXPECT_EQ(waiting.status, Status::due);
  EXPECT_EQ(waiting.until, std::nullopt);
  // So many business days are at least so many days.
  EXPECT_EQ(standing(days, "2025-06-05T09:00:00+09:00", "2025-07-31").status, Status::fulfilled);
  EXPECT_EQ(standing(days, "2025-06-06T09:00:00+09:00", "2025-07-31").status, Status::undetermined);
}

}  // namespace time_limit_test
}  // namespace tokki
