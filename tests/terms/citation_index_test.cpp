#include "terms/citation_index.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tokki/edition.hpp"

namespace tokki {
namespace citation_index_test {

using namespace internal;

std::string likeliest(std::string_view citation) {
  const auto found = Edition::builtin()->cited(citation);
  return found.empty() ? std::string() : found.front()->key.str();
}

TEST(Citation, IsReadAsPeopleWriteIt) {
  const std::vector<std::array<const char*, 2>> cases{
      {"特記事項３(4)", "A3.4"},
      {"特記事項3（4）", "A3.4"},
      {"特記事項第3項第4号", "A3.4"},
      {"特記事項第三項第四号", "A3.4"},
      {"特記事項 3-4", "A3.4"},
      {"情報セキュリティに関する特記事項３(4)", "A3.4"},
      {"第３項第４号", "A3.4"},
      {"A3.4", "A3.4"},
      {"a3.4", "A3.4"},
      {"Ａ３．４", "A3.4"},
      {"Special Terms 3(4)", "A3.4"},
      {"special terms, item 3(4)", "A3.4"},
      {"遵守事項2(2)", "B2.time"},
      {"B2.time", "B2.time"},
      {"Compliance Items 7", "B7"},
      {"届出書3ウ", "F3.location"},
      {"届出書３　ウ", "F3.location"},
      {"Form 3ウ", "F3.location"},
      {"届出書注記１", "F.note1"},
      {"特記事項第十四項", "A14"},
      {"特記事項10", "A10"},
      {"届出書", "F"},
      {"別記様式3ウ", "F3.location"},
      {"電子データの保存等に関する届出書 3ウ", "F3.location"},
      {"遵守事項2②", "B2.time"},
  };
  for (const auto& [citation, key] : cases) EXPECT_EQ(likeliest(citation), key) << citation;
}

TEST(Citation, OfNothingFindsNothing) {
  for (const char* citation :
       {"", " ", "第", "条", "特記事項99", "特記事項3(4)(5)", "A3.44", "Z1", "\xFF"}) {
    EXPECT_EQ(likeliest(citation), "") << citation;
  }
}

TEST(Citation, WithoutAPartMayMeanSeveralClauses) {
  const auto found = Edition::builtin()->cited("第３項第４号");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0]->key.view(), "A3.4");
  EXPECT_EQ(found[1]->key.view(), "B3.approval");
}

// Printed citations in both languages, and keys, find their clause.
TEST(Citation, PrintedIsReadBack) {
  const Edition& edition = *Edition::builtin();
  for (const Clause& clause : edition.file().clauses) {
    EXPECT_EQ(likeliest(clause.key), clause.key.view());
    for (const Language language : {Language::ja, Language::en}) {
      const std::string printed = edition.citation(clause.key, language);
      std::set<std::string> meant;
      for (const Clause* found : edition.cited(printed)) {
        meant.insert(edition.citation(found->key, language));
      }
      EXPECT_EQ(meant, std::set<std::string>{printed}) << clause.key.view();
    }
  }
}

TEST(Citation, KeyOfABranchNumberIsItsOwn) {
  EXPECT_NE(citation_key("第3条の2"), citation_key("第3条第2項"));
  EXPECT_EQ(citation_key("第３条の２"), citation_key("第三条の2"));
}

}  // namespace citation_index_test
}  // namespace tokki
