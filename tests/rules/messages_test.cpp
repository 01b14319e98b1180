// The messages of rules are ICU message patterns. A misspelt or missing argument is printed as
// its own name without an error, so names are compared between the languages and with what rules
// emit.
#include <gtest/gtest.h>
#include <unicode/messagepattern.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "tokki/check.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace messages_test {

using Json = nlohmann::ordered_json;

constexpr Day kDay{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// The names of a pattern's arguments, those within the arms of a `select` included, each with the
// keys of its arms.
std::map<std::string, std::set<std::string>> arguments_of(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  const icu::MessagePattern pattern(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), &where,
      status);
  EXPECT_TRUE(U_SUCCESS(status)) << text;
  std::map<std::string, std::set<std::string>> arguments;
  std::vector<std::string> open;  // the arguments around a part
  for (int32_t i = 0; i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_ARG_NAME:
        open.push_back(utf8(pattern.getSubstring(part)));
        arguments[open.back()];
        break;
      case UMSGPAT_PART_TYPE_ARG_NUMBER:
        ADD_FAILURE() << "an argument is a number: " << text;
        open.emplace_back();
        break;
      case UMSGPAT_PART_TYPE_ARG_SELECTOR:
        arguments[open.back()].insert(utf8(pattern.getSubstring(part)));
        break;
      case UMSGPAT_PART_TYPE_ARG_LIMIT: open.pop_back(); break;
      default: break;
    }
  }
  return arguments;
}

std::set<std::string> names_in(const RuleInfo& rule) {
  std::set<std::string> names;
  for (const std::string_view text : {rule.message.ja, rule.remedy.ja}) {
    for (const auto& [name, arms] : arguments_of(text)) names.insert(name);
  }
  return names;
}

TEST(Messages, ArgumentsAreFoundWithinArms) {
  EXPECT_EQ(arguments_of("{a}{b, select, yes {{c, number}} other {}}"),
            (std::map<std::string, std::set<std::string>>{
                {"a", {}}, {"b", {"other", "yes"}}, {"c", {}}}));
}

TEST(Messages, TakeTheSameArgumentsInBothLanguages) {
  for (const RuleInfo* rule : all_rules()) {
    EXPECT_EQ(arguments_of(rule->message.ja), arguments_of(rule->message.en)) << rule->id;
    EXPECT_EQ(arguments_of(rule->remedy.ja), arguments_of(rule->remedy.en)) << rule->id;
  }
}

class Emitted {
 public:
  void take(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      seen_.insert(finding.rule);
      std::set<std::string> given;
      for (const Argument& argument : finding.arguments) given.emplace(argument.name);
      for (const std::string& name : names_in(*finding.rule)) {
        EXPECT_TRUE(given.contains(name)) << finding.rule->id << " does not give " << name;
      }
    }
  }
  [[nodiscard]] std::size_t rules() const { return seen_.size(); }

 private:
  std::set<const RuleInfo*> seen_;
};

TEST(Messages, GetAllArgumentsFromTheirRule) {
  Emitted emitted;
  for (const RuleInfo* rule : all_rules()) {
    const Examples examples = examples_of(*rule);
    if (rule->fires.empty()) continue;
    emitted.take(check(examples.fires, {.editions = examples.edition, .as_of = kDay}).findings);
  }
  for (const auto& path : corpus()) emitted.take(check(text_of(path), {.as_of = kDay}).findings);
  EXPECT_GT(emitted.rules(), 95U);
}

// Editions have no examples: one entry of each list loses a member, or gets another value.
TEST(Messages, GetAllArgumentsFromTheRulesOnEditions) {
  Emitted emitted;
  const Json edition = Json::parse(text_of(kSourceDir / "editions/itaku-kunren.json"));
  for (const auto& [list, entries] : edition.items()) {
    if (!entries.is_array() || entries.empty()) continue;
    const Json& entry = entries.back();
    for (const auto& [member, value] : entry.items()) {
      for (const Json& other : {Json(), Json("x9"), Json(Json::array({"x9"})), Json(99)}) {
        Json faulty = edition;
        faulty[list].back()[member] = other;
        emitted.take(Edition::load(faulty.dump()).faults);
      }
    }
    Json twice = edition;
    twice[list].push_back(entry);
    emitted.take(Edition::load(twice.dump()).faults);
  }
  EXPECT_GT(emitted.rules(), 10U);
}

}  // namespace messages_test
}  // namespace tokki
