// Who does the work: training, declarations, binding subcontractors; 甲's powers.
#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

Json worker(const std::string& training) {
  Json dossier = with(R"({"persons": [{"id": "sato", "role": "worker",
                                       "engaged": {"from": "2025-04-10"}}]})");
  if (!training.empty()) dossier["trainings"] = Json::array({Json::parse(training)});
  return dossier;
}
const std::string kTraining = "A4@sato/hibari";

TEST(Training, NamedAmongTheAttendees) {
  EXPECT_EQ(
      standing(worker(R"({"at": "2025-06-01", "security_awareness": true, "for_this_work": true,
                              "attendees": ["sato"]})"),
               kTraining),
      "fulfilled");
  EXPECT_EQ(standing(worker(""), kTraining), "due");
  EXPECT_EQ(standing(worker(""), kTraining, "2025-04-01"), "absent");
  // The attendees, or what it was about, are not said.
  EXPECT_EQ(standing(worker(R"({"at": "2025-06-01", "security_awareness": true})"), kTraining),
            "undetermined");
  EXPECT_EQ(standing(worker(R"({"at": "2025-06-01", "attendees": ["sato"]})"), kTraining),
            "undetermined");
  EXPECT_EQ(
      standing(worker(R"({"at": "2025-06-01", "security_awareness": true, "for_this_work": false,
                              "attendees": ["sato"]})"),
               kTraining),
      "undetermined");
  EXPECT_EQ(
      standing(worker(R"({"at": "2025-06-01", "security_awareness": false, "for_this_work": true,
                              "attendees": ["sato"]})"),
               kTraining),
      "due");
}

TEST(Training, EndedUntrainedIsABreachOnlyWithCoverage) {
  Json dossier = worker("");
  dossier["persons"][0]["engaged"]["through"] = "2025-09-30";
  EXPECT_EQ(standing(dossier, kTraining), "undetermined (overdue)");
  dossier["coverages"] = Json::parse(
      R"([{"kinds": ["training"], "at": "2025-10-10", "span": {"from": "2025-04-01",
           "through": "2025-09-30"}}])");
  EXPECT_EQ(standing(dossier, kTraining), "breached");
}

TEST(Training, BeforeTheContractIsForThePeopleToJudge) {
  const auto trained = [](const std::string& at) {
    return worker(R"({"id": "t-1", "security_awareness": true, "for_this_work": true,
                      "attendees": ["sato"])" +
                  at + "}");
  };
  EXPECT_EQ(standing(trained(R"(, "at": "2025-03-31")"), kTraining), "undetermined");
  EXPECT_EQ(standing(trained(R"(, "at": "2025-04-01")"), kTraining), "fulfilled");
  EXPECT_EQ(standing(trained(""), kTraining), "undetermined");
  // All trainings are on file, and that one may serve.
  Json ended = trained(R"(, "at": "2025-03-31")");
  ended["persons"][0]["engaged"]["through"] = "2025-09-30";
  ended["coverages"] = Json::parse(R"([{"kinds": ["training"], "at": "2025-10-10"}])");
  EXPECT_EQ(standing(ended, kTraining), "undetermined (overdue)");
  // One that nobody's name is on, neither.
  Json unnamed = trained(R"(, "at": "2025-03-31")");
  unnamed["trainings"][0].erase("attendees");
  EXPECT_EQ(standing(unnamed, kTraining), "undetermined");
}

TEST(Training, TheClientJudgesWhetherAnotherServes) {
  const Json records[] = {
      worker(R"({"at": "2025-06-01", "security_awareness": true, "for_this_work": false,
                 "attendees": ["sato"]})"),
      worker(R"({"at": "2025-03-01", "security_awareness": true, "for_this_work": true,
                 "attendees": ["sato"]})"),
      worker(R"({"at": "2025-06-01", "attendees": ["sato"]})"),
      worker(R"({"at": "2025-06-01", "security_awareness": true})"),
  };
  for (Json dossier : records) {
    dossier["judgements"] =
        Json::parse(R"([{"duty": "A4", "about": ["sato"], "as": "client", "answer": true}])");
    EXPECT_EQ(standing(dossier, kTraining), "fulfilled") << dossier["trainings"];
    dossier["judgements"][0]["answer"] = false;
    EXPECT_EQ(standing(dossier, kTraining), "breached") << dossier["trainings"];
    dossier["judgements"][0]["as"] = "responsible_person";
    EXPECT_EQ(standing(dossier, kTraining), "undetermined") << dossier["trainings"];
  }
}

