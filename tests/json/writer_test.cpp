#include "json/writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tokki/encode.hpp"

namespace tokki {
namespace writer_test {

using namespace internal;

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

TEST(JsonWriter, WritesEveryKindOfValue) {
  std::string out = "before ";
  JsonWriter json(out);
  json.object([&] {
    json.member("text", "a\"b");
    json.member("truth", true);
    json.member("least", std::numeric_limits<std::int64_t>::min());
    json.member("most", std::numeric_limits<std::uint64_t>::max());
    json.member("nothing", std::optional<int>());
    json.member("something", std::optional<std::string>("x"));
    json.both_languages("both", "甲", "the Client");
    json.key("empty").object([] {});
    json.key("list").array(std::vector<int>{1, 2},
                           [&](int number) { json.array([&] { json.value(number); }); });
    json.key("raw").raw("{\"a\" : 1}");
    json.key("none").array([] {});
  });
  EXPECT_EQ(out, R"(before {"text":"a\"b","truth":true,"least":-9223372036854775808,)"
                 R"("most":18446744073709551615,"nothing":null,"something":"x",)"
                 R"("both":{"ja":"甲","en":"the Client"},"empty":{},"list":[[1],[2]],)"
                 R"("raw":{"a" : 1},"none":[]})");
}

TEST(JsonWriter, TakesBackWhatWasWrittenLast) {
  std::string out;
  JsonWriter json(out);
  json.object([&] {
    json.member("kept", 1);
    const std::size_t size = json.size();
    json.key("not kept").array([&] { json.value(2); });
    json.undo(size);
    json.member("also kept", 3);
  });
  EXPECT_EQ(out, R"({"kept":1,"also kept":3})");
}

// nlohmann/json is the oracle. Bytes that begin, continue or never occur in UTF-8 are as frequent
// as letters, so that most texts are malformed.
RC_GTEST_PROP(JsonString, IsThatOfTheOracleForAnyBytes, ()) {
  const std::string text = *rc::gen::container<std::string>(rc::gen::oneOf(
      rc::gen::arbitrary<char>(),
      rc::gen::element('\xE3', '\x81', '\x82', '\xF0', '\x9F', '\x90', '\xB0', '\xED', '\xA0',
                       '\xC3', '\xF4', '\x8F', '\xE0', '\xBF', '"', '\\', '\n', '\0', '\x7F')));
  RC_ASSERT(json_string(text) == dumped(text));
}

TEST(JsonString, ReplacesEachCharacterThatIsNotComplete) {
  EXPECT_EQ(json_string("a\xE3\x81z"), "\"a\uFFFDz\"");  // two bytes of three
  EXPECT_EQ(json_string("\xE0\x80"), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(json_string("\uFFFD"), "\"\uFFFD\"");
  EXPECT_EQ(json_string("\xFF\n\xFF\x01"), "\"\uFFFD\\n\uFFFD\\u0001\"");
}

Json any_json(int depth) {
  const int kind = *rc::gen::inRange(0, depth > 0 ? 6 : 4);
  switch (kind) {
    case 0: return *rc::gen::element<std::string>("", "a{b", "[\"\\", "x,y: z", "日本");
    case 1: return *rc::gen::arbitrary<int>();
    case 2: return *rc::gen::arbitrary<bool>();
    case 3: return nullptr;
    default: break;
  }
  Json json = kind == 4 ? Json::array() : Json::object();
  const int size = *rc::gen::inRange(0, 4);
  for (int i = 0; i < size; ++i) {
    if (kind == 4) {
      json.push_back(any_json(depth - 1));
    } else {
      json["k:" + std::to_string(i)] = any_json(depth - 1);
    }
  }
  return json;
}

RC_GTEST_PROP(Indented, IsThatOfTheOracle, ()) {
  const Json json = any_json(4);
  RC_ASSERT(indented(dumped(json)) == dumped(json, 2));
  RC_ASSERT(indented(dumped(json, 3)) == dumped(json, 2));  // whatever spaces it had
}

}  // namespace writer_test
}  // namespace tokki
