#include "terms/overlay.hpp"

#include <gmock/gmock.h>

#include <set>

#include "terms/edition_files.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace overlay_test {

using namespace internal;

using testing::ElementsAre;

const Json kReworded = {
    {"key", "B2.time"},
    {"wording",
     {{"ja", "最初に事案を認識した時点から、30分以内に甲に連絡すること。"},
      {"en", "Contact the Client within 30 minutes of first recognising the matter."}}}};

// The form's statement, of another contract.
Json statement(const std::string& era, const std::string& title) {
  return {{"key", "F.statement"},
          {"wording",
           {{"ja", era + "　年　月　日付け「" + title + "」について、届け出ます。"},
            {"en", "A declaration."}}}};
}
// A duty of which nothing changes although its clause is reworded.
Json confirmed(const char* duty) { return {{"key", duty}}; }

TEST(Overlay, HoldsEverythingOfTheEditionItExtends) {
  const auto other = loaded(extending(Json::object()));
  const EditionFile& file = other->file();
  const EditionFile& base = Edition::builtin()->file();
  EXPECT_EQ(file.clauses, base.clauses);
  EXPECT_EQ(file.duties, base.duties);
  EXPECT_EQ(file.cells, base.cells);
  EXPECT_EQ(file.lists, base.lists);
  EXPECT_EQ(file.services, base.services);
  EXPECT_EQ(file.form, base.form);
  EXPECT_EQ(other->reference(), "other/1");
}

TEST(Overlay, ChangesWhatItNamesAndAddsWhatIsNew) {
  const auto other = loaded(extending({
      {"clauses",
       {kReworded,
        statement("令和", "星間輸送契約書"),
        {{"key", "A15"},
         {"part", "A"},
         {"number", "15"},
         {"wording",
          {{"ja", "乙は、生成AIを用いてはならない。"},
           {"en", "The Contractor shall not use generative AI."}}}}}},
      {"duties",
       {{{"key", "B2.time"},
         {"summary", {{"ja", "30分以内に甲に連絡する。"}, {"en", "Contact the Client."}}},
         {"promptness_words", {"30分以内"}}},
        confirmed("F.statement"),
        confirmed("F.contract")}},
      {"parameters", {{{"key", "incident-contact-minutes"}, {"value", 30}, {"text", "30分以内"}}}},
      {"form", {{"contract_title", "星間輸送契約書"}}},
      {"lists", {{"vague_work", {"荷物あれこれ"}}}},
      {"services", {{{"name", "星くずドライブ"}, {"kinds", {"storage"}}}}},
      {"rules", {{{"rule", "work-not-concrete"}, {"severity", "warning"}}}},
  }));
  EXPECT_EQ(other->parameter("incident-contact-minutes")->value, 30);
  EXPECT_EQ(other->parameter("incident-contact-minutes")->unit, Unit::minutes);
  EXPECT_EQ(other->citation("B2.time", Language::ja), "遵守事項2(2)");
  EXPECT_EQ(other->citation("A15", Language::ja), "特記事項15");
  EXPECT_EQ(other->children("A").back()->key.view(), "A15");
  EXPECT_EQ(other->file().form.era.view(), "令和");
  EXPECT_EQ(other->file().lists.vague_work.size(), 1U);
  EXPECT_EQ(other->file().lists.none, Edition::builtin()->file().lists.none);
  EXPECT_EQ(other->file().services.size(), Edition::builtin()->file().services.size() + 1);
  EXPECT_EQ(other->severity(*find_rule("work-not-concrete")), Severity::warning);
}

// Annotations of the old wording are not kept for the new one.
TEST(Overlay, ARewordedClauseBringsItsOwnAnnotations) {
  const auto other = loaded(
      extending({{"clauses",
                  {{{"key", "A13"}, {"wording", {{"ja", "解除できる。"}, {"en", "May end it."}}}},
                   {{"key", "A14"}, {"wording", {{"ja", "負担する。"}, {"en", "Bears it."}}}},
                   {{"key", "A3.1"}, {"number", "(9)"}}}},
                 {"duties", {confirmed("A13"), confirmed("A14")}}}));
  EXPECT_FALSE(Edition::builtin()->clause("A13")->refers.empty());
  EXPECT_TRUE(other->clause("A13")->refers.empty());
  EXPECT_FALSE(Edition::builtin()->clause("A14")->sic.empty());
  EXPECT_TRUE(other->clause("A14")->sic.empty());
  EXPECT_EQ(other->clause("A13")->number.view(), "13");
  EXPECT_TRUE(is_empty(other->clause("A3.1")->order_doubt));
  EXPECT_FALSE(is_empty(Edition::builtin()->clause("A3.1")->order_doubt));
}

TEST(Overlay, LeavesOutWhatItRemoves) {
  const auto other = loaded(extending(
      {{"clauses",
        {{{"key", "B5"}, {"wording", {{"ja", "電話は次による。"}, {"en", "Telephones:"}}}}}},
       {"removes", {{"clauses", {"B5.strap"}}, {"duties", {"B5.strap"}}, {"services", {"Box"}}}}}));
  EXPECT_EQ(other->clause("B5.strap"), nullptr);
  EXPECT_EQ(other->duty("B5.strap"), nullptr);
  EXPECT_EQ(other->file().services.size(), Edition::builtin()->file().services.size() - 1);
}

