// Texts of cells from practice and the findings on them: hedges, denials, partial answers, and
// valid texts that resemble these.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace verdicts_test {

using Json = nlohmann::json;
using nlohmann::literals::operator""_json_pointer;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

// The findings at a pointer or below, as "rule rule", in the order of the report.
std::string found_at(const Json& form, const Json::json_pointer& cell) {
  std::string found;
  for (const Finding& finding :
       check(form.dump(), {.editions = {}, .as_of = kAsOf, .limits = {}}).findings) {
    if (!finding.at.pointer().starts_with(cell.to_string())) continue;
    if (!found.empty()) found += ' ';
    found += finding.rule->id;
  }
  return found;
}

struct Verdicts {
  Json::json_pointer cell;
  std::string patch;  // of the sample
  std::string expected;
  std::vector<std::string> texts;
};

void expect(const std::vector<Verdicts>& all) {
  for (const auto& [cell, patch, expected, texts] : all) {
    for (const std::string& text : texts) {
      Json form = Json::parse(sample_declaration());
      form.merge_patch(Json::parse(patch));
      form[cell] = text;
      EXPECT_EQ(found_at(form, cell), expected) << text;
    }
  }
}

const auto kMedium = "/storage_media/0/name"_json_pointer;
const auto kCountry = "/storage_location/countries/0"_json_pointer;
const auto kService = "/online_storage/services/0/name"_json_pointer;
const auto kProvider = "/online_storage/services/0/provider"_json_pointer;
const auto kLocation = "/online_storage/services/0/data_location"_json_pointer;
const auto kSubcontractor = "/subcontracting/subcontractors/0/name"_json_pointer;
const auto kWork = "/subcontracting/subcontractors/0/work"_json_pointer;
const auto kName = "/declarant/name"_json_pointer;
const auto kAddress = "/declarant/address"_json_pointer;
const auto kNumber = "/declarant/corporate_number"_json_pointer;

constexpr const char* kAbroad = R"({"storage_location": {"ticked": ["abroad"],
    "countries": ["シンガポール"], "overseas_data": "日次バックアップの複製"}})";
constexpr const char* kNoService = R"({"online_storage": {"ticked": ["no"], "services": null}})";

TEST(Verdicts, HedgedLocationsUnderJapanOnlyAreReviews) {
  expect({
      {kLocation,
       "{}",
       "japan-only-doubtful",
       {"米国？",
        "米国（？）",
        "日本?",
        "東京（？）",
        "日本国内外",
        "日本ほか",
        "日本等",
        "日本など",
        "東京ほか",
        "日本（東京）ほか",
        "日本を含む複数国",
        "おそらく日本",
        "日本国内と思われる",
        "国内のはず",
        "基本は国内",
        "ほぼ国内",
        "通常は国内",
        "国内を原則とする",
        "日本国内（予定）",
        "国内（CDNを除く）",
        "日本国内（ただし例外あり）",
        "日本（未確認）",
        "日本（一部不明）"}},
      {kLocation,
       "{}",
       "",
       {"国内（東京ほか）", "日本国内のサーバー等", "東京又は大阪", "北海道・東京・大阪のいずれか",
        "日本国内（詳細な住所は不明）", "日本国内（詳細は確認中）", "日本国内（主に東京）",
        "東京都世田谷区等々力", "中国地域", "日本（詳細な所在地は非公開）"}},
  });
}

// What is nothing but places is certain, in every row alike.
TEST(Verdicts, APlaceIsReadTheSameInEveryRow) {
  const std::vector<std::string> abroad{"シンガポールのサーバー",
                                        "フランクフルト",
                                        "Frankfurt",
                                        "米国データセンター",
                                        "us-central1",
                                        "日本＋SG",
                                        "DEU",
                                        "日本（バックアップは米国）",
                                        "国内(DR:HK)"};
  const std::vector<std::string> doubtful{"シンガポール又は日本", "米国への移転を検討中",
                                          "海外のサーバー", "フランクフルトの支店"};
  for (const auto& cell : {kMedium, kLocation, kWork}) {
    expect({{cell, "{}", "japan-only-contradicted", abroad},
            {cell, "{}", "japan-only-doubtful", doubtful}});
  }
}

