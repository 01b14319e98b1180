// The triggers that a form sets, against what the rules find in it; one form written in several
// ways; and what is remembered of texts, against reading them anew.
#include "form/form_analyser.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "rewritten.hpp"
#include "rules/form/form_rules.hpp"
#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace form_test {

using namespace internal;

const Place kWholeForm(0, Description<Declaration>::kind);

using Json = nlohmann::json;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

// When a rule finds something, the form has set one of the rule's triggers.
void expect_triggers(FormAnalyser& analyser, const Declaration& declaration,
                     const std::string& json) {
  const FormFacts& form = analyser.analyse(declaration, kAsOf);
  for (const FormRule* rule : form_rules()) {
    std::vector<Finding> found;
    rule->check(form, Emit(rule->info, rule->info.severity, kWholeForm, found));
    const bool runs = rule->triggers == 0 || (rule->triggers & form.triggers()) != 0;
    EXPECT_TRUE(found.empty() || runs) << rule->info.id << "\n" << json;
  }
}

TEST(Form, SetsATriggerOfAllThatRulesFindInTheCorpus) {
  FormAnalyser analyser{Editions()};
  Document document;
  for (const auto& path : corpus()) {
    const std::string json = text_of(path);
    document.read(json);
    if (const Declaration* declaration = document.declaration()) {
      expect_triggers(analyser, *declaration, json);
    }
  }
}

// Any two examples of rules on one form: the triggers of one must not hide those of the other.
TEST(Form, SetsATriggerOfAllThatRulesFindInTwoExamplesTogether) {
  FormAnalyser analyser{Editions()};
  Document document;
  const Json sample = Json::parse(sample_declaration());
  for (const FormRule* first : form_rules()) {
    for (const FormRule* second : form_rules()) {
      Json both = sample;
      both.merge_patch(Json::parse(first->info.fires));
      both.merge_patch(Json::parse(second->info.fires));
      const std::string json = both.dump();
      document.read(json);
      ASSERT_NE(document.declaration(), nullptr) << json;
      expect_triggers(analyser, *document.declaration(), json);
    }
  }
}

// The corpus and the examples of all rules.
std::vector<std::string> forms() {
  std::vector<std::string> all;
  for (const auto& path : corpus()) all.push_back(text_of(path));
  for (const FormRule* rule : form_rules()) {
    for (const std::string_view example : {rule->info.fires, rule->info.near_miss}) {
      Json json = Json::parse(sample_declaration());
      json.merge_patch(Json::parse(example));
      all.push_back(json.dump(2));
    }
  }
  return all;
}

// The findings with their places, except those of the named rules.
std::string said(const std::string& json, std::initializer_list<std::string_view> except = {}) {
  Checker checker({.editions = {}, .as_of = kAsOf, .limits = {}});
  std::string all;
  for (const Finding& finding : checker.check(json).findings) {
    if (std::ranges::find(except, finding.rule->id) != except.end()) continue;
    all.append(finding.rule->id).append(" ").append(finding.at.pointer()).append("\n");
  }
  return all;
}

// A form typed on another system, where が is two characters, is the same form.
TEST(Form, HasTheSameFindingsForDecomposedTexts) {
  for (const std::string& json : forms()) {
    EXPECT_EQ(said(json), said(decomposed(json))) << json;
    for (const bool first : {false, true}) {
      EXPECT_EQ(said(json), said(by_two(json, first, decomposed))) << json;
    }
  }
}

// In half-width kana too, but for the rule that finds them.
TEST(Form, HasTheSameFindingsForHalfWidthKana) {
  const std::initializer_list<std::string_view> kOwn{"half-width-kana"};
  for (const std::string& json : forms()) {
    EXPECT_EQ(said(json, kOwn), said(with_half_width_kana(json), kOwn)) << json;
    for (const bool first : {false, true}) {
      EXPECT_EQ(said(json, kOwn), said(by_two(json, first, with_half_width_kana), kOwn)) << json;
    }
  }
}

using Rewrite = std::string (*)(std::string_view);

void rewrite_cells(nlohmann::ordered_json& json, Rewrite rewrite) {
  if (json.is_string()) json = rewrite(json.get<std::string>());
  if (json.is_array()) {
    for (auto& item : json) rewrite_cells(item, rewrite);
  }
  if (!json.is_object()) return;
  for (const auto& [key, member] : json.items()) {
    const bool cell = key != "format" && key != "ticked" && key != "edition" && key != "extensions";
    if (cell) rewrite_cells(member, rewrite);
  }
}

void expect_the_same(Rewrite rewrite, std::initializer_list<std::string_view> but_for) {
  Document document;
  for (const std::string& json : forms()) {
    document.read(json);
    if (document.declaration() == nullptr) continue;  // no JSON, or too deep to be written anew
    auto form = nlohmann::ordered_json::parse(json);
    const std::string before = said(form.dump(), but_for);
    rewrite_cells(form, rewrite);
    EXPECT_EQ(before, said(form.dump(), but_for)) << json;
  }
}