TEST(Overlay, FaultsPointIntoTheFileAsGiven) {
  EXPECT_THAT(faults(extending({{"clauses", {kReworded}}})),
              ElementsAre("edition-duty-unconfirmed /clauses/0/wording",
                          "edition-not-in-wording /extends",    // the words of the old duty, once …
                          "edition-not-in-wording /extends"));  // … and of the parameter
  EXPECT_THAT(faults(extending({{"removes", {{"clauses", {"Z9"}}}}})),
              ElementsAre("edition-dangling-key /removes/clauses/0"));
  EXPECT_THAT(faults(extending({{"extends", "nowhere"}})),
              ElementsAre("edition-unknown-base /extends"));
  EXPECT_THAT(faults(extending({{"clauses", {{{"key", "A6"}, {"wording", {{"ja", "負う。"}}}}}},
                                {"duties", {confirmed("A6")}}})),
              ElementsAre("edition-blank /clauses/0/wording/en"));
  EXPECT_THAT(faults(extending({{"cells", {{{"key", "declaration.nothing"}}}}})),
              testing::Contains("edition-dangling-key /cells/0/key"));
}

// What refers to something that is removed is named, and each once.
TEST(Overlay, WhatRefersToSomethingRemovedIsNamed) {
  const std::string text = extending({{"removes", {{"clauses", {"B7"}}}}}).dump();
  std::multiset<std::string> dangling;
  for (const Finding& fault : Edition::load(text, {}).faults) {
    if (fault.rule->id != "edition-dangling-key") continue;
    dangling.insert(words(fault, *Edition::builtin(), Language::en).message);
  }
  EXPECT_THAT(dangling, testing::Contains("This edition has nothing with the key \"B7\", to which "
                                          "\"B7.services\" refers."));
  for (const std::string& each : dangling) EXPECT_EQ(dangling.count(each), 1U) << each;
}

TEST(Overlay, MayExtendAnOverlay) {
  const Json confirming = {confirmed("F.statement"), confirmed("F.contract")};
  const auto first = loaded(extending({{"clauses", {statement("令和", "一の契約書")}},
                                       {"duties", confirming},
                                       {"form", {{"contract_title", "一の契約書"}}}}));
  const std::vector<std::shared_ptr<const Edition>> known{first};
  const auto second = loaded(extending({{"id", "second"},
                                        {"extends", "other/1"},
                                        {"clauses", {statement("平成", "一の契約書")}},
                                        {"duties", confirming},
                                        {"form", {{"era", "平成"}}}}),
                             known);
  EXPECT_EQ(second->file().form.contract_title.view(), "一の契約書");
  EXPECT_EQ(second->file().form.era.view(), "平成");
}

// A duty of the old wording does not stand under the new one, unless somebody says so.
TEST(Overlay, ARewordedClauseRestatesOrConfirmsItsDuties) {
  const Json reworded = {
      {"key", "A14"},
      {"wording", {{"ja", "損害の経費は、甲が負担する。"}, {"en", "The Client bears the costs."}}}};
  const auto refused = ElementsAre("edition-duty-unconfirmed /clauses/0/wording");
  EXPECT_THAT(faults(extending({{"clauses", {reworded}}})), refused);
  EXPECT_THAT(faults(extending({{"clauses", {reworded}}, {"duties", {confirmed("A13")}}})),
              refused);
  EXPECT_THAT(faults(extending({{"clauses", {reworded}}, {"duties", {confirmed("A14")}}})),
              ElementsAre());
  EXPECT_THAT(faults(extending(
                  {{"clauses", {reworded}},
                   {"duties",
                    {{{"key", "A14"},
                      {"bearer", "client"},
                      {"summary", {{"ja", "甲が負担する。"}, {"en", "The Client bears."}}}}}}})),
              ElementsAre());
  EXPECT_THAT(faults(extending({{"clauses", {reworded}}, {"removes", {{"duties", {"A14"}}}}})),
              ElementsAre());
  // The same words, a number or another translation are no other wording.
  const Json edition = default_edition();
  for (const Json& clause : edition["clauses"]) {
    if (clause["key"] != "A14") continue;
    Json same = {{"key", "A14"}, {"number", "15"}, {"wording", clause["wording"]}};
    same["wording"]["en"] = "Another translation.";
    same["sic"] = clause.value("sic", Json::array());
    EXPECT_THAT(faults(extending({{"clauses", {same}}})), ElementsAre());
  }
}

// Clauses that state a duty, too.
TEST(Overlay, ADutyIsConfirmedForEachClauseThatStatesIt) {
  for (const Duty& duty : Edition::builtin()->file().duties) {
    for (const Str& also : duty.also) {
      const Json reworded = {{"key", also.str()}, {"wording", {{"ja", "新。"}, {"en", "New."}}}};
      EXPECT_THAT(faults(extending({{"clauses", {reworded}}})),
                  testing::Contains("edition-duty-unconfirmed /clauses/0/wording"))
          << duty.key.view();
    }
  }
}

}  // namespace overlay_test
}  // namespace tokki
