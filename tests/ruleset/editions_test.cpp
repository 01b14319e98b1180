#include "tokki/editions.hpp"

#include "terms/edition_files.hpp"
#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace editions_test {

std::shared_ptr<const Edition> version(const char* number, const char* from, const char* until,
                                       const char* successor) {
  return loaded(extending({{"version", number},
                           {"valid_from", from},
                           {"valid_until", until},
                           {"successor", successor}}));
}

Editions three() {
  Editions editions(version("2", "2023-04-01", "2025-03-31", "other/3"));
  editions.add(version("1", "", "2023-03-31", "other/2"));
  editions.add(version("3", "2025-04-01", "", ""));
  return editions;
}

std::string chosen(const Editions& editions, std::string_view reference, const char* day) {
  return editions.all()[editions.choose(reference, Date(day).value)]->reference();
}

TEST(Editions, AReferenceDecides) {
  EXPECT_EQ(chosen(three(), "other/1", "2025-04-01"), "other/1");
  EXPECT_EQ(chosen(three(), "other/3", ""), "other/3");
}

TEST(Editions, AmongVersionsOfAReferenceTheDayDecides) {
  EXPECT_EQ(chosen(three(), "other", "2022-01-01"), "other/1");
  EXPECT_EQ(chosen(three(), "other", "2025-03-31"), "other/2");
  EXPECT_EQ(chosen(three(), "other", "2025-04-01"), "other/3");
}

TEST(Editions, WithoutAReferenceSuccessorsAreFollowedInBothDirections) {
  EXPECT_EQ(chosen(three(), "", "2024-01-01"), "other/2");
  EXPECT_EQ(chosen(three(), "", "2030-01-01"), "other/3");
  EXPECT_EQ(chosen(three(), "", "2020-01-01"), "other/1");
  EXPECT_EQ(chosen(three(), "", ""), "other/2");
}

TEST(Editions, AnotherOfficesEditionIsNotChosenByTheDay) {
  Editions editions(version("1", "2025-04-01", "", ""));
  editions.add(Edition::builtin());  // always in force, but no successor
  EXPECT_EQ(chosen(editions, "", "2020-01-01"), "other/1");
}

TEST(Editions, ACycleOfSuccessorsEnds) {
  Editions editions(version("1", "2025-04-01", "", "other/2"));
  editions.add(version("2", "2026-04-01", "", "other/1"));
  EXPECT_EQ(chosen(editions, "", "2020-01-01"), "other/1");
}

TEST(Editions, TheCheckerUsesTheChosenOneAndSaysSo) {
  Checker checker({.editions = three(), .as_of = std::chrono::year(2026) / 11 / 24});
  const auto checked = [&](const char* reference, const char* day) {
    Json form = Json::parse(sample_declaration());
    form["contract"]["edition"] = reference;
    form["contract"]["concluded_on"] = day;
    form["declared_on"] = day;
    const Report report = checker.check(form.dump());
    std::string found = report.edition->reference();
    for (const Finding& finding : report.findings) found += " " + std::string(finding.rule->id);
    return found;
  };
  EXPECT_EQ(checked("", "2025-05-01"), "other/3");
  EXPECT_EQ(checked("", "2024-05-01"), "other/2");
  EXPECT_EQ(checked("other/3", "2024-05-01"), "other/3 edition-not-in-force");
  EXPECT_EQ(checked("nowhere", "2024-05-01"), "other/2 edition-unknown");
}

TEST(Editions, ThereIsAlwaysAFirst) {
  Editions editions = three();
  const Editions taken = std::move(editions);
  EXPECT_EQ(taken.all().size(), 3U);
  // NOLINTBEGIN(bugprone-use-after-move): that is the case
  EXPECT_EQ(editions.first()->reference(), "other/2");
  EXPECT_EQ(chosen(editions, "", "2020-01-01"), "other/1");
  // NOLINTEND(bugprone-use-after-move)
  CheckOptions options{.editions = three()};
  const CheckOptions taken_options = std::move(options);
  EXPECT_NO_THROW((void)check("{}", options));  // NOLINT(bugprone-use-after-move)
}

TEST(Editions, NullIsTheBuiltInOne) {
  Editions editions(version("1", "2025-04-01", "", ""));
  editions.add(nullptr);
  EXPECT_EQ(editions.all().at(1), Edition::builtin());
  EXPECT_EQ(Editions(nullptr).first(), Edition::builtin());
}

}  // namespace editions_test
}  // namespace tokki
