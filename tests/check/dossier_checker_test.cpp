#include "tokki/dossier_checker.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "rewritten.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace dossier_checker_test {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};
const CheckOptions kOptions{.editions = {}, .as_of = kAsOf, .limits = {}};

using Lines = std::multiset<std::string>;

std::string line_of(std::string_view at, std::string_view rule, std::string_view severity) {
  return std::string(at) + "  " + std::string(rule) + "  " + std::string(severity);
}
Lines lines_of(const Report& report, const std::string& prefix = {}) {
  Lines lines;
  for (const Finding& finding : report.findings) {
    lines.insert(prefix + line_of(finding.at.pointer(), finding.rule->id,
                                  severity_name(finding.severity, Language::en)));
  }
  return lines;
}
// What is expected of all documents of a dossier or of all lines of a file.
Lines expected_lines(const fs::path& path) {
  Lines lines;
  for (const Json& entry : Json::parse(text_of(path))) {
    std::string prefix = entry.value("file", std::string());
    if (entry.contains("line")) prefix = std::to_string(entry["line"].get<int>());
    if (!prefix.empty()) prefix += "  ";
    lines.insert(prefix + line_of(entry["at"].get<std::string>(), entry["rule"].get<std::string>(),
                                  entry["severity"].get<std::string>()));
  }
  return lines;
}
Lines finished(DossierChecker& checker, const fs::path& folder = {}) {
  Lines lines;
  (void)checker.finish([&](const Report& report) {
    std::string prefix = report.document.line ? std::to_string(*report.document.line)
                         : folder.empty()     ? ""
                                              : fs::relative(report.document.uri, folder).string();
    if (!prefix.empty()) prefix += "  ";
    lines.merge(lines_of(report, prefix));
    return true;
  });
  return lines;
}
std::vector<std::string> lines_in(const fs::path& path) {
  std::vector<std::string> lines;
  std::istringstream text(text_of(path));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> dossiers() {
  std::vector<fs::path> paths;
  for (const char* folder : {"examples/dossiers", "tests/corpus/dossiers"}) {
    std::ranges::move(forms_in(folder), std::back_inserter(paths));
  }
  return paths;
}

class Dossiers : public testing::TestWithParam<fs::path> {};

TEST_P(Dossiers, HaveTheFindingsExpected) {
  EXPECT_EQ(lines_of(check(text_of(GetParam()), kOptions)),
            expected_lines(expected_of(GetParam())));
}

// A record a line is the same dossier: each finding is in the line of its record.
TEST_P(Dossiers, HaveTheSameFindingsAsRecords) {
  const std::string text = text_of(GetParam());
  const Json dossier = Json::parse(text);
  DossierChecker checker(kOptions);
  std::vector<std::string> above;  // the pointer in the whole, by line
  const auto add = [&](std::string_view member, const Json& record, std::string pointer) {
    checker.add(Json{{"format", "tokki.dossier-record/1"}, {std::string(member), record}}.dump(),
                "records", above.size() + 1);
    above.push_back(std::move(pointer));
  };
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    const std::string list(kind.list);
    if (!dossier.contains(list)) return;
    const Json& records = dossier[list];
    if (!records.is_array()) add(kind.name, records, "/" + list);
    for (std::size_t i = 0; records.is_array() && i < records.size(); ++i) {
      add(kind.name, records[i], "/" + list + "/" + std::to_string(i));
    }
  });
  Lines found;
  (void)checker.finish([&](const Report& report) {
    for (const Finding& finding : report.findings) {
      const std::size_t member_end = finding.at.pointer().find('/', 1);
      found.insert(line_of(
          above[*report.document.line - 1] + (member_end == std::string::npos
                                                  ? std::string()
                                                  : finding.at.pointer().substr(member_end)),
          finding.rule->id, severity_name(finding.severity, Language::en)));
      EXPECT_TRUE(finding.at.position) << finding.at.pointer();
    }
    return true;
  });
  Lines whole = expected_lines(expected_of(GetParam()));
  // What is missing altogether is in the first line, since no line holds it.
  if (!dossier.contains("contract")) {
    for (const char* rule : {"contract-missing", "contractor-unknown"}) {
      std::erase_if(whole, [&](const std::string& line) { return line.find(rule) != line.npos; });
      std::erase_if(found, [&](const std::string& line) { return line.find(rule) != line.npos; });
    }
  }
  EXPECT_EQ(found, whole);
}

