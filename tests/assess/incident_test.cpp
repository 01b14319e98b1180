// Incidents: the 60 minutes of 遵守事項2, the window, and 直ちに of 特記事項9.
#include <algorithm>
#include <stdexcept>

#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

// An incident at 乙 that was recognised and told at the given times.
Json told(const std::string& recognised, const std::string& reached, std::string_view more = {}) {
  return with(R"({
    "incidents": [{"id": "inc-1", "at": "2025-06-01T08:00:00+09:00", "kinds": ["security"],
                   "occurred": true, "touches_work": true}],
    "recognitions": [{"incident": "inc-1", "at": ")" +
              recognised + R"(", "of": "occurrence", "first": true}],
    "communications": [{"acts": ["contact"], "to": "甲", "window": "情報政策課", "about": ["inc-1"],
                        "at": ")" +
              reached + R"(", "reached_at": ")" + reached + R"("}])" + std::string(more) + "}");
}
const std::string kTime = "B2.time@inc-1/hibari";

TEST(Within, SixtyMinutesAreWithinSixtyMinutes) {
  EXPECT_EQ(standing(told("2025-06-01T09:00:00+09:00", "2025-06-01T10:00:00+09:00"), kTime),
            "fulfilled");
  EXPECT_EQ(standing(told("2025-06-01T09:00:00+09:00", "2025-06-01T10:00:01+09:00"), kTime),
            "breached");
}

TEST(Within, MinutesSixtyApartAreOpen) {
  EXPECT_EQ(standing(told("2025-06-01T09:00", "2025-06-01T09:59"), kTime), "fulfilled");
  EXPECT_EQ(standing(told("2025-06-01T09:00", "2025-06-01T10:00"), kTime), "undetermined");
  EXPECT_EQ(standing(told("2025-06-01T09:00", "2025-06-01T10:01"), kTime), "breached");
  EXPECT_EQ(standing(told("2025-06-01", "2025-06-01"), kTime), "undetermined");
}

TEST(Within, OffsetsAreHonoured) {
  // 14:50Z is 23:50 in Japan; 00:50 there is the next day.
  EXPECT_EQ(standing(told("2025-06-01T23:50:00+09:00", "2025-06-01T15:50:00Z"), kTime),
            "fulfilled");
  EXPECT_EQ(standing(told("2025-06-01T14:50:00Z", "2025-06-02T00:50:01+09:00"), kTime), "breached");
}

// 09:00:00 recognised by the subcontractor, 09:40:00 by 乙.
Json through_subcontractor(const std::string& reached) {
  return with(R"({
    "incidents": [{"id": "inc-1", "at": "2025-06-01T08:00:00+09:00", "kinds": ["security"],
                   "occurred": true, "party": "suzume"}],
    "recognitions": [
      {"incident": "inc-1", "party": "suzume", "at": "2025-06-01T09:00:00+09:00", "of": "occurrence"},
      {"incident": "inc-1", "at": "2025-06-01T09:40:00+09:00", "of": "occurrence"}],
    "communications": [{"acts": ["contact"], "about": ["inc-1"], "at": ")" +
              reached + R"(", "reached_at": ")" + reached + R"("}]})");
}

TEST(Within, WhoseRecognitionCountsIsOpen) {
  EXPECT_EQ(standing(through_subcontractor("2025-06-01T10:00:00+09:00"), kTime), "fulfilled");
  EXPECT_EQ(standing(through_subcontractor("2025-06-01T10:20:00+09:00"), kTime),
            "undetermined by whose-recognition");
  EXPECT_EQ(standing(through_subcontractor("2025-06-01T10:40:00+09:00"), kTime),
            "undetermined by whose-recognition");
  EXPECT_EQ(standing(through_subcontractor("2025-06-01T10:40:01+09:00"), kTime), "breached");
}