TEST(Training, WithoutARosterNobodyKnows) {
  EXPECT_EQ(standing(base(), "A4@roster/hibari"), "undetermined");
}

TEST(Training, OfASubcontractorsStaffIsPerhapsTheContractorsToo) {
  Json dossier = worker("");
  dossier["persons"][0]["party"] = "suzume";
  const std::string own = "A4@sato/hibari";
  EXPECT_EQ(standing(dossier, "A4@sato/suzume"), "due");
  EXPECT_EQ(standing(dossier, own), "undetermined by train-subcontractors-staff");
  Json settled = dossier;
  settled["judgements"] = Json::parse(
      R"([{"as": "client", "question": "train-subcontractors-staff", "answer": true}])");
  EXPECT_EQ(standing(settled, own), "due");
  settled["judgements"][0]["answer"] = false;
  EXPECT_EQ(standing(settled, own), "not_triggered");
  // Whoever trained them, they are trained.
  Json trained = dossier;
  trained["trainings"] = Json::parse(R"([{"at": "2025-06-01", "security_awareness": true,
                                          "for_this_work": true, "attendees": ["sato"]}])");
  EXPECT_EQ(standing(trained, own), "not_triggered");
  EXPECT_EQ(standing(trained, "A4@sato/suzume"), "fulfilled");
}

Json filed(const std::string& day) {
  Json dossier = base();
  if (!day.empty()) {
    dossier["declarations"] = Json::parse(
        R"([{"party": "hibari", "declaration": {"format": "tokki.declaration/1",
             "declarant": {"name": "株式会社ひばり"}, "contract": {"concluded_on": "2025-04-01"},
             "declared_on": ")" +
        day + R"("}}])");
  }
  return dossier;
}

TEST(Filing, OnTheOccasionOfTheContract) {
  const std::string key = "A3.4.declare/hibari";
  EXPECT_EQ(standing(filed("2025-03-28"), key), "fulfilled");
  EXPECT_EQ(standing(filed("2025-04-01"), key), "fulfilled");
  EXPECT_EQ(standing(filed("2025-04-20"), key), "undetermined");
  EXPECT_EQ(standing(filed(""), key), "undetermined (overdue)");
  EXPECT_EQ(standing(filed(""), key, "2025-04-01"), "due");
  EXPECT_EQ(standing(filed(""), key, "2025-03-01"), "not_triggered");
}

TEST(Filing, ASubcontractorWithElectronicData) {
  const std::string key = "F.note3/suzume";
  EXPECT_EQ(standing(base(), key), "due");
  Json no_data = base();
  no_data["subcontracts"][0]["handles_electronic_data"] = false;
  EXPECT_EQ(standing(no_data, key), "undetermined by note-without-data");
}

// Coverage counts up to the end of the state in which it was owed, and needs to reach no further.
TEST(Filing, ABreachOfASubcontractorsOnceItsWorkHasEnded) {
  const std::string key = "F.note3/suzume";
  Json dossier = base();
  dossier["subcontracts"][0]["ends_on"] = "2025-09-30";
  EXPECT_EQ(standing(dossier, key, "2025-09-30"), "due");
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
  dossier["coverages"] = Json::parse(R"([{"kinds": ["filing"], "at": "2025-09-29"}])");
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
  dossier["coverages"][0]["at"] = "2025-09-30";
  EXPECT_EQ(standing(dossier, key, "2025-10-01"), "breached");
  EXPECT_EQ(standing(dossier, key), "breached");
  dossier["coverages"][0]["party"] = "hibari";
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
}

