#include "tokki/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <iomanip>
#include <optional>
#include <sstream>
#include <unordered_set>

#include "allocations.hpp"
#include "rewritten.hpp"
#include "text/borrow.hpp"
#include "text/corporate_number.hpp"
#include "text/lexicon.hpp"
#include "text/look_alike.hpp"
#include "tokki/closest.hpp"

namespace tokki {
namespace text_test {

using namespace internal;

std::string utf8(const std::vector<char32_t>& characters) {
  icu::UnicodeString text;
  for (const char32_t c : characters) text.append(static_cast<UChar32>(c));
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Text as on forms, with all kinds of characters that need special care.
std::string any_text() {
  const auto character = rc::gen::oneOf(
      rc::gen::inRange<char32_t>(0x20, 0x7F), rc::gen::inRange<char32_t>(0x3041, 0x30FF),
      rc::gen::inRange<char32_t>(0x4E00, 0x9FA0), rc::gen::inRange<char32_t>(0xFF01, 0xFFA0),
      rc::gen::elementOf(std::vector<char32_t>{U'㈱', U'①', U'　', U'ー', U'－', U'é', U'Σ', U'㋿',
                                               U'\u3099', U'\u200B', U'\u202E', U'𠮷', U'😀', U'ﾞ',
                                               U'\n', U'Ａ', U'髙', U'\uE000'}));
  return utf8(*rc::gen::container<std::vector<char32_t>>(character));
}

TEST(Str, BorrowsAndOwns) {
  std::string source = "日本";
  const Str borrowed = borrow(source);
  const Str copy = borrowed;
  source[0] = 'x';
  EXPECT_NE(borrowed.view(), "日本");  // it shows changes of the source
  EXPECT_EQ(copy.view(), "日本");      // a copy owns its text
  static_assert(sizeof(Str) == 16);
}

TEST(Str, MovesAndAssigns) {
  Str a("東京");
  Str b = std::move(a);
  EXPECT_EQ(b.view(), "東京");
  EXPECT_TRUE(a.empty());  // NOLINT(bugprone-use-after-move): a moved-from Str is empty
  Str c("x");
  c = b;
  b = Str("y");
  EXPECT_EQ(c.view(), "東京");
  const Str& self = c;
  c = self;
  EXPECT_EQ(c.view(), "東京");
  EXPECT_TRUE(Str("").empty());
}

TEST(Str, ComparesWithTextsOfAnyKindWithoutAllocating) {
  const std::string text = "東京都渋谷区のデータセンター";  // longer than std::string keeps inside
  const Str cell(text);
  const Str other("大阪");
  const std::string_view view = text;
  const char* const pointer = text.c_str();
  const std::size_t before = allocation_count();
  const bool same = cell == view && view == cell && cell == text && text == cell &&
                    cell == pointer && pointer == cell && cell == "東京都渋谷区のデータセンター" &&
                    "東京都渋谷区のデータセンター" == cell && cell == cell;
  const bool differs = other != view && view != other && other != text && other != pointer &&
                       "東京都渋谷区のデータセンター" != other && other != cell;
  const bool ordered = cell > other && other < view && view > other && "" < other && !(cell < text);
  EXPECT_EQ(allocation_count(), before);
  EXPECT_TRUE(same && differs && ordered);
}

TEST(Str, PrintsAndHashesAsItsText) {
  std::ostringstream out;
  out << Str("東京") << std::setw(4) << Str("x");
  EXPECT_EQ(out.str(), "東京   x");
  EXPECT_EQ(std::hash<Str>()(Str("東京")), std::hash<std::string_view>()("東京"));
  const std::unordered_set<Str, std::hash<Str>, std::equal_to<>> known{Str("東京")};
  EXPECT_TRUE(known.contains(std::string_view("東京")));
  EXPECT_FALSE(known.contains(std::string_view("大阪")));
}

RC_GTEST_PROP(Traits, OfATextAreThoseOfItsCharacters, ()) {
  const std::string text = any_text();
  Traits expected = Traits::plain;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    expected |= traits_of(c);
    const bool filler = c == U'x' || c == U'X' || c == U'*';
    const bool same = c == last || (c < 0x80 && last < 0x80 && (c | 0x20U) == (last | 0x20U));
    if (filler && same) expected |= Traits::filler;
    last = c;
  }
  // xX may or may not count, since the rule checks again. Everything else is exact.
  const Traits found = traits_of(text);
  if (has(found, Traits::filler)) expected |= Traits::filler;
  if (text.find("XX") != std::string::npos || text.find("xx") != std::string::npos) {
    RC_ASSERT(has(found, Traits::filler));
  }
  RC_ASSERT((static_cast<unsigned>(expected) | static_cast<unsigned>(Traits::filler)) ==
            (static_cast<unsigned>(found) | static_cast<unsigned>(Traits::filler)));
}

// Runs of ASCII are read several bytes at a time; a pair must be found at any position.
TEST(Traits, FillerWhereverItStands) {
  for (const std::string before : {"", "本", "abc本"}) {
    for (std::size_t size = 2; size < 30; ++size) {
      for (std::size_t at = 0; at + 1 < size; ++at) {
        std::string run(size, '-');
        run[at] = 'x';
        EXPECT_EQ(traits_of(before + run), Traits::plain) << before << run;
        run[at + 1] = 'x';
        EXPECT_EQ(traits_of(before + run), Traits::filler) << before << run;
        run[at] = run[at + 1] = '\t';
        EXPECT_EQ(traits_of(before + run), Traits::control) << before << run;
      }
    }
  }
}

TEST(Traits, OfSingleCharacters) {
  EXPECT_EQ(traits_of(U'髙'), Traits::plain);
  EXPECT_EQ(traits_of(U'﨑'), Traits::plain);
  EXPECT_EQ(traits_of(U'々'), Traits::plain);
  EXPECT_TRUE(has(traits_of(U'㈱'), Traits::compatibility));
  EXPECT_TRUE(has(traits_of(U'Ａ'), Traits::full_width));
  EXPECT_TRUE(has(traits_of(U'ｱ'), Traits::half_width_kana));
  EXPECT_TRUE(has(traits_of(U'😀'), Traits::outside_jis));
  EXPECT_TRUE(has(traits_of(U'𠮷'), Traits::outside_jis));
  EXPECT_TRUE(has(traits_of(U'\u202E'), Traits::bidi_control));
  EXPECT_TRUE(has(traits_of(U'\u200B'), Traits::zero_width));
  EXPECT_TRUE(has(traits_of(U'\U000E0100'), Traits::variation_selector));
  EXPECT_TRUE(has(traits_of(U'\uE000'), Traits::private_use));
  EXPECT_TRUE(has(traits_of(U'\t'), Traits::control));
  EXPECT_EQ(traits_of(static_cast<char32_t>(0x110000)), Traits::outside_jis);
}

TEST(NextCharacter, TakesNothingThatIsNotUtf8ForACharacter) {
  const auto first = [](std::string_view bytes) {
    std::size_t at = 0;
    const char32_t c = next_character(bytes, at);
    return std::pair(c, at);
  };
  EXPECT_EQ(first("\xED\x9F\xBF"), std::pair(char32_t{0xD7FF}, std::size_t{3}));
  EXPECT_EQ(first("\xF4\x8F\xBF\xBF"), std::pair(char32_t{0x10FFFF}, std::size_t{4}));
  for (const char* malformed : {"\xED\xA0\x80", "\xED\xBF\xBF", "\xC0\x80", "\xE0\x9F\xBF",
                                "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\x80", "\xE3\x81"}) {
    EXPECT_EQ(first(malformed), std::pair(char32_t{0xFFFD}, std::size_t{1}));
  }
}

RC_GTEST_PROP(NextCharacter, NeverRunsOverTheEnd, (const std::string& bytes)) {
  std::size_t at = 0;
  std::size_t count = 0;
  while (at < bytes.size()) {
    const std::size_t before = at;
    (void)next_character(bytes, at);
    RC_ASSERT(at > before);
    ++count;
  }
  RC_ASSERT(at == bytes.size());
  RC_ASSERT(count <= bytes.size());
}

TEST(Blank, SpacesOfAllKinds) {
  for (const char* blank : {"", " ", "　", " \t\n　", "\u2028", "\u200b\ufeff", "\x01"})
    EXPECT_TRUE(is_blank(blank)) << blank;
  for (const char* text : {"x", " x", "　あ", "-"}) EXPECT_FALSE(is_blank(text)) << text;
}

std::string fold(std::string_view text) {
  std::string scratch;
  return std::string(folded(text, scratch));
}

TEST(Fold, WidthCaseDashesAndSpaces) {
  EXPECT_EQ(fold("ＵＳＢメモリ"), fold("usbメモリ"));
  EXPECT_EQ(fold("サーバー"), fold("サーバ－"));
  EXPECT_EQ(fold("サーバー"), fold("ｻｰﾊﾞｰ"));
  EXPECT_EQ(fold("1−2‐3"), "1-2-3");
  EXPECT_EQ(fold(" 社 内　PC "), "社内pc");
  EXPECT_EQ(fold("Google  Drive"), "google drive");
  EXPECT_EQ(fold("㈱"), "(株)");
}

RC_GTEST_PROP(Fold, IsIdempotent, ()) {
  const std::string once = fold(any_text());
  RC_ASSERT(fold(once) == once);
}

std::string folded_by_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::Normalizer2::getNFKCCasefoldInstance(status)->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
      status);
  return result;
}

