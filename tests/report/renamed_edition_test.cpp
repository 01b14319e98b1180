// Another office's terms may have other keys and numbers throughout: whatever is cited is theirs.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "terms/edition_files.hpp"
#include "tokki/assess.hpp"
#include "tokki/assessment_report.hpp"
#include "tokki/assessor.hpp"
#include "tokki/chain_report.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/report.hpp"
#include "tokki/report_writer.hpp"
#include "tokki/rule_examples.hpp"
#include "tokki/terms_report.hpp"

namespace tokki {
namespace renamed_edition_test {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "別規程";  // in each number, and nowhere in the built-in edition

// Replaces each text that is a key.
void rename_in(Json& value, const std::map<std::string, std::string>& keys) {
  if (value.is_string()) {
    const auto renamed = keys.find(value.get<std::string>());
    if (renamed != keys.end()) value = renamed->second;
  } else if (value.is_structured()) {
    for (Json& each : value) rename_in(each, keys);
  }
}

// The built-in edition, with other keys of parts, clauses and duties, other numbers and names.
Json renamed_edition() {
  Json edition = default_edition();
  std::map<std::string, std::string> keys;
  for (const char* const list : {"parts", "clauses", "duties"}) {
    for (const Json& each : edition[list]) {
      keys.emplace(each["key"].get<std::string>(), "z" + std::to_string(keys.size()));
    }
  }
  for (const char* const list : {"parts", "clauses", "duties", "parameters", "cells", "subjects"}) {
    rename_in(edition[list], keys);
  }
  for (Json& part : edition["parts"]) {
    for (const char* const text : {"title", "short"}) {
      part[text] = {{"ja", std::string(kMark)}, {"en", std::string(kMark)}};
    }
  }
  std::size_t number = 100;
  for (Json& clause : edition["clauses"]) {
    clause["number"] = std::to_string(++number);
    clause.erase("cited_as");
  }
  edition["id"] = "renamed";
  return edition;
}

class RenamedEdition : public testing::Test {
 protected:
  RenamedEdition() : edition(loaded(renamed_edition())) {
    for (const ClauseNode& node : Edition::builtin()->tree()) {
      for (const Language language : {Language::ja, Language::en}) {
        std::string citation = Edition::builtin()->citation(node.clause->key, language);
        // Without a number it is a word like another: 届出書.
        const bool numbered =
            std::ranges::any_of(citation, [](char c) { return '0' <= c && c <= '9'; });
        if (numbered) others.insert(std::move(citation));
      }
    }
  }

  // A citation of the built-in edition that stands in a text; empty: none does. Where digits go on
  // it is another.
  [[nodiscard]] std::string cites_another(std::string_view text) const {
    for (const std::string& citation : others) {
      for (std::size_t at = text.find(citation); at != std::string_view::npos;
           at = text.find(citation, at + 1)) {
        const std::size_t end = at + citation.size();
        if (end == text.size() || std::isalnum(static_cast<unsigned char>(text[end])) == 0) {
          return citation;
        }
      }
    }
    return {};
  }

  template <class Visit>
  void each_dossier(Visit&& visit) const {
    for (const auto& entry : fs::directory_iterator(kSourceDir / "tests/corpus/dossiers")) {
      if (entry.path().extension() == ".json") visit(text_of(entry.path()));
    }
  }

