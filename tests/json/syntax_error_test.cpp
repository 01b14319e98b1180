#include "json/syntax_error.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace tokki {
namespace syntax_error_test {

using namespace internal;

// Where nlohmann's parser stops: an independent implementation of the same grammar.
class Oracle : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    found = SyntaxError{
        position == 0 ? 0 : position - 1,
        std::string_view(error.what()).find("; expected end of input") != std::string_view::npos};
    return false;
  }
  std::optional<SyntaxError> found;
};

void expect_agreement(const std::string& json) {
  Oracle oracle;
  nlohmann::json::sax_parse(json, &oracle);
  const auto found = find_syntax_error(json);
  ASSERT_EQ(found.has_value(), oracle.found.has_value()) << json;
  if (!found) return;
  ASSERT_EQ(found->offset, oracle.found->offset) << json;
  ASSERT_EQ(found->trailing, oracle.found->trailing) << json;
}

TEST(SyntaxError, IsWhereAnotherParserStops) {
  const std::string json =
      R"( {"a": [1, -0.5e+3, true, false, null, {}, []], "b\u00e9\ud83d\ude00\n": {"c": ""}} )";
  ASSERT_FALSE(find_syntax_error(json));
  for (std::size_t at = 0; at <= json.size(); ++at) {
    for (const std::string_view bytes :
         {"",   "\"",         "\\",    "{",       "}",       "[",
          "]",  ":",          ",",     " ",       "\n",      "\x01",
          "0",  "-",          ".",     "e",       "1.",      "E",
          "u",  "null",       "trux",  "1e400",   "-1e400",  "1e-400",
          "あ", "\\x",        "\\u12", "\\ud800", "\\udc00", "\\ud800\\u0041",
          "//", "\\ud800\\n", "'"}) {
      for (const std::size_t size : {0U, 1U, 2U}) {
        std::string changed = json;
        changed.replace(at, size, bytes);
        ASSERT_NO_FATAL_FAILURE(expect_agreement(changed));
      }
    }
    ASSERT_NO_FATAL_FAILURE(expect_agreement(json.substr(0, at)));
  }
}

TEST(SyntaxError, HugeIntegersFollowTheGrammar) {
  EXPECT_FALSE(find_syntax_error("[123456789012345678901234567890]"));
  EXPECT_EQ(find_huge_integer("[1.5, 18446744073709551615, -9223372036854775808, 1e300]"),
            std::nullopt);
  EXPECT_EQ(find_huge_integer("[1, 18446744073709551616, 2]"), 4U);
  EXPECT_EQ(find_huge_integer("[-9223372036854775809]"), 1U);
}

}  // namespace syntax_error_test
}  // namespace tokki