TEST(Within, TheClientSettlesAReadingTheContractorDoesNot) {
  Json dossier = through_subcontractor("2025-06-01T10:20:00+09:00");
  dossier["judgements"] =
      Json::parse(R"([{"question": "whose-recognition", "as": "client", "answer": false}])");
  EXPECT_EQ(standing(dossier, kTime), "fulfilled");
  dossier["judgements"][0]["answer"] = true;
  EXPECT_EQ(standing(dossier, kTime), "breached");
  dossier["judgements"][0]["as"] = "responsible_person";
  EXPECT_EQ(standing(dossier, kTime), "undetermined by whose-recognition");
}

TEST(Within, FearAndOccurrenceDiffer) {
  Json dossier = told("2025-06-01T14:00:00+09:00", "2025-06-01T14:30:00+09:00");
  dossier["recognitions"].push_back(
      Json::parse(R"({"incident": "inc-1", "at": "2025-06-01T10:00:00+09:00", "of": "fear"})"));
  EXPECT_EQ(standing(dossier, kTime), "undetermined by recognised-fear");
}

std::int64_t number_in(const Reason& reason, std::string_view name) {
  const auto found = std::ranges::find(reason.arguments, name, &Argument::name);
  if (found == reason.arguments.end()) throw std::out_of_range(std::string(name));
  return std::get<std::int64_t>(found->content);
}

// Both spans are told: that from the recognition of anyone or of the fear, and the other.
TEST(Within, WhereReadingsDifferBothSpansAreTold) {
  const Assessment parties = assess_json(through_subcontractor("2025-06-01T10:20:30+09:00"));
  const Reason& of_parties = find(parties, kTime)->reasons.back();
  EXPECT_EQ(of_parties.info->id, "span-by-reading");
  EXPECT_EQ(number_in(of_parties, "longest_minutes"), 80);
  EXPECT_EQ(number_in(of_parties, "longest_seconds"), 30);
  EXPECT_EQ(number_in(of_parties, "shortest_minutes"), 40);
  EXPECT_EQ(number_in(of_parties, "shortest_seconds"), 30);

  Json dossier = told("2025-06-01T14:00:00+09:00", "2025-06-01T14:30:00+09:00");
  dossier["recognitions"].push_back(
      Json::parse(R"({"incident": "inc-1", "at": "2025-06-01T10:00:00+09:00", "of": "fear"})"));
  const Assessment fear = assess_json(dossier);
  const Reason& of_fear = find(fear, kTime)->reasons.back();
  EXPECT_EQ(number_in(of_fear, "longest_minutes"), 270);
  EXPECT_EQ(number_in(of_fear, "shortest_minutes"), 30);
}

// The time that was set is told however the duty stands.
TEST(Within, TheTimeThatIsSetIsTold) {
  const Second ten = end("2025-06-01T10:00:00+09:00");
  for (const char* const reached : {"2025-06-01T09:30:00+09:00", "2025-06-01T10:30:00+09:00"}) {
    const Assessment assessment = assess_json(told("2025-06-01T09:00:00+09:00", reached));
    EXPECT_EQ(find(assessment, kTime)->until, ten) << reached;
  }
}

TEST(Within, FoundAgainInTimeExcusesNothing) {
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T10:02:00+09:00");
  dossier["incidents"][0]["closed_at"] = "2025-06-01T09:55:00+09:00";
  EXPECT_EQ(standing(dossier, kTime), "breached");
}

Json untold() {
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T10:00:00+09:00");
  dossier.erase("communications");
  return dossier;
}