TEST(Verdicts, WhatStandsBesideJapanCounts) {
  expect({
      {kLocation,
       "{}",
       "japan-only-doubtful",
       {"国内ではない", "国内に限らない", "必ずしも日本国内ではない", "国内とは断言できない",
        "本番のみ国内", "国内（バックアップ先は非公開）", "国内（保証なし）", "候補：東京、大阪"}},
      {kLocation,
       "{}",
       "place-not-stated",
       {"国内ベンダーのクラウド", "日本法人が運営", "日本円建て", "国内企業が提供",
        "日本のベンダーのデータセンター", "国内法準拠"}},
      {kLocation,
       "{}",
       "",
       {"国内に限定", "国内のみ", "国内であることを保証", "国内、バックアップなし",
        "国内ベンダーの東京データセンター", "日本（バックアップは大阪）",
        "国内（クラウドではない）"}},
  });
}

TEST(Verdicts, FirmsThingsAndCodesThatAreCalledLikePlacesAreNoPlaces) {
  expect({{kMedium,
           "{}",
           "",
           {"BUFFALO製NAS", "キングストンのUSBメモリ", "SSD", "NAS", "SD", "CD", "MO", "米国製SSD",
            "フェニックス", "タイムカード", "ローマ字の名簿"}}});
}

TEST(Verdicts, TextsWithoutALocationAreNotStated) {
  expect({
      {kLocation,
       "{}",
       "place-not-stated",
       {"提供元による", "利用規約による", "約款に定めるとおり", "選択できない",
        "お客様では指定できません", "弊社では把握しておりません", "ベンダー回答待ち",
        "複数のデータセンター", "複数の国", "マルチリージョン", "最寄りのリージョン", "HP参照",
        "自社", "社内", "USBメモリ"}},
      {kLocation,
       "{}",
       "",
       {"大手町", "印西", "館林データセンター", "仙台", "北陸", "都内データセンター", "JP",
        "jp-east-1", "石狩DC", "岡山県英田郡西粟倉村", "四国"}},
  });
}

TEST(Verdicts, LocationsAbroadAreComparedWithTheCountriesOfRow2) {
  expect({
      {kLocation,
       kAbroad,
       "overseas-country-unlisted",
       {"米国", "us-east-1", "オレゴンリージョン", "アイルランド又はドイツ"}},
      {kLocation, kAbroad, "country-not-recognised", {"世界中", "EU"}},
      {kLocation,
       kAbroad,
       "",
       {"シンガポール", "アジアパシフィック（シンガポール）", "ap-southeast-1", "東京リージョン",
        "アジア太平洋（東京）"}},
  });
}

TEST(Verdicts, ThirteenCountriesAreAllListed) {
  Json form = Json::parse(sample_declaration());
  form.merge_patch(Json::parse(kAbroad));
  form[kLocation] = "カナダ";
  const std::vector<std::string> countries{"米国",     "英国",   "韓国",     "台湾", "ドイツ",
                                           "フランス", "インド", "ベトナム", "タイ", "豪州",
                                           "イタリア", "スイス", "カナダ"};
  form["/storage_location/countries"_json_pointer] = countries;
  EXPECT_EQ(found_at(form, kLocation), "");
  std::string all;
  for (const std::string& country : countries) all += country + "、";
  form["/storage_location/countries"_json_pointer] = {all};
  EXPECT_EQ(found_at(form, kLocation), "");
}

