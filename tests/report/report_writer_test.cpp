// The streams of reports: findings that point into other documents, and waivers.
#include "tokki/report_writer.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "files.hpp"
#include "tokki/chain_report.hpp"
#include "tokki/rule.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace report_writer_test {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr Day kDay{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

std::string stream(std::string_view format, const Report& report) {
  const auto writer = report_writer(format, {.style = {.language = Language::en}, .as_of = kDay});
  Summary summary;
  summary.add(report);
  std::string text;
  writer->begin(text);
  writer->document(report, text);
  writer->end(summary, 1, text);
  return text;
}

// A finding of a whole chain: in one party's form, because of another's.
Report across_documents() {
  Report report = check(R"({"format": "tokki.declaration/1", "surprise": 1})");
  Finding finding;
  for (const Finding& one : report.findings) {
    if (one.rule->id == "unknown-field") finding = one;
  }
  finding.at.document = 1;
  finding.at.position = Position{.offset = 40, .line = 7, .column = 3};
  finding.related = {Place(2, Description<Declaration>::kind, at(&Declaration::subcontracting))};
  report.other_documents = {{1, "parties/second party.json"}, {2, "parties/third.json"}};
  report.document.uri = "chain.ndjson";
  report.document.line = 5;
  report.findings = {finding};
  return report;
}

TEST(ReportWriter, PointsIntoTheDocumentThatALocationNames) {
  const Report report = across_documents();
  const Json sarif = Json::parse(stream("sarif", report));
  const Json& run = sarif["runs"][0];
  const Json& result = run["results"][0];
  const Json& at = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(at["artifactLocation"]["uri"], "parties/second%20party.json");
  EXPECT_EQ(at["region"]["startLine"], 7);
  const Json& related = result["relatedLocations"][0]["physicalLocation"];
  EXPECT_EQ(related["artifactLocation"]["uri"], "parties/third.json");
  EXPECT_FALSE(related.contains("region"));
  EXPECT_EQ(run["artifacts"].size(), 3U);
  EXPECT_THAT(stream("github", report),
              HasSubstr("::error file=parties/second party.json,line=7,col=3,"));
  EXPECT_THAT(stream("csv", report), HasSubstr("\nparties/second party.json,5,7,3,"));
  EXPECT_THAT(stream("junit", report), HasSubstr(R"(file="parties/second party.json" line="7")"));
  EXPECT_THAT(stream("text", report), HasSubstr("parties/second party.json  7:3"));
  const Json json = Json::parse(stream("json", report));
  EXPECT_EQ(json["documents"][0]["findings"][0]["at"]["document"], "parties/second party.json");
}

// All text of a document that is printed on a terminal: names of members and files, parties, work.
TEST(Text, HoldsNoCharacterThatMovesTheCursorOrTurnsText) {
  const std::string unsafe = "\u001b[31m\u009b\u202e\u200b";
  const Report report =
      check(R"({"format": "tokki.declaration/1", "X\u001b[31m\u009b\u202e\u200b\n": {}})");
  std::string text;
  Report named = report;
  named.document.uri = unsafe + ".json";
  named.findings.at(0).at.document = 1;
  named.other_documents = {{1, unsafe}};
  text += to_text(named, {.language = Language::en, .show_values = true});
  Dossier dossier;
  dossier.contract.title = Str(unsafe);
  dossier.contract.contractor = Str("a");
  for (const char* id : {"a", "b"}) {
    Party& party = dossier.parties.append();
    party.id = Str(id);
    party.name = Str(unsafe + id + "\n");
  }
  Subcontract& edge = dossier.subcontracts.append();
  edge.from = Str("a");
  edge.to = Str("b");
  edge.work = Str(unsafe + "\r");
  Filing& filing = dossier.declarations.append();
  filing.party = Str("b");
  filing.declaration.storage_location.ticked = {StorageRegion::abroad};
  filing.declaration.online_storage.ticked = {Answer::yes};
  Service& service = filing.declaration.online_storage.services.append();
  service.name = Str(unsafe);
  service.data_location = Str("米国" + unsafe);
  ChainBuilder builder(kDay);
  builder.add(dossier);
  const Chain chain = builder.build();
  text += to_string(chain, {}, ChainFormat::text, {.language = Language::en});
  text += describe_party(chain, 1, *Edition::builtin(), {.language = Language::en});
  EXPECT_THAT(text, HasSubstr("X<U+001B>[31m<U+009B><U+202E><U+200B><U+000A>"));
  EXPECT_THAT(text, HasSubstr("<U+200B>b<U+000A>"));
  EXPECT_THAT(text, HasSubstr("<U+000D>"));
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == U'\n') continue;
    EXPECT_FALSE(c < 0x20 || (c >= 0x7F && c < 0xA0) || c == U'\u202e' || c == U'\u200b')
        << static_cast<unsigned>(c) << " before " << text.substr(at, 40);
  }
}