TEST(Within, NotToldIsDueThenOverdueAndBreachedOnlyWhenThatIsCertain) {
  const Json dossier = untold();
  const Assessment early = assess_json(dossier, "2025-06-01T09:30:00+09:00");
  EXPECT_EQ(standing(early, kTime), "due");
  EXPECT_EQ(find(early, kTime)->until, end("2025-06-01T10:00:00+09:00"));
  EXPECT_EQ(standing(dossier, kTime, "2025-06-01T10:00:01+09:00"), "undetermined (overdue)");

  Json stated = untold();
  stated["incidents"][0]["contacted"] = false;
  EXPECT_EQ(standing(stated, kTime, "2025-06-01T10:00:01+09:00"), "breached");

  Json covered = untold();
  covered["coverages"] = Json::parse(
      R"([{"kinds": ["communication"], "at": "2025-06-30", "span": {"from": "2025-04-01",
           "through": "2025-06-01T10:00:00+09:00"}}])");
  EXPECT_EQ(standing(covered, kTime), "breached");
  EXPECT_EQ(standing(covered, kTime, "2026-03-31"), "breached");
  covered["coverages"][0]["span"]["through"] = "2025-06-01T09:59:59+09:00";
  EXPECT_EQ(standing(covered, kTime), "undetermined (overdue)");
}

TEST(Within, OnlyWhatOccurredCounts) {
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T12:00:00+09:00");
  dossier["incidents"][0]["occurred"] = false;
  EXPECT_EQ(standing(dossier, kTime), "not_triggered");
  dossier["incidents"][0].erase("occurred");
  EXPECT_EQ(standing(dossier, kTime), "undetermined");
}

TEST(Within, WhatIsNotOnRecordIsNotInferred) {
  Json arrival = told("2025-06-01T09:00:00+09:00", "2025-06-01T09:10:00+09:00");
  arrival["communications"][0].erase("reached_at");
  EXPECT_EQ(standing(arrival, kTime), "undetermined");

  Json report = told("2025-06-01T09:00:00+09:00", "2025-06-01T09:10:00+09:00");
  report["communications"][0]["acts"] = Json::array({"report"});
  EXPECT_EQ(standing(report, kTime), "undetermined");

  Json contact_before = told("2025-06-01T09:00:00+09:00", "2025-06-01T08:30:00+09:00");
  EXPECT_EQ(standing(contact_before, kTime), "undetermined");

  Json by_subcontractor = told("2025-06-01T09:00:00+09:00", "2025-06-01T09:10:00+09:00");
  by_subcontractor["communications"][0]["by"] = "suzume";
  EXPECT_EQ(standing(by_subcontractor, kTime), "undetermined by contact-by-subcontractor");
  by_subcontractor["communications"][0]["on_behalf_of"] = "hibari";
  EXPECT_EQ(standing(by_subcontractor, kTime), "fulfilled");
}

TEST(Within, AWaiverShowsWhatLiesBeneath) {
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T11:00:00+09:00");
  dossier["waivers"] = Json::parse(
      R"([{"as": "client", "duty": "B2.time", "about": ["inc-1"], "at": "2025-06-10"}])");
  EXPECT_EQ(standing(dossier, kTime, "2025-06-09"), "breached");
  const Assessment later = assess_json(dossier, "2025-06-10");
  EXPECT_EQ(standing(later, kTime), "waived");
  EXPECT_EQ(find(later, kTime)->underlying, Status::breached);
  dossier["waivers"][0]["as"] = "responsible_person";
  EXPECT_EQ(standing(dossier, kTime), "breached");
}

TEST(Within, ACorrectionChangesThePastNotWhatWasKnown) {
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T11:00:00+09:00");
  dossier["communications"][0]["id"] = "com-1";
  dossier["communications"][0]["recorded_at"] = "2025-06-02";
  Json correction = dossier["communications"][0];
  correction["id"] = "com-2";
  correction["corrects"] = "com-1";
  correction["reached_at"] = "2025-06-01T09:20:00+09:00";
  correction["recorded_at"] = "2025-07-01";
  dossier["communications"].push_back(correction);
  EXPECT_EQ(standing(dossier, kTime, "2025-06-03"), "fulfilled");
  EXPECT_EQ(standing(dossier, kTime, "2025-06-03", "2025-06-30"), "breached");
  EXPECT_EQ(standing(dossier, kTime, "2025-06-03", "2025-07-01"), "fulfilled");
}

