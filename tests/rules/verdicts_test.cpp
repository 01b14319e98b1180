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
constexpr const char* kOneMedium = R"({"storage_media": [{"name": ""}]})";
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
  const std::vector<std::string> doubtful{"シンガポール又は日本", "米国に移る可能性",
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
  constexpr const char* kEmptyRow4 =
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
    EXPECT_EQ(rows(kEmptyRow4, kWork, text), "details-doubtful") << text;
  }
  EXPECT_EQ(rows(kEmptyRow4, kWork, "自社で全て実施"), "");
  EXPECT_EQ(rows(kEmptyRow4, kWork, "修了証の印刷"), "details-without-yes");
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

constexpr const char* kNoSubcontractor =
    R"({"subcontracting": {"ticked": ["no"], "subcontractors": null}})";
const auto kOutline = "/storage_location/overseas_data"_json_pointer;

TEST(Verdicts, AMediumThatMerelyMentionsAServiceIsNoError) {
  expect({
      {kMedium,
       kNoService,
       "media-online-service-doubtful",
       {"GoogleドライブではなくNAS",
        "NAS（Dropboxの代わり）",
        "Box でなく社内サーバー",
        "NAS instead of Google Drive",
        "NAS (not connected to iCloud)",
        "クラウドに非接続のNAS",
        "クラウドに接続していない業務端末",
        "クラウド非対応の会計ソフト",
        "サイボウズ Office（オンプレミス版、校内サーバー）",
        "校内設置のNextcloudサーバー",
        "Nextcloud (self-hosted)",
        "Nextcloudサーバー",
        "Garoon（パッケージ版）",
        "ガルーン（当校サーバーで運用）",
        "desknet's NEO オンプレミス版",
        "Confluence (on-premises)",
        "社内設置のオンラインストレージ",
        "社内クラウド",
        "自社クラウドサーバー",
        "Zoom録画用PC",
        "Slackの通知を受ける業務用パソコン",
        "クラウド対応NAS",
        "Microsoft 365を入れたノートPC",
        "AWS講座の教材を入れたUSBメモリ",
        "OneDriveを導入予定の社内PC"}},
      {kMedium,
       kNoService,
       "",
       {"記録用SSD（予備のslack領域を含めて暗号化）", "ズームレンズ付きカメラのSDカード",
        "クラウドファンディング支援者名簿を入れたHDD", "オンプレミスのファイルサーバー",
        "社内サーバー", "イントラネットの共有フォルダ"}},
      {kMedium,
       kNoService,
       "media-online-service-denied",
       {"Googleドライブ", "社内サーバー、Dropbox", "Dropbox、社内サーバー", "GoogleドライブとNAS",
        "Googleドライブ及び社内PC", "OneDrive / USBメモリ", "PC（OneDrive）",
        "社内PC内のGoogleドライブのフォルダ", "社内サーバー、クラウドストレージ",
        "Dropbox（社内サーバーにも複製）", "サイボウズ Office", "Slack", "Discord", "Telegram",
        "クラウドPC"}},
  });
}

TEST(Verdicts, NoElectronicDataIsAskedAbout) {
  expect({
      {kMedium,
       kOneMedium,
       "media-none",
       {"紙のみ（電子データは保存しない）", "紙のみ", "紙媒体", "書面で保管", "データなし",
        "電子データは一切扱わない", "すべて紙で保管し、電子データは作成しない",
        "紙の台帳（施錠保管）", "No electronic data", "paper only", "電子データの保存なし"}},
      {kMedium,
       "{}",
       "",
       {"ペーパーレス会議用タブレット", "電子ペーパー端末", "紙の名簿を読み取るスキャナー付きPC",
        "社内PC（紙の控えは書庫）", "手書き入力用タブレット"}},
  });
  Json form = Json::parse(sample_declaration());
  form["storage_media"] = {{{"name", "社内PC"}}, {{"name", "紙"}}};
  EXPECT_EQ(found_at(form, "/storage_media"_json_pointer), "");
}

TEST(Verdicts, ASubcontractorMentionedElsewhereIsAskedAbout) {
  expect({
      {kMedium,
       kNoSubcontractor,
       "subcontractor-mentioned",
       {"委託先のサーバー", "再委託先から提供されたノートPC", "NAS（協力会社が管理）",
        "外部業者のPC", "印刷会社のサーバー", "子会社のファイルサーバー",
        "データの入力を委託した会社のPC", "our subcontractor's server", "BPOセンターの端末"}},
      {kMedium,
       kNoSubcontractor,
       "",
       {"社内PC（委託先には渡さない）", "NAS（再委託なし）", "委託訓練用ファイルサーバー",
        "事業者用パソコン", "受託者のファイルサーバー", "保守業者が設置した校内サーバー"}},
      {kMedium, "{}", "", {"委託先のサーバー"}},
      {kProvider,
       kNoSubcontractor,
       "subcontractor-mentioned",
       {"委託先の株式会社あおば", "株式会社あおば（再委託先）", "外注先名義の契約",
        "業務委託先が契約"}},
      {kProvider, kNoSubcontractor, "", {"株式会社委託総研", "さくらインターネット株式会社"}},
  });
  Json form = Json::parse(sample_declaration());
  form.merge_patch(Json::parse(kAbroad));
  form.merge_patch(Json::parse(kNoSubcontractor));
  form[kOutline] = "委託先がベトナムで入力する受講者名簿";
  EXPECT_EQ(found_at(form, kOutline), "overseas-country-unlisted subcontractor-mentioned");
}

