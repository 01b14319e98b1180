// Every row of the requirements is a duty of the edition, found from its clause and from its rules.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "files.hpp"
#include "tokki/edition.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace requirements_test {

// The keys in the first column of the tables: "F.title, F.statement" are two.
std::set<std::string> keys_of_rows() {
  std::istringstream source(text_of(kSourceDir / "tests/source/requirements.md"));
  std::set<std::string> keys;
  for (std::string line; std::getline(source, line);) {
    if (!line.starts_with("| A") && !line.starts_with("| B") && !line.starts_with("| F")) continue;
    std::istringstream cell(line.substr(2, line.find(" |") - 2));
    for (std::string key; std::getline(cell, key, ',');) {
      keys.insert(key.substr(key.find_first_not_of(' ')));
    }
  }
  return keys;
}

TEST(Requirements, EveryRowIsADuty) {
  const std::set<std::string> rows = keys_of_rows();
  ASSERT_GT(rows.size(), 60U);
  for (const std::string& key : rows) {
    EXPECT_NE(Edition::builtin()->duty(key), nullptr) << key;
  }
}

// Implied by its request, and named in that row: the only duty without a row of its own.
TEST(Requirements, EveryDutyIsARow) {
  std::set<std::string> rows = keys_of_rows();
  rows.insert("A9.1.answer");
  for (const Duty& duty : Edition::builtin()->file().duties) {
    EXPECT_TRUE(rows.contains(duty.key.str())) << duty.key.view();
  }
}

TEST(Requirements, EveryDutyIsFoundFromItsClausesAndItsRules) {
  const Edition& edition = *Edition::builtin();
  for (const Duty& duty : edition.file().duties) {
    List<Str> clauses = duty.also;
    clauses.push_back(duty.clause);
    for (const Str& key : clauses) {
      const auto found = edition.duties({.clause = key});
      EXPECT_NE(std::ranges::find(found, &duty), found.end()) << duty.key.view();
    }
    for (const Str& rule : duty.rules) {
      const auto found = edition.duties({.rule = rule});
      EXPECT_NE(std::ranges::find(found, &duty), found.end()) << duty.key.view();
    }
  }
}

// A rule on the form checks some duty; those on the document and the edition itself need not.
TEST(Requirements, EveryRuleOnTheFormChecksADuty) {
  const Edition& edition = *Edition::builtin();
  for (const RuleInfo* rule : all_rules()) {
    if (rule->about.empty()) continue;
    EXPECT_FALSE(edition.duties({.rule = rule->id}).empty()) << rule->id;
  }
}

TEST(Requirements, EachDutyIsCheckedOrSaysWhyNot) {
  for (const Duty& duty : Edition::builtin()->file().duties) {
    EXPECT_TRUE(!duty.rules.empty() || duty.decision.kind || !duty.not_machine_checkable.ja.empty())
        << duty.key.view();
  }
}

// 直ちに, 速やかに and 都度 have no duration: the only one is 60 minutes.
TEST(Requirements, TheOnlyNumberIsSixtyMinutes) {
  const Edition& edition = *Edition::builtin();
  ASSERT_EQ(edition.file().parameters.size(), 1U);
  EXPECT_EQ(edition.file().parameters[0].value, 60);
  EXPECT_EQ(edition.file().parameters[0].unit, Unit::minutes);
  const auto within = edition.duties({.promptness = Promptness::within});
  ASSERT_EQ(within.size(), 1U);
  EXPECT_EQ(within[0]->key.view(), "B2.time");
}

TEST(Requirements, OnlyConfidentialityOutlivesTheContract) {
  for (const Duty& duty : Edition::builtin()->file().duties) {
    EXPECT_EQ(duty.survives.value_or(false), duty.key == "A3.1") << duty.key.view();
  }
}

TEST(Requirements, DutiesAreFilteredTogether) {
  const Edition& edition = *Edition::builtin();
  std::set<std::string> keys;
  for (const Duty* duty : edition.duties({.bearer = Bearer::client, .modality = Modality::may})) {
    keys.insert(duty->key.str());
  }
  EXPECT_EQ(keys, (std::set<std::string>{"A9.1", "A10", "A10.substitute", "A11", "A12", "A13",
                                         "F.note1"}));
  EXPECT_EQ(
      edition
          .duties({.bearer = Bearer::contractor, .promptness = Promptness::at_once, .clause = "A9"})
          .size(),
      2U);
  EXPECT_EQ(edition.duties({.record = RecordType::device, .clause = "A"}).size(), 0U);
  EXPECT_EQ(edition.duties().size(), edition.file().duties.size());
}

}  // namespace requirements_test
}  // namespace tokki