std::string without_dashes_and_spaces(std::string_view text) {
  std::string bare;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c > U' ' && c != U'-' && !is_dash(c)) bare.append(text, begin, at - begin);
  }
  return folded_by_icu(bare);  // two characters may compose once nothing stands between them
}

// What tokki folds by itself is what ICU would have made of it, dashes and spaces apart.
RC_GTEST_PROP(Fold, AgreesWithIcu, ()) {
  const std::string text = any_text();
  RC_ASSERT(without_dashes_and_spaces(fold(text)) ==
            without_dashes_and_spaces(folded_by_icu(text)));
}

TEST(NameKey, CompanyFormsAreOneAndTheirPlaceIsKept) {
  EXPECT_EQ(name_key("㈱みどり"), name_key("株式会社みどり"));
  EXPECT_EQ(name_key("（株）みどり"), name_key("株式会社　みどり"));
  EXPECT_NE(name_key("株式会社みどり"), name_key("みどり株式会社"));
  EXPECT_EQ(name_key("ＮＰＯ法人あおば"), name_key("特定非営利活動法人あおば"));
  EXPECT_EQ(name_key("㈳みどり"), name_key("社団法人みどり"));
  EXPECT_EQ(name_key("みどり㈿"), name_key("みどり協同組合"));
  EXPECT_NE(name_key("（公社）みどり"), name_key("社団法人みどり"));
}