TEST(Verdicts, AnOutlineAgreesWithTheCountriesAndServices) {
  expect({
      {kOutline,
       kAbroad,
       "overseas-country-unlisted",
       {"委託先がベトナムで入力する名簿", "米国にも複製する操作ログ", "ドイツ支社が管理する名簿"}},
      {kOutline,
       kAbroad,
       "",
       {"シンガポールの操作ログ", "日本で作成した名簿の控え", "英語講座の成績",
        "ベトナム語の教材"}},
  });
  Json form = Json::parse(sample_declaration());
  form.merge_patch(Json::parse(kAbroad));
  form.merge_patch(Json::parse(kNoService));
  form[kOutline] = "Google ドライブの受講者名簿";
  EXPECT_EQ(found_at(form, kOutline), "media-online-service-doubtful");
  form[kOutline] = "Google ドライブ講座の受講者名簿";
  EXPECT_EQ(found_at(form, kOutline), "");
}

TEST(Verdicts, AFilerAbroadWithMediaOfItsOwn) {
  constexpr const char* kOwnMedia = R"({"storage_media": [{"name": "社内サーバー"}]})";
  expect({
      {kAddress,
       kOwnMedia,
       "japan-only-doubtful",
       {"1 Example Street, Singapore", "台湾台北市信義区1-2", "大韓民国ソウル特別市中区1",
        "アメリカ合衆国ワシントン州シアトル市"}},
      {kAddress,
       kOwnMedia,
       "",
       {"神奈川県横浜市中区1-2", "〒100-0001 東京都千代田区1-1", "広島県広島市中区基町1-1",
        "1-2-3 Nihonbashi, Chuo-ku, Tokyo, Japan", "横浜市中区日本大通1"}},
      {kAddress,
       R"({"storage_media": [{"name": "東京支店のサーバー"}]})",
       "",
       {"1 Example Street, Singapore"}},
      {kAddress, R"({"storage_media": [{"name": "なし"}]})", "", {"1 Example Street, Singapore"}},
  });
}

TEST(Verdicts, PartiesThatNobodyCanName) {
  expect({
      {kSubcontractor,
       "{}",
       "entry-unidentified",
       {"守秘義務のため非開示", "契約上開示できません", "社名は非公表", "営業秘密につき回答不可",
        "NDAにより非公開", "弊社グループ", "弊社グループ会社", "当社の関連会社", "A subsidiary",
        "Our group company", "a local printing company", "地元の協力会社", "市内の印刷業者数社",
        "某社（社名非公開）", "知人の会社", "フリーランス3名", "外部の専門家"}},
      {kSubcontractor,
       "{}",
       "entry-undecided",
       {"入札により決定", "一般競争入札により決定予定", "相見積もり中", "公募により選定",
        "契約締結後に決定", "候補：株式会社ひまわり情報", "第一候補：有限会社みどり",
        "株式会社ひまわり情報（候補）", "株式会社ひまわり情報（調整中）", "3社から選定中",
        "株式会社あかね又は有限会社みどり", "株式会社あかね or 有限会社みどり",
        "株式会社あかね、有限会社みどりのいずれか", "移転予定のため未定"}},
      {kSubcontractor,
       "{}",
       "",
       {"株式会社グループウェーブ", "やまなみグループ株式会社", "株式会社パートナーズ",
        "未定工房合同会社", "候補堂印刷株式会社", "NPO法人フリーランス支援会",
        "佐々木 翔（個人事業主）", "株式会社A", "有限会社専門業者", "行政書士法人つばめ",
        "印刷サービス", "清掃サポート", "合同会社なでしこ（予定）", "株式会社入札情報",
        "Orange株式会社", "Partner Systems Inc.", "一般社団法人地域子会社研究会"}},
      {kProvider, "{}", "entry-unidentified", {"代理店経由のため不明", "守秘義務のため非開示"}},
      {kProvider, "{}", "entry-undecided", {"A又はB", "入札により決定"}},
      {kAddress,
       "{}",
       "entry-undecided",
       {"移転予定のため未定", "移転準備中につき未定", "登記手続中", "後日届け出ます"}},
      {kAddress,
       "{}",
       "",
       {"長野県上田市未定町1-2", "東京都中央区銀座4丁目（令和8年10月1日に移転予定）"}},
  });
}

