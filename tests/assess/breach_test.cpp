// What follows from a breach: whom to tell (特記事項9(2)), for whom 乙 is liable (6), and how the
// duty to bind subcontractors (5), the terms as a whole (1, 2) and the power to terminate (13)
// stand.
#include <gtest/gtest.h>

#include <algorithm>

#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

// 乙 provides supplied material without the client's 承認 (特記事項3(3), a prohibition).
Json unapproved(const std::string& also = "") {
  return with(R"({"assets": [{"id": "list", "origin": "client", "at": "2025-04-02"}],
                  "transfers": [{"id": "copy-1", "kind": "provision", "assets": ["list"],
                                 "to": "外部の者", "at": "2025-06-01T09:00:00+09:00",
                                 "assents": [{"kind": "approval", "given": false}]}])" +
              also + "}");
}
// suzume (bound to the terms) sends a mail with an attachment that nothing protects (遵守事項6(2)).
Json unprotected_below() {
  return with(R"({"mails": [{"id": "mail-1", "party": "suzume", "to": "甲",
                             "at": "2025-06-01T09:00:00+09:00", "attachment": true,
                             "protection": "none"}]})");
}
Json answered(Json dossier, const std::string& reading, bool answer) {
  dossier["judgements"].push_back({{"id", "j-" + reading},
                                   {"question", reading},
                                   {"answer", answer},
                                   {"as", "client"},
                                   {"at", "2025-07-01"}});
  return dossier;
}

constexpr const char* kReported = R"(, "recognitions": [{"id": "r-1", "incident": "copy-1",
    "party": "hibari", "of": "occurrence", "at": "2025-06-01T09:30:00+09:00"}],
  "communications": [{"id": "c-1", "acts": ["report"], "by": "hibari", "to": "甲",
    "about": ["copy-1"], "at": "2025-06-01T09:20:00+09:00",
    "reached_at": "2025-06-01T09:20:00+09:00"}])";

TEST(DerivedBreach, ABreachOfAProhibitionIsToBeReported) {
  const std::string key = "A9.2@copy-1/list/A3.3/hibari";
  ASSERT_EQ(standing(unapproved(), "A3.3@copy-1/list/hibari"), "breached");
  // When 乙 recognised it is not on record.
  EXPECT_EQ(standing(unapproved(), key), "undetermined");
  EXPECT_EQ(standing(unapproved(R"(, "recognitions": [{"id": "r-1", "incident": "copy-1",
      "party": "hibari", "of": "occurrence", "at": "2025-06-01T09:30:00+09:00"}])"),
                     key),
            "due");
  EXPECT_EQ(standing(unapproved(kReported), key), "fulfilled");
  EXPECT_EQ(standing(base(), key), "absent");
}

TEST(DerivedBreach, AContactIsNoReport) {
  Json dossier = unapproved(kReported);
  dossier["communications"][0]["acts"] = {"contact"};
  EXPECT_EQ(standing(dossier, "A9.2@copy-1/list/A3.3/hibari"), "undetermined");
}

TEST(DerivedBreach, ThatItWasNotReportedIsNotReportedAgain) {
  Json dossier = unapproved(kReported);
  dossier["judgements"] = Json::parse(R"([{"id": "j-1", "duty": "A9.2", "about": ["copy-1"],
      "answer": false, "as": "client", "at": "2025-07-01"}])");
  dossier["communications"][0]["at"] = "2025-06-03";
  dossier["communications"][0]["reached_at"] = "2025-06-03";
  const Assessment assessment = assess_json(dossier);
  ASSERT_EQ(standing(assessment, "A9.2@copy-1/list/A3.3/hibari"), "breached");
  EXPECT_TRUE(std::ranges::none_of(assessment.instances, [](const DutyInstance& each) {
    return each.key.find("/A9") != std::string::npos || each.key.find("/A1/") != std::string::npos;
  }));
}

TEST(DerivedBreach, AWaivedBreachIsNone) {
  Json dossier = unapproved();
  dossier["waivers"] = Json::parse(R"([{"id": "w-1", "duty": "A3.3", "about": ["copy-1"],
      "as": "client", "at": "2025-06-02"}])");
  ASSERT_EQ(standing(dossier, "A3.3@copy-1/list/hibari"), "waived");
  EXPECT_EQ(standing(dossier, "A9.2@copy-1/list/A3.3/hibari"), "absent");
}

TEST(DerivedBreach, WhetherAComplianceItemIsATermIsOpen) {
  Json dossier = unprotected_below();
  dossier["mails"][0]["party"] = "hibari";
  ASSERT_EQ(standing(dossier, "B6.protect@mail-1/hibari"), "breached");
  const std::string key = "A9.2@mail-1/B6.protect/hibari";
  EXPECT_EQ(standing(dossier, key), "undetermined by compliance-items-are-terms");
  // Then, whether it is an act: 「保護すること」 was not done.
  const Json terms = answered(dossier, "compliance-items-are-terms", true);
  EXPECT_EQ(standing(terms, key), "undetermined by omission-is-act");
  EXPECT_EQ(standing(answered(terms, "omission-is-act", true), key), "undetermined");
  EXPECT_EQ(standing(answered(terms, "omission-is-act", false), key), "absent");
  EXPECT_EQ(standing(answered(dossier, "compliance-items-are-terms", false), key), "absent");
}

