#include "tokki/edition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "terms/edition_files.hpp"
#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace edition_test {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

std::size_t index_of(const Json& list, std::string_view key) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i]["key"] == key) return i;
  }
  ADD_FAILURE() << key;
  return 0;
}

TEST(Edition, TheBuiltInOneIsSound) {
  EXPECT_THAT(faults(default_edition()), ElementsAre());
  EXPECT_EQ(Edition::builtin()->file().id.view(), "itaku-kunren");
}

TEST(Edition, CitesAsPeopleDo) {
  const Edition& edition = *Edition::builtin();
  const std::vector<std::array<const char*, 3>> citations{
      {"A3.4", "特記事項3(4)", "Special Terms 3(4)"},
      {"B2.time", "遵守事項2(2)", "Compliance Items 2(2)"},
      {"F3.location", "届出書3ウ", "Form 3ウ"},
      {"F.note1", "届出書注記1", "Form note 1"},
      {"A10", "特記事項10", "Special Terms 10"},
      {"F", "届出書", "Form "},
  };
  for (const auto& [key, ja, en] : citations) {
    EXPECT_EQ(edition.citation(key, Language::ja), ja);
    EXPECT_EQ(edition.citation(key, Language::en) + (std::string_view(key) == "F" ? " " : ""), en);
  }
  EXPECT_EQ(edition.citation("A99", Language::ja), "");
}

TEST(Edition, AllFaultsAreListedAtOnce) {
  Json edition = default_edition();
  edition["titel"] = 1;
  edition["version"] = 2;
  edition["clauses"][0]["wording"]["en"] = " ";
  edition["clauses"][1]["parent"] = "Z9";
  edition["clauses"][2]["part"] = "Z";
  edition["clauses"].push_back(edition["clauses"][3]);
  edition["cells"][0]["clause"] = "Z9";
  edition["cells"].push_back(edition["cells"][0]);
  edition["cells"].back()["key"] = "declaration.nothing";
  edition["rules"].push_back({{"rule", "no-such-rule"}});
  edition["form"]["era"] = "幻";
  const std::string last_cell = "/cells/" + std::to_string(edition["cells"].size() - 1);
  const std::string last_rule = "/rules/" + std::to_string(edition["rules"].size() - 1);
  const std::vector<std::string> expected{"unknown-field /titel",
                                          "wrong-type /version",
                                          "edition-blank /clauses/0/wording/en",
                                          "edition-dangling-key /clauses/1/parent",
                                          "edition-dangling-key /clauses/2/part",
                                          "edition-repeated-key /clauses/3/key",
                                          "edition-dangling-key /cells/0/clause",
                                          "edition-dangling-key " + last_cell + "/key",
                                          "edition-unknown-rule " + last_rule + "/rule",
                                          "edition-unknown-era /form/era"};
  EXPECT_THAT(faults(edition), IsSupersetOf(expected));
}

// No edition may hide that a document cannot be read.
TEST(Edition, CannotTurnOffWhatMakesADocumentUnreadable) {
  EXPECT_THAT(faults(extending({{"rules",
                                 {{{"rule", "json-malformed"}, {"enabled", false}},
                                  {{"rule", "edition-blank"}, {"severity", "note"}},
                                  {{"rule", "half-width-kana"}, {"enabled", false}}}}})),
              ElementsAre("edition-fixed-rule /rules/0/rule", "edition-fixed-rule /rules/1/rule"));
}

TEST(Edition, CannotExtendNorSucceedItself) {
  EXPECT_THAT(faults(extending({{"successor", "other/1"}})),
              ElementsAre("edition-refers-to-itself /successor"));
  Json edition = default_edition();
  edition["id"] = "own";
  edition["successor"] = "own";
  EXPECT_THAT(faults(edition), ElementsAre("edition-refers-to-itself /successor"));
}

TEST(Edition, ServicesAreThereOnceAndPartOfOneThatIsThere) {
  Json edition = default_edition();
  const std::size_t count = edition["services"].size();
  edition["services"].push_back(edition["services"][0]);
  edition["services"][1]["part_of"] = "Nowhere";
  EXPECT_THAT(faults(edition),
              ElementsAre("edition-repeated-key /services/0/name",
                          "edition-repeated-key /services/" + std::to_string(count) + "/name",
                          "edition-dangling-key /services/1/part_of"));
}