TEST(Verdicts, WorkThatNobodyCanPicture) {
  expect({
      {kWork,
       "{}",
       "work-not-concrete",
       {"ITサポート全般", "BPO業務", "BPO", "Various tasks", "General support",
        "IT support services", "アウトソーシング", "バックオフィス業務全般", "各種タスク",
        "コンサルティング業務", "DX推進支援", "その都度依頼", "必要に応じて依頼", "一般事務",
        "庶務全般", "Misc. tasks as needed", "Outsourced operations", "システム関連業務"}},
      {kWork,
       "{}",
       "",
       {"BPO（受講者名簿の入力、発送）", "ヘルプデスク（受講者の問合せ対応）", "サーバーの保守",
        "給与計算", "応募書類の電子化", "Data entry of the list of trainees", "サポート教材の印刷",
        "IT講習の講師", "事務所の清掃", "書類廃棄（溶解処理）"}},
  });
}

TEST(Verdicts, NoSubcontractingWithAStrokeOrWithoutData) {
  const auto of_row_4 = [](const char* name, const char* work) {
    Json form = Json::parse(sample_declaration());
    form["subcontracting"] = {{"ticked", {"no"}},
                              {"subcontractors", {{{"name", name}, {"work", work}}}}};
    return found_at(form, "/subcontracting"_json_pointer);
  };
  for (const char* stroke : {"＊＊＊", "***", "／", "ー", "－－－", "＼", "===", "×××", "~~~"}) {
    EXPECT_EQ(of_row_4(stroke, stroke), "") << stroke;
    EXPECT_EQ(of_row_4(stroke, ""), "") << stroke;
  }
  EXPECT_EQ(of_row_4("以下余白", ""), "");
  EXPECT_EQ(of_row_4("（再委託先等の名称）", "（再委託先等に委託する具体的な業務内容）"),
            "blank-form-text");
  for (const char* work :
       {"清掃のみ委託", "清掃のみ", "教室の清掃のみ（電子データは扱わない）", "建物清掃・警備",
        "校舎の夜間警備（電子データの取扱いなし）", "エレベーター保守点検", "植栽の剪定",
        "清掃業務の委託のみ（データなし）", "廃棄物の収集・運搬"}) {
    EXPECT_EQ(of_row_4("株式会社クリーン", work), "details-doubtful") << work;
  }
  EXPECT_EQ(of_row_4("", "全て自校の職員が行う"), "details-doubtful");
  EXPECT_EQ(of_row_4("清掃のみ委託", ""), "details-doubtful");
  for (const char* work :
       {"受講者名簿の入力", "修了証の印刷", "清掃（受講者名簿の入力を含む）", "データ業務",
        "教室利用データの入力（持出しなし）", "職員名簿の作成（USBは使用しない）"}) {
    EXPECT_EQ(of_row_4("株式会社こだま", work), "details-without-yes") << work;
  }
}

TEST(Verdicts, ANumberMayHaveItsLabel) {
  expect({
      {kNumber,
       "{}",
       "corporate-number-notation",
       {"法人番号 8000020130001", "法人番号：8000020130001"}},
      {kNumber,
       "{}",
       "corporate-number-check-digit corporate-number-notation",
       {"法人番号 7000020130001"}},
      {kNumber, "{}", "corporate-number-malformed", {"登録番号 T8000020130001", "法人番号 申請中"}},
  });
}

TEST(Verdicts, AnIdOfOtherWidthIsTheSameId) {
  Json form = Json::parse(sample_declaration());
  form["id"] = "A-1";
  const auto supersedes = "/supersedes"_json_pointer;
  for (const char* same : {"A-1", "Ａ－１", "a-1"}) {
    form["supersedes"] = same;
    EXPECT_EQ(found_at(form, supersedes), "supersedes-itself") << same;
  }
  for (const char* other : {"A-2", "A1", "", "A-1-1"}) {
    form["supersedes"] = other;
    EXPECT_EQ(found_at(form, supersedes), "") << other;
  }
}

TEST(Verdicts, ServicesOnWhichPeopleMeet) {
  expect(
      {{kService,
        "{}",
        "service-kind-restricted",
        {"Discord", "Instagram", "XのDM", "X（旧Twitter）", "Telegram", "Facebookメッセンジャー"}},
       {kService, "{}", "", {"業務管理システムX", "Amazon RDS"}}});
}

TEST(Verdicts, ThePrintedTitleMayBeQuoted) {
  const auto title = "/contract/title"_json_pointer;
  expect({{title, "{}", "", {"『委託訓練契約書』", "「委託訓練契約書」"}},
          {title, "{}", "contract-title-differs", {"『清掃業務委託契約書』"}}});
}

}  // namespace verdicts_test
}  // namespace tokki
