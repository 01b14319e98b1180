#include "tokki/terms_report.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "report/layout.hpp"
#include "terms/edition_files.hpp"
#include "tokki/edition_diff_report.hpp"
#include "tokki/encode.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace terms_report_test {

using namespace internal;

const Edition& terms() { return *Edition::builtin(); }

std::vector<const Clause*> all_clauses() {
  std::vector<const Clause*> clauses;
  for (const ClauseNode& node : terms().tree()) clauses.push_back(node.clause);
  return clauses;
}

TEST(TermsReport, TheCheckedInPageIsUpToDate) {
  EXPECT_EQ(text_of(kSourceDir / "docs/terms.md"), terms_tree(terms(), TermsFormat::markdown))
      << "run make generated";
}

// No line of text is too long unless it cannot be broken, and without line breaks the wording is
// unchanged.
TEST(TermsReport, TextFitsAndQuotesToTheLetter) {
  for (const Language language : {Language::ja, Language::en}) {
    const TextStyle style{.language = language};
    const auto clauses = all_clauses();
    const std::string text = terms_clauses(terms(), clauses, TermsFormat::text, style) +
                             terms_tree(terms(), TermsFormat::text, style) +
                             terms_duties(terms(), terms().duties(), TermsFormat::text, style);
    std::istringstream lines(text);
    std::string unbroken;
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(columns(line), 80U) << line;
      unbroken += line.substr(std::min(line.size(), line.find_first_not_of(' ')));
    }
    for (const Clause* clause : clauses) {
      std::istringstream parts(clause->wording.ja.str());
      for (std::string part; std::getline(parts, part);) {
        if (part.find(' ') != std::string::npos || part.find("　") != std::string::npos) continue;
        EXPECT_NE(unbroken.find(part), std::string::npos) << clause->key.view();
      }
    }
  }
}

// The JSON holds the records as they are in the edition's file.
TEST(TermsReport, JsonHoldsEveryRecordWhole) {
  const auto clauses = all_clauses();
  const Json out = Json::parse(terms_tree(terms(), TermsFormat::json));
  ASSERT_EQ(out["clauses"].size(), clauses.size());
  std::map<std::string, Json> written;
  const Json edition = default_edition();
  for (const Json& clause : edition["clauses"]) written[clause["key"]] = clause;
  for (const Json& clause : out["clauses"]) {
    for (const auto& [member, value] : written[clause["key"]].items()) {
      EXPECT_EQ(clause[member], value) << clause["key"] << member;
    }
    EXPECT_FALSE(clause["citation"]["ja"].get<std::string>().empty());
  }
  const Json duties =
      Json::parse(terms_duties(terms(), terms().duties(), TermsFormat::json))["duties"];
  const Json file = default_edition()["duties"];
  ASSERT_EQ(duties.size(), file.size());
  for (std::size_t i = 0; i < duties.size(); ++i) {
    for (const auto& [member, value] : file[i].items()) {
      if (member == "promptness" || member == "records") {  // in the order of the enumeration
        EXPECT_EQ(duties[i][member].size(), value.size());
      } else if (member != "parameter") {  // shown whole
        EXPECT_EQ(duties[i][member], value) << file[i]["key"] << member;
      }
    }
  }
}

TEST(TermsReport, MarkdownHoldsEveryClauseDutyAndRule) {
  const std::string page = terms_tree(terms(), TermsFormat::markdown);
  for (const Clause& clause : terms().file().clauses) {
    EXPECT_NE(page.find("`" + clause.key.str() + "`"), std::string::npos);
  }
  for (const Duty& duty : terms().file().duties) {
    EXPECT_NE(page.find("**" + duty.key.str() + "**"), std::string::npos) << duty.key.view();
    for (const Str& rule : duty.rules) {
      EXPECT_NE(page.find("`" + rule.str() + "`"), std::string::npos) << rule.view();
    }
  }
}

// Every link of the page leads to an anchor of the page.
TEST(TermsReport, MarkdownLinksLeadSomewhere) {
  const std::string page = terms_tree(terms(), TermsFormat::markdown);
  std::size_t links = 0;
  for (std::size_t at = page.find("](#"); at != std::string::npos; at = page.find("](#", at + 1)) {
    const std::string anchor = page.substr(at + 3, page.find(')', at) - at - 3);
    EXPECT_NE(page.find("<a id=\"" + anchor + "\">"), std::string::npos) << anchor;
    ++links;
  }
  EXPECT_GT(links, 50U);
}

TEST(TermsReport, FindingsOfASearchAreShown) {
  const auto hits = terms().search("60分以内");
  ASSERT_FALSE(hits.empty());
  for (const TermsFormat format : {TermsFormat::text, TermsFormat::json, TermsFormat::markdown}) {
    const std::string shown = terms_found(terms(), hits, format);
    EXPECT_NE(shown.find("遵守事項2(2)"), std::string::npos) << shown;
    EXPECT_NE(shown.find("60分以内"), std::string::npos) << shown;
  }
}

TEST(EditionDiffReport, HasTheSameContentInEveryFormat) {
  const auto other = loaded(extending(
      {{"clauses",
        {{{"key", "A6"}, {"wording", {{"ja", "責任を負う。"}, {"en", "Shall be liable."}}}},
         {{"key", "A4"}, {"number", "40"}}}},
       {"duties", {{{"key", "A6"}}}},
       {"rules", {{{"rule", "entry-repeated"}, {"enabled", false}}}}}));
  const EditionDiff diff = compare(terms(), *other);
  const std::string text = to_text(diff);
  EXPECT_NE(text.find("文言変更  特記事項6 [A6]"), std::string::npos) << text;
  EXPECT_NE(text.find("番号変更  特記事項4 -> 特記事項40 [A4]"), std::string::npos) << text;
  EXPECT_NE(text.find("    + 責任を負う。"), std::string::npos) << text;
  EXPECT_NE(text.find("entry-repeated"), std::string::npos) << text;
  const Json json = Json::parse(to_json(diff));
  EXPECT_EQ(json["clauses"].size(), 2U);
  EXPECT_EQ(json["rules"][0]["after"], "off");
  EXPECT_NE(to_markdown(diff).find("責任を負う。"), std::string::npos);
  EXPECT_NE(to_text(compare(terms(), terms()), {.language = Language::en}).find("no difference"),
            std::string::npos);
}

}  // namespace terms_report_test
}  // namespace tokki
