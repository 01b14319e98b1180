#include "tokki/location.hpp"
#include "cell/world.hpp"

#include <gtest/gtest.h>
#include <unicode/locid.h>

#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "rewritten.hpp"

namespace tokki {
namespace location_test {

using namespace internal;

struct LocationCase {
  const char* text;
  const char* named;      // codes, in the order met
  const char* suggested;  // by region or city
  bool certain;
  bool abroad = false;
  bool hedged = false;
  bool alternatives = false;
};

std::string codes(const CountrySet& set) {
  std::string text;
  for (const CountryCode code : set) text.append(text.empty() ? "" : " ").append(code.view());
  return text;
}

class Places : public testing::TestWithParam<LocationCase> {};

TEST_P(Places, AreReadAsExpected) {
  std::string scratch;
  Lexicon known;
  known.join(world().words,
             [](std::uint32_t value) { return World::may_be_abroad(value) ? 1U : 0U; });
  for (const std::string& text : {std::string(GetParam().text), decomposed(GetParam().text)}) {
    const LocationReading reading = read_locations(searchable(text, traits_of(text), scratch));
    EXPECT_EQ(codes(reading.named), GetParam().named) << text;
    EXPECT_EQ(codes(reading.suggested), GetParam().suggested) << text;
    EXPECT_EQ(reading.certain, GetParam().certain) << text;
    EXPECT_EQ(reading.abroad, GetParam().abroad) << text;
    EXPECT_EQ(reading.hedged, GetParam().hedged) << text;
    EXPECT_EQ(reading.alternatives, GetParam().alternatives) << text;
    const std::uint32_t bits = known.bits_in(searchable(text, traits_of(text), scratch));
    EXPECT_LE(reading.suggests_abroad(), (bits & 1U) != 0) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Places,
    testing::Values(
        LocationCase{"米国", "US", "", true}, LocationCase{"アメリカ合衆国", "US", "", true},
        LocationCase{"ＵＳＡ", "US", "", true},
        LocationCase{"米国、シンガポール", "US SG", "", true},
        LocationCase{"米国及び日本", "US JP", "", true},
        LocationCase{"シンガポールのデータセンター", "SG", "", true},
        LocationCase{"シンガポールデータセンター", "SG", "", true},
        LocationCase{"米国国内", "US", "", true},
        LocationCase{"米国（オレゴン）", "US", "US", true},
        LocationCase{"米国バージニア州のデータセンター", "US", "US", true},
        LocationCase{"原則として日本国内", "", "", false, true},
        LocationCase{"主に国内", "", "", false, true},
        LocationCase{"日本国内（石狩リージョン）", "JP", "JP", true},
        LocationCase{"us-east-1", "", "US", true},
        LocationCase{"東京リージョン（ap-northeast-1）", "", "JP", true},
        LocationCase{"米国には保存しない", "US", "", false, false, true},
        LocationCase{"日本又は米国", "JP US", "", false, false, false, true},
        LocationCase{"東京、大阪のいずれか", "", "JP", false, false, false, true},
        LocationCase{"米国？", "US", "", false, false, true},
        LocationCase{"米国（？）", "US", "", false, false, true},
        LocationCase{"日本ほか", "JP", "", true, false, true},
        LocationCase{"日本 他", "JP", "", true, false, true},
        LocationCase{"国内（東京ほか）", "JP", "JP", true},
        LocationCase{"東京ほか", "", "JP", true, false, true},
        LocationCase{"日本（東京）ほか", "JP", "JP", true, false, true},
        LocationCase{"日本国内のサーバー等", "JP", "", true},
        LocationCase{"国内（予定）", "JP", "", false, false, true},
        LocationCase{"おそらく日本", "JP", "", false, false, true},
        LocationCase{"国内（CDNを除く）", "JP", "", false, false, true},
        LocationCase{"日本（一部不明）", "JP", "", false, false, true},
        LocationCase{"日本国内（詳細な住所は不明）", "JP", "", false},
        LocationCase{"日本国内外", "", "", false, true},
        LocationCase{"通常は国内", "", "", false, true}, LocationCase{"中国地域", "", "JP", true},
        LocationCase{"海外のデータセンター", "", "", false, true},
        LocationCase{"日本国外", "", "", false, true},
        LocationCase{"中国地方の支社", "", "JP", false},
        LocationCase{"中国語会話コース", "", "", false},
        LocationCase{"タイムカード", "", "", false}, LocationCase{"IT研修", "", "", false},
        LocationCase{"contact us", "", "", false}, LocationCase{"stored in the US", "US", "", true},
        LocationCase{"韓国料理教室", "", "", false}, LocationCase{"", "", "", false}));

INSTANTIATE_TEST_SUITE_P(
    CitiesAndCodes, Places,
    testing::Values(
        LocationCase{"フランクフルト", "", "DE", true}, LocationCase{"München", "", "DE", true},
        LocationCase{"서울", "", "KR", true}, LocationCase{"Deutschland", "DE", "", true},
        LocationCase{"España", "ES", "", true}, LocationCase{"doitsu", "DE", "", true},
        LocationCase{"Nagano", "", "JP", true}, LocationCase{"SG", "SG", "", true},
        LocationCase{"DEU", "DE", "", true}, LocationCase{"FRA", "FR", "", true},
        LocationCase{"HND", "", "JP", true}, LocationCase{"LHR", "", "GB", true},
        LocationCase{"sgp1", "", "SG", true}, LocationCase{"日本＋SG", "JP SG", "", true},
        LocationCase{"国内(DR:HK)", "JP HK", "", true}, LocationCase{"JP/US", "US JP", "", true},
        LocationCase{"Ashburn, VA", "", "US", true}, LocationCase{"San Jose, CA", "", "US", true},
        LocationCase{"AWS us-west-2", "", "US", true},
        LocationCase{"日本（バックアップは米国）", "JP US", "", true},
        LocationCase{"データはすべてドイツに保存されます", "DE", "", true},
        LocationCase{"海外（シンガポール）", "SG", "", true, true},
        // Words that a code, a city or a firm is called, too.
        LocationCase{"SSD", "", "", false}, LocationCase{"NAS", "", "", false},
        LocationCase{"CD", "", "", false}, LocationCase{"IT資産", "", "", false},
        LocationCase{"国内（SGサーバー名）", "JP", "", false},
        LocationCase{"南京錠で施錠", "", "", false}, LocationCase{"南京", "", "CN", true},
        LocationCase{"平成都市開発の倉庫", "", "JP", false}, LocationCase{"成都市", "", "CN", true},
        LocationCase{"BUFFALO", "", "", false}, LocationCase{"キングストン", "", "", false},
        LocationCase{"フェニックス", "", "", false}, LocationCase{"ローマ字", "", "", false}));

INSTANTIATE_TEST_SUITE_P(
    BesideJapan, Places,
    testing::Values(
        LocationCase{"国内ではない", "JP", "", false, false, true},
        LocationCase{"国内には保存していない", "JP", "", false, false, true},
        LocationCase{"国内に限らない", "JP", "", false, false, true},
        LocationCase{"必ずしも国内ではない", "JP", "", false, false, true},
        LocationCase{"国内（保証なし）", "JP", "", false, false, true},
        LocationCase{"国内（バックアップ先は非公開）", "JP", "", false, false, true},
        LocationCase{"候補：東京", "", "JP", false, false, true},
        LocationCase{"本番のみ国内", "", "", false, true},
        LocationCase{"主に米国", "US", "", false, false, true},
        LocationCase{"米国か英国", "US GB", "", false, false, false, true},
        LocationCase{"日本又はSG", "JP SG", "", false, false, false, true},
        LocationCase{"国内に限定", "JP", "", false}, LocationCase{"国内のみ", "JP", "", true},
        LocationCase{"国内であることを保証", "JP", "", false},
        LocationCase{"国内（クラウドではない）", "JP", "", false},
        LocationCase{"国内、バックアップなし", "JP", "", false},
        LocationCase{"日本（詳細な所在地は非公開）", "JP", "", false},
        LocationCase{"国内ベンダーのクラウド", "", "", false},
        LocationCase{"日本法人が運営", "", "", false}, LocationCase{"日本円建て", "", "", false},
        LocationCase{"日本の会社が提供", "", "", false},
        LocationCase{"国内クラウド事業者", "", "", false},
        LocationCase{"米国Google社のサービス（東京）", "", "US JP", false},
        LocationCase{"ベトナムの会社によるデータ入力", "", "VN", false},
        LocationCase{"国内の社内サーバー", "JP", "", false},
        LocationCase{"本社は東京", "", "", false}, LocationCase{"東京本社", "", "JP", false},
        LocationCase{"国内（非公開）", "JP", "", false},
        LocationCase{"国内かどうか不明", "JP", "", false, false, true},
        LocationCase{"国内のみならず", "JP", "", false, false, true},
        LocationCase{"国内（バックアップあり、住所は非公開）", "JP", "", false}));

TEST(Countries, EveryIsoNameIsAWholeCell) {
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso) {
    const CountryCode code{{(*iso)[0], (*iso)[1]}};
    for (const Language language : {Language::ja, Language::en}) {
      const Country country{Str(country_name(code, language))};
      EXPECT_EQ(country.value, std::optional(code)) << country.written.view();
      const Country marked{Str(decomposed(country.written))};
      EXPECT_EQ(marked.value, std::optional(code)) << marked.written.view();
    }
    EXPECT_EQ(Country{Str(*iso)}.value, std::optional(code)) << *iso;
  }
}

TEST(Countries, AsPeopleWriteThem) {
  const std::pair<const char*, const char*> known[] = {
      {"米国", "US"},   {"アメリカ", "US"}, {"英国", "GB"}, {"韓国", "KR"},  {"豪州", "AU"},
      {"日本国", "JP"}, {"USA", "US"},      {"ＳＧ", "SG"}, {" 台湾 ", "TW"}};
  for (const auto& [text, code] : known) {
    const Country country{Str(text)};
    ASSERT_TRUE(country.value) << text;
    EXPECT_EQ(country.value->view(), code) << text;
  }
  for (const char* text : {"", "アジア", "EU", "米国、日本", "不明", "東京"}) {
    EXPECT_FALSE(Country{Str(text)}.value) << text;
  }
}

TEST(Places, DataHasTheShapeThatTheCodeReads) {
  const auto data = nlohmann::json::parse(text_of(kSourceDir / "data/places.json"));
  const std::set<std::string> keys{
      "format",       "countries",       "regions",       "cities",
      "codes",        "abroad_words",    "partly_before", "partly_behind",
      "hedges",       "open_ends",       "copies",        "denials",
      "alternatives", "not_followed_by", "owners",        "no_owners",
      "providers",    "undisclosed",     "details",       "parties",
      "short_names",  "certain_filler",  "not_places",    "codes_that_are_words"};
  for (const auto& [key, value] : data.items()) EXPECT_TRUE(keys.contains(key)) << key;
  EXPECT_EQ(data.size(), keys.size());
  std::set<std::string> known;
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso)
    known.insert(*iso);
  for (const auto& entry : data["countries"]) {
    EXPECT_TRUE(known.contains(entry.at("code"))) << entry;
    EXPECT_FALSE(entry.at("names").empty());
  }
  for (const char* list : {"regions", "cities"}) {
    for (const auto& entry : data[list]) {
      EXPECT_TRUE(known.contains(entry.at("country"))) << entry;
      EXPECT_FALSE(entry.at("name").get<std::string>().empty());
    }
  }
  const auto gazetteer = nlohmann::json::parse(text_of(kSourceDir / "data/gazetteer.json"));
  for (const auto* countries :
       {&data["codes"], &gazetteer["countries"], &gazetteer["regions"], &gazetteer["cities"],
        &gazetteer["cities_alone"], &gazetteer["airports"]}) {
    EXPECT_FALSE(countries->empty());
    for (const auto& [country, names] : countries->items()) {
      EXPECT_TRUE(known.contains(country)) << country;
      EXPECT_FALSE(names.empty()) << country;
    }
  }
  EXPECT_EQ(gazetteer["states"].size(), 51);
}

TEST(Countries, AListOfCodes) {
  const std::pair<const char*, const char*> lists[] = {{"MY, ID", "MY ID"}, {"SG、HK", "SG HK"},
                                                       {"IT/DEU", "IT DE"}, {"米・英", "US GB"},
                                                       {"IT部門", ""},      {"", ""}};
  for (const auto& [text, expected] : lists) {
    LocationReading reading;
    read_country_codes(text, reading);
    EXPECT_EQ(codes(reading.named), expected) << text;
    EXPECT_EQ(reading.certain, *expected != '\0') << text;
  }
}

}  // namespace location_test
}  // namespace tokki
