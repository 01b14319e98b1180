// What 甲 instructs and asks for, and what it supplied (特記事項7, 8, 9, 12).
#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

Json instructed(const std::string& completions, const std::string& more = {}) {
  return with(R"({"instructions": [{"id": "order-1", "at": "2025-06-01T09:00:00+09:00",
                                    "items": ["端末を隔離する"])" +
              more + R"(}], "completions": )" + completions + "}");
}
const std::string kObey = "A12.obey@order-1/hibari";
const std::string kDue = R"(, "due": "2025-06-05T17:00:00+09:00")";
const std::string kDone = R"([{"instruction": "order-1", "at": "2025-06-05T17:00:00+09:00"}])";

TEST(Obey, WithinTheTimeThatWasSet) {
  EXPECT_EQ(standing(instructed(kDone, kDue), kObey), "fulfilled");
  EXPECT_EQ(
      standing(
          instructed(R"([{"instruction": "order-1", "at": "2025-06-05T17:00:01+09:00"}])", kDue),
          kObey),
      "breached");
  EXPECT_EQ(
      standing(instructed(R"([{"instruction": "order-1", "at": "2025-06-05"}])", kDue), kObey),
      "undetermined");
}

TEST(Obey, WithoutATimeItStaysDueAndAnyTimeWillDo) {
  EXPECT_EQ(standing(instructed("[]"), kObey), "due");
  EXPECT_EQ(standing(instructed(R"([{"instruction": "order-1", "at": "2025-12-01"}])"), kObey),
            "fulfilled");
}

TEST(Obey, NothingOnRecordAfterItsTime) {
  Json dossier = instructed("[]", kDue);
  EXPECT_EQ(standing(dossier, kObey, "2025-06-05T16:00:00+09:00"), "due");
  EXPECT_EQ(standing(dossier, kObey), "undetermined (overdue)");
  dossier["coverages"] = Json::parse(
      R"([{"kinds": ["completion"], "at": "2025-06-30", "span": {"from": "2025-06-01",
           "through": "2025-06-10"}}])");
  EXPECT_EQ(standing(dossier, kObey), "breached");
}

TEST(Obey, RefusedWithdrawnPartly) {
  EXPECT_EQ(
      standing(instructed(R"([{"instruction": "order-1", "at": "2025-06-02", "refused": true}])"),
               kObey),
      "breached");
  EXPECT_EQ(standing(instructed("[]", R"(, "withdrawn_at": "2025-06-02")"), kObey), "waived");
  EXPECT_EQ(
      standing(
          instructed(R"([{"instruction": "order-1", "at": "2025-06-02", "partly": true}])", kDue),
          kObey),
      "undetermined (overdue)");
}

TEST(Obey, TheBasisDecidesWhichDuty) {
  const Json dossier = instructed("[]", R"(, "basis": "A9.3.obey")");
  EXPECT_EQ(standing(dossier, "A9.3.obey@order-1/hibari"), "due");
  EXPECT_EQ(standing(dossier, kObey), "absent");
}

TEST(Obey, ARequestIsNoInstruction) {
  EXPECT_EQ(standing(instructed("[]", R"(, "request": true)"), kObey), "absent");
}

TEST(Obey, ManyItemsAreManyInstances) {
  Json dossier = instructed(R"([{"instruction": "order-1", "item": 2, "at": "2025-06-02"}])");
  dossier["instructions"][0]["items"] = Json::array({"一", "二"});
  EXPECT_EQ(standing(dossier, "A12.obey@order-1/1/hibari"), "due");
  EXPECT_EQ(standing(dossier, "A12.obey@order-1/2/hibari"), "fulfilled");
}

TEST(Answer, AReportThatNamesTheRequest) {
  Json dossier =
      with(R"({"requests": [{"id": "ask-1", "at": "2025-06-01", "due": "2025-06-10"}]})");
  const std::string key = "A9.1.answer@ask-1/hibari";
  EXPECT_EQ(standing(dossier, key, "2025-06-09"), "due");
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
  dossier["communications"] =
      Json::parse(R"([{"acts": ["report"], "to": "甲", "about": ["ask-1"], "at": "2025-06-10"}])");
  EXPECT_EQ(standing(dossier, key), "fulfilled");
  dossier["communications"][0]["at"] = "2025-06-11";
  EXPECT_EQ(standing(dossier, key), "breached");
  dossier.erase("communications");
  dossier["requests"][0]["refused"] = true;
  EXPECT_EQ(standing(dossier, key), "breached");
  dossier["requests"][0]["withdrawn_at"] = "2025-06-03";
  EXPECT_EQ(standing(dossier, key), "waived");
}

Json supplied(const std::string& more = "{}") {
  Json dossier = with(R"({"assets": [{"id": "disc", "origin": "client", "at": "2025-04-02"}]})");
  dossier.merge_patch(Json::parse(more));
  return dossier;
}
const std::string kReturn = "A7@disc/hibari";