TEST(Verdicts, ACountryMustBeStatedOutright) {
  expect({
      {kCountry,
       kAbroad,
       "country-doubtful",
       {"米国を除く", "米国以外", "米国ではない", "米国又は英国", "米国（予定）",
        "米国の可能性あり", "米国？", "米国・EU", "米国及び不明", "候補：米国、アイルランド",
        "主に米国", "米国ないし英国", "米国か英国", "米国を想定"}},
      {kCountry,
       kAbroad,
       "",
       {"米国（バージニア州）", "米国 カリフォルニア州", "米国（AWS）",
        "オーストラリア（シドニー）", "米国及び英国", "MY, ID", "DEU", "España"}},
      {kCountry, kAbroad, "countries-left-open", {"米国等", "米国ほか"}},
  });
}

TEST(Verdicts, ADenialUnderItsBoxIsAReview) {
  constexpr const char* kNoSubcontractor =
      R"({"subcontracting": {"ticked": ["no"], "subcontractors": [{"name": "", "work": ""}]}})";
  constexpr const char* kNone = R"({"online_storage": {"ticked": ["no"],
      "services": [{"name": "", "provider": "", "data_location": ""}]}})";
  const auto rows = [](const char* patch, const Json::json_pointer& cell, const std::string& text) {
    Json form = Json::parse(sample_declaration());
    form.merge_patch(Json::parse(patch));
    form[cell] = text;
    return found_at(form, Json::json_pointer(
                              "/" + cell.to_string().substr(1, cell.to_string().find('/', 1) - 1)));
  };
  for (const char* text :
       {"利用しておりません", "クラウドは利用していない", "利用の予定はありません",
        "該当なし（オンプレミスのため）", "無（社内サーバーのみ利用）"}) {
    EXPECT_EQ(rows(kNone, kService, text), "details-doubtful") << text;
  }
  for (const char* text :
       {"再委託は行いません", "再委託の予定はありません", "再委託は行わない予定"}) {
    EXPECT_EQ(rows(kNoSubcontractor, kWork, text), "details-doubtful") << text;
  }
  EXPECT_EQ(rows(kNoSubcontractor, kWork, "自社で全て実施"), "");
  EXPECT_EQ(rows(kNoSubcontractor, kWork, "修了証の印刷"), "details-without-yes");
  EXPECT_EQ(rows(kNone, kService, "無印良品クラウド"), "details-without-yes");
  const auto data = "/storage_location/overseas_data"_json_pointer;
  for (const char* text : {"日本国外には保存しない", "国外に保存するデータはありません"}) {
    EXPECT_EQ(rows("{}", data, text), "details-doubtful") << text;
  }
  EXPECT_EQ(rows("{}", data, "システムのログ"), "details-without-yes");
  EXPECT_EQ(rows("{}", kCountry, "日本"), "details-doubtful");
  EXPECT_EQ(rows("{}", kCountry, "米国"), "details-without-yes");
}

TEST(Verdicts, EveryServiceOfACellCounts) {
  expect({
      {kMedium,
       "{}",
       "media-online-service-unlisted",
       {"さくらのクラウド、AWS", "AWS、さくらのクラウド", "Dropbox"}},
      {kMedium,
       "{}",
       "media-online-service-unlisted media-online-service-unlisted",
       {"AWS、さくらのVPS、AWS"}},
      {kMedium, "{}", "", {"さくらのクラウド"}},
      {kService, "{}", "service-kind-restricted", {"AWS、Google Workspace"}},
      {kService,
       "{}",
       "service-kind-restricted service-anonymous",
       {"AWS、Google Workspace、ギガファイル便"}},
  });
}

TEST(Verdicts, APlanIsReportedWhereItIsWritten) {
  expect({
      {kLocation, "{}", "place-only-planned", {"東京リージョン（移行予定）"}},
      {kService, "{}", "", {"さくらのクラウド"}},
      {kService, "{}", "service-only-planned", {"さくらのクラウド（導入予定）"}},
  });
}