// Boxes and bullets have no number.
TEST(Edition, NumbersSideBySideDiffer) {
  Json edition = default_edition();
  Json& clauses = edition["clauses"];
  const std::size_t sixth = index_of(clauses, "A6");
  clauses[sixth]["number"] = clauses[index_of(clauses, "A5")]["number"];
  const std::string at = "/clauses/" + std::to_string(sixth) + "/number";
  EXPECT_THAT(faults(edition), testing::Contains("edition-repeated-number " + at));
  clauses[sixth]["cited_as"] = {{"ja", "5の2"}, {"en", "5-2"}};
  EXPECT_THAT(faults(edition), testing::Not(testing::Contains("edition-repeated-number " + at)));
}

TEST(Edition, ACellWithoutALabelIsReported) {
  Json edition = default_edition();
  edition["cells"].erase(index_of(edition["cells"], "declaration.storage_media.name"));
  EXPECT_THAT(faults(edition), ElementsAre("edition-missing-cell /cells"));
}

TEST(Edition, AMissingClauseOfARuleIsReportedUnlessTheRuleIsOff) {
  Json edition = default_edition();
  edition["clauses"].erase(index_of(edition["clauses"], "B6.anonymous"));
  edition["duties"].erase(index_of(edition["duties"], "B6.anonymous"));
  Json& mail = edition["clauses"][index_of(edition["clauses"], "B6")];
  mail["refers"][0]["clauses"] = {"B6.check", "B6.protect"};
  for (Json& cell : edition["cells"]) {
    if (cell["clause"] == "B6.anonymous") cell["clause"] = "B6";
  }
  EXPECT_THAT(faults(edition), ElementsAre("edition-missing-clause /clauses"));
  edition["rules"].push_back({{"rule", "service-anonymous"}, {"enabled", false}});
  EXPECT_THAT(faults(edition), ElementsAre());
}

TEST(Edition, DecisionsNameDutiesClausesOrPartsThatThereAre) {
  Json edition = default_edition();
  Json& duties = edition["duties"];
  const std::size_t whole = index_of(duties, "A1");
  duties[whole]["decision"]["duties"] = {"A", "A9", "A5.consent", "C"};
  duties[whole]["decision"]["except"] = {"A99"};
  const std::string at = "edition-dangling-key /duties/" + std::to_string(whole) + "/decision/";
  EXPECT_THAT(faults(edition), UnorderedElementsAre(at + "duties/3", at + "except/0"));
}

TEST(Edition, DutiesAndParametersAreCheckedAgainstTheWording) {
  Json edition = default_edition();
  edition["revised_on"] = "きのう";
  edition["valid_from"] = "令和8年4月1日";
  edition["valid_until"] = "令和7年4月1日";
  Json& duties = edition["duties"];
  const auto duty = [&](std::string_view key) -> Json& { return duties[index_of(duties, key)]; };
  duty("A4")["rules"] = {"no-such-rule"};
  duty("A5.consent")["clause"] = "Z9";
  duty("A.def").erase("not_machine_checkable");
  duty("A7")["promptness_words"] = {"すぐに"};
  duty("A8").erase("bearer");
  duty("A9.2")["promptness"] = {"at_once", "none"};
  duty("B2.time")["parameter"] = "no-such-parameter";
  duty("B1")["promptness"] = {"within"};
  duty("A13")["evidence"]["en"] = "";
  edition["parameters"][0]["value"] = 30;
  edition["parameters"].push_back({{"key", "return-days"},
                                   {"clause", "A7"},
                                   {"value", 7},
                                   {"unit", "days"},
                                   {"text", "７日以内"},
                                   {"label", {{"ja", "返還まで"}, {"en", "until return"}}}});
  edition["clauses"][0]["defines"][0]["text"] = "（以下「本件契約」という。）";
  edition["clauses"][0]["refers"][0]["clauses"] = {"A", "Z9"};
  const auto at = [&](std::string_view key) {
    return "/duties/" + std::to_string(index_of(duties, key));
  };
  EXPECT_THAT(
      faults(edition),
      UnorderedElementsAre("edition-unknown-rule " + at("A4") + "/rules/0",
                           "edition-dangling-key " + at("A5.consent") + "/clause",
                           "edition-unsettled-duty " + at("A.def"),
                           "edition-not-in-wording " + at("A7") + "/promptness_words/0",
                           "edition-blank " + at("A8") + "/bearer",
                           "edition-unclear-when " + at("A9.2") + "/promptness",
                           "edition-dangling-key " + at("B2.time") + "/parameter",
                           "edition-unclear-when " + at("B1") + "/promptness",
                           "edition-blank " + at("A13") + "/evidence/en",
                           "edition-invented-number /parameters/0/value",
                           "edition-not-in-wording /parameters/1/text",
                           "edition-not-in-wording /clauses/0/defines/0/text",
                           "edition-dangling-key /clauses/0/refers/0/clauses/1",
                           "edition-bad-day /revised_on", "edition-ends-early /valid_until"));
}

