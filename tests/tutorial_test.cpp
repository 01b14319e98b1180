// The examples of tokki.hpp, word for word; the last test compares them with the header.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "files.hpp"
#include "tokki/tokki.hpp"

namespace tokki {
namespace tutorial_test {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Tutorial, OneForm) {
  std::ostringstream out;
  const tokki::Report report = tokki::check(R"({
    "format": "tokki.declaration/1",
    "storage_location": {"ticked": ["japan_only"]},
    "online_storage": {"ticked": ["yes"], "services": [
      {"name": "Amazon S3", "provider": "Amazon Web Services, Inc.", "data_location": "米国"}]}
  })");
  for (const tokki::Finding& finding : report.findings) {
    const tokki::Words words = tokki::words(finding, *report.edition, tokki::Language::en);
    out << finding.rule->id << ": " << words.place << ": " << words.message << '\n';
  }
  EXPECT_THAT(out.str(), HasSubstr("japan-only-contradicted: "));
  out << tokki::to_text(report, {.language = tokki::Language::ja, .width = 80});
  EXPECT_THAT(out.str(), HasSubstr("届出書"));
  const bool accepted = report.gravest() < tokki::Severity::error;  // also without any finding
  EXPECT_FALSE(accepted);
}

TEST(Tutorial, FormsAsRecords) {
  std::ostringstream out;
  tokki::Declaration form;
  form.declared_on = tokki::Date("令和7年4月1日");
  form.declarant.name = "株式会社みどり職業訓練センター";
  form.storage_media = {{.name = "USBメモリ"}};
  form.storage_location.ticked = {tokki::StorageRegion::japan_only};
  const tokki::Report report = tokki::check(form);
  const std::string json = tokki::to_json(form);
  EXPECT_FALSE(report.findings.empty());

  tokki::Document document;
  document.read(json);
  if (const tokki::Declaration* read = document.declaration()) {
    out << read->declarant.name << ", " << read->declared_on.written;
    if (read->declared_on.value) out << " = " << tokki::iso(*read->declared_on.value);
  }
  EXPECT_EQ(out.str(), "株式会社みどり職業訓練センター, 令和7年4月1日 = 2025-04-01");
}

TEST(Tutorial, ManyForms) {
  std::istringstream lines(R"({"format": "tokki.declaration/1"}
{"format": "tokki.declaration/1", "surprise": 1}
not JSON
)");
  std::vector<std::uint64_t> rejected;
  tokki::Checker checker;
  tokki::Report report;
  std::uint64_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    checker.check(line, report, "forms.ndjson", ++number);
    if (report.gravest() == tokki::Severity::error) rejected.push_back(number);
  }
  EXPECT_THAT(rejected, ElementsAre(1, 2, 3));

  tokki::Checker then({.as_of = std::chrono::year(2026) / 11 / 24});
  EXPECT_EQ(iso(then.check("").as_of), "2026-11-24");
}

TEST(Tutorial, ADossierAndItsChain) {
  std::ostringstream out;
  const std::string_view contract = R"({"format": "tokki.dossier/1",
    "contract": {"contractor": "midori", "concluded_on": "2025-04-01"},
    "parties": [{"id": "midori", "name": "みどり株式会社"}, {"id": "sora", "name": "そら合同会社"}],
    "subcontracts": [{"from": "midori", "to": "sora", "starts_on": "2025-04-14",
                      "handles_electronic_data": true}]})";
  const std::string_view form = R"({"format": "tokki.declaration/1", "declared_on": "2025-04-01",
    "declarant": {"name": "みどり株式会社"}})";
  tokki::DossierChecker dossier;
  dossier.add(contract, "contract.json");
  dossier.add(form, "midori.json");
  tokki::DossierReports reports;
  const tokki::Chain chain = dossier.finish([&](const tokki::Report& report) {
    reports.add(report);
    return true;  // false: no further reports
  });
  for (tokki::ChainIndex party = 0; party < chain.parties().size(); ++party) {
    if (chain.expected(party) != tokki::Expected::missing) continue;
    out << chain.parties()[party].name << " must file a declaration\n";
  }
  EXPECT_EQ(out.str(), "そら合同会社 must file a declaration\n");
  out.str("");
  out << tokki::to_string(chain, reports, tokki::ChainFormat::mermaid, {});
  EXPECT_THAT(out.str(), HasSubstr("flowchart"));
}