TEST(ReportWriter, ShowsWaiversAndDoesNotCountThem) {
  Report report = across_documents();
  report.waived = {
      {report.findings[0], {"unknown-field", "parties/**", "the office agreed", "Hanako", kDay}}};
  report.findings.clear();
  const Json result = Json::parse(stream("sarif", report))["runs"][0]["results"][0];
  EXPECT_EQ(result["suppressions"][0]["justification"], "the office agreed");
  EXPECT_EQ(result["suppressions"][0]["properties"]["approver"], "Hanako");
  const Json json = Json::parse(stream("json", report));
  EXPECT_EQ(json["documents"][0]["waived"][0]["waiver"]["expires"], "2026-11-24");
  EXPECT_EQ(json["summary"]["waived"], 1);
  EXPECT_EQ(json["summary"]["error"], 0);
  EXPECT_EQ(Json::parse(stream("ndjson", report))["waiver"]["approver"], "Hanako");
  EXPECT_THAT(stream("junit", report),
              HasSubstr("skipped message=\"waived: the office agreed (Hanako, 2026-11-24)"));
  EXPECT_THAT(stream("csv", report), HasSubstr("the office agreed (Hanako, 2026-11-24)"));
  EXPECT_THAT(stream("text", report), HasSubstr("1 finding waived, not counted"));
  EXPECT_THAT(stream("github", report), HasSubstr("1 finding waived, not counted"));
  EXPECT_THAT(stream("github", report), Not(HasSubstr("::error")));
}

TEST(ReportWriter, StatisticsPutTheMostFrequentFirst) {
  Summary summary;
  Report report = across_documents();
  summary.add(report);
  Finding other = report.findings[0];
  other.rule = find_rule("wrong-type");
  report.findings = {other, other};
  summary.add(report);
  const auto sorted = summary.most_frequent();
  ASSERT_EQ(sorted.size(), 2U);
  EXPECT_EQ(sorted[0].first, "wrong-type");
  EXPECT_EQ(sorted[0].second.findings, 2U);
  EXPECT_EQ(sorted[0].second.documents, 1U);
  EXPECT_EQ(statistics(summary, {.language = Language::en}),
            "       2  wrong-type                          in 1 document\n"
            "       1  unknown-field                       in 1 document\n");
}

// A URI that a caller gives is kept; a path becomes one.
TEST(ReportWriter, NamesFilesByUri) {
  const auto uri = [](const char* name) {
    Report report = across_documents();
    report.other_documents[1] = name;
    return Json::parse(stream("sarif", report))["runs"][0]["results"][0]["locations"][0]
                                               ["physicalLocation"]["artifactLocation"]["uri"]
                                                   .get<std::string>();
  };
  EXPECT_EQ(uri("https://example.jp/a?b=%20#c"), "https://example.jp/a?b=%20#c");
  EXPECT_EQ(uri("/var/届出.json"), "file:///var/%E5%B1%8A%E5%87%BA.json");
  EXPECT_EQ(uri("./a/b.json"), "a/b.json");
  EXPECT_EQ(uri("a:b.json"), "./a:b.json");
  EXPECT_EQ(uri("50%#?.json"), "50%25%23%3F.json");
}