RC_GTEST_PROP(SameName, MeansTheSameKey, ()) {
  const std::string a = any_text();
  const std::string b =
      *rc::gen::oneOf(rc::gen::just(a), rc::gen::just(decomposed(a)), rc::gen::exec(any_text));
  RC_ASSERT(same_name(a, b) == (name_key(a) == name_key(b)));
  RC_ASSERT(same_name(b, a) == same_name(a, b));
}

// A kana and a mark, with anything between and around them, against the kana that they make.
RC_GTEST_PROP(SameName, MarksBehindKana, ()) {
  const auto piece = [] {
    return utf8(*rc::gen::container<std::vector<char32_t>>(rc::gen::elementOf(std::vector<char32_t>{
        U'か', U'が', U'ハ', U'パ', U'ー', U'校', U'x', U'　', U'\u200B', U'\u3099', U'\u309A',
        U'゛', U'ﾞ', U'ﾊ', U'한', U'\u11AB', U'\uFE00', U'\U000E0100'})));
  };
  const std::string a = piece();
  const std::string b = *rc::gen::oneOf(rc::gen::just(decomposed(a)), rc::gen::exec(piece));
  RC_ASSERT(same_name(a, b) == (name_key(a) == name_key(b)));
  RC_ASSERT(same_name(b, a) == same_name(a, b));
}

TEST(SameName, DecomposedKana) {
  for (const std::string name : {"がくげい", "みがき研修", "株式会社ガード", "パーク"}) {
    ASSERT_NE(decomposed(name), name);
    EXPECT_TRUE(same_name(name, decomposed(name))) << name;
    EXPECT_EQ(name_key(name), name_key(decomposed(name))) << name;
  }
  EXPECT_FALSE(same_name("かくげい", decomposed("がくげい")));
}

TEST(SameName, AnyVariantOfAKanji) {
  EXPECT_TRUE(same_name("葛\U000E0100城印刷", "葛城印刷"));
  EXPECT_TRUE(same_name("葛城印刷", "葛城印刷\U000E0101"));
  EXPECT_FALSE(same_name("葛\U000E0100城印刷", "葛木印刷"));
}

