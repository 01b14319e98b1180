// What a form shows at a glance, held against what the rules find in it; and what is remembered of
// its texts, against reading them anew.
#include "rules/form.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "rules/form_rules.hpp"
#include "tokki/check.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace {

using Json = nlohmann::json;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

// A rule that finds something shows that the form had one of the signs it waits for.
void expect_signs(Form& form, const Declaration& declaration, const std::string& json) {
  form.look_at(declaration, kAsOf);
  for (const FormRule* rule : form_rules()) {
    std::vector<Finding> found;
    rule->check(form, Emit(rule->info, rule->info.severity, "declaration", found));
    EXPECT_TRUE(found.empty() || (rule->when & form.signs()) != 0) << rule->info.id << "\n" << json;
  }
}

TEST(Form, ShowsASignOfAllThatRulesFindInTheCorpus) {
  Form form(Edition::builtin());
  Document document;
  for (const auto& path : corpus()) {
    const std::string json = text_of(path);
    document.read(json);
    if (const Declaration* declaration = document.declaration()) {
      expect_signs(form, *declaration, json);
    }
  }
}

// Any two examples of rules on one form: what one has must not hide the other.
TEST(Form, ShowsASignOfAllThatRulesFindInTwoExamplesTogether) {
  Form form(Edition::builtin());
  Document document;
  const Json sample = Json::parse(sample_declaration());
  for (const FormRule* first : form_rules()) {
    for (const FormRule* second : form_rules()) {
      Json both = sample;
      both.merge_patch(Json::parse(first->info.fires));
      both.merge_patch(Json::parse(second->info.fires));
      const std::string json = both.dump();
      document.read(json);
      ASSERT_NE(document.declaration(), nullptr) << json;
      expect_signs(form, *document.declaration(), json);
    }
  }
}

// Whatever was checked before, the verdict on a document is the same.
TEST(Form, RemembersTextsWithoutChangingAVerdict) {
  const auto fresh = [] { return Checker({.editions = {}, .as_of = kAsOf, .limits = {}}); };
  const auto lines = [](const Report& report) {
    std::string all;
    for (const Finding& finding : report.findings) {
      all.append(finding.rule->id).append(" ").append(finding.at.pointer).append("\n");
    }
    return all;
  };
  Checker used = fresh();
  for (int round = 0; round < 3; ++round) {
    for (const auto& path : corpus()) {
      const std::string json = text_of(path);
      EXPECT_EQ(lines(used.check(json)), lines(fresh().check(json))) << path;
    }
  }
}

}  // namespace
}  // namespace tokki