TEST(Verdicts, FurtherEntriesMustBeNamed) {
  expect({
      {kSubcontractor,
       "{}",
       "entry-left-open",
       {"株式会社あおば　他２社", "あおば印刷株式会社ほか", "あおば印刷株式会社等",
        "株式会社あおば、その他"}},
      {kSubcontractor, "{}", "", {"株式会社その他大勢", "税理士法人ほか", "株式会社ほか弁"}},
      {kService, "{}", "entry-left-open", {"AWS等"}},
      {kMedium, "{}", "entry-left-open", {"外付けSSD等"}},
      {kMedium, "{}", "", {"受講者名簿等を保存するNAS", "高等科のパソコン"}},
  });
}

TEST(Verdicts, AnIndividualHasNoNumber) {
  expect({
      {kNumber,
       "{}",
       "",
       {"個人のため該当なし", "なし（個人事業主）", "個人事業主", "法人番号なし"}},
      {kNumber,
       "{}",
       "corporate-number-malformed",
       {"申請中", "80000201300", "80000201300（なし）"}},
  });
}

TEST(Verdicts, PlaceholdersAreNoWordsAndNoNumbers) {
  expect({
      {kName, "{}", "", {"株式会社MAXX", "EXXON合同会社", "株式会社XXL", "株式会社Foxx"}},
      {kAddress, "{}", "", {"東京都港区芝一〇〇番地", "長野県松本市中央二〇〇〇番地"}},
      {kName,
       "{}",
       "placeholder-text",
       {"株式会社XX", "株式会社ＸＸＸ", "株式会社〇〇", "株式会社◇◇", "＿＿＿＿"}},
      {kAddress, "{}", "placeholder-text", {"東京都〇〇区1-2-3"}},
  });
}

TEST(Verdicts, VagueWordsAreVagueTogetherToo) {
  expect({
      {kWork,
       "{}",
       "work-not-concrete",
       {"訓練業務全般", "その他付随する業務", "訓練に関する一切の業務", "委託業務のうち一部",
        "全業務を委託", "契約に定める業務", "業務の補助等"}},
      {kWork,
       "{}",
       "",
       {"印刷・製本", "運用保守", "就職支援", "本業務の一部（データ入力）",
        "業務一式（印刷・製本）", "訓練の実施（介護実習）", "契約管理業務"}},
      {kWork, "{}", "entry-refers-elsewhere", {"別紙仕様書のとおり"}},
  });
}

TEST(Verdicts, PartiesMustBeIdentifiable) {
  expect({
      {kProvider, "{}", "provider-is-oneself", {"自社", "当社", "個人アカウント"}},
      {kProvider, "{}", "entry-refers-elsewhere", {"アと同じ"}},
      {kProvider, "{}", "entry-unidentified", {"無料サービス"}},
      {kSubcontractor, "{}", "entry-unidentified", {"印刷業者", "関連会社2社", "下請業者数社"}},
      {kService, "{}", "service-anonymous", {"無料ファイル転送サービス", "フリーメール"}},
  });
}

TEST(Verdicts, ServicesAmongTheMedia) {
  expect({
      {kMedium,
       kNoService,
       "media-online-service-denied",
       {"TeraBox", "ChatGPT", "ロリポップ", "クラウドサイン", "SmartHR", "クラウドディスク"}},
      {kMedium,
       kNoService,
       "media-online-service-doubtful",
       {"プライベートクラウド", "社外データセンター", "S3", "Webメール", "Gemini"}},
      {kMedium, kNoService, "", {"共有サーバ", "社内PC", "社内サーバー"}},
  });
}

TEST(Verdicts, ThePrintedTitleMayBeQuoted) {
  const auto title = "/contract/title"_json_pointer;
  expect({{title, "{}", "", {"『委託訓練契約書』", "「委託訓練契約書」"}},
          {title, "{}", "contract-title-differs", {"『清掃業務委託契約書』"}}});
}

}  // namespace verdicts_test
}  // namespace tokki