TEST(SameName, AbbreviationsAnywhere) {
  EXPECT_TRUE(same_name("㈱みどり", "株式会社みどり"));
  EXPECT_TRUE(same_name("みどり（株）", "みどり株式会社"));
  EXPECT_TRUE(same_name("NPO法人あおば", "特定非営利活動法人 あおば"));
  EXPECT_FALSE(same_name("株式会社みどり", "株式会社みどりの"));
}

TEST(LookAlike, ConfusableCharacters) {
  EXPECT_TRUE(look_alike("エース", "工一ス"));
  EXPECT_TRUE(look_alike("ハロー研修", "ハ口ー研修"));
  EXPECT_TRUE(look_alike("株式会社カナル", "㈱力ナル"));
  EXPECT_TRUE(look_alike("カーデー", "カ一デ一")) << "at the end too";
  using namespace std::string_view_literals;
  EXPECT_TRUE(look_alike("\0カ"sv, "\0力"sv)) << "NUL is a character";
  EXPECT_FALSE(look_alike("エース", "エース"));
  EXPECT_FALSE(look_alike("エース", "エール"));
  EXPECT_FALSE(look_alike("エース", "エースト"));
}

TEST(LookAlike, KanjiThatNamesWriteInTwoWays) {
  EXPECT_TRUE(look_alike("株式会社髙橋印刷", "(株)高橋印刷"));
  EXPECT_TRUE(look_alike("山﨑 一郎", "山崎一郎"));
  EXPECT_TRUE(look_alike("渡邊事務所", "渡邉事務所")) << "neither of them the usual one";
  EXPECT_FALSE(look_alike("渡邊事務所", "渡部事務所"));
  EXPECT_TRUE(look_alike("市ヶ谷入力", "市ケ谷入力"));
  EXPECT_TRUE(look_alike("吉野家", "𠮷野家"));
}

// Many names are compared by another algorithm than few.
RC_GTEST_PROP(LookAlike, AmongManyTheFirstOfAllPairs, ()) {
  const auto characters = rc::gen::elementOf(
      std::vector<char32_t>{U'ロ', U'口', U'カ', U'力', U'日', U' ', U'髙', U'高', U'\u200b'});
  const auto drawn = *rc::gen::container<std::vector<std::vector<char32_t>>>(
      80,
      rc::gen::container<std::vector<char32_t>>(*rc::gen::inRange<std::size_t>(0, 4), characters));
  std::vector<std::string> texts;
  for (const auto& text : drawn) texts.push_back(utf8(text));
  std::vector<LookAlikeName> names;
  for (const std::string& text : texts) names.emplace_back(text, traits_of(text));
  std::vector<std::pair<std::size_t, std::size_t>> expected;
  for (std::size_t later = 0; later < texts.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!look_alike(texts[earlier], texts[later])) continue;
      expected.emplace_back(later, earlier);
      break;
    }
  }
  for (const std::size_t count : {std::size_t{20}, names.size()}) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    each_look_alike(std::span(names).first(count), [&](std::size_t later, std::size_t earlier) {
      found.emplace_back(later, earlier);
    });
    const auto end = std::ranges::lower_bound(expected, std::pair(count, std::size_t{0}));
    RC_ASSERT(found == std::vector(expected.begin(), end));
  }
}

RC_GTEST_PROP(LookAlike, AllPairsAreThoseOfComparingEachWithEach, ()) {
  const auto pieces = rc::gen::elementOf(std::vector<std::string>{
      "ロ", "口", "カ", "力", "日", " ", "髙", "高", "㈱", "(株)", "株式会社", "ー", "一", "A"});
  std::vector<std::string> names;
  for (const auto& parts : *rc::gen::container<std::vector<std::vector<std::string>>>(
           60, rc::gen::container<std::vector<std::string>>(*rc::gen::inRange<std::size_t>(0, 4),
                                                            pieces))) {
    std::string& name = names.emplace_back();
    for (const std::string& part : parts) name += part;
  }
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  Pairs expected;
  for (std::size_t later = 0; later < names.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!look_alike(names[earlier], names[later])) continue;
      RC_ASSERT(!same_name(names[earlier], names[later]));
      expected.emplace_back(later, earlier);
    }
  }
  Pairs found;
  const auto name_of = [&](std::size_t i) { return std::string_view(names[i]); };
  each_look_alike_pair(names.size(), name_of, [&](std::size_t later, std::size_t earlier) {
    found.emplace_back(later, earlier);
    return true;
  });
  RC_ASSERT(found == expected);
}