TEST(Return, NotBeforeCompletion) {
  EXPECT_EQ(standing(supplied(), kReturn), "not_triggered");
  // The last day of the term says nothing of completion.
  EXPECT_EQ(standing(supplied(), kReturn, "2026-04-01"), "undetermined");
  EXPECT_EQ(standing(supplied(R"({"contract": {"terminated_at": "2025-10-01"}})"), kReturn),
            "undetermined by return-after-termination");
}

TEST(Return, AfterTheTermProvesNothingWithoutCompletion) {
  Json dossier = supplied();
  dossier["returns"] = Json::parse(R"([{"asset": "disc", "at": "2026-03-31"}])");
  EXPECT_EQ(standing(dossier, kReturn, "2026-05-01"), "fulfilled");
  dossier["returns"][0]["at"] = "2026-04-01";
  EXPECT_EQ(standing(dossier, kReturn, "2026-05-01"), "undetermined");
}

Json completed(const std::string& returned) {
  Json dossier = supplied(R"({"contract": {"completed_at": "2025-09-30T17:00:00+09:00"}})");
  if (!returned.empty()) dossier["returns"] = Json::array({Json::parse(returned)});
  return dossier;
}

TEST(Return, AtCompletionOrJudged) {
  EXPECT_EQ(standing(completed(""), kReturn), "due");
  EXPECT_EQ(standing(completed(R"({"asset": "disc", "at": "2025-09-30T16:00:00+09:00"})"), kReturn),
            "fulfilled");
  Json later = completed(R"({"asset": "disc", "at": "2025-10-02T10:00:00+09:00"})");
  EXPECT_EQ(standing(later, kReturn), "undetermined");
  later["judgements"] =
      Json::parse(R"([{"duty": "A7", "about": ["disc"], "as": "client", "answer": true}])");
  EXPECT_EQ(standing(later, kReturn), "fulfilled");
  EXPECT_EQ(
      standing(completed(R"({"asset": "disc", "at": "2025-09-30", "whole": false})"), kReturn),
      "undetermined");
}

TEST(Return, AnInstructionWithATimeSetsIt) {
  Json dossier = completed(R"({"asset": "disc", "at": "2025-10-02T10:00:00+09:00"})");
  dossier["instructions"] = Json::parse(
      R"([{"id": "order-7", "basis": "A7", "about": ["disc"], "at": "2025-09-20", "method": "郵送",
           "due": "2025-10-05"}])");
  EXPECT_EQ(standing(dossier, kReturn), "fulfilled");
  dossier["instructions"][0]["due"] = "2025-10-01";
  EXPECT_EQ(standing(dossier, kReturn), "breached");
  dossier["instructions"][0].erase("due");  // only the method: 直ちに remains
  EXPECT_EQ(standing(dossier, kReturn), "undetermined");
}

TEST(Return, DestroyedOrLost) {
  Json dossier = completed("");
  dossier["assets"][0]["ended"] = "destroyed";
  EXPECT_EQ(standing(dossier, kReturn), "breached");
}

TEST(Return, OnlyWhatTheClientItselfSupplied) {
  Json associate = completed("");
  associate["assets"][0]["origin"] = "client_associate";
  EXPECT_EQ(standing(associate, kReturn), "absent");
  Json unknown = completed("");
  unknown["assets"][0].erase("origin");
  EXPECT_EQ(standing(unknown, kReturn), "undetermined");
}

TEST(Recall, WhatTheClientInstructs) {
  Json dossier = supplied();
  const std::string key = "A8@order-8/disc/hibari";
  EXPECT_EQ(standing(dossier, key), "absent");
  dossier["instructions"] =
      Json::parse(R"([{"id": "order-8", "basis": "A8", "about": ["disc"], "at": "2025-07-01"}])");
  EXPECT_EQ(standing(dossier, key), "due");
  dossier["recalls"] = Json::parse(R"([{"asset": "disc", "from": "suzume", "at": "2025-07-20"}])");
  EXPECT_EQ(standing(dossier, key), "fulfilled");
  EXPECT_EQ(standing(dossier, key, "2025-07-10"), "due");  // in the future
  dossier["instructions"][0]["due"] = "2025-07-10";
  EXPECT_EQ(standing(dossier, key), "breached");
  dossier["recalls"][0]["refused"] = true;
  EXPECT_EQ(standing(dossier, key), "breached");
}

// What was handed over to suzume on 2 May, and is to be recovered.
Json handed_over(const std::string& assents, const std::string& more = "{}") {
  Json dossier = supplied(R"({
    "transfers": [{"id": "tr-1", "kind": "provision", "assets": ["disc"], "to": "suzume",
                   "at": "2025-05-02T09:30:00+09:00"}],
    "instructions": [{"id": "order-8", "basis": "A8", "about": ["disc"], "at": "2025-07-01"}]})");
  dossier["assents"] = Json::parse(assents);
  dossier.merge_patch(Json::parse(more));
  return dossier;
}
const std::string kRecall = "A8@order-8/disc/hibari";
const std::string kInstead = "A12.obey@order-8/hibari";
const std::string kApproved = R"([{"id": "ok", "kind": "approval", "giver": "client",
                                   "covers": ["tr-1"], "at": "2025-05-02T09:00:00+09:00"}])";
