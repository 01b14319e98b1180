#include <gtest/gtest.h>

#include <set>

#include "tokki/edition.hpp"

namespace tokki {
namespace search_test {

std::set<std::string> found(std::string_view text) {
  std::set<std::string> keys;
  for (const SearchHit& hit : Edition::builtin()->search(text)) keys.insert(hit.clause->key.str());
  return keys;
}

TEST(Search, IgnoresWidthCaseAndKana) {
  const std::set<std::string> expected{"A3.2", "B6.protect"};
  for (const char* text : {"パスワード", "ﾊﾟｽﾜｰﾄﾞ", "ぱすわーど", "パスワ−ド", "PASSWORD"}) {
    EXPECT_TRUE(std::ranges::includes(found(text), expected)) << text;
  }
  EXPECT_EQ(found("６０分"), found("60分"));
  EXPECT_TRUE(found("６０分").contains("B2.time"));
  EXPECT_EQ(found("ｉｓｏ／ｉｅｃ"), std::set<std::string>{"A10"});
}

TEST(Search, WantsAllWordsTogether) {
  EXPECT_EQ(found("直ちに　返還"), std::set<std::string>{"A7"});
  EXPECT_TRUE(found("直ちに 都度").empty());
}

TEST(Search, LooksAtTranslationsTermsAndDuties) {
  std::set<SearchHit::Where> where;
  for (const SearchHit& hit : Edition::builtin()->search("再委託等")) where.insert(hit.where);
  EXPECT_TRUE(where.contains(SearchHit::Where::wording));
  EXPECT_TRUE(where.contains(SearchHit::Where::defined_term));
  EXPECT_TRUE(where.contains(SearchHit::Where::duty));
  EXPECT_TRUE(found("jointly and severally").contains("A6"));
}

TEST(Search, ForNothingFindsNothing) {
  for (const char* text : {"", "  ", "　", "\t"}) EXPECT_TRUE(found(text).empty());
}

}  // namespace search_test
}  // namespace tokki