TEST(ReportFormats, AreDocumentedWhereverTheyAreNamed) {
  const std::string c_header = text_of(kSourceDir / "include/tokki/tokki.h");
  const std::string cpp_header = text_of(kSourceDir / "include/tokki/report_writer.hpp");
  for (const ReportFormat& format : report_formats()) {
    const std::string name(format.name);
    EXPECT_THAT(c_header, HasSubstr('"' + name + '"'));
    EXPECT_THAT(cpp_header, HasSubstr('"' + name + '"'));
    for (const char* readme : {"README.md", "README.ja.md"}) {
      EXPECT_THAT(text_of(kSourceDir / readme), HasSubstr("\n| `" + name + "` |")) << readme;
    }
    EXPECT_EQ(find_report_format(name)->name, name);
    EXPECT_NE(report_writer(name, {}), nullptr);
  }
  EXPECT_EQ(find_report_format("docx"), nullptr);
  EXPECT_EQ(report_writer("docx", {}), nullptr);
}

TEST(ReportFormats, WriteOneReportByItself) {
  const Report report =
      check(R"({"format": "tokki.declaration/1", "surprise": 1})", {.as_of = kDay});
  const ReportOptions options{.style = {.language = Language::en}};
  for (const ReportFormat& format : report_formats()) {
    const std::string alone = to_string(report, format, options);
    if (format.name == "text") {
      EXPECT_EQ(alone, to_text(report, options.style));
    } else if (format.name == "json") {
      EXPECT_EQ(alone, to_json(report));
    } else {
      EXPECT_EQ(alone, stream(format.name, report));
    }
  }
  const auto exit_code = [&](std::optional<Severity> fail_on) {
    return Json::parse(to_string(report, *find_report_format("sarif"),
                                 {.fail_on = fail_on}))["runs"][0]["invocations"][0]["exitCode"];
  };
  EXPECT_EQ(exit_code(Severity::error), 1);
  EXPECT_EQ(exit_code(std::nullopt), 0);
}

// The example of the header, which is compared with it below.
TEST(ReportWriter, ServesAsTheHeaderShows) {
  const std::vector<std::string> forms(2, R"({"format": "tokki.declaration/1"})");
  std::string text;
  tokki::Summary summary;
  const auto writer = tokki::report_writer("sarif", {.as_of = tokki::today_in_japan()});
  writer->begin(text);
  for (const std::string& form : forms) {
    const tokki::Report report = tokki::check(form);
    writer->document(report, text);
    summary.add(report);
  }
  const bool failed = summary.gravest() == tokki::Severity::error;
  writer->end(summary, failed ? 1 : 0, text);
  const Json run = Json::parse(text)["runs"][0];
  EXPECT_FALSE(run["results"].empty());
  EXPECT_EQ(run["invocations"][0]["exitCode"], 1);
  EXPECT_EQ(run["properties"]["documents"], 2);
}

TEST(ReportWriter, TheHeaderShowsTheExampleThatTheTestRuns) {
  std::string example;
  std::istringstream header(text_of(kSourceDir / "include/tokki/report_writer.hpp"));
  constexpr std::string_view kMargin = "//     ";
  for (std::string line; std::getline(header, line);) {
    if (line.starts_with(kMargin)) example += "  " + line.substr(kMargin.size()) + "\n";
  }
  EXPECT_GT(example.size(), 300U);
  EXPECT_THAT(text_of(kSourceDir / "tests/report/report_writer_test.cpp"), HasSubstr(example));
}

}  // namespace report_writer_test
}  // namespace tokki
