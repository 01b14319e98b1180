#include "tokki/fact_changes.hpp"

#include "assess/assessed.hpp"

#include <gtest/gtest.h>

namespace tokki {
namespace assess_test {
namespace {

// The contractor's declaration of 2025-04-01: no cloud, no subcontractor.
Json declared() {
  Json dossier = base();
  dossier["declarations"] = Json::parse(R"([{"party": "hibari", "declaration": {
      "format": "tokki.declaration/1", "id": "d1", "declared_on": "2025-04-01",
      "declarant": {"name": "株式会社ひばり", "address": "青嵐市1"},
      "contract": {"concluded_on": "2025-04-01"},
      "online_storage": {"ticked": ["no"]}, "subcontracting": {"ticked": ["no"]}}}])");
  return dossier;
}

FactsDiff facts_of(const Json& dossier, std::string_view as_of = "2025-12-31") {
  Document document;
  document.read(dossier.dump());
  EXPECT_TRUE(document.findings().empty());
  return compare_facts(*document.dossier(), {.as_of = end(as_of)});
}

// "added subcontracting 2025-05-01" for each thing that the contractor's form lacks.
std::string lacking(const Json& dossier, std::string_view as_of = "2025-12-31") {
  const FactsDiff diff = facts_of(dossier, as_of);
  std::string text;
  for (const FormChange& change : diff.filers.at(0).changes) {
    if (!text.empty()) text += ", ";
    text += std::string(key_of(change.kind)) + " " + std::string(key_of(*change.matter));
    if (change.since) text += " " + iso(day_in_japan(change.since->lo));
    if (change.planned) text += " planned";
    if (!change.certain) text += " uncertain";
    if (change.older) text += " older";
  }
  return text;
}

TEST(FactChanges, ASubcontractThatTheFormLacks) {
  EXPECT_EQ(lacking(declared()), "added subcontracting 2025-05-01");
  EXPECT_EQ(lacking(declared(), "2025-04-30"), "");
  Json named = declared();
  named["declarations"][0]["declaration"]["subcontracting"] = Json::parse(
      R"({"ticked": ["yes"], "subcontractors": [{"name": "㈱すずめ", "work": "入力"}]})");
  EXPECT_EQ(lacking(named), "");
  // Another wording of the work is shown, and for people to look at.
  named["declarations"][0]["declaration"]["subcontracting"]["subcontractors"][0]["work"] = "印刷";
  EXPECT_EQ(lacking(named), "changed work 2025-05-01 uncertain");
  const FormChange change = facts_of(named).filers.at(0).changes.at(0);
  EXPECT_EQ(change.before_text, "印刷");
  EXPECT_EQ(change.before->pointer(),
            "/declarations/0/declaration/subcontracting/subcontractors/0/work");
  EXPECT_EQ(change.after->pointer(), "/subcontracts/0");
  EXPECT_EQ(change.cell, "declaration.subcontracting.subcontractors.work");
}

TEST(FactChanges, TheNewestFormCounts) {
  Json dossier = declared();
  Json newer = dossier["declarations"][0];
  newer["declaration"]["id"] = "d2";
  newer["declaration"]["declared_on"] = "2025-06-01";
  newer["declaration"]["subcontracting"] = Json::parse(
      R"({"ticked": ["yes"], "subcontractors": [{"name": "株式会社すずめ", "work": "入力"}]})");
  dossier["declarations"].push_back(newer);
  EXPECT_EQ(lacking(dossier), "");
  EXPECT_EQ(lacking(dossier, "2025-05-31"), "added subcontracting 2025-05-01");
}

TEST(FactChanges, ServicesPlansAndUncertainOnes) {
  Json dossier = declared();
  dossier.erase("subcontracts");
  dossier["service_uses"] =
      Json::parse(R"([{"service": "みどりクラウド", "at": "2025-08-01", "online_storage": true}])");
  EXPECT_EQ(lacking(dossier), "added service 2025-08-01");
  dossier["service_uses"][0].erase("online_storage");
  EXPECT_EQ(lacking(dossier), "added service 2025-08-01 uncertain");
  dossier["service_uses"][0]["kind"] = "storage";
  dossier["service_uses"][0]["at"] = "2025-03-01";
  EXPECT_EQ(lacking(dossier), "added service 2025-03-01 older");
  EXPECT_TRUE(owed_on(facts_of(dossier).filers.at(0).changes.at(0), *Edition::builtin()).empty());
  dossier["service_uses"][0]["through"] = "2025-03-31";  // no longer
  EXPECT_EQ(lacking(dossier), "");
}

TEST(FactChanges, WhoTheFilerIs) {
  Json dossier = declared();
  dossier.erase("subcontracts");
  dossier["parties"][0]["address"] = "青嵐市２";
  EXPECT_EQ(lacking(dossier), "changed address");
  EXPECT_EQ(facts_of(dossier).filers.at(0).changes.at(0).before->pointer(),
            "/declarations/0/declaration/declarant/address");
  dossier["parties"][0]["address"] = "青嵐市１";
  EXPECT_EQ(lacking(dossier), "");
}

TEST(FactChanges, OnlyOfThoseWhoFiled) {
  const FactsDiff diff = facts_of(declared());
  ASSERT_EQ(diff.filers.size(), 1U);
  EXPECT_EQ(diff.filers[0].filer, "hibari");
  EXPECT_TRUE(diff.filers[0].contractor);
  EXPECT_TRUE(diff.changed());
  EXPECT_TRUE(facts_of(base()).filers.empty());
  EXPECT_FALSE(facts_of(base()).changed());
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
