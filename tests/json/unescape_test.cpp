#include "json/unescape.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

namespace tokki {
namespace unescape_test {

using namespace internal;

RC_GTEST_PROP(Unescape, MeansWhatNlohmannReads, ()) {
  std::string quoted;
  for (int i = 0, n = *rc::gen::inRange(0, 8); i < n; ++i) {
    quoted += *rc::gen::elementOf(std::vector<std::string>{
        "a", "あ", "\\n", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\r", "\\t", "\\u0041", "\\u00e9",
        "\\u3042", "\\uFFFD", "\\uD83D\\uDE00", "\\udbff\\udfff", "\\u0000", "\\u007f"});
  }
  std::string text;
  append_unescaped(quoted, text);
  RC_ASSERT(text == nlohmann::json::parse('"' + quoted + '"').get<std::string>());
  RC_ASSERT(text.size() <= quoted.size());
  RC_ASSERT(is_text(quoted, text));
  RC_ASSERT(!is_text(quoted, text + "x"));
  RC_ASSERT(unquoted('"' + quoted + '"') == text);
}

TEST(Unescape, StaysWithinWhatIsMalformed) {
  for (const std::string_view quoted :
       {"\\", "\\u", "\\u1", "\\uD83D", "\\uD83D\\u", "\\uD83D\\"}) {
    std::string text;
    append_unescaped(quoted, text);
    EXPECT_LE(text.size(), 4U) << quoted;
  }
}

TEST(UnescapedTexts, StayWhereTheyAre) {
  UnescapedTexts texts;
  texts.begin(300);
  const std::string_view first = texts.text_of("\\u3042");
  for (int i = 0; i < 100; ++i) EXPECT_EQ(texts.text_of("\\n"), "\n");
  EXPECT_EQ(first, "あ");
  const std::string_view plain = "plain";
  EXPECT_EQ(texts.text_of(plain).data(), plain.data());
}

}  // namespace unescape_test
}  // namespace tokki
