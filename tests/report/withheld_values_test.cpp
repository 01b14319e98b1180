// No format shows the content of a document's cells unless asked to, as README promises.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "tokki/check.hpp"
#include "tokki/report_writer.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace withheld_values_test {

using Json = nlohmann::ordered_json;

constexpr Day kDay{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};
constexpr std::string_view kMark = "Zq7";  // does not occur in tokki's own texts

Report checked(const Json& document, const std::shared_ptr<const Edition>& edition) {
  return check(document.dump(), {.editions = edition, .as_of = kDay, .keep_values = true});
}

std::string written(const Report& report, const ReportFormat& format, Language language,
                    bool show_values) {
  Summary summary;
  summary.add(report);
  std::string text;
  const auto writer = format.writer({.style = {.language = language, .show_values = show_values},
                                     .fail_on = Severity::note,
                                     .as_of = kDay,
                                     .edition = report.edition});
  std::string head;  // lists the rules, not what was found
  writer->begin(head);
  writer->document(report, text);
  writer->end(summary, 1, text);
  return text;
}

// Documents in which rules fire, with a mark behind every text, or only behind those that a finding
// points at.
std::vector<Json> marked_documents(const Json& document, const Report& report) {
  std::vector<std::string> pointers;
  const Json leaves = document.flatten();
  for (const auto& [pointer, value] : leaves.items()) {
    if (value.is_string() && pointer != "/format") pointers.push_back(pointer);
  }
  const auto marked = [&](const auto& is_marked) {
    Json copy = document;
    for (const std::string& pointer : pointers) {
      Json& value = copy[Json::json_pointer(pointer)];
      if (is_marked(pointer)) value = value.get<std::string>() + std::string(kMark);
    }
    return copy;
  };
  std::vector<Json> documents{marked([](const std::string&) { return true; })};
  for (const Finding& finding : report.findings) {
    documents.push_back(marked([&](const std::string& pointer) {
      return !finding.at.is_root() && pointer.starts_with(finding.at.pointer());
    }));
    for (const Place& related : finding.related) {
      documents.push_back(marked(
          [&](const std::string& pointer) { return pointer.starts_with(related.pointer()); }));
    }
  }
  return documents;
}

TEST(WithheldValues, AreInNoFormatUnlessAskedFor) {
  std::size_t findings = 0;
  std::vector<std::size_t> shown(report_formats().size());
  for (const RuleInfo* rule : all_rules()) {
    const Examples examples = examples_of(*rule);
    const Json document = Json::parse(examples.fires, nullptr, false);
    if (!document.is_object()) continue;  // not JSON, or several documents
    for (const Json& marked : marked_documents(document, checked(document, examples.edition))) {
      const Report report = checked(marked, examples.edition);
      findings += report.findings.size();
      for (std::size_t i = 0; i < report_formats().size(); ++i) {
        const ReportFormat& format = report_formats()[i];
        for (const Language language : {Language::ja, Language::en}) {
          const std::string text = written(report, format, language, false);
          const std::size_t at = text.find(kMark);
          ASSERT_EQ(at, std::string::npos) << rule->id << " as " << format.name << ": "
                                           << text.substr(at < 300 ? 0 : at - 300, 350);
        }
        const std::string with_values = written(report, format, Language::ja, true);
        if (with_values.find(kMark) != std::string::npos) ++shown[i];
      }
    }
  }
  EXPECT_GT(findings, 500U);
  for (std::size_t i = 0; i < shown.size(); ++i) {  // the test would find the mark
    EXPECT_GT(shown[i], 50U) << report_formats()[i].name;
  }
}

}  // namespace withheld_values_test
}  // namespace tokki
