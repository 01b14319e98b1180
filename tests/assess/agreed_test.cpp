// Records that contradict one another: what stands whichever is right, stands.
#include <gtest/gtest.h>

#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

Json incident(const std::string& recognitions, const std::string& reached) {
  return with(R"({"incidents": [{"id": "inc-1", "at": "2025-06-01T08:00:00+09:00",
                                 "kinds": ["security"], "occurred": true}],
                  "recognitions": [)" +
              recognitions + R"(],
                  "communications": [{"acts": ["contact"], "about": ["inc-1"], "at": ")" +
              reached + R"(", "reached_at": ")" + reached + R"("}]})");
}

std::string recognised(const std::string& at) {
  return R"({"id": "r-1", "incident": "inc-1", "of": "occurrence", "first": true, "at": ")" + at +
         R"("})";
}

TEST(Agreed, ABreachOnlyIfWhicheverIsRightMakesOne) {
  const std::string both =
      recognised("2025-06-01T09:00:00+09:00") + "," + recognised("2025-06-01T09:30:00+09:00");
  const std::string key = "B2.time@inc-1/hibari";
  EXPECT_EQ(standing(incident(both, "2025-06-01T09:59:00+09:00"), key), "fulfilled");
  EXPECT_EQ(standing(incident(both, "2025-06-01T10:10:00+09:00"), key), "undetermined");
  EXPECT_EQ(standing(incident(both, "2025-06-01T10:40:00+09:00"), key), "breached");
}

TEST(Agreed, WhatOnlyOneOfThemSetsOffIsOpen) {
  Json dossier = with(R"({"assets": [{"id": "disc", "origin": "client", "at": "2025-04-02"},
                                     {"id": "disc", "origin": "other", "at": "2025-04-02"}]})");
  EXPECT_EQ(standing(dossier, "A7@disc/hibari"), "not_triggered");
  dossier["contract"]["completed_at"] = "2025-11-28T17:00:00+09:00";
  EXPECT_EQ(standing(dossier, "A7@disc/hibari"), "undetermined");
}

TEST(Agreed, ACircleOfCorrectionsDecidesNothing) {
  Json dossier = with(R"({
    "requests": [{"id": "q-1", "at": "2025-09-01", "due": "2025-09-10"}],
    "communications": [{"id": "c-1", "corrects": "c-2", "acts": ["report"], "about": ["q-1"],
                        "at": "2025-09-05"},
                       {"id": "c-2", "corrects": "c-1", "acts": ["report"], "about": ["q-1"],
                        "at": "2025-09-15"}]})");
  EXPECT_EQ(standing(dossier, "A9.1.answer@q-1/hibari"), "undetermined");
  dossier["communications"].erase(0);
  EXPECT_EQ(standing(dossier, "A9.1.answer@q-1/hibari"), "breached");
}

// More ways than are gone through: what rests on one of them is open.
TEST(Agreed, OfVeryManyConflictsEachLeavesItsOwnOpen) {
  Json dossier = with(R"({"persons": [{"id": "sato", "role": "worker"}]})");
  for (int i = 0; i < 20; ++i) {
    Json training = Json::parse(R"({"security_awareness": true, "for_this_work": true,
                                    "at": "2025-04-10", "attendees": ["sato"]})");
    training["id"] = "t-" + std::to_string(i);
    dossier["trainings"].push_back(training);
    training["attendees"] = Json::array({"mori"});
    dossier["trainings"].push_back(training);
  }
  EXPECT_EQ(standing(dossier, "A4@sato/hibari"), "undetermined");
  dossier["trainings"][1] = Json::parse(R"({"security_awareness": true, "for_this_work": true,
                                            "at": "2025-04-10", "attendees": ["sato"]})");
  EXPECT_EQ(standing(dossier, "A4@sato/hibari"), "fulfilled");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