TEST(Window, OnlyTheWindowOfTheTimeCounts) {
  const std::string key = "B2.window@inc-1/hibari";
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T09:10:00+09:00");
  EXPECT_EQ(standing(dossier, key), "fulfilled");
  // Under way, it has not reached the window.
  EXPECT_EQ(standing(dossier, key, "2025-06-01T09:05:00+09:00"), "due");
  // Told elsewhere, the window is still to be told, until the matter is closed.
  dossier["contract"]["windows"][0]["during"]["through"] = "2025-05-31";
  EXPECT_EQ(standing(dossier, key), "due");
  dossier["incidents"][0]["closed_at"] = "2025-06-30";
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
  // No time was set that could have run out.
  const Assessment closed = assess_json(dossier);
  EXPECT_EQ(find(closed, key)->reasons.back().info->id, "undone-unrecorded");
  dossier["incidents"][0].erase("closed_at");
  dossier["communications"][0].erase("window");
  EXPECT_EQ(standing(dossier, key), "undetermined");
  dossier.erase("communications");
  EXPECT_EQ(standing(dossier, key), "due");
  dossier["incidents"][0]["contacted"] = false;
  EXPECT_EQ(standing(dossier, key), "breached");
}

TEST(AtOnce, AContactIsNoReport) {
  const Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T09:10:00+09:00");
  EXPECT_EQ(standing(dossier, kTime), "fulfilled");
  EXPECT_EQ(standing(dossier, "A9.3@inc-1/hibari"), "undetermined");
}

TEST(AtOnce, ADelayIsForAPersonToJudge) {
  const std::string key = "A9.3@inc-1/hibari";
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T09:10:00+09:00");
  dossier["communications"][0]["acts"] = Json::array({"contact", "report"});
  const Assessment assessment = assess_json(dossier);
  EXPECT_EQ(standing(assessment, key), "undetermined");
  EXPECT_EQ(find(assessment, key)->delay, std::chrono::minutes(10));
  dossier["judgements"] =
      Json::parse(R"([{"duty": "A9.3", "about": ["inc-1"], "as": "client", "answer": true}])");
  EXPECT_EQ(standing(dossier, key), "fulfilled");
  dossier["judgements"][0]["answer"] = false;
  EXPECT_EQ(standing(dossier, key), "breached");
  dossier["judgements"][0]["as"] = "responsible_person";
  EXPECT_EQ(standing(dossier, key), "undetermined");
  dossier.erase("judgements");
  dossier["communications"][0]["reached_at"] = "2025-06-01T09:00:00+09:00";
  EXPECT_EQ(standing(dossier, key), "fulfilled");
}

TEST(AtOnce, NobodyJudgesOrWaivesForTheClient) {
  Json dossier = with(R"({"persons": [{"id": "sekinin", "role": "responsible_person"},
                                      {"id": "shoku", "role": "client_staff"}],
      "incidents": [{"id": "i-1", "at": "2025-06-01", "kinds": ["security"], "occurred": true}],
      "recognitions": [{"incident": "i-1", "at": "2025-06-01T09:00:00+09:00"}],
      "communications": [{"acts": ["report"], "about": ["i-1"], "at": "2025-06-01T09:10:00+09:00",
                          "reached_at": "2025-06-01T09:10:00+09:00"}],
      "judgements": [{"duty": "A9.3", "about": ["i-1"], "answer": true, "as": "client",
                      "by": "shoku", "at": "2025-07-01"}]})");
  EXPECT_EQ(standing(dossier, "A9.3@i-1/hibari"), "fulfilled");
  dossier["judgements"][0]["by"] = "sekinin";
  EXPECT_EQ(standing(dossier, "A9.3@i-1/hibari"), "undetermined");
  dossier["waivers"] = Json::parse(R"([{"duty": "A9.3", "about": ["i-1"], "as": "client",
                                         "by": "sekinin", "at": "2025-07-01"}])");
  EXPECT_EQ(standing(dossier, "A9.3@i-1/hibari"), "undetermined");
  dossier["waivers"][0]["by"] = "shoku";
  EXPECT_EQ(standing(dossier, "A9.3@i-1/hibari"), "waived");
}

