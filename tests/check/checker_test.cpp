#include "tokki/check.hpp"

#include <gtest/gtest.h>

#include "allocations.hpp"
#include "files.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/encode.hpp"
#include "tokki/report.hpp"

namespace tokki {
namespace checker_test {

constexpr Day kDay = std::chrono::year(2026) / 11 / 24;
constexpr std::string_view kFaulty = R"({"format": "tokki.declaration/1", "surprise": 1})";
constexpr std::string_view kDossier = R"({"format": "tokki.dossier/1", "contract": {}})";

// A form of the corpus without any finding, and one written on a later day than kDay.
std::string clean_form() {
  Checker checker({.as_of = kDay});
  for (const auto& path : forms_in("tests/corpus/declarations")) {
    std::string json = text_of(path);
    if (checker.check(json).findings.empty()) return json;
  }
  return {};
}
std::string form_of(const char* day) {
  return R"({"format": "tokki.declaration/1", "declared_on": ")" + std::string(day) + "\"}";
}

bool finds(const Report& report, std::string_view rule) {
  return std::ranges::any_of(report.findings,
                             [&](const Finding& finding) { return finding.rule->id == rule; });
}

TEST(Checker, ReportsStayValid) {
  Checker checker({.as_of = kDay});
  const Report faulty = checker.check(kFaulty, "first", 3);
  const std::string before = to_json(faulty);
  const Report dossier = checker.check(kDossier, "second");
  {
    const Checker spent = std::move(checker);
  }
  EXPECT_EQ(to_json(faulty), before);
  EXPECT_EQ(faulty.document.uri, "first");
  EXPECT_EQ(dossier.document.uri, "second");
  EXPECT_EQ(dossier.document.kind, "dossier");
}

TEST(Checker, OverwritesTheReportGiven) {
  Checker checker({.as_of = kDay});
  const std::string clean = clean_form();
  ASSERT_FALSE(clean.empty());
  Report report;
  for (const std::string_view json : {kFaulty, std::string_view(clean), kDossier, kFaulty}) {
    report.waived.emplace_back();
    checker.check(json, report, "name");
    EXPECT_EQ(to_json(report), to_json(checker.check(json, "name")));
    EXPECT_TRUE(report.waived.empty());
    EXPECT_EQ(report.as_of, kDay);
  }
}

TEST(Checker, TakesRecordsToo) {
  Checker checker({.as_of = kDay});
  Report report;
  const Declaration declaration;
  checker.check(declaration, report, "form");
  EXPECT_EQ(to_json(report), to_json(checker.check(declaration, "form")));
  EXPECT_TRUE(finds(report, "cell-blank"));
  const Dossier dossier;
  checker.check(dossier, report, "dossier");
  EXPECT_EQ(to_json(report), to_json(checker.check(dossier, "dossier")));
  EXPECT_EQ(report.document.kind, "dossier");
}

TEST(Checker, AllocatesNothingForACleanForm) {
  const std::string clean = clean_form();
  ASSERT_FALSE(clean.empty());
  Checker checker;
  Report report;
  for (int round = 0; round < 3; ++round) checker.check(clean, report, "form.json", 1);
  const std::size_t before = allocation_count();
  checker.check(clean, report, "form.json", 1);
  EXPECT_EQ(allocation_count(), before);
}

// A clock that the tests set.
Day shown_day = kDay;
Day shown() { return shown_day; }

TEST(Checker, TheDayIsThatOfTheCheck) {
  shown_day = kDay;
  CheckOptions options;
  options.today = &shown;
  Checker checker(options);
  const std::string form = form_of("2026-11-25");
  const std::string dossier =
      R"({"format": "tokki.dossier/1", "declarations": [{"declaration": )" + form + "}]}";
  EXPECT_TRUE(finds(checker.check(form), "date-in-future"));
  EXPECT_TRUE(finds(checker.check(dossier), "date-in-future"));
  shown_day = std::chrono::year(2026) / 11 / 25;
  EXPECT_FALSE(finds(checker.check(form), "date-in-future"));
  EXPECT_FALSE(finds(checker.check(dossier), "date-in-future"));
  EXPECT_EQ(checker.check(form).as_of, shown_day);

  options.as_of = kDay;
  EXPECT_TRUE(finds(Checker(options).check(form), "date-in-future"));
}

TEST(DossierChecker, TheDayIsThatOfTheFirstDocumentAdded) {
  shown_day = kDay;
  CheckOptions options;
  options.today = &shown;
  DossierChecker checker(options);
  const auto day_of = [&] {
    checker.add(form_of("2026-11-25"));
    shown_day = std::chrono::sys_days(shown_day) + std::chrono::days(1);
    checker.add(form_of("2026-11-25"));
    std::optional<Day> day;
    const Chain chain = checker.finish([&](const Report& report) {
      EXPECT_EQ(finds(report, "date-in-future"), report.as_of == kDay);
      day = report.as_of;
      return true;
    });
    EXPECT_EQ(chain.as_of(), day);
    return day;
  };
  EXPECT_EQ(day_of(), kDay);
  EXPECT_EQ(day_of(), Day(std::chrono::year(2026) / 11 / 25));
}

TEST(Checker, RefusesToCheckWhenMovedFrom) {
  Checker checker({.as_of = kDay});
  DossierChecker dossier({.as_of = kDay});
  Checker taken = std::move(checker);
  DossierChecker taken_dossier = std::move(dossier);
  // NOLINTBEGIN(bugprone-use-after-move): that is the case
  EXPECT_THROW((void)checker.check(kFaulty), std::logic_error);
  EXPECT_THROW(dossier.add(kFaulty), std::logic_error);
  EXPECT_THROW((void)dossier.finish([](const Report&) { return true; }), std::logic_error);
  // NOLINTEND(bugprone-use-after-move)
  checker = std::move(taken);
  EXPECT_TRUE(finds(checker.check(kFaulty), "unknown-field"));
}

}  // namespace checker_test
}  // namespace tokki