TEST(Edition, AClauseIsInItsPartAndNotInACycle) {
  Json edition = default_edition();
  Json& clauses = edition["clauses"];
  const auto clause = [&](std::string_view key) -> Json& {
    return clauses[index_of(clauses, key)];
  };
  clause("B1")["parent"] = "A1";
  clause("B6.check")["parent"] = "B6.protect";
  clause("B6.protect")["parent"] = "B6.check";
  const auto at = [&](std::string_view key) {
    return "edition-misplaced-clause /clauses/" + std::to_string(index_of(clauses, key)) +
           "/parent";
  };
  EXPECT_THAT(faults(edition), ElementsAre(at("B1"), at("B6.check"), at("B6.protect")));
}

// Every required text of the file is reported when it is missing.
TEST(Edition, ATextInOneLanguageIsReportedEverywhere) {
  const Json edition = default_edition();
  std::size_t tried = 0;
  const Json flat = edition.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    if (!pointer.ends_with("/en") || ++tried % 40 != 0) continue;
    Json half = edition;
    half[Json::json_pointer(pointer)] = "";
    EXPECT_THAT(faults(half), Contains("edition-blank " + pointer));
  }
  EXPECT_GT(tried, 300U);
}

TEST(Edition, ReportsMalformedJson) {
  for (const char* text : {"", "{", "[]", "{}"}) {
    const Edition::Loaded loaded = Edition::load(text);
    EXPECT_EQ(loaded.edition, nullptr);
    EXPECT_EQ(loaded.faults.size(), 1U) << text;
  }
}

std::set<std::string> found(const Json& form, const Json& edition) {
  CheckOptions options;
  const auto loaded = Edition::load(edition.dump()).edition;
  EXPECT_NE(loaded, nullptr);
  options.editions = loaded;
  options.as_of = std::chrono::year(2026) / 11 / 24;
  std::set<std::string> ids;
  for (const Finding& finding : check(form.dump(), options).findings) {
    std::string id(finding.rule->id);
    ids.insert(id + (finding.severity == Severity::warning ? " as a warning" : ""));
  }
  return ids;
}

// Another office: other words, another era, other settings; the same code.
TEST(Edition, AnotherOfficeNeedsOnlyAFile) {
  Json form = Json::parse(sample_declaration());
  form["contract"]["title"] = "星間輸送契約書";
  form["contract"]["concluded_on"] = "平成30年4月1日";
  form["declared_on"] = "平成30年4月1日";
  form["subcontracting"]["subcontractors"][0]["work"] = "荷物あれこれ";
  Json other = default_edition();
  EXPECT_EQ(found(form, other),
            (std::set<std::string>{"contract-title-differs", "contract-before-era"}));
  other["id"] = "fictional";
  other["form"] = {{"era", "平成"}, {"contract_title", "星間輸送契約書"}};
  other["clauses"][index_of(other["clauses"], "F.statement")]["wording"]["ja"] =
      "平成　年　月　日付け「星間輸送契約書」について、次のとおり届け出ます。";
  EXPECT_EQ(found(form, other), std::set<std::string>{});
  other["lists"]["vague_work"].push_back("荷物あれこれ");
  EXPECT_EQ(found(form, other), std::set<std::string>{"work-not-concrete"});
  other["rules"].push_back({{"rule", "work-not-concrete"}, {"severity", "warning"}});
  EXPECT_EQ(found(form, other), std::set<std::string>{"work-not-concrete as a warning"});
  other["rules"].back()["enabled"] = false;
  EXPECT_EQ(found(form, other), std::set<std::string>{});
}

