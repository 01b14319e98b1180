// Every rule's own examples: the one fires it, the near miss does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "report/findings/vocabulary.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"
#include "rules/chain/record_rules.hpp"
#include "rules/form/form_rules.hpp"
#include "tokki/check.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace rules_test {

using namespace internal;

using Json = nlohmann::ordered_json;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

Report checked(std::string_view json, std::shared_ptr<const Edition> edition = nullptr) {
  return check(json, {.editions = std::move(edition), .as_of = kAsOf, .limits = {}});
}

// An example of several lines is NDJSON: records of one dossier, or dossiers to be compared.
Report checked_example(std::string_view example, const std::shared_ptr<const Edition>& edition) {
  const auto line_end = example.find("}\n{");
  if (line_end == std::string_view::npos) return checked(example, edition);
  const CheckOptions options{.editions = edition,
                             .as_of = kAsOf,
                             .limits = {},
                             .across = std::make_shared<AcrossContracts>()};
  const std::string_view first = example.substr(0, line_end + 1);
  const std::string_view second = example.substr(line_end + 2);
  Report all;
  const auto add = [&](const Report& report) {
    all.edition = report.edition;
    all.findings.insert(all.findings.end(), report.findings.begin(), report.findings.end());
    return true;
  };
  if (first.find("dossier-record") != std::string_view::npos) {
    DossierChecker checker(options);
    checker.add(first, "lines", 1);
    checker.add(second, "lines", 2);
    (void)checker.finish(add);
  } else {
    Checker checker(options);
    add(checker.check(first, "lines", 1));
    add(checker.check(second, "lines", 2));
  }
  return all;
}

std::set<std::string_view> rules_in(const Report& report) {
  std::set<std::string_view> ids;
  for (const Finding& finding : report.findings) ids.insert(finding.rule->id);
  return ids;
}

bool is_edition_rule(const RuleInfo* rule) {
  return std::ranges::find(kEditionCatalog, rule->id, &RuleInfo::id) != std::end(kEditionCatalog);
}

std::vector<const RuleInfo*> rules_with_examples() {
  std::vector<const RuleInfo*> rules;
  for (const RuleInfo* rule : all_rules()) {
    if (!rule->fires.empty()) rules.push_back(rule);
  }
  return rules;
}

class EveryRule : public testing::TestWithParam<const RuleInfo*> {};

TEST_P(EveryRule, FiresOnItsExample) {
  const RuleInfo& rule = *GetParam();
  const Report report = checked_example(examples_of(rule).fires, examples_of(rule).edition);
  EXPECT_TRUE(rules_in(report).contains(rule.id)) << to_json(report);
}

TEST_P(EveryRule, IsSilentOnItsNearMiss) {
  const RuleInfo& rule = *GetParam();
  const Report report = checked_example(examples_of(rule).near_miss, examples_of(rule).edition);
  EXPECT_FALSE(rules_in(report).contains(rule.id)) << to_json(report);
}

TEST_P(EveryRule, HasItsMessageInBothLanguagesWithAllArguments) {
  const RuleInfo& rule = *GetParam();
  const Report report = checked_example(examples_of(rule).fires, examples_of(rule).edition);
  for (const Finding& finding : report.findings) {
    if (finding.rule != &rule) continue;
    for (const Language language : {Language::ja, Language::en}) {
      const Words said = words(finding, *report.edition, language);
      EXPECT_EQ(said.message.find('{'), std::string::npos) << said.message;
      EXPECT_EQ(said.remedy.find('{'), std::string::npos) << said.remedy;
      EXPECT_FALSE(said.message.empty());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, testing::ValuesIn(rules_with_examples()),
                         [](const auto& instance) {
                           std::string name(instance.param->id);
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(Rules, TheSampleHasNoFinding) {
  const Report report = checked(sample_declaration());
  EXPECT_TRUE(report.findings.empty()) << to_json(report);
}

// A chain with a second tier always has an undetermined finding: 特記事項10.
TEST(Rules, TheSampleDossierHasOnlyWhatItsSecondTierLeavesOpen) {
  const Report report = checked(sample_dossier());
  EXPECT_EQ(rules_in(report), std::set<std::string_view>{"inspection-reach-open"})
      << to_json(report);
}

TEST(Rules, OnlyEditionFaultsAndTruncationHaveNoExample) {
  for (const RuleInfo* rule : all_rules()) {
    if (rule->fires.empty()) {
      EXPECT_TRUE(is_edition_rule(rule) || rule->id == "findings-truncated") << rule->id;
    }
  }
}

// The catalogue's order is that of the checks: the form from top to bottom, then the chain.
TEST(Rules, EachCataloguedRuleHasOneCheck) {
  std::vector<std::string_view> expected;
  const auto append = [&](std::span<const RuleInfo> subject) {
    for (const RuleInfo& rule : subject) expected.push_back(rule.id);
  };
  append(kDocumentCatalog);  // checked while decoding
  for (const FormRule* rule : form_rules()) expected.push_back(rule->info.id);
  for (const ChainRule* rule : chain_rules()) expected.push_back(rule->info.id);
  for (const RecordRule& rule : record_rules()) expected.push_back(rule.info.id);
  append(kAcrossContractsCatalog);  // checked between dossiers
  append(kEditionCatalog);          // checked while an edition is loaded
  std::vector<std::string_view> catalogued;
  for (const RuleInfo* rule : all_rules()) catalogued.push_back(rule->id);
  EXPECT_EQ(catalogued, expected);
}

// Ids are public: in pipelines' configurations and in people's waivers. This list only grows.
TEST(Rules, IdsArePinned) {
  std::ifstream file(TOKKI_SOURCE_DIR "/tests/rules/rule_ids.txt");
  std::set<std::string> pinned;
  for (std::string id; std::getline(file, id);) pinned.insert(id);
  std::set<std::string> known;
  for (const RuleInfo* rule : all_rules()) {
    EXPECT_TRUE(known.insert(std::string(rule->id)).second) << rule->id << " is there twice";
  }
  EXPECT_EQ(known, pinned);
}

TEST(Rules, EveryTermIsInTheVocabulary) {
  for (const RuleInfo* rule : rules_with_examples()) {
    for (const Finding& finding :
         checked_example(examples_of(*rule).fires, examples_of(*rule).edition).findings) {
      for (const Argument& argument : finding.arguments) {
        if (const auto* term = std::get_if<Term>(&argument.content)) {
          EXPECT_NE(term_text(term->key), nullptr) << term->key;
        }
      }
    }
  }
}

}  // namespace rules_test
}  // namespace tokki
