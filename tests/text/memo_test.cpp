#include "text/memo.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <string>

namespace tokki {
namespace memo_test {

using namespace internal;

// The value kept for a text in this test; it identifies the text.
std::size_t sum_of(std::string_view text) { return std::hash<std::string_view>()(text); }

TEST(Memo, KeepsATextFromItsSecondTimeOn) {
  Memo<std::size_t> memo;
  int made = 0;
  const auto ask = [&](std::string_view text) {
    return memo.of(text, [&] {
      ++made;
      return sum_of(text);
    });
  };
  for (const std::string& text :
       {std::string(), std::string("米"), std::string("日本国内"), std::string(120, 'a')}) {
    made = 0;
    for (int i = 0; i < 5; ++i) EXPECT_EQ(ask(text), sum_of(text));
    EXPECT_EQ(made, 2) << text;
  }
  made = 0;
  const std::string too_long(121, 'a');
  for (int i = 0; i < 5; ++i) EXPECT_EQ(ask(too_long), sum_of(too_long));
  EXPECT_EQ(made, 5) << "its size is bounded, and so is that of a text in it";
}

TEST(Memo, StaysRightWhenItIsFull) {
  Memo<std::size_t> memo;
  for (int round = 0; round < 4; ++round) {
    for (int i = 0; i < 5'000; ++i) {
      const std::string text = "USBメモリ" + std::to_string(i / 2 * (1 + i % 3));
      EXPECT_EQ(memo.of(text, [&] { return sum_of(text); }), sum_of(text)) << text;
    }
  }
}

// Texts with equal hashes that differ in one character.
RC_GTEST_PROP(Memo, TellsTextsApartByTheirBytes, (const std::vector<std::uint8_t>& order)) {
  Memo<std::size_t> memo;
  for (const std::uint8_t choice : order) {
    std::string text(48, 'a');
    text[10] = static_cast<char>('a' + choice % 4);
    text.resize(choice % 3 == 0 ? text.size() : choice % 16);
    RC_ASSERT(memo.of(text, [&] { return sum_of(text); }) == sum_of(text));
  }
}

}  // namespace memo_test
}  // namespace tokki