INSTANTIATE_TEST_SUITE_P(Corpus, Dossiers, testing::ValuesIn(dossiers()), [](const auto& instance) {
  std::string name = instance.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(DossierChecker, JoinsTheFilesOfAFolder) {
  const fs::path folder = kSourceDir / "examples/dossiers/folder-as-filed";
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  DossierChecker checker(kOptions);
  for (const fs::path& file : files) checker.add(text_of(file), file.string());
  EXPECT_EQ(finished(checker, folder), expected_lines(folder.string() + ".expected"));
}

TEST(DossierChecker, JoinsRecords) {
  const fs::path file = kSourceDir / "tests/corpus/dossiers/records.ndjson";
  DossierChecker checker(kOptions);
  std::uint64_t number = 0;
  for (const std::string& line : lines_in(file)) checker.add(line, "records", ++number);
  EXPECT_EQ(finished(checker), expected_lines(expected_of(file)));
}

TEST(DossierChecker, IsEmptyWithoutDocumentsAndAfterFinishing) {
  DossierChecker checker(kOptions);
  EXPECT_TRUE(finished(checker).empty());
  checker.add(R"({"format": "tokki.dossier/1"})");
  EXPECT_FALSE(finished(checker).empty());
  EXPECT_TRUE(finished(checker).empty());
}

TEST(DossierChecker, ComparesTheDossiersOfOneContractor) {
  const fs::path file = kSourceDir / "examples/dossiers/many-courses-of-one-school.ndjson";
  CheckOptions options = kOptions;
  options.across = std::make_shared<AcrossContracts>();
  Checker checker(options);
  Lines found;
  std::uint64_t number = 0;
  for (const std::string& line : lines_in(file)) {
    ++number;
    const Report report = checker.check(line, "courses", number);
    found.merge(lines_of(report, std::to_string(number) + "  "));
    for (const Finding& finding : report.findings) {
      if (finding.rule->id != "answers-differ-across-contracts") continue;
      ASSERT_EQ(finding.related.size(), 1U);
      EXPECT_EQ(report.name_of(finding.related[0]), "courses:1");
    }
  }
  EXPECT_EQ(found, expected_lines(expected_of(file)));
}

TEST(DossierChecker, PointsIntoOtherDocumentsByName) {
  DossierChecker checker(kOptions);
  checker.add(R"({"format": "tokki.dossier/1", "contract": {"contractor": "a"},
    "parties": [{"id": "a", "name": "甲乙丙"}, {"id": "b", "name": "丁戊己"}]})",
              "parties.json");
  checker.add(R"({"format": "tokki.dossier/1",
    "subcontracts": [{"from": "a", "to": "b", "planned": false, "handles_electronic_data": true}]})",
              "edges.json");
  bool met = false;
  (void)checker.finish([&](const Report& report) {
    for (const Finding& finding : report.findings) {
      if (finding.rule->id != "declaration-missing") continue;
      met = true;
      EXPECT_EQ(report.document.uri, "parties.json");
      EXPECT_EQ(report.name_of(finding.related.at(0)), "edges.json");
      EXPECT_EQ(finding.related.at(0).pointer(), "/subcontracts/0");
      EXPECT_EQ(finding.related.at(0).position.value_or(Position{}).line, 2U);
    }
    return true;
  });
  EXPECT_TRUE(met);
}

std::shared_ptr<const Edition> edition_with(const Json& changes) {
  Json edition = Json::parse(text_of(kSourceDir / "editions/itaku-kunren.json"));
  edition.merge_patch(changes);
  return Edition::load(edition.dump()).edition;
}