const std::string kRefused = R"([{"id": "ok", "kind": "approval", "giver": "client",
                                  "covers": ["tr-1"], "at": "2025-05-02T10:00:00+09:00"}])";

TEST(Recall, OnlyOfWhatTheClientApproved) {
  EXPECT_EQ(standing(handed_over(kApproved), kRecall), "due");
  EXPECT_EQ(standing(handed_over(kApproved), kInstead), "absent");
  // Without approval 特記事項8 is silent: it is an instruction like any other.
  const Json unapproved = handed_over(kRefused);
  EXPECT_EQ(standing(unapproved, "A3.3@tr-1/disc/hibari"), "breached");
  EXPECT_EQ(standing(unapproved, kRecall), "not_triggered");
  EXPECT_EQ(standing(unapproved, kInstead), "due");
  // Whether it was approved is open.
  EXPECT_EQ(standing(handed_over("[]"), kRecall), "undetermined");
  EXPECT_EQ(standing(handed_over("[]"), kInstead), "absent");
  // One of two times it was.
  Json twice = handed_over(kApproved);
  twice["transfers"].push_back(Json::parse(R"({"id": "tr-0", "kind": "provision",
      "assets": ["disc"], "to": "suzume", "at": "2025-04-20",
      "assents": [{"kind": "approval", "given": false}]})"));
  EXPECT_EQ(standing(twice, kRecall), "due");
}

TEST(Recall, WithoutApprovalRecoveryCarriesOutTheInstruction) {
  const auto recalled = [](const std::string& recall) {
    return handed_over(kRefused, R"({"instructions": [{"id": "order-8", "basis": "A8",
        "about": ["disc"], "at": "2025-07-01", "due": "2025-07-10"}], "recalls": [)" +
                                     recall + "]}");
  };
  EXPECT_EQ(
      standing(recalled(R"({"asset": "disc", "from": "suzume", "at": "2025-07-10"})"), kInstead),
      "fulfilled");
  EXPECT_EQ(
      standing(recalled(R"({"asset": "disc", "from": "suzume", "at": "2025-07-11"})"), kInstead),
      "breached");
  EXPECT_EQ(
      standing(recalled(R"({"asset": "disc", "at": "2025-07-02", "refused": true})"), kInstead),
      "breached");
  EXPECT_EQ(
      standing(recalled(R"({"asset": "disc", "at": "2025-07-02", "whole": false})"), kInstead),
      "undetermined (overdue)");
}

TEST(Recall, OfWhatIsNotSaid) {
  Json dossier = handed_over(kApproved);
  dossier["instructions"][0].erase("about");
  EXPECT_EQ(standing(dossier, "A8@order-8/hibari"), "undetermined");
}

TEST(Recall, JudgedWithdrawnCovered) {
  Json judged = handed_over(kApproved);
  judged["judgements"] =
      Json::parse(R"([{"duty": "A8", "about": ["order-8"], "as": "client", "answer": false}])");
  EXPECT_EQ(standing(judged, kRecall), "breached");
  Json withdrawn = handed_over(kApproved);
  withdrawn["instructions"][0]["withdrawn_at"] = "2025-07-05";
  EXPECT_EQ(standing(withdrawn, kRecall), "waived");
  Json covered = handed_over(kApproved);
  covered["instructions"][0]["due"] = "2025-07-10";
  covered["coverages"] = Json::parse(R"([{"kinds": ["recall"], "at": "2025-07-10T23:59:59+09:00",
                                          "span": {"from": "2025-04-01"}}])");
  EXPECT_EQ(standing(covered, kRecall), "breached");
  covered["coverages"][0]["at"] = "2025-07-09";
  EXPECT_EQ(standing(covered, kRecall), "undetermined (overdue)");
}

TEST(Recall, InstructedAfterTheContractsEndIsAReading) {
  Json dossier = handed_over(kApproved);
  dossier["contract"]["ends_on"] = "2025-06-30";
  EXPECT_EQ(standing(dossier, kRecall), "undetermined by duties-after-end");
  dossier["judgements"] =
      Json::parse(R"([{"question": "duties-after-end", "as": "client", "answer": true}])");
  EXPECT_EQ(standing(dossier, kRecall), "due");
}

// What has no time is in time at no instant: else it would be late later on.
TEST(Obey, WithoutATimeItIsNeverInTime) {
  const Json dossier = instructed(R"([{"instruction": "order-1"}])", kDue);
  EXPECT_EQ(standing(dossier, kObey, "2025-06-04"), "undetermined");
  EXPECT_EQ(standing(dossier, kObey, "2025-06-30"), "undetermined");
  EXPECT_EQ(standing(instructed(R"([{"instruction": "order-1"}])"), kObey), "fulfilled");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