TEST(FlowDown, BothPartsByTheStart) {
  const std::string key = "A5.flow_down@edge-1/hibari";
  const auto agreed = [&](const std::string& terms) {
    Json dossier = base();
    dossier["subcontracts"][0]["flow_down"] = Json::parse(terms);
    return standing(dossier, key);
  };
  EXPECT_EQ(
      agreed(R"({"special_terms": true, "compliance_items": true, "agreed_on": "2025-05-01"})"),
      "fulfilled");  // the same day suffices
  EXPECT_EQ(
      agreed(R"({"special_terms": true, "compliance_items": true, "agreed_on": "2025-05-02"})"),
      "undetermined");
  EXPECT_EQ(agreed(R"({"special_terms": true, "compliance_items": true})"), "undetermined");
  EXPECT_EQ(
      agreed(R"({"special_terms": true, "compliance_items": false, "agreed_on": "2025-04-21"})"),
      "breached");
  EXPECT_EQ(agreed("{}"), "undetermined (overdue)");
  Json ahead = base();
  ahead["subcontracts"][0]["starts_on"] = "2026-05-01";
  ahead["subcontracts"][0].erase("flow_down");
  EXPECT_EQ(standing(ahead, key), "due");
}

TEST(Powers, AreNeverFulfilledOrBreached) {
  for (const DutyInstance& each : assess_json(base()).instances) {
    if (each.duty != "A9.1" && each.duty != "A10" && each.duty != "A12" && each.duty != "A13")
      continue;
    EXPECT_TRUE(each.status == Status::exercisable || each.status == Status::not_exercisable ||
                each.status == Status::undetermined)
        << each.key;
  }
}

TEST(Powers, TerminationNeedsABreachOfTheContractors) {
  const std::string key = "A13/hibari";
  EXPECT_EQ(standing(base(), key), "undetermined");  // training: no roster
  Json breached = base();
  breached["instructions"] = Json::parse(R"([{"id": "order-1", "at": "2025-06-01"}])");
  breached["completions"] =
      Json::parse(R"([{"instruction": "order-1", "at": "2025-06-02", "refused": true}])");
  EXPECT_EQ(standing(breached, key), "exercisable");
  EXPECT_EQ(standing(breached, "A1/hibari"), "breached");
  breached["waivers"] = Json::parse(
      R"([{"as": "client", "duty": "A12.obey", "about": ["order-1"], "at": "2025-06-10"}])");
  EXPECT_EQ(standing(breached, key), "undetermined");
  Json law = base();
  law["law_violations"] = Json::parse(R"([{"at": "2025-06-01", "law": "労働基準法"}])");
  EXPECT_EQ(standing(law, key), "exercisable");
}

TEST(Aggregates, AreJudgedForAClosedSpanOnly) {
  Json dossier = worker("");
  dossier["judgements"] =
      Json::parse(R"([{"as": "client", "duty": "A2", "answer": true, "at": "2025-12-31"}])");
  EXPECT_EQ(standing(dossier, "A2/hibari", "2025-12-30"), "fulfilled");
  EXPECT_EQ(standing(dossier, "A2/hibari", "2026-03-31"), "undetermined");
  dossier["judgements"][0]["span"] = {{"through", "2025-06-30"}};
  EXPECT_EQ(standing(dossier, "A2/hibari", "2025-06-30"), "fulfilled");
  EXPECT_EQ(standing(dossier, "A2/hibari", "2025-12-30"), "undetermined");
}

TEST(Powers, PublicationNeedsAnIncidentThatOccurred) {
  Json dossier = with(R"({"incidents": [{"id": "inc-1", "at": "2025-06-01", "kinds": ["security"],
                                         "occurred": true}]})");
  EXPECT_EQ(standing(dossier, "A11@inc-1/hibari"), "exercisable");
  dossier["incidents"][0].erase("occurred");
  EXPECT_EQ(standing(dossier, "A11@inc-1/hibari"), "undetermined");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