// Except for a location that begins with the provider's name, which is compared by letters.
TEST(Form, HasTheSameFindingsForAbbreviatedCompanies) {
  const std::initializer_list<std::string_view> kByLetters{"place-not-stated"};
  for (const std::string& json : forms()) {
    EXPECT_EQ(said(json), said(with_brief_companies(json))) << json;
    for (const bool first : {false, true}) {
      EXPECT_EQ(said(json, kByLetters), said(by_two(json, first, with_brief_companies), kByLetters))
          << json;
    }
  }
}

// Every cell with a space on either side, as they are left by copying.
TEST(Form, HasTheSameFindingsWithSpacesAround) {
  const auto with_spaces = [](std::string_view text) { return " " + std::string(text) + "　"; };
  expect_the_same(with_spaces, {"corporate-number-notation"});
}

// A line or a tab is a space.
TEST(Form, HasTheSameFindingsWithLineBreaksAround) {
  const auto with_lines = [](std::string_view text) { return "\t" + std::string(text) + "\r\n"; };
  expect_the_same(with_lines, {"control-character", "corporate-number-notation"});
}

// Media and places with a stop behind them, as sentences have.
TEST(Form, HasTheSameFindingsWithAStop) {
  const auto with_stop = [](std::string_view text) {
    return std::string(text) + (is_blank(text) ? "" : "。");
  };
  Document document;
  for (const std::string& json : forms()) {
    document.read(json);
    if (document.declaration() == nullptr) continue;
    auto form = nlohmann::ordered_json::parse(json);
    const std::string before = said(form.dump());
    for (auto& [key, member] : form.items()) {
      if (key == "storage_media") rewrite_cells(member, with_stop);
    }
    for (auto& service : form["online_storage"]["services"]) {
      if (service.is_object() && service.contains("data_location")) {
        rewrite_cells(service["data_location"], with_stop);
      }
    }
    EXPECT_EQ(before, said(form.dump())) << json;
  }
}

// Except for notes on how a text was read.
TEST(Form, HasTheSameFindingsForFullWidthTexts) {
  expect_the_same(in_full_width, {"corporate-number-notation", "date-notation"});
}

// （なし）, 「未定」。, ・その他 mean the same as without brackets, stop and bullet.
TEST(Form, KnowsPhrasesInBracketsBehindBulletsAndWithAStop) {
  const auto edition = Edition::builtin();
  const Phrases& phrases = rule_set_of(*edition).phrases();
  const Lists& lists = edition->file().lists;
  std::string scratch;
  const auto meaning_of = [&](const std::string& text) {
    return phrases.classify_cell(text, searchable(text, traits_of(text), scratch));
  };
  for (const List<Str>* list : {&lists.none, &lists.undecided, &lists.elsewhere, &lists.vague_work,
                                &lists.unstated_places, &lists.unidentified, &lists.oneself}) {
    for (const Str& phrase : *list) {
      const std::string text = phrase.str();
      const CellMeaning plain = meaning_of(text);
      EXPECT_NE(plain, CellMeaning::unlisted) << text;
      EXPECT_EQ(meaning_of("・" + text), plain) << text;
      for (const auto& [open, close] :
           {std::pair("（", "）"), {"(", ")"}, {"「", "」"}, {"【 ", "】"}}) {
        EXPECT_EQ(meaning_of(open + text + close), plain) << text;
        EXPECT_EQ(meaning_of(open + text + close + "。 "), plain) << text;
        EXPECT_EQ(meaning_of(open + text), CellMeaning::unlisted) << text;
        EXPECT_EQ(meaning_of(open + text + close + "ではない"), CellMeaning::unlisted) << text;
      }
    }
  }
}

// A program may set a date's value without a text.
TEST(Form, ChecksDatesWithoutAText) {
  Checker checker({.editions = {}, .as_of = kAsOf, .limits = {}});
  Declaration declaration;
  declaration.declared_on.value = std::chrono::year(2099) / 1 / 1;
  const auto& findings = checker.check(declaration).findings;
  EXPECT_TRUE(std::ranges::any_of(
      findings, [](const Finding& finding) { return finding.rule->id == "date-in-future"; }));
}

// The findings on a document do not depend on what was checked before.
TEST(Form, CachesTextsWithoutChangingFindings) {
  const auto fresh = [] { return Checker({.editions = {}, .as_of = kAsOf, .limits = {}}); };
  const auto lines = [](const Report& report) {
    std::string all;
    for (const Finding& finding : report.findings) {
      all.append(finding.rule->id).append(" ").append(finding.at.pointer()).append("\n");
    }
    return all;
  };
  Checker used = fresh();
  for (int round = 0; round < 3; ++round) {
    for (const auto& path : corpus()) {
      const std::string json = text_of(path);
      EXPECT_EQ(lines(used.check(json)), lines(fresh().check(json))) << path;
    }
  }
}

}  // namespace form_test
}  // namespace tokki
