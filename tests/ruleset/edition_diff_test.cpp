#include "tokki/edition_diff.hpp"

#include <gmock/gmock.h>

#include <set>

#include "terms/edition_files.hpp"
#include "tokki/check.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace edition_diff_test {

using testing::ElementsAre;
using testing::IsSupersetOf;

TEST(EditionDiff, OfAnEditionWithItselfIsEmpty) {
  EXPECT_TRUE(compare(*Edition::builtin(), *loaded(extending(Json::object()))).empty());
}

TEST(EditionDiff, ListsTheChangesOfEachEntry) {
  const auto other = loaded(extending({
      {"clauses",
       {{{"key", "A4"}, {"number", "40"}},
        {{"key", "A6"}, {"wording", {{"ja", "責任を負う。"}, {"en", "Shall be liable."}}}},
        {{"key", "A15"},
         {"part", "A"},
         {"number", "15"},
         {"wording", {{"ja", "別に定める。"}, {"en", "As laid down elsewhere."}}}}}},
      {"duties", {{{"key", "A6"}}}},
      {"cells", {{{"key", "declaration.id"}, {"label", {{"ja", "番号"}, {"en", "Number"}}}}}},
      {"lists", {{"undecided", {"未定"}}}},
      {"rules",
       {{{"rule", "entry-repeated"}, {"enabled", false}},
        {{"rule", "work-not-concrete"}, {"severity", "warning"}}}},
      {"removes", {{"services", {"Box"}}}},
  }));
  const EditionDiff diff = compare(*Edition::builtin(), *other);
  ASSERT_EQ(diff.clauses.size(), 3U);
  EXPECT_THAT(diff.clauses[0].members, ElementsAre("number"));
  EXPECT_TRUE(diff.clauses[1].changed("wording"));
  EXPECT_TRUE(diff.clauses[2].added());
  ASSERT_EQ(diff.cells.size(), 1U);
  ASSERT_EQ(diff.services.size(), 1U);
  EXPECT_TRUE(diff.services[0].removed());
  EXPECT_THAT(diff.settings, ElementsAre("lists.undecided"));
  std::set<std::string> rules;
  for (const RuleChange& change : diff.rules) rules.insert(std::string(change.rule->id));
  EXPECT_THAT(rules, IsSupersetOf({"entry-repeated", "work-not-concrete", "entry-undecided",
                                   "media-online-service-denied", "service-kind-restricted"}));
  EXPECT_FALSE(rules.contains("entry-refers-elsewhere"));

  const EditionDiff back = compare(*other, *Edition::builtin());
  EXPECT_TRUE(back.clauses[2].removed());
  EXPECT_TRUE(back.services[0].added());
  EXPECT_EQ(back.rules.size(), diff.rules.size());
}

// The rules found to behave differently on the corpus once a setting is changed are among those
// that say they read it.
class EverySetting : public testing::TestWithParam<std::string> {};

std::map<std::string, std::multiset<std::string>> findings_by_rule(
    const std::shared_ptr<const Edition>& edition) {
  Checker checker({.editions = edition, .as_of = std::chrono::year(2026) / 11 / 24});
  std::map<std::string, std::multiset<std::string>> found;
  const auto add = [&](const std::string& text, const std::string& name) {
    for (const Finding& finding : checker.check(text).findings) {
      found[std::string(finding.rule->id)].insert(name + finding.at.pointer());
    }
  };
  for (const auto& path : corpus()) add(text_of(path), path.string());
  for (const RuleInfo* rule : all_rules()) add(examples_of(*rule).fires, std::string(rule->id));
  return found;
}

TEST_P(EverySetting, IsReadByTheRulesThatSaySo) {
  const std::string setting = GetParam();
  Json edition = default_edition();
  Json& value = edition[Json::json_pointer("/" + setting.substr(0, setting.find('.')) + "/" +
                                           setting.substr(setting.find('.') + 1))];
  value = value.is_array() ? Json::array() : Json("平成");
  for (Json& clause : edition["clauses"]) {  // what the form prints stands in a clause
    if (clause["key"] == "F.statement") {
      clause["wording"]["ja"] = clause["wording"]["ja"].get<std::string>() + "平成";
    }
  }
  const auto before = findings_by_rule(Edition::builtin());
  const auto after = findings_by_rule(loaded(edition));
  std::size_t differing = 0;
  for (const RuleInfo* rule : all_rules()) {
    const std::string id(rule->id);
    const auto in = [&](const auto& found) {
      const auto at = found.find(id);
      return at == found.end() ? std::multiset<std::string>() : at->second;
    };
    if (in(before) == in(after)) continue;
    ++differing;
    EXPECT_NE((" " + std::string(rule->reads) + " ").find(" " + setting + " "), std::string::npos)
        << id << " reads " << setting;
  }
  EXPECT_GT(differing, 0U) << "nothing reads " << setting;
}

std::vector<std::string> settings() {
  std::vector<std::string> all{"form.era", "form.contract_title"};
  for_each_field<Lists>(
      [&](const auto& field) { all.push_back("lists." + std::string(field.key)); });
  return all;
}

INSTANTIATE_TEST_SUITE_P(Settings, EverySetting, testing::ValuesIn(settings()),
                         [](const auto& instance) {
                           std::string name = instance.param;
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

}  // namespace edition_diff_test
}  // namespace tokki