// The contract may come last.
TEST(DossierChecker, ChecksEverythingWithTheEditionOfTheContract) {
  const auto other = edition_with(Json::parse(R"({"id": "other", "rules": [
      {"rule": "date-notation", "enabled": false},
      {"rule": "date-impossible", "severity": "note"}]})"));
  ASSERT_NE(other, nullptr);
  CheckOptions options = kOptions;
  options.editions.add(other);
  const std::string contract = R"("contract": {"edition": "other", "concluded_on": "R7.4.1"})";
  const std::string certificate =
      R"({"party": "a", "relied_on": "R7.5.1", "valid_until": "2026-02-30"})";
  const auto expect_other = [&](const Report& report, std::string_view above) {
    SCOPED_TRACE(report.document.uri);
    EXPECT_EQ(report.edition, other);
    std::size_t met = 0;
    for (const Finding& finding : report.findings) {
      EXPECT_NE(finding.rule->id, "date-notation");
      if (finding.rule->id == "date-impossible") {
        ++met;
        EXPECT_EQ(finding.severity, Severity::note);
        EXPECT_EQ(finding.at.pointer(), std::string(above) + "/valid_until");
      }
    }
    EXPECT_EQ(met, 1U);
  };
  Checker checker(options);
  expect_other(checker.check(R"({"format": "tokki.dossier/1", )" + contract +
                                 R"(, "certificates": [)" + certificate + "]}",
                             "one document"),
               "/certificates/0");
  expect_other(checker.check(R"({"format": "tokki.dossier-record/1", )" + contract +
                                 R"(, "certificate": )" + certificate + "}",
                             "a record alone"),
               "/certificate");
  DossierChecker dossier(options);
  dossier.add(R"({"format": "tokki.dossier-record/1", "certificate": )" + certificate + "}",
              "first");
  dossier.add(R"({"format": "tokki.dossier-record/1", )" + contract + "}", "then");
  (void)dossier.finish([&](const Report& report) {
    if (report.document.uri == "first") expect_other(report, "/certificate");
    return true;
  });
}

TEST(DossierChecker, KnowsTheWeekdaysOfItsDates) {
  const Report report =
      check(R"({"format": "tokki.dossier/1", "contract": {"concluded_on": "2025年4月1日（水）"}})",
            kOptions);
  EXPECT_TRUE(std::ranges::any_of(report.findings, [](const Finding& finding) {
    return finding.rule->id == "date-weekday-mismatch";
  }));
}

// Times of records have the findings that dates have, wherever they stand.
TEST(DossierChecker, ReadsTheTimesOfRecords) {
  const Report report = check(R"({"format": "tokki.dossier/1",
    "contract": {"completed_at": "令和7年2月30日 9時", "windows": [{"during": {"from": "いつか"}}]},
    "incidents": [{"at": "7年6月1日 9時30分", "recorded_at": "2025-06-01T09:30:00+09:00"},
                  {"at": "令和7年6月2日 午前8時30分"}, {"at": "2025-06-01"}, {"at": "昨日"}]})",
                              kOptions);
  Lines lines;
  for (const Finding& finding : report.findings) {
    if (!finding.rule->id.starts_with("date-")) continue;
    lines.insert(finding.at.pointer() + " " + std::string(finding.rule->id));
  }
  EXPECT_EQ(lines, (Lines{"/contract/completed_at date-impossible",
                          "/contract/windows/0/during/from date-unreadable",
                          "/incidents/0/at date-era-missing", "/incidents/1/at date-notation",
                          "/incidents/3/at date-unreadable"}));
}

// The places of the findings of one rule.
Lines places_of(std::string_view rule, const std::string& members) {
  const Report report = check(R"({"format": "tokki.dossier/1", "contract": {"client": "そよかぜ県",
      "contractor": "a"}, "parties": [{"id": "a", "name": "青葉社"}], )" +
                                  members + "}",
                              kOptions);
  Lines places;
  for (const Finding& finding : report.findings) {
    if (finding.rule->id == rule) places.insert(finding.at.pointer());
  }
  return places;
}

TEST(DossierChecker, KnowsWhomARecordNames) {
  EXPECT_EQ(places_of("party-unknown", R"("incidents": [{"at": "2025-06-01"}, {"party": "a"},
      {"party": "甲"}, {"party": "そよかぜ県"}, {"party": "青葉社"}, {"party": "乙社"}],
      "persons": [{"party": "そよかぜ県", "name": "県職員"}, {"party": "c"}])"),
            (Lines{"/incidents/5/party", "/persons/1/party"}));
  // Whoever is certified is to be named.
  EXPECT_EQ(places_of("party-unknown", R"("certificates": [{"standard": "ISO/IEC 27001"}])"),
            Lines{"/certificates/0/party"});
}

