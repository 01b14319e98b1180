#include "text/near_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace tokki {
namespace near_names_test {

using namespace internal;
using Numbers = std::vector<std::uint32_t>;

// Verdicts noted before the comparison was written.
const std::vector<std::pair<std::string, std::string>> kOneFirmPerhaps{
    {"株式会社髙橋印刷", "株式会社高橋印刷"},
    {"有限会社渡邉事務", "渡辺事務(有)"},
    {"阿佐ヶ谷情報株式会社", "阿佐ケ谷情報株式会社"},
    {"株式会社キヤノピー", "株式会社キャノピー"},
    {"株式会社ひまわり情報", "ひまわり情報"},
    {"株式会社ひまわり情報", "ひまわり情報株式会社"},
    {"株式会社ひまわり情報", "㈱ひまわり情報　東京支店"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報東京支店"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報本社"},
    {"株式会社ひまわり情報　東京支店", "株式会社ひまわり情報"},
    {"ひまわり情報株式会社", "ひまわり情報株式会社大阪事業所"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報　代表取締役　山田一"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報代表取締役山田一"},
    {"株式会社ひまわり情報", "代表取締役　山田一　株式会社ひまわり情報"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報\n代表取締役 山田一"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報（再委託先）"},
    {"学校法人しらかば学園", "学校法人しらかば学園　しらかば情報専門学校"},
    {"学校法人しらかば学園", "しらかば情報専門学校（学校法人しらかば学園）"},
    {"株式会社ひまわり情報", "株式会社うみ警備、株式会社ひまわり情報"},
    {"株式会社ひまわり情報", "株式会社うみ警備及びひまわり情報"},
    {"合同会社ソラ・データ", "合同会社ソラデータ"},
    {"Kodama Data, Inc.", "Kodama Data Inc."},
};

const std::vector<std::pair<std::string, std::string>> kTwoFirms{
    {"株式会社ひまわり情報", "合同会社ひまわり情報"},
    {"学校法人しらかば学園", "株式会社しらかば学園"},
    {"一般社団法人しののめ会", "一般財団法人しののめ会"},
    {"株式会社ひまわり情報", "株式会社ひまわり印刷"},
    {"株式会社ひまわり情報", "株式会社ひまわり情報システム"},
    {"株式会社ひまわり", "株式会社ひなげし　ひまわり事業部"},
    {"株式会社ひまわり情報　東京支店", "株式会社あさがお印刷　東京支店"},
    {"山田　太郎", "山田　花子"},
    {"Kodama Data Inc.", "Kodama Systems Inc."},
    {"株式会社こだまデータ", "株式会社コダマデータ"},
    {"株式会社あ", "株式会社い"},
};

TEST(NearNames, MayBeOneFirm) {
  for (const auto& [a, b] : kOneFirmPerhaps) {
    EXPECT_TRUE(may_be_one_firm(a, b)) << a << " / " << b;
    EXPECT_TRUE(may_be_one_firm(b, a)) << b << " / " << a;
  }
}

TEST(NearNames, AreNotOneFirm) {
  for (const auto& [a, b] : kTwoFirms) {
    EXPECT_FALSE(may_be_one_firm(a, b)) << a << " / " << b;
    EXPECT_FALSE(may_be_one_firm(b, a)) << b << " / " << a;
  }
  EXPECT_FALSE(may_be_one_firm("株式会社みどり", "㈱みどり")) << "one name, without doubt";
  EXPECT_FALSE(may_be_one_firm("", "株式会社みどり"));
  EXPECT_FALSE(may_be_one_firm(" ", "　"));
}

TEST(NearNames, MovedLegalForms) {
  EXPECT_TRUE(have_moved_legal_form("株式会社こだま", "こだま(株)"));
  EXPECT_TRUE(have_moved_legal_form("こだま株式会社　大阪支店", "株式会社こだま"));
  EXPECT_FALSE(have_moved_legal_form("株式会社こだま", "こだま"));
  EXPECT_FALSE(have_moved_legal_form("株式会社こだま", "㈱こだま本店"));
}

TEST(NearNames, AmongManyEachOfThoseThatANameMeans) {
  NearNameIndex index;
  for (const char* name :
       {"株式会社ひまわり", "株式会社ひまわり情報", "合同会社そら印刷", "", "山田　太郎"}) {
    index.add(name);
  }
  EXPECT_EQ(index.near("ひまわり情報株式会社"), Numbers{1});
  EXPECT_EQ(index.near("株式会社ひまわり情報九州支店"), Numbers{1}) << "the longest that fits";
  EXPECT_EQ(index.near("株式会社ひまわり情報、(同)そら印刷"), (Numbers{1, 2}));
  EXPECT_EQ(index.near("株式会社うみ警備"), Numbers{});
  EXPECT_EQ(index.near("山田　花子"), Numbers{});
  EXPECT_EQ(index.near(""), Numbers{});
}

}  // namespace near_names_test
}  // namespace tokki
