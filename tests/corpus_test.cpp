// The corpus: declarations as contractors fill them in, each with the findings that a careful
// clerk would expect beside it. See tests/corpus/README.md.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "rules/form/form_rules.hpp"
#include "tokki/check.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace corpus_test {

using namespace internal;

namespace fs = std::filesystem;
using Json = nlohmann::json;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

// {"rule", "severity", "at"} as one comparable line each.
std::multiset<std::string> lines_of(const Json& expected) {
  std::multiset<std::string> lines;
  for (const Json& entry : expected) {
    lines.insert(entry.at("at").get<std::string>() + "  " + entry.at("rule").get<std::string>() +
                 "  " + entry.at("severity").get<std::string>());
  }
  return lines;
}

std::multiset<std::string> lines_of(const Report& report) {
  std::multiset<std::string> lines;
  for (const Finding& finding : report.findings) {
    lines.insert(finding.at.pointer() + "  " + std::string(finding.rule->id) + "  " +
                 std::string(severity_name(finding.severity, Language::en)));
  }
  return lines;
}

class Corpus : public testing::TestWithParam<fs::path> {};

TEST_P(Corpus, HasTheFindingsExpected) {
  Checker checker({.editions = {}, .as_of = kAsOf, .limits = {}});
  const Json expected = Json::parse(text_of(expected_of(GetParam())));
  EXPECT_EQ(lines_of(checker.check(text_of(GetParam()))), lines_of(expected));
}

INSTANTIATE_TEST_SUITE_P(Documents, Corpus, testing::ValuesIn(corpus()), [](const auto& instance) {
  std::string name =
      instance.param.parent_path().filename().string() + "_" + instance.param.stem().string();
  std::ranges::replace_if(
      name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

// The second office's edition; see tests/editions/README.md.
Editions hoshikuzu() {
  const auto load = [](const char* name, Edition::Known known) {
    return Edition::load(text_of(kSourceDir / "tests/editions" / name), known).edition;
  };
  std::vector<std::shared_ptr<const Edition>> known{load("hoshikuzu-1.json", {})};
  EXPECT_NE(known[0], nullptr);
  Editions editions(known[0]);
  known.push_back(load("hoshikuzu-2.json", known));
  EXPECT_NE(known[1], nullptr);
  editions.add(known[1]);
  return editions;
}

TEST(CorpusUnderAnotherEdition, DiffersWhereTheEditionDiffers) {
  const Json differences =
      Json::parse(text_of(kSourceDir / "tests/editions/corpus-under-hoshikuzu-1.json"));
  Checker checker({.editions = hoshikuzu().first(), .as_of = kAsOf, .limits = {}});
  std::size_t met = 0;
  for (const fs::path& path : corpus()) {
    auto expected = lines_of(Json::parse(text_of(expected_of(path))));
    const std::string name = fs::relative(path, kSourceDir).generic_string();
    if (differences.contains(name)) {
      ++met;
      const Json& difference = differences[name];
      for (const auto& line : lines_of(difference.value("removed", Json::array()))) {
        const auto found = expected.find(line);
        ASSERT_NE(found, expected.end()) << name << line;
        expected.erase(found);
      }
      expected.merge(lines_of(difference.value("added", Json::array())));
    }
    EXPECT_EQ(lines_of(checker.check(text_of(path))), expected) << name;
  }
  EXPECT_EQ(met, differences.size()) << "differences of files that are gone";
}

TEST(CorpusUnderAnotherEdition, ItsOwnFormsHaveTheFindingsExpected) {
  Checker checker({.editions = hoshikuzu(), .as_of = kAsOf, .limits = {}});
  for (const fs::path& path : forms_in("tests/editions/declarations")) {
    EXPECT_EQ(lines_of(checker.check(text_of(path))),
              lines_of(Json::parse(text_of(expected_of(path)))))
        << path;
  }
}

TEST(CorpusUnderAnotherEdition, CitesByItsOwnNumbers) {
  const Editions editions = hoshikuzu();
  const Edition& edition = *editions.first();
  EXPECT_EQ(edition.citation("A3.4", Language::ja), "特記事項第3条第4項");
  EXPECT_EQ(edition.citation("A3.4", Language::en), "Special Terms Article 3, paragraph 4");
  EXPECT_EQ(edition.citation("B2.time", Language::ja), "遵守事項第2条第2号");
  EXPECT_EQ(edition.citation("F3.location", Language::ja), "届出書3ウ");
  for (const char* citation : {"特記事項第３条第４項", "特記事項3(4)", "第三条第四項", "A3.4",
                               "Special Terms Article 3, paragraph 4"}) {
    ASSERT_FALSE(edition.cited(citation).empty()) << citation;
    EXPECT_EQ(edition.cited(citation).front()->key.view(), "A3.4") << citation;
  }
}

TEST(CorpusAsAWhole, NamesEveryRuleAndHasEnoughDocuments) {
  std::set<std::string> expected_rules;
  std::size_t forms = 0;
  for (const fs::path& path : corpus()) {
    if (path.parent_path().filename() == "declarations") ++forms;
    for (const Json& entry : Json::parse(text_of(expected_of(path)))) {
      expected_rules.insert(entry.at("rule").get<std::string>());
    }
  }
  for (const fs::path& path : forms_in("tests/editions/declarations")) {
    for (const Json& entry : Json::parse(text_of(expected_of(path)))) {
      expected_rules.insert(entry.at("rule").get<std::string>());
    }
  }
  EXPECT_GE(forms, 60U);
  for (const FormRule* rule : form_rules()) {
    EXPECT_TRUE(expected_rules.contains(std::string(rule->info.id))) << rule->info.id;
  }
}

// One checker for all documents, forwards and backwards: no document may affect the next.
TEST(CorpusAsAWhole, DoesNotDependOnWhatWasReadBefore) {
  Checker reused({.editions = {}, .as_of = kAsOf, .limits = {}});
  Report report;
  std::vector<fs::path> paths = corpus();
  for (int round = 0; round < 2; ++round) {
    for (const fs::path& path : paths) {
      const std::string text = text_of(path);
      Checker fresh({.editions = {}, .as_of = kAsOf, .limits = {}});
      reused.check(text, report);
      EXPECT_EQ(to_json(report), to_json(fresh.check(text))) << path;
    }
    std::ranges::reverse(paths);
  }
}

// Findings are the same in both languages, and reports do not contain data of the documents.
TEST(CorpusAsAWhole, ReportsDoNotEchoWhatIsWrittenUnlessAsked) {
  for (const fs::path& path : corpus()) {
    const std::string text = text_of(path);
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.is_object() || !document.contains("declarant"))
      continue;
    if (!document["declarant"].is_object() || !document["declarant"]["name"].is_string()) continue;
    const std::string name = document["declarant"]["name"];
    if (name.size() < 9) continue;
    const Report report = check(text, {.editions = {}, .as_of = kAsOf, .limits = {}});
    for (const Language language : {Language::ja, Language::en}) {
      const std::string said = to_text(report, {.language = language});
      EXPECT_EQ(said.find(name), std::string::npos) << path;
    }
    EXPECT_EQ(to_json(report).find(name), std::string::npos) << path;
  }
}

}  // namespace corpus_test
}  // namespace tokki
