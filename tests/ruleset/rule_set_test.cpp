#include "ruleset/rule_set.hpp"

#include <gtest/gtest.h>

#include "tokki/edition.hpp"

namespace tokki {
namespace rule_set_test {

using namespace internal;

RuleSetting setting(std::string_view rule) {
  RuleSetting setting;
  setting.rule = Str(rule);
  return setting;
}

TEST(RuleSet, ARuleIsUsedAsItComes) {
  const auto edition = Edition::builtin();
  for (const RuleInfo* rule : all_rules()) {
    EXPECT_TRUE(edition->enabled(*rule)) << rule->id;
  }
  EXPECT_EQ(edition->severity(rule("tick-none")), Severity::error);
}

TEST(RuleSet, ASettingIsOfItsRuleOnly) {
  RuleSetting off = setting("tick-both");
  off.enabled = false;
  RuleSetting graver = setting("details-doubtful");
  graver.severity = Severity::error;
  List<RuleSetting> settings;
  settings.push_back(off);
  settings.push_back(graver);
  const auto edition = Edition::builtin()->with_rules(settings);
  for (const RuleInfo* rule : all_rules()) {
    EXPECT_EQ(edition->enabled(*rule), rule->id != "tick-both") << rule->id;
    const bool set = rule->id == "details-doubtful";
    EXPECT_EQ(edition->severity(*rule), set ? Severity::error : rule->severity) << rule->id;
  }
}

// Rules are also found by id; a rule that is not in the catalogue keeps its own settings.
TEST(RuleSet, ACopyOfARuleIsTheRule) {
  RuleSetting off = setting("tick-both");
  off.enabled = false;
  off.severity = Severity::note;
  List<RuleSetting> settings;
  settings.push_back(off);
  const auto edition = Edition::builtin()->with_rules(settings);
  RuleInfo copy = rule("tick-both");
  EXPECT_FALSE(edition->enabled(copy));
  EXPECT_EQ(edition->severity(copy), Severity::note);
  copy.id = "no-such-rule";
  EXPECT_TRUE(edition->enabled(copy));
  EXPECT_EQ(edition->severity(copy), Severity::error);
}

}  // namespace rule_set_test
}  // namespace tokki