// Spaces are no letters, of whatever width and wherever they stand.
RC_GTEST_PROP(LookAlike, WhateverTheSpaces, ()) {
  const auto characters = *rc::gen::container<std::vector<char32_t>>(rc::gen::elementOf(
      std::vector<char32_t>{U'日', U'あ', U'、', U'カ', U'a', U'é', U'𠮷', U'－', U'Ａ'}));
  std::vector<char32_t> first;
  std::vector<char32_t> second;
  for (auto* const name : {&first, &second}) {
    for (const char32_t c : characters) {
      for (char32_t space = U' '; space != 0;) {
        space = *rc::gen::elementOf(std::vector<char32_t>{0, 0, U' ', U'　'});
        if (space != 0) name->push_back(space);
      }
      name->push_back(c);
    }
  }
  first.push_back(U'ロ');
  second.push_back(U'口');
  RC_ASSERT(look_alike(utf8(first), utf8(second)));
  second.push_back(U'日');
  RC_ASSERT(!look_alike(utf8(first), utf8(second)));
}

TEST(Closest, FindsSimilarWords) {
  constexpr std::string_view known[] = {"storage_media", "storage_location", "declarant"};
  EXPECT_EQ(closest("storage_medium", known), "storage_media");
  EXPECT_EQ(closest("declarent", known), "declarant");
  EXPECT_EQ(closest("declar", known), "declarant");
  EXPECT_EQ(closest("xyz", known), "");
  EXPECT_EQ(closest("", known), "");
  constexpr std::string_view languages[] = {"ja", "en"};
  EXPECT_EQ(closest("jp", languages), "ja");
  EXPECT_EQ(closest("fr", languages), "");
}

std::vector<std::uint32_t> matches(const Lexicon& lexicon, std::string_view text) {
  std::vector<std::uint32_t> values;
  lexicon.each(text, [&](const Lexicon::Match& match) { values.push_back(match.value); });
  return values;
}

TEST(Lexicon, LongestWordsOnly) {
  Lexicon lexicon;
  lexicon.add("タイ", 1);
  lexicon.add("インド", 2);
  lexicon.add("インドネシア", 3);
  lexicon.add("データセンター", 4);
  lexicon.add("中国", 5);
  lexicon.add("中国地方", 6);
  lexicon.add("Google Drive", 7);
  lexicon.add("US", 8);
  using List = std::vector<std::uint32_t>;
  EXPECT_EQ(matches(lexicon, "タイムカード"), List{});
  EXPECT_EQ(matches(lexicon, "タイとインド"), (List{1, 2}));
  EXPECT_EQ(matches(lexicon, "インドネシア"), List{3});
  EXPECT_EQ(matches(lexicon, "タイデータセンター"), (List{1, 4}));
  EXPECT_EQ(matches(lexicon, "中国地方の中国語"), (List{6, 5}));
  EXPECT_EQ(matches(lexicon, "ＧｏｏｇｌｅＤｒｉｖｅ、google drive"), (List{7, 7}));
  EXPECT_EQ(matches(lexicon, "BUS, bus stop, US."), List{8});
  EXPECT_EQ(matches(lexicon, ""), List{});
}

TEST(Lexicon, WholeAndPrefix) {
  Lexicon lexicon;
  lexicon.add("なし", 1);
  lexicon.add("該当 なし", 2);
  lexicon.add("-", 3);
  EXPECT_EQ(lexicon.whole("　該当　なし "), std::optional<std::uint32_t>(2));
  EXPECT_EQ(lexicon.whole("ー"), std::optional<std::uint32_t>(3));
  EXPECT_EQ(lexicon.whole("なしの"), std::nullopt);
  EXPECT_EQ(lexicon.whole(""), std::nullopt);
  EXPECT_TRUE(lexicon.prefix("なしの").has_value());
}

