#include "check/kept_texts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tokki {
namespace kept_texts_test {

using namespace internal;

TEST(KeptTexts, AreKeptInOrder) {
  KeptTexts texts;
  EXPECT_EQ(texts.add("a"), "a");
  EXPECT_EQ(texts.add(""), "");
  EXPECT_EQ(texts.add("bc"), "bc");
  EXPECT_EQ(texts.text(0), "a");
  EXPECT_EQ(texts.text(1), "");
  EXPECT_EQ(texts.text(2), "bc");
}

// Sizes up to some blocks' own, asked for in any order.
RC_GTEST_PROP(KeptTextsProperty, ComeBackAsTheyWereAdded, ()) {
  const auto sizes = *rc::gen::container<std::vector<std::size_t>>(
      rc::gen::element<std::size_t>(0, 1, 300, 20'000, 65'535, 65'536, 200'000));
  KeptTexts texts;
  std::vector<std::string> added;
  for (const std::size_t size : sizes) {
    std::string text(size, static_cast<char>('a' + added.size() % 26));
    if (size > 2) text[size / 2] = '\0';
    RC_ASSERT(texts.add(text) == text);
    added.push_back(std::move(text));
  }
  if (added.empty()) return;
  const auto asked =
      *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, added.size()));
  for (const std::size_t index : asked) RC_ASSERT(texts.text(index) == added[index]);
  for (std::size_t i = 0; i < added.size(); ++i) RC_ASSERT(texts.text(i) == added[i]);
}

}  // namespace kept_texts_test
}  // namespace tokki