TEST(DossierChecker, APartyWithARoleNeedsNoSubcontract) {
  EXPECT_EQ(places_of("party-part-unstated", R"("persons": [])"), Lines{});
  const Json dossier = Json::parse(R"([{"id": "u", "name": "監査法人みなと"},
      {"id": "v", "name": "監査法人みなと", "role": "auditor"},
      {"id": "w", "name": "クラウド社", "role": "other"}])");
  DossierChecker checker(kOptions);
  checker.add(R"({"format": "tokki.dossier/1", "contract": {"contractor": "a"},
                  "parties": [{"id": "a", "name": "青葉社"}]})",
              "whole");
  for (const Json& party : dossier) {
    checker.add(Json{{"format", "tokki.dossier-record/1"}, {"party", party}}.dump(),
                party["id"].get<std::string>());
  }
  std::set<std::string> unplaced;
  (void)checker.finish([&](const Report& report) {
    for (const Finding& finding : report.findings) {
      if (finding.rule->id == "party-part-unstated") unplaced.insert(report.document.uri);
    }
    return true;
  });
  EXPECT_EQ(unplaced, std::set<std::string>{"u"});
}

TEST(DossierChecker, IsEmptyAfterAVisitorThatThrew) {
  DossierChecker checker(kOptions);
  checker.add(R"({"format": "tokki.dossier/1"})");
  EXPECT_THROW((void)checker.finish([](const Report&) -> bool { throw std::runtime_error("x"); }),
               std::runtime_error);
  EXPECT_TRUE(finished(checker).empty());
}

// A byte order mark does not count towards the limit.
TEST(DossierChecker, ReadsUpToTheLimit) {
  const std::string form = R"({"format": "tokki.dossier/1"})";
  const auto is_over = [&](std::size_t limit) {
    CheckOptions options = kOptions;
    options.limits.document_bytes = limit;
    DossierChecker checker(options);
    checker.add("\xEF\xBB\xBF" + form);
    bool over = false;
    (void)checker.finish([&](const Report& report) {
      for (const Finding& finding : report.findings) {
        EXPECT_NE(finding.rule->id, "json-malformed");
        EXPECT_NE(finding.rule->id, "document-empty");
        over = over || finding.rule->id == "limit-exceeded";
      }
      return true;
    });
    return over;
  };
  EXPECT_FALSE(is_over(form.size()));
  EXPECT_TRUE(is_over(form.size() - 1));
  EXPECT_FALSE(is_over(std::numeric_limits<std::size_t>::max()));
  EXPECT_FALSE(is_over(std::numeric_limits<std::size_t>::max() - 1));
}

// Entries are not compared pair by pair: this would take minutes.
TEST(DossierChecker, ManyEntriesTakeLinearTime) {
  constexpr std::size_t kMany = 40'000;
  Dossier dossier;
  dossier.contract.contractor = Str("p0");
  Filing filing;
  filing.party = Str("p0");
  dossier.declarations.push_back(filing);  // to be filled below
  filing.declaration.declared_on = Date(Str("2025-04-01"));
  filing.declaration.subcontracting.ticked = {Answer::yes};
  for (std::size_t i = 0; i < kMany; ++i) {
    const std::string number = std::to_string(i);
    Party& party = dossier.parties.append();
    party.id = Str("p" + number);
    party.name = Str("株式会社ハロー" + number + "店");
    if (i == 0) continue;
    Subcontract& edge = dossier.subcontracts.append();
    edge.from = Str("p0");
    edge.to = Str("p" + number);
    edge.handles_electronic_data = true;
    Subcontractor& subcontractor = filing.declaration.subcontracting.subcontractors.append();
    subcontractor.name = party.name;
    subcontractor.work = Str("修了証の印刷");
    Filing& another = dossier.declarations.append();
    another.party = Str("p1");
    another.declaration.id = Str("d" + number);
    another.declaration.supersedes = Str("d" + std::to_string(i - 1));
    another.declaration.declared_on = Date(Str("2025-04-01"));
  }
  auto& subcontractors = filing.declaration.subcontracting.subcontractors;
  subcontractors[kMany - 2].name = Str("株式会社ハ口ー1店");  // 口, not ロ
  subcontractors[kMany - 3].name = Str("(株)ハロー2店");
  dossier.declarations[0] = std::move(filing);
  CheckOptions options = kOptions;
  options.limits.findings = 4 * kMany;
  const Report report = check(dossier, options);
  const auto met = [&](std::string_view rule) {
    return std::ranges::count_if(report.findings, [&](const Finding& finding) {
      return finding.rule->id == rule && finding.at.pointer().starts_with("/declarations/0/");
    });
  };
  EXPECT_EQ(met("names-look-alike"), 1);
  EXPECT_EQ(met("entry-repeated"), 1);
}