TEST(Lexicon, BitsTellWhichOfTheJoinedHaveAPhrase) {
  Lexicon none;
  none.add("なし", 7);
  none.add("カード", 7);
  Lexicon countries;
  countries.add("米", 7);
  countries.add("米国", 7);
  countries.add("タイ", 7);
  countries.add("カード", 7);
  Lexicon all;
  all.join(none, [](std::uint32_t) { return 1U; });
  all.join(countries, [](std::uint32_t) { return 2U; });
  EXPECT_EQ(all.bits_in("話な しか"), 1U);
  EXPECT_EQ(all.bits_in("新米なし"), 3U);
  EXPECT_EQ(all.bits_in("カード"), 3U);
  EXPECT_EQ(all.bits_in("タイムカード"), 2U) << "may be there for a word that begins like it";
  EXPECT_EQ(all.bits_in("ネクタイ"), 0U) << "but not for what ends like it";
  EXPECT_EQ(all.bits_in("ネク タイ"), 2U);
  EXPECT_EQ(all.bits_in("カードタイ"), 3U) << "right behind another phrase";
  EXPECT_EQ(all.bits_in("話など"), 0U);
  EXPECT_EQ(all.bits_in(""), 0U);
  const auto may_begin = [&](std::string_view text) {
    return all.may_begin(Lexicon::first_letter(text));
  };
  const auto may_be_whole = [&](std::string_view text) {
    return all.may_be_whole(Lexicon::first_letter(text), Lexicon::last_letter(text));
  };
  EXPECT_TRUE(may_begin(" 米 "));
  EXPECT_TRUE(may_begin("なしの"));
  EXPECT_FALSE(may_begin("話なし"));
  EXPECT_FALSE(may_begin(""));
  EXPECT_TRUE(may_be_whole("米"));
  EXPECT_TRUE(may_be_whole("米 。"));
  EXPECT_FALSE(may_be_whole("なに"));
  EXPECT_FALSE(may_be_whole("米なし"));
}

// Where a bit is missing, the lexicon finds nothing.
RC_GTEST_PROP(Lexicon, BitsNeverMissWhatALexiconFinds, ()) {
  static const auto lexicon = [](std::initializer_list<const char*> phrases) {
    Lexicon made;
    for (const char* phrase : phrases) made.add(phrase, 1);
    return made;
  };
  static const Lexicon first = lexicon({"日", "日本", "ab", "カー", "ﾒﾓ", "1-2"});
  static const Lexicon second = lexicon({"本", "カ", "b1", "日本語"});
  static const Lexicon both = [] {
    Lexicon made;
    made.join(first, [](std::uint32_t) { return 1U; });
    made.join(second, [](std::uint32_t) { return 2U; });
    return made;
  }();
  const std::string text =
      utf8(*rc::gen::container<std::vector<char32_t>>(rc::gen::elementOf(std::vector<char32_t>{
          U'日', U'本', U'a', U'b', U'Ｂ', U'カ', U'ー', U'－', U'1', U'2', U' ', U'　', U'語'})));
  const std::uint32_t bits = both.bits_in(text);
  RC_ASSERT((bits & 1U) != 0 || matches(first, text).empty());
  RC_ASSERT((bits & 2U) != 0 || matches(second, text).empty());
  const char32_t letter = Lexicon::first_letter(text);
  RC_ASSERT(both.may_begin(letter) || (!first.prefix(text) && !second.prefix(text)));
  for (const char* stop : {"", "。", "．", " ."}) {
    RC_ASSERT(both.may_be_whole(letter, Lexicon::last_letter(text + stop)) ||
              (!first.whole(text) && !second.whole(text)));
  }
}

TEST(CorporateNumber, OfficialExamples) {
  for (const char* text :
       {"8000020130001", "7000012050002", "８０００－０２０１－３０００１", " 8000020130001 "}) {
    const auto number = read_corporate_number(text);
    ASSERT_TRUE(number) << text;
    EXPECT_TRUE(check_digit_fits(*number)) << text;
  }
  for (const char* text :
       {"", "800002013000", "80000201300011", "T8000020130001", "8000020130O01"}) {
    EXPECT_FALSE(read_corporate_number(text)) << text;
  }
  EXPECT_TRUE(is_local_government(*read_corporate_number("8000020130001")));
  EXPECT_TRUE(government_code_fits(*read_corporate_number("8000020130001")));
  EXPECT_FALSE(is_local_government(*read_corporate_number("7000012050002")));
}

// The check digit catches any single wrong digit, except 0 for 9 (they are equal modulo 9).
RC_GTEST_PROP(CorporateNumber, OneWrongDigitIsSeen, ()) {
  auto number = *read_corporate_number("8000020130001");
  const auto place = *rc::gen::inRange<std::size_t>(1, number.size());
  const auto digit = *rc::gen::inRange<int>(0, 10);
  const int before = number[place];
  number[place] = static_cast<std::uint8_t>(digit);
  RC_ASSERT(check_digit_fits(number) == (digit % 9 == before % 9));
}

}  // namespace text_test
}  // namespace tokki
