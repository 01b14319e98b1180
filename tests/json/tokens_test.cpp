#include "json/tokens.hpp"

#include <gtest/gtest.h>

namespace tokki {
namespace tokens_test {

using namespace internal;

// The offset of the text's end follows the last token.
TEST(Tokens, KnowWhereTheTextEnds) {
  Tokens tokens;
  for (const std::size_t size : {0U, 1U, 30U, 62U, 63U, 64U, 65U, 127U, 128U, 5000U}) {
    const std::string json = "[" + std::string(size, ' ') + "1]";
    ASSERT_TRUE(tokens.take(json, {}));
    Cursor cursor = tokens.cursor();
    cursor.next();
    cursor.next();
    EXPECT_EQ(cursor.offset(), json.size() - 1);
    EXPECT_FALSE(cursor.at_end());
    cursor.next();
    EXPECT_TRUE(cursor.at_end());
    EXPECT_EQ(cursor.offset(), json.size());
    EXPECT_EQ(cursor.peek(), '\0');
  }
}

Refusal refusal(std::string_view json, const Limits& limits = {}) {
  Tokens tokens;
  if (tokens.take(json, limits)) tokens.validate();
  return tokens.refusal();
}

TEST(Tokens, AreRefusedForAReason) {
  EXPECT_EQ(refusal("[1]"), Refusal::none);
  EXPECT_EQ(refusal("[1]", {.document_bytes = 2}), Refusal::document_size);
  EXPECT_EQ(refusal("\xEF\xBB\xBF[1]", {.document_bytes = 3}), Refusal::none);
  EXPECT_EQ(refusal("[[1]]", {.depth = 1}), Refusal::depth);
  EXPECT_EQ(refusal("[\"\n\"]"), Refusal::control_in_string);
  EXPECT_EQ(refusal("[\"\\x\"]"), Refusal::bad_escape);
  EXPECT_EQ(refusal("[01]"), Refusal::bad_number);
  EXPECT_EQ(refusal("[1"), Refusal::other);
  EXPECT_EQ(refusal(""), Refusal::other);
}

TEST(Tokens, AreParsedAtOnceOnlyWhenThereAreEscapes) {
  Tokens tokens;
  ASSERT_TRUE(tokens.take("[nul]", {}));
  EXPECT_FALSE(tokens.were_parsed());
  EXPECT_FALSE(tokens.validate());
  EXPECT_TRUE(tokens.were_parsed());
  EXPECT_FALSE(tokens.take("[nul, \"\\n\"]", {}));
  EXPECT_TRUE(tokens.were_parsed());
}

}  // namespace tokens_test
}  // namespace tokki
