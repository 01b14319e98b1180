#include "tokki/waive.hpp"

#include <gtest/gtest.h>

namespace tokki {
namespace waive_test {

constexpr Day day(int year, unsigned month, unsigned day) {
  return Day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

TEST(Waive, PatternsStandForPaths) {
  EXPECT_TRUE(matches_path("forms/*.json", "forms/a.json"));
  EXPECT_FALSE(matches_path("forms/*.json", "forms/2025/a.json"));
  EXPECT_TRUE(matches_path("forms/**/*.json", "forms/2025/04/a.json"));
  EXPECT_TRUE(matches_path("forms/**/*.json", "forms/a.json"));
  EXPECT_TRUE(matches_path("**", "forms/2025/a.json"));
  EXPECT_TRUE(matches_path("**/a.json", "a.json"));
  EXPECT_FALSE(matches_path("forms", "forms/a.json"));
  EXPECT_FALSE(matches_path("forms/**", "other/forms/a.json"));
  EXPECT_TRUE(matches_path("届出書/*.json", "届出書/令和7年.json"));
  EXPECT_FALSE(matches_path("*.json", ".hidden.json"));
  const std::string deep(10'000, '/');  // neither quadratic to death nor recursive
  EXPECT_FALSE(matches_path("**/**/**/**/x", deep));
}

Report faulty() {
  return check(R"({"format": "tokki.declaration/1", "storage_location": {"ticked": ["japan_only",
                  "abroad"]}, "surprise": 1})");
}

TEST(Waive, SetsApartWhatItCoversUntilItsLastDay) {
  Report report = faulty();
  report.document.uri = "forms/a.json";
  report.as_of = day(2026, 3, 31);
  const std::size_t all = report.findings.size();
  const std::vector<FindingWaiver> waivers{
      {"unknown-field", "forms/*.json", "agreed", "Hanako", day(2026, 3, 31)}};
  const Report held = waive(report, waivers);
  ASSERT_EQ(held.waived.size(), 1U);
  EXPECT_EQ(held.findings.size(), all - 1);
  EXPECT_EQ(held.waived[0].finding.rule->id, "unknown-field");
  EXPECT_EQ(held.waived[0].waiver.approver, "Hanako");
  report.as_of = day(2026, 4, 1);
  EXPECT_TRUE(waive(report, waivers).waived.empty());
  report.as_of = day(2026, 3, 31);
  report.document.uri = "other/a.json";
  EXPECT_TRUE(waive(report, waivers).waived.empty());
}

TEST(Waive, LooksAtTheDocumentThatAFindingPointsInto) {
  Report report = faulty();
  report.document.uri = "chain.json";
  report.as_of = day(2026, 1, 1);
  report.other_documents = {{1, "forms/a.json"}};
  for (Finding& finding : report.findings) finding.at.document = 1;
  const std::vector<FindingWaiver> waivers{
      {"unknown-field", "forms/*.json", "agreed", "Hanako", day(2026, 3, 31)}};
  EXPECT_EQ(waive(report, waivers).waived.size(), 1U);
  const auto elsewhere = [](std::string_view name) { return "old/" + std::string(name); };
  EXPECT_TRUE(waive(report, waivers, elsewhere).waived.empty());
}

}  // namespace waive_test
}  // namespace tokki