TEST(AtOnce, NotReportedIsDueWithoutATime) {
  const Assessment assessment = assess_json(untold());
  const DutyInstance* const instance = find(assessment, "A9.3@inc-1/hibari");
  ASSERT_NE(instance, nullptr);
  EXPECT_EQ(instance->status, Status::due);
  EXPECT_EQ(instance->since, end("2025-06-01T09:00:00+09:00"));
  EXPECT_FALSE(instance->until.has_value());
}

TEST(AtOnce, WhatTouchesNoAssetOfTheWorkIsNone) {
  Json dossier = untold();
  dossier["incidents"][0]["touches_work"] = false;
  EXPECT_EQ(standing(dossier, "A9.3@inc-1/hibari"), "not_triggered");
}

// All records up to the end of the work are on file; later ones need not be.
TEST(AtOnce, NeverReportedIsABreachOnceTheWorkIsOver) {
  const std::string key = "A9.3@inc-1/hibari";
  Json dossier = untold();
  dossier["contract"]["completed_at"] = "2025-09-30";
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
  dossier["coverages"] = Json::parse(R"([{"kinds": ["communication"], "at": "2025-09-30"}])");
  EXPECT_EQ(standing(dossier, key, "2025-10-01"), "breached");
  EXPECT_EQ(standing(dossier, key, "2026-03-31"), "breached");
  dossier["coverages"][0]["at"] = "2025-09-29";
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
}

TEST(Within, AfterTheContractsEndIsAReading) {
  const std::string window = "B2.window@inc-1/hibari";
  Json dossier = told("2025-06-01T09:00:00+09:00", "2025-06-01T10:00:01+09:00");
  ASSERT_EQ(standing(dossier, kTime), "breached");
  ASSERT_EQ(standing(dossier, window), "fulfilled");
  dossier["contract"]["ends_on"] = "2025-05-31";
  EXPECT_EQ(standing(dossier, kTime), "undetermined by duties-after-end");
  EXPECT_EQ(standing(dossier, window), "undetermined by duties-after-end");
  dossier["judgements"] =
      Json::parse(R"([{"question": "duties-after-end", "as": "client", "answer": true}])");
  EXPECT_EQ(standing(dossier, kTime), "breached");
  dossier["judgements"][0]["answer"] = false;
  EXPECT_EQ(standing(dossier, kTime), "not_triggered");
  EXPECT_EQ(standing(dossier, window), "not_triggered");
  // It occurred before the end, and was recognised after it only.
  dossier.erase("judgements");
  dossier["incidents"][0]["at"] = "2025-05-31T08:00:00+09:00";
  EXPECT_EQ(standing(dossier, kTime), "undetermined by duties-after-end");
  EXPECT_EQ(standing(dossier, window), "undetermined by duties-after-end");
  dossier["contract"]["ends_on"] = "2025-06-01";
  EXPECT_EQ(standing(dossier, kTime), "breached");
}

// A time that cannot be read is in time at no instant: else it would be late later on.
TEST(Within, AnUnreadableTimeIsNeverInTime) {
  const Json dossier = told("2025-06-01T09:00:00+09:00", "不明");
  EXPECT_EQ(standing(dossier, kTime, "2025-06-01T09:30:00+09:00"), "undetermined");
  EXPECT_EQ(standing(dossier, kTime), "undetermined");
}

TEST(Mirrors, ASubcontractorBearsWhatItIsBoundTo) {
  Json dossier = through_subcontractor("2025-06-01T10:00:00+09:00");
  const std::string key = "B2.time@inc-1/suzume";
  const Assessment assessment = assess_json(dossier);
  ASSERT_NE(find(assessment, key), nullptr);
  EXPECT_TRUE(find(assessment, key)->mirror);
  dossier["subcontracts"][0].erase("flow_down");
  EXPECT_EQ(standing(dossier, key).substr(0, 12), "undetermined");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
