#include "chain/record_owners.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "tokki/chain_report.hpp"
#include "tokki/dossier_checker.hpp"

namespace tokki {
namespace record_owners_test {

using namespace internal;

using Json = nlohmann::ordered_json;

const CheckOptions kOptions{
    .as_of = Day(std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24))};

// One record of each kind. Those that name a party are about b, which is listed last.
Json sample() {
  return Json::parse(R"({"format": "tokki.dossier/1", "contract": {"contractor": "a"},
    "parties": [{"id": "a", "name": "甲社"}, {"id": "b", "name": "乙社"}],
    "subcontracts": [{"from": "a", "to": "b"}],
    "declarations": [{"party": "b", "declaration": {"id": "1"}}],
    "certificates": [{"party": "b", "standard": "ISO/IEC 27001"}],
    "persons": [{"party": "b"}], "trainings": [{"party": "b"}], "assents": [{"id": "1"}],
    "assets": [{"id": "2"}], "transfers": [{"id": "3"}], "returns": [{"id": "4"}],
    "recalls": [{"id": "5"}], "devices": [{"party": "b"}], "carry_outs": [{"party": "b"}],
    "images": [{"party": "b"}], "incidents": [{"party": "b"}], "recognitions": [{"party": "b"}],
    "communications": [{"id": "6"}], "instructions": [{"id": "7"}], "completions": [{"id": "8"}],
    "requests": [{"id": "9"}], "mails": [{"party": "b"}], "service_uses": [{"party": "b"}],
    "inspections": [{"party": "b"}], "damages": [{"party": "b"}], "costs": [{"id": "10"}],
    "publications": [{"id": "11"}], "terminations": [{"id": "12"}],
    "law_violations": [{"party": "b"}], "changes": [{"party": "b"}],
    "attestations": [{"id": "13"}], "judgements": [{"id": "14"}], "coverages": [{"party": "b"}],
    "waivers": [{"id": "15"}]})");
}

// The id of the party at which a finding on an unknown member is counted.
std::string owner_of_surprise(const std::vector<std::string>& documents) {
  DossierChecker checker(kOptions);
  for (const std::string& document : documents) checker.add(document);
  std::vector<Place> places;
  const Chain chain = checker.finish([&](const Report& report) {
    for (const Finding& finding : report.findings) {
      if (finding.rule->id == "unknown-field") places.push_back(finding.at);
    }
    return true;
  });
  if (places.size() != 1) return "not one finding";
  const ChainIndex owner = RecordOwners(chain).of(places.front());
  return owner == kNoIndex ? "nobody" : std::string(chain.parties()[owner].id);
}

template <class Visit>
void each_kind(Visit&& visit) {
  for (const RecordKindRow& kind : kRecordKinds<Dossier>.rows) {
    visit(std::string(kind.name), std::string(kind.list), kind.names_party ? "b" : "a");
  }
}

TEST(RecordOwners, EveryKindOfRecordCountsAtItsPartyInADossier) {
  each_kind([](const std::string& name, const std::string& list, const std::string& owner) {
    SCOPED_TRACE(name);
    Json dossier = sample();
    ASSERT_TRUE(dossier.contains(list)) << "the sample needs a record of this kind";
    Json& records = dossier[list];
    (records.is_array() ? records.back() : records)["surprise"] = 1;
    EXPECT_EQ(owner_of_surprise({dossier.dump()}), owner);
  });
}

TEST(RecordOwners, EveryKindOfRecordCountsAtItsPartyInALineOfItsOwn) {
  each_kind([](const std::string& name, const std::string&, const std::string& owner) {
    SCOPED_TRACE(name);
    std::vector<std::string> lines;
    each_kind([&](const std::string& other, const std::string& list, const std::string&) {
      const Json records = sample()[list];
      for (const Json& record : records.is_array() ? records : Json::array({records})) {
        Json line{{"format", "tokki.dossier-record/1"}, {other, record}};
        if (other == name && (!records.is_array() || record == records.back())) {
          line[other]["surprise"] = 1;
        }
        lines.push_back(line.dump());
      }
    });
    EXPECT_EQ(owner_of_surprise(lines), owner);
  });
}

TEST(RecordOwners, ARecordThatNamesNobodyCountsAtTheContractor) {
  Json dossier = sample();
  dossier["incidents"] = Json::parse(R"([{"party": "b"}, {"id": "1", "surprise": 1}])");
  EXPECT_EQ(owner_of_surprise({dossier.dump()}), "a");
  dossier["incidents"][1]["party"] = "甲";
  EXPECT_EQ(owner_of_surprise({dossier.dump()}), "nobody");
}

TEST(RecordOwners, ADeclarationOfItsOwnCountsAtItsFiler) {
  Json dossier = sample();
  dossier.erase("declarations");
  EXPECT_EQ(owner_of_surprise({dossier.dump(), R"({"format": "tokki.declaration/1",
              "declarant": {"id": "b"}, "surprise": 1})"}),
            "b");
}

TEST(RecordOwners, WhatIsInNoRecordCountsAtTheContractor) {
  Json dossier = sample();
  dossier["surprise"] = 1;
  EXPECT_EQ(owner_of_surprise({dossier.dump()}), "a");
}

TEST(ChainView, CountsFindingsOnCertificatesAtTheirParty) {
  DossierChecker checker(kOptions);
  checker.add(
      text_of(kSourceDir / "tests/corpus/dossiers/certificates-instead-of-inspection.json"));
  DossierReports reports;
  const Chain chain = checker.finish([&](const Report& report) {
    reports.add(report);
    return true;
  });
  const std::string text =
      to_string(chain, reports, ChainFormat::text, {.language = Language::en, .width = 200});
  const auto line_with = [&](std::string_view part) {
    const std::size_t at = text.find(part);
    const std::size_t end = text.find('\n', text.find('\n', at) + 1);
    return text.substr(at, end - at);
  };
  EXPECT_EQ(line_with(chain.parties()[chain.contractor()].name).find("review 1"),
            std::string::npos);
  EXPECT_NE(line_with(chain.parties()[chain.find("kaede")].name).find("review 2, undetermined 1"),
            std::string::npos);
}

}  // namespace record_owners_test
}  // namespace tokki
