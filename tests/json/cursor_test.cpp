#include "json/cursor.hpp"

#include <gtest/gtest.h>

#include "any_json.hpp"
#include "json/tokens.hpp"
#include "json/unescape.hpp"

namespace tokki {
namespace cursor_test {

using namespace internal;

// Walks into every value beside nlohmann's, and returns the text of the one at the cursor.
std::string_view walk(Cursor& cursor, const nlohmann::json& value, std::size_t& values) {
  ++values;
  const std::size_t begin = cursor.offset();
  const std::string_view skipped = Cursor(cursor).skip_value();
  RC_ASSERT(nlohmann::json::parse(skipped) == value);
  if (!value.is_structured()) return cursor.skip_value();
  RC_ASSERT(cursor.at_opening());
  cursor.next();
  std::size_t index = 0;
  const bool whole = cursor.items(value.is_object() ? '}' : ']', [&] {
    if (value.is_object()) {
      std::string key;
      append_unescaped(cursor.quoted(), key);
      RC_ASSERT(cursor.skip(':'));
      walk(cursor, value.at(key), values);
    } else {
      walk(cursor, value.at(index++), values);
    }
    return true;
  });
  RC_ASSERT(whole);
  RC_ASSERT(cursor.text_from(begin) == skipped);
  return skipped;
}

std::size_t count(const nlohmann::json& value) {
  std::size_t all = 1;
  if (value.is_structured()) {
    for (const auto& item : value) all += count(item);
  }
  return all;
}

RC_GTEST_PROP(Cursor, FindsEveryValueWhereItStands, ()) {
  const nlohmann::json json = any_json();
  const std::string text = json.dump(*rc::gen::inRange(-1, 3));
  Tokens tokens;
  RC_ASSERT(tokens.take(text, {}));
  Cursor cursor = tokens.cursor();
  std::size_t values = 0;
  RC_ASSERT(walk(cursor, json, values) == text);
  RC_ASSERT(cursor.at_end());
  RC_ASSERT(values == count(json));
}

TEST(Cursor, DoesNotMoveAtAnUnexpectedToken) {
  Tokens tokens;
  ASSERT_TRUE(tokens.take(R"({"ab": truely})", {}));
  Cursor cursor = tokens.cursor();
  EXPECT_FALSE(cursor.skip('['));
  EXPECT_TRUE(cursor.skip('{'));
  EXPECT_FALSE(cursor.skip_quoted<1>("a"));
  EXPECT_FALSE(cursor.skip_quoted<3>("abc"));
  EXPECT_TRUE(cursor.skip_quoted<2>("ab"));
  EXPECT_TRUE(cursor.skip(':'));
  EXPECT_FALSE(cursor.skip_word<4>("true"));
  EXPECT_EQ(cursor.offset(), 7U);
  EXPECT_EQ(cursor.skip_value(), "truely");
}

TEST(Cursor, StopsAtTheEndOfWhatIsNeverClosed) {
  Tokens tokens;
  ASSERT_TRUE(tokens.take("[[1, {\"a\": 2 ", {}));
  Cursor cursor = tokens.cursor();
  EXPECT_EQ(cursor.skip_value(), "[[1, {\"a\": 2");
  EXPECT_TRUE(cursor.at_end());
  EXPECT_EQ(cursor.peek(), '\0');
}

}  // namespace cursor_test
}  // namespace tokki