// A dossier of so many parties, all in the chain; the last two look like two others.
Dossier dossier_of(std::size_t parties) {
  Dossier dossier;
  for (std::size_t i = 0; i < parties; ++i) {
    const std::string number = std::to_string(i);
    Party& party = dossier.parties.append();
    party.id = Str("p" + number);
    party.name = Str("株式会社ハロー" + number + "店");
    if (i == 0) continue;
    Subcontract& edge = dossier.subcontracts.append();
    edge.from = Str("p0");
    edge.to = Str("p" + number);
  }
  dossier.parties[parties - 2].name = Str("株式会社ハ口ー1店");  // 口, not ロ
  dossier.parties[parties - 1].name = Str("(株)ハロ一2店");      // 一, not ー
  return dossier;
}

TEST(DossierChecker, FindsPartiesThatLookAlikeAmongAnyNumber) {
  for (const std::size_t count : {10U, 300U, 301U, 20'000U}) {
    CheckOptions options = kOptions;
    options.limits.findings = 2 * count;  // nobody has filed
    const Report report = check(dossier_of(count), options);
    Lines alike;
    for (const Finding& finding : report.findings) {
      if (finding.rule->id != "parties-look-alike") continue;
      alike.insert(finding.at.pointer() + " " + finding.related.at(0).pointer());
    }
    const auto at = [](std::size_t i) { return "/parties/" + std::to_string(i) + "/name"; };
    EXPECT_EQ(alike, (Lines{at(count - 2) + " " + at(1), at(count - 1) + " " + at(2)})) << count;
  }
}

// A repeated entry is found among any number of others.
TEST(DossierChecker, FindsRepeatedEntriesAmongAnyNumber) {
  for (const std::size_t strangers : {0U, 20U, 40U}) {
    Declaration declaration;
    auto& online = declaration.online_storage;
    auto& row_4 = declaration.subcontracting;
    const auto add = [&](const char* name, const char* beside) {
      declaration.storage_media.append().name = Str(name);
      Service& service = online.services.append();
      service.name = Str(name);
      service.provider = Str(beside);
      Subcontractor& subcontractor = row_4.subcontractors.append();
      subcontractor.name = Str(name);
      subcontractor.work = Str(beside);
      declaration.storage_location.countries.append() = Country(Str(name));
    };
    add("米国", "印刷");
    add("アメリカ合衆国", "印刷");
    add("㈱みどり", "印刷");
    add("株式会社みどり", "製本");
    add("", "印刷");
    add("", "印刷");
    add("株式会社 みどり", "印 刷");
    for (std::size_t i = 0; i < strangers; ++i) add(("他" + std::to_string(i)).c_str(), "印刷");
    Lines repeated;
    for (const Finding& finding : check(declaration, kOptions).findings) {
      if (finding.rule->id != "entry-repeated") continue;
      repeated.insert(finding.at.pointer() + " " + finding.related.at(0).pointer());
    }
    EXPECT_EQ(repeated, (Lines{
                            "/storage_media/3/name /storage_media/2/name",
                            "/storage_media/6/name /storage_media/2/name",
                            "/storage_location/countries/1 /storage_location/countries/0",
                            "/storage_location/countries/3 /storage_location/countries/2",
                            "/storage_location/countries/6 /storage_location/countries/2",
                            "/online_storage/services/6/name /online_storage/services/2/name",
                            "/subcontracting/subcontractors/6/name "
                            "/subcontracting/subcontractors/2/name",
                        }))
        << strangers;
  }
}

TEST(DossierChecker, ReportsThatItLeavesFindingsOut) {
  DossierChecker checker(kOptions);
  checker.add(R"({"format": "tokki.dossier-record/1", "contract": {"contractor": "p"}})", "r", 1);
  for (std::uint64_t i = 2; i < 3'000; ++i) {
    checker.add(R"({"format": "tokki.dossier-record/1", "party": {"id": "p", "name": "同じ"}})",
                "r", i);
  }
  std::size_t repeated = 0;
  std::size_t truncated = 0;
  (void)checker.finish([&](const Report& report) {
    for (const Finding& finding : report.findings) {
      if (finding.rule->id == "party-repeated") ++repeated;
      if (finding.rule->id == "findings-truncated") ++truncated;
    }
    return true;
  });
  EXPECT_EQ(repeated, 1'000U);
  EXPECT_EQ(truncated, 1U);
}

TEST(DossierChecker, EveryRuleOnTheChainIsInTheCorpus) {
  std::set<std::string> expected;
  for (const char* folder : {"examples/dossiers", "tests/corpus/dossiers"}) {
    for (const auto& entry : fs::directory_iterator(kSourceDir / folder)) {
      if (entry.path().extension() != ".expected") continue;
      for (const Json& each : Json::parse(text_of(entry.path()))) {
        expected.insert(each["rule"].get<std::string>());
      }
    }
  }
  bool chain = false;
  for (const RuleInfo* rule : all_rules()) {
    chain = chain || rule->id == "contract-missing";
    if (rule->id.starts_with("edition-")) continue;
    if (!chain) continue;
    EXPECT_TRUE(expected.contains(std::string(rule->id))) << rule->id;
  }
}

std::string with_kana_in_names(std::string text) {
  constexpr std::string_view kForm = "株式会社";
  constexpr std::string_view kKana = "ガーデン";
  for (auto at = text.find(kForm); at != std::string::npos; at = text.find(kForm, at)) {
    text.insert(at += kForm.size(), kKana);
  }
  return text;
}

void leave_out_numbers(Json& json) {
  if (json.is_object()) json.erase("corporate_number");
  if (json.is_structured()) {
    for (Json& member : json) leave_out_numbers(member);
  }
}

// Without corporate numbers forms are joined by name, in any notation of kana.
TEST(DossierChecker, HasTheSameFindingsInAnyNotation) {
  const auto said = [](const std::string& json) {
    DossierChecker checker(kOptions);
    checker.add(json);
    Lines lines = finished(checker);
    std::erase_if(lines, [](const std::string& line) {
      return line.find("half-width-kana") != std::string::npos;
    });
    return lines;
  };
  for (const fs::path& path : dossiers()) {
    if (path.extension() != ".json") continue;
    Json dossier = Json::parse(with_kana_in_names(text_of(path)));
    leave_out_numbers(dossier);
    const std::string json = dossier.dump(2);
    const Lines all = said(json);
    for (const bool first : {false, true}) {
      EXPECT_EQ(all, said(by_two(json, first, decomposed))) << path;
      EXPECT_EQ(all, said(by_two(json, first, with_half_width_kana))) << path;
      EXPECT_EQ(all, said(by_two(json, first, with_brief_companies))) << path;
    }
  }
}

TEST(DossierChecker, RemembersNothingWithWhatWasMovedFrom) {
  const fs::path file = kSourceDir / "examples/dossiers/many-courses-of-one-school.ndjson";
  CheckOptions options = kOptions;
  options.across = std::make_shared<AcrossContracts>();
  const AcrossContracts taken = std::move(*options.across);
  Checker checker(options);
  bool compared = false;
  for (const std::string& line : lines_in(file)) {
    for (const Finding& finding : checker.check(line).findings) {
      compared = compared || finding.rule->id == "answers-differ-across-contracts";
    }
  }
  EXPECT_TRUE(compared);
}

}  // namespace dossier_checker_test
}  // namespace tokki