// The source, line by line, without its marks; what is doubted about it is left out.
std::vector<std::string> source_lines() {
  std::istringstream source(text_of(kSourceDir / "tests/source/source-in-reading-order.md"));
  std::vector<std::string> lines;
  bool begun = false;
  for (std::string line; std::getline(source, line);) {
    begun = begun || line.starts_with("## A.");
    const auto mark = line.find("- ");
    if (!begun || line.starts_with("#") || mark == std::string::npos) continue;
    line.erase(0, mark + 2);
    if (line.starts_with("? ")) continue;
    if (line.starts_with("**")) line.erase(0, line.find("** ") + 3);
    lines.push_back(line);
  }
  return lines;
}

// Without the numbers and marks that the clause keeps apart, and the section's English label.
std::string bare(std::string line) {
  for (const char* label : {"Head: ", "Title: ", "Statement: "}) {
    if (line.starts_with(label)) line.erase(0, std::string_view(label).size());
  }
  return line;
}

TEST(Wording, EveryClauseIsInTheSourceToTheLetter) {
  const std::vector<std::string> lines = source_lines();
  ASSERT_GT(lines.size(), 70U);
  for (const Clause& clause : Edition::builtin()->file().clauses) {
    std::istringstream parts(clause.wording.ja.str());
    for (std::string part; std::getline(parts, part);) {
      const bool there = std::ranges::any_of(lines, [&](const std::string& line) {
        return bare(line).find(part) != std::string::npos;
      });
      EXPECT_TRUE(there) << clause.key.view() << ": " << part;
    }
    for (const Sic& sic : clause.sic) {
      EXPECT_NE(clause.wording.ja.view().find(sic.text.view()), std::string_view::npos)
          << clause.key.view();
    }
  }
}

// １, 10 and (4) stand in the width in which they are printed.
TEST(Wording, NumbersStandAsPrinted) {
  std::istringstream source(text_of(kSourceDir / "tests/source/source-in-reading-order.md"));
  std::size_t compared = 0;
  for (std::string line; std::getline(source, line);) {
    line.erase(0, std::min(line.find_first_not_of(" -"), line.size()));
    std::string number;
    if (line.starts_with("**")) {
      number = line.substr(2, line.find("** ") - 2);
      line.erase(0, line.find("** ") + 3);
    } else if (line.starts_with("(") && line.find(") ") < 4) {
      number = line.substr(0, line.find(") ") + 1);
      line.erase(0, number.size() + 1);
    } else {
      continue;
    }
    for (const Clause& clause : Edition::builtin()->file().clauses) {
      if (clause.wording.ja != line &&
          !(clause.part == "F" && line.starts_with(clause.wording.ja.view()))) {
        continue;
      }
      EXPECT_EQ(clause.number.view(), number) << clause.key.view();
      ++compared;
      break;
    }
  }
  EXPECT_GE(compared, 50U);
}

TEST(Wording, EveryLineOfTheSourceIsInAClause) {
  std::string all;
  for (const Clause& clause : Edition::builtin()->file().clauses) {
    all.append(clause.wording.ja.view()).append("\n");
  }
  for (const std::string& line : source_lines()) {
    std::istringstream parts(bare(line));
    // The head's three printed lines stand on one line of the source, apart by " / ".
    std::string rest = bare(line);
    for (std::size_t at = 0; !rest.empty();
         rest.erase(0, at == std::string::npos ? rest.size() : at + 3)) {
      at = rest.find(" / ");
      std::string part = rest.substr(0, at);
      // A number or mark in front is the clause's number.
      for (const char* mark : {"□ ", "ア ", "イ ", "ウ ", "・", "※　", "１ ", "２ ", "３ "}) {
        if (part.starts_with(mark)) part.erase(0, std::string_view(mark).size());
      }
      if (part.starts_with("(")) part.erase(0, part.find(") ") + 2);
      EXPECT_NE(all.find(part + "\n"), std::string::npos) << part;
    }
  }
}

}  // namespace edition_test
}  // namespace tokki