TEST(DerivedBreach, TheTermsAsAWholeTurnOnTheSameReading) {
  Json dossier = unprotected_below();
  dossier["mails"][0]["party"] = "hibari";
  EXPECT_EQ(standing(dossier, "A1/hibari"), "undetermined by compliance-items-are-terms");
  EXPECT_EQ(standing(dossier, "A2/hibari"), "breached");
  EXPECT_EQ(standing(dossier, "A13/hibari"), "undetermined by compliance-items-are-terms");
  const Json terms = answered(dossier, "compliance-items-are-terms", true);
  EXPECT_EQ(standing(terms, "A1/hibari"), "breached");
  EXPECT_EQ(standing(terms, "A13/hibari"), "exercisable");
  const Json none = answered(dossier, "compliance-items-are-terms", false);
  EXPECT_NE(standing(none, "A1/hibari"), "breached");
}

TEST(BreachBelow, ObligesTheContractorAndLeavesItsOwnDutyAlone) {
  const Json dossier = answered(answered(unprotected_below(), "compliance-items-are-terms", true),
                                "omission-is-act", true);
  const Assessment assessment = assess_json(dossier);
  ASSERT_EQ(standing(assessment, "B6.protect@mail-1/suzume"), "breached");
  EXPECT_EQ(standing(assessment, "B6.protect@mail-1/hibari"), "absent");
  EXPECT_EQ(standing(assessment, "A9.2@mail-1/B6.protect/suzume/hibari"), "undetermined");
  // The agreement is there; it was not observed.
  EXPECT_EQ(standing(assessment, "A5.flow_down@edge-1/hibari"), "undetermined");
  EXPECT_EQ(standing(base(), "A5.flow_down@edge-1/hibari"), "fulfilled");
  EXPECT_EQ(standing(assessment, "A13/hibari"), "undetermined");
}

TEST(Liability, ReachesEveryTierByTheShortestWay) {
  Json dossier = unprotected_below();
  dossier["parties"].push_back({{"id", "tsubame"}, {"name", "株式会社つばめ"}});
  Json below = dossier["subcontracts"][0];
  below["id"] = "edge-2";
  below["from"] = "suzume";
  below["to"] = "tsubame";
  dossier["subcontracts"].push_back(below);
  dossier["mails"][0]["party"] = "tsubame";
  const Assessment assessment = assess_json(dossier);
  ASSERT_EQ(assessment.liabilities.size(), 1U);
  const Liability& liable = assessment.liabilities[0];
  EXPECT_EQ(liable.party, "tsubame");
  EXPECT_EQ(liable.path, (std::vector<std::string>{"hibari", "suzume", "tsubame"}));
  EXPECT_EQ(liable.breaches, (std::vector<std::string>{"B6.protect@mail-1/tsubame"}));
  EXPECT_TRUE(liable.incidents.empty());
  EXPECT_EQ(assessment.edition->duty(assessment.liability_duty)->clause, "A6");
  // It is no duty of 乙 that it could breach.
  EXPECT_TRUE(std::ranges::none_of(assessment.instances, [&](const DutyInstance& each) {
    return each.duty == assessment.liability_duty;
  }));
}

TEST(Liability, IncidentsCountAtCounterpartiesOnly) {
  Json dossier = with(R"({"parties": [{"id": "kamome", "name": "かもめ"}],
      "incidents": [{"id": "i-1", "party": "suzume", "occurred": true, "at": "2025-06-01"},
                    {"id": "i-2", "occurred": true, "at": "2025-06-01"},
                    {"id": "i-3", "party": "suzume", "occurred": false, "at": "2025-06-01"},
                    {"id": "i-4", "party": "kamome", "occurred": true, "at": "2025-06-01"}]})");
  const Assessment assessment = assess_json(dossier);
  ASSERT_EQ(assessment.liabilities.size(), 2U);
  EXPECT_EQ(assessment.liabilities[0].party, "suzume");
  ASSERT_EQ(assessment.liabilities[0].incidents.size(), 1U);
  EXPECT_EQ(assessment.liabilities[0].incidents[0].place().pointer(), "/incidents/0");
  // Nothing shows that it is a counterparty.
  EXPECT_EQ(assessment.liabilities[1].party, "kamome");
  EXPECT_TRUE(assessment.liabilities[1].path.empty());
}

TEST(FutureFear, AtASubcontractorTurnsOnAReading) {
  Json dossier = with(R"({"incidents": [{"id": "i-1", "party": "suzume", "kinds": ["breach"],
                                          "anticipated": true}],
      "recognitions": [{"id": "r-1", "incident": "i-1", "party": "hibari", "of": "fear",
                        "at": "2025-06-01"}]})");
  const std::string key = "A9.2@i-1/hibari";
  EXPECT_EQ(standing(dossier, key), "undetermined by future-fear-of-subcontractor");
  EXPECT_EQ(standing(answered(dossier, "future-fear-of-subcontractor", true), key), "due");
  EXPECT_EQ(standing(answered(dossier, "future-fear-of-subcontractor", false), key),
            "not_triggered");
  // 乙's own is in the wording: 「発生するおそれがあると認められる場合」.
  dossier["incidents"][0]["party"] = "hibari";
  EXPECT_EQ(standing(dossier, key), "due");
  // So is what may have occurred at the subcontractor.
  dossier["incidents"][0] = Json::parse(R"({"id": "i-1", "party": "suzume", "kinds": ["breach"]})");
  EXPECT_EQ(standing(dossier, key), "due");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