  std::shared_ptr<const Edition> edition;
  std::set<std::string> others;
};

TEST_F(RenamedEdition, FindingsCiteOnlyIt) {
  CheckOptions options;
  options.editions = Editions(edition);
  options.as_of = std::chrono::year(2026) / 11 / 24;
  std::size_t cited = 0;
  each_dossier([&](const std::string& text) {
    DossierChecker checker(options);
    checker.add(text);
    DossierReports reports;
    const Chain chain = checker.finish([&](const Report& report) {
      for (const Finding& finding : report.findings) {
        const Words said = words(finding, *report.edition, Language::ja);
        if (!finding.rule->about.empty()) {
          ++cited;
          EXPECT_TRUE(said.clause.starts_with("z")) << finding.rule->id << said.clause;
          EXPECT_TRUE(said.citation.starts_with(kMark)) << finding.rule->id << said.citation;
        }
      }
      for (const ReportFormat& format : report_formats()) {
        if (format.name != "json" && format.name != "sarif") continue;
        EXPECT_EQ(cites_another(to_string(report, format)), "") << format.name;
      }
      reports.add(report);
      return true;
    });
    for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
      const std::string told = describe_party(chain, party, *edition, {.width = 400});
      EXPECT_EQ(cites_another(told), "") << told;
      EXPECT_NE(told.find(kMark), std::string::npos) << told;
    }
    EXPECT_EQ(cites_another(to_string(chain, reports, ChainFormat::text, {})), "");
  });
  EXPECT_GT(cited, 100U);
}

TEST_F(RenamedEdition, ExplanationsAndTermsCiteOnlyIt) {
  for (const RuleInfo* rule : all_rules()) {
    const std::string text = explain(*rule, *edition, {.width = 400});
    EXPECT_EQ(cites_another(text), "") << text;
    if (!rule->about.empty()) {
      EXPECT_NE(text.find(kMark), std::string::npos) << text;
    }
  }
  for (const ClauseNode& node : edition->tree()) {
    EXPECT_TRUE(edition->citation(node.clause->key, Language::ja).starts_with(kMark));
  }
}

TEST_F(RenamedEdition, StatusesCiteOnlyIt) {
  each_dossier([&](const std::string& text) {
    Assessor records;
    records.add(text, "dossier.json");
    AssessOptions options;
    options.editions = Editions(edition);
    options.as_of = end_of(std::chrono::year(2026) / 11 / 24);
    const Assessment assessment = records.assess(options);
    EXPECT_FALSE(assessment.instances.empty());
    for (const DutyInstance& instance : assessment.instances) {
      EXPECT_TRUE(instance.key.starts_with("z")) << instance.key;
    }
    for (const AssessmentFormat& format : assessment_formats()) {
      EXPECT_EQ(cites_another(format.write(assessment, {.records = &records})), "") << format.name;
    }
  });
}

// What an edition binds to no clause is off, and listed so; nothing else is cited in its place.
TEST_F(RenamedEdition, WhatItDoesNotBindIsOff) {
  Json file = renamed_edition();
  Json bound = Json::array();
  for (const Json& each : file["subjects"]) {
    const std::string key = each["key"];
    if (key != "inspection.reach" && key != "subcontract.consent") bound.push_back(each);
  }
  file["subjects"] = bound;
  const auto without = loaded(file);
  EXPECT_FALSE(without->enabled(*find_rule("inspection-reach-open")));
  EXPECT_FALSE(without->enabled(*find_rule("consent-electronic")));
  EXPECT_TRUE(without->enabled(*find_rule("consent-missing")));
  EXPECT_TRUE(without->enabled(*find_rule("cell-blank")));
  EXPECT_EQ(without->clause_about("inspection.reach"), nullptr);
  const std::string text =
      explain(*find_rule("inspection-reach-open"), *without, {.language = Language::en});
  EXPECT_NE(text.find("off in this edition"), std::string::npos) << text;
  EXPECT_EQ(text.find(kMark), std::string::npos) << text;
}

TEST_F(RenamedEdition, BindingsAreInspected) {
  Json file = default_edition();
  file["subjects"][0]["key"] = "contrat";
  file["subjects"].push_back(file["subjects"][1]);
  for (Json& each : file["subjects"]) {
    if (each["key"] == "liability") each["clause"] = "A99";
  }
  const std::string last = std::to_string(file["subjects"].size() - 1);
  const std::vector<std::string> found = faults(file);
  const std::set<std::string> told(found.begin(), found.end());
  EXPECT_TRUE(told.contains("edition-dangling-key /subjects/0/key"));
  EXPECT_TRUE(told.contains("edition-repeated-key /subjects/" + last + "/key"));
  EXPECT_EQ(std::ranges::count_if(found,
                                  [](const std::string& line) {
                                    return line.starts_with("edition-dangling-key /subjects/") &&
                                           line.ends_with("clause");
                                  }),
            1);
}

}  // namespace renamed_edition_test
}  // namespace tokki