TEST(Tutorial, Editions) {
  std::ostringstream out;
  const std::shared_ptr<const tokki::Edition> edition = tokki::Edition::builtin();
  for (const tokki::Clause* clause : edition->cited("特記事項3(4)")) {
    out << clause->wording.ja << '\n' << clause->wording.en << '\n';
  }
  EXPECT_EQ(std::ranges::count(out.str(), '\n'), 2);

  const std::string file = text_of(kSourceDir / "tests/editions/hoshikuzu-1.json");
  const auto [own, faults] = tokki::Edition::load(file);
  if (own != nullptr) {
    tokki::Editions editions(own);
    editions.add(tokki::Edition::builtin());
    tokki::Checker checker({.editions = editions});
  }
  EXPECT_NE(own, nullptr);
}

TEST(Tutorial, ReportsOnManyDocuments) {
  const std::vector<std::string> documents{"{}", "[]"};
  tokki::Checker checker;
  tokki::Report report;
  const auto writer = tokki::report_writer("sarif", {.as_of = tokki::today_in_japan()});
  tokki::Summary summary;
  std::string text;
  writer->begin(text);
  for (const std::string& json : documents) {
    checker.check(json, report, "form.json");
    summary.add(report);
    writer->document(report, text);
  }
  writer->end(summary, 0, text);
  EXPECT_THAT(text, HasSubstr("sarif"));
  EXPECT_EQ(summary.documents_with_findings, 2U);
}

TEST(Tutorial, Changes) {
  std::vector<std::string> changed;
  tokki::Declaration before;
  before.declarant.address = "青嵐市1";
  tokki::Declaration after = before;
  after.declarant.address = "青嵐市2";
  const tokki::Dossier dossier;
  const tokki::FormDiff diff = tokki::compare(before, after);
  for (const tokki::FormChange& change : diff.changes) {
    if (change.changes_meaning()) changed.push_back(change.cell);
  }
  const tokki::FactsDiff lacking = tokki::compare_facts(dossier);
  EXPECT_THAT(changed, ElementsAre("declaration.declarant.address"));
  EXPECT_FALSE(lacking.changed());
}

TEST(Tutorial, FilesAndFolders) {
  tokki::Summary summary;
  const std::string folder = kSourceDir / "examples/dossiers/folder-as-filed";
  tokki::FileVisitor visitor;
  visitor.report = [&](const tokki::Report& report) {
    summary.add(report);
    return true;  // false: stop
  };
  tokki::FileChecker files({}, std::move(visitor));
  files.check(folder);
  EXPECT_GE(summary.documents, 2U);
}

TEST(Tutorial, Waivers) {
  tokki::Checker checker({.as_of = std::chrono::year(2026) / 11 / 24});
  const std::string_view json = R"({"format": "tokki.declaration/1",
    "storage_location": {"ticked": ["japan_only"]},
    "online_storage": {"ticked": ["yes"], "services": [{"name": "S3", "data_location": "米国"}]}})";
  tokki::FindingWaiver waiver;
  waiver.rule = "japan-only-contradicted";
  waiver.path = "forms/*.json";
  waiver.reason = "承認済み（第12号）";
  waiver.approver = "情報政策課";
  waiver.expires = std::chrono::year(2027) / 3 / 31;
  const tokki::Report rest = tokki::waive(checker.check(json, "forms/a.json"), {&waiver, 1});
  EXPECT_EQ(rest.waived.size(), 1U);
}

std::vector<std::string> lines_of_file(const char* path) {
  std::istringstream text(text_of(kSourceDir / path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}
std::string unindented(std::string_view line) {
  return std::string(line.substr(std::min(line.find_first_not_of(' '), line.size())));
}

// The examples of the header: runs of lines that are indented in its comment.
TEST(Tutorial, MatchesTheHeader) {
  std::string tests;
  for (const std::string& line : lines_of_file("tests/tutorial_test.cpp")) {
    tests += unindented(line) + "\n";
  }
  constexpr std::string_view kIndent = "//     ";
  std::size_t examples = 0;
  std::string example = "\n";
  for (const std::string& line : lines_of_file("include/tokki/tokki.hpp")) {
    if (line.starts_with(kIndent)) {
      example += unindented(line.substr(kIndent.size())) + "\n";
    } else if (example != "\n") {
      ++examples;
      EXPECT_NE(tests.find(example), std::string::npos) << "run by no test:" << example;
      example = "\n";
    }
  }
  EXPECT_GE(examples, 13U);
}

}  // namespace tutorial_test
}  // namespace tokki
