#include "json/locate.hpp"

#include <gtest/gtest.h>

#include "any_json.hpp"

namespace tokki {
namespace locate_test {

using namespace internal;

void locate_in(std::string_view json, std::vector<Finding>& findings, bool keep_values = false) {
  Tokens tokens;
  tokens.take(json, {});
  locate(tokens, findings, keep_values);
}

TEST(Locate, ARepeatedKeyHasThePositionOfTheRepetition) {
  const std::string json = R"({"a": 1, "b": [2], "a": 3})";
  std::vector<Finding> findings(2);
  findings[0].at.below = findings[1].at.below = {"a"};
  findings[0].at.at_key = true;
  locate_in(json, findings);
  EXPECT_EQ(findings[0].at.position->offset, json.rfind("\"a\""));
  EXPECT_EQ(findings[1].at.position->offset, json.find('1'));
}

TEST(Locate, KeepsTheValue) {
  std::vector<Finding> findings(4);
  findings[0].at.below = {"a"};
  findings[1].at.below = {"c"};
  findings[2].at.below = {"d/"};
  findings[2].at.position = Position{.offset = 7};
  findings[3].at.below = {"x"};
  locate_in(R"({"a": "日本\u8a9e", "b": 1, "c": [ 1 , 2 ] , "d/": null})", findings, true);
  EXPECT_EQ(findings[0].at.value, "日本語");
  EXPECT_EQ(findings[1].at.value, "[ 1 , 2 ]");
  EXPECT_EQ(findings[2].at.value, "null");
  EXPECT_EQ(findings[2].at.position->offset, 7U);
  EXPECT_FALSE(findings[3].at.value);
}

TEST(Locate, CountsAByteOrderMarkAmongTheBytesOnly) {
  std::vector<Finding> findings(1);
  findings[0].at.below = {"a"};
  locate_in("\xEF\xBB\xBF{\"a\": 1}", findings);
  EXPECT_EQ(findings[0].at.position, (Position{.offset = 9, .line = 1, .column = 7}));
}

// The first value of malformed text, found by its brackets.
TEST(Locate, KeepsTheTextOfWhatIsNoJson) {
  const auto value = [](std::string_view json) {
    std::vector<Finding> findings(1);
    findings[0].at.position = Position();
    locate_in(json, findings, true);
    return *findings[0].at.value;
  };
  EXPECT_EQ(value(" {\"a\": [}} x"), "{\"a\": [}}");
  EXPECT_EQ(value("{\"a\": [}\n"), "{\"a\": [}\n");
  EXPECT_EQ(value("{\"}\\\"\": }} x"), "{\"}\\\"\": }");
  EXPECT_EQ(value("\"a\": 1"), "a");
  EXPECT_EQ(value("tru\"e\", 1"), "tru\"e\"");
  EXPECT_EQ(value("}{"), "");
  EXPECT_EQ(value(""), "");
}

TEST(Locate, EndsAtMalformedText) {
  for (const std::string_view json :
       {"{1: 2, \"a\": 3}", "{\"b\": [", "{\"a\"", "[}", "{", "{\"a\": }"}) {
    std::vector<Finding> findings(2);
    findings[0].at.below = {"a", "b"};
    findings[1].at.below = {"b", "0", "c"};
    locate_in(json, findings);
    for (const Finding& finding : findings) {
      EXPECT_LE(finding.at.position->offset, json.size()) << json;
    }
  }
}

std::vector<std::string> steps_of(nlohmann::json::json_pointer pointer) {
  std::vector<std::string> steps;
  for (; !pointer.empty(); pointer.pop_back()) steps.insert(steps.begin(), pointer.back());
  return steps;
}

RC_GTEST_PROP(Locate, FindsTheSameAloneAndTogether, ()) {
  const nlohmann::json json = any_json();
  const std::string text = json.dump(*rc::gen::inRange(-1, 3));
  std::vector<Finding> together;
  const auto ask = [&](auto&& self, const nlohmann::json::json_pointer& here) -> void {
    const nlohmann::json& value = json.at(here);
    together.emplace_back().at.below = steps_of(here);
    together.emplace_back().at.below = steps_of(here / "absent");
    if (value.is_object()) {
      for (const auto& [key, member] : value.items()) self(self, here / key);
    }
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) self(self, here / i);
  };
  ask(ask, nlohmann::json::json_pointer());
  std::vector<Finding> alone = together;
  locate_in(text, together, true);
  for (std::size_t i = 0; i < alone.size(); ++i) {
    std::vector<Finding> one{alone[i]};
    locate_in(text, one);
    RC_ASSERT(one[0].at.position == together[i].at.position);
    // An absent member has the position of the value that should hold it.
    const nlohmann::json::json_pointer pointer(alone[i].at.pointer());
    const bool absent = i % 2 == 1;
    const auto& value = json.at(absent ? pointer.parent_pointer() : pointer);
    const std::size_t begin = one[0].at.position->offset;
    const auto& kept = together[absent ? i - 1 : i].at.value;
    RC_ASSERT((value.is_string() ? value.get<std::string>() == *kept
                                 : nlohmann::json::parse(*kept) == value));
    RC_ASSERT((value.is_string() || std::string_view(text).substr(begin).starts_with(*kept)));
    const auto lines = std::ranges::count(std::string_view(text).substr(0, begin), '\n');
    RC_ASSERT(one[0].at.position->line == static_cast<std::uint32_t>(lines) + 1);
  }
}

}  // namespace locate_test
}  // namespace tokki
