#include "forms.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <random>
#include <string_view>

namespace tokki::bench {
namespace {

using Json = nlohmann::ordered_json;

// std::mt19937 is the same everywhere; the standard distributions are not. Neither is the order in
// which a + b or f(a, b) evaluates: no expression below rolls twice, but in braces.
class Dice {
 public:
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool percent(std::size_t chance) { return below(100) < chance; }
  template <class T, std::size_t N>
  const T& pick(const std::array<T, N>& items) {
    return items[below(N)];
  }

 private:
  std::mt19937 engine_{20260401};
};

using Words = std::string_view;
constexpr std::array<Words, 24> kFirst{
    "みどり",     "北斗",         "さくら",   "大空",         "ひまわり", "青葉",
    "みなと",     "山手",         "あけぼの", "東都",         "若竹",     "彩雲",
    "せせらぎ",   "南風",         "白樺",     "つばめ",       "信州",     "キャリア・",
    "アクティブ", "ユニバーサル", "NEXT",     "エー・アイ・", "武蔵野",   "すみれ"};
constexpr std::array<Words, 20> kSecond{"職業訓練センター",
                                        "情報学院",
                                        "ビジネススクール",
                                        "キャリアカレッジ",
                                        "介護福祉学院",
                                        "IT専門学校",
                                        "パソコン教室",
                                        "簿記学院",
                                        "医療事務スクール",
                                        "デザインアカデミー",
                                        "コンサルティング",
                                        "技研",
                                        "就労支援センター",
                                        "ソフトウェア",
                                        "教育研究所",
                                        "プランニング",
                                        "印刷",
                                        "データサービス",
                                        "システムズ",
                                        "ホールディングス"};
constexpr std::array<Words, 6> kCompany{"株式会社", "有限会社",     "学校法人",
                                        "合同会社", "一般社団法人", "特定非営利活動法人"};
constexpr std::array<Words, 20> kTowns{"東京都八王子市明神町",
                                       "長野県松本市中央",
                                       "福岡県福岡市博多区博多駅前",
                                       "北海道札幌市北区北七条西",
                                       "愛知県名古屋市中村区名駅",
                                       "大阪府大阪市北区梅田",
                                       "広島県広島市中区基町",
                                       "宮城県仙台市青葉区一番町",
                                       "神奈川県横浜市西区みなとみらい",
                                       "埼玉県さいたま市大宮区桜木町",
                                       "千葉県千葉市中央区富士見",
                                       "京都府京都市下京区烏丸通七条下る東塩小路町",
                                       "兵庫県神戸市中央区三宮町",
                                       "静岡県浜松市中央区鍛冶町",
                                       "新潟県新潟市中央区万代",
                                       "岡山県岡山市北区駅元町",
                                       "鹿児島県鹿児島市東千石町",
                                       "沖縄県那覇市おもろまち",
                                       "石川県金沢市香林坊",
                                       "香川県高松市サンポート"};
constexpr std::array<Words, 8> kBuildings{
    "　明神ビル３階", " サンライズ名駅5F", "　第二協栄ビル　４０２号室", " KDXビル9階",
    "　教育会館内",   " みなとタワー12F",  "　駅前プラザ２Ｆ",           " スカイコート201"};
constexpr std::array<Words, 12> kPeople{"緑川 太郎", "佐藤　花子",   "鈴木 一郎",   "高橋　美咲",
                                        "田中 健二", "渡邊　裕子",   "伊藤 誠",     "山﨑　直樹",
                                        "中村 恵",   "小林　さゆり", "加藤 ジョン", "吉田　三津夫"};
constexpr std::array<Words, 4> kTitles{"代表取締役　", "代表社員 ", "理事長　", "校長 "};
constexpr std::array<Words, 5> kDesks{"総務部　", "教務課 ", "事務局", "職業訓練担当　",
                                      "情報システム係 "};
constexpr std::array<Words, 16> kMedia{"USBメモリ（パスワードロック機能付き）",
                                       "社内ファイルサーバー",
                                       "外付けハードディスク",
                                       "教室設置のノートPC",
                                       "事務室のデスクトップPC内ストレージ",
                                       "NAS（本校サーバー室）",
                                       "バックアップ用外付けSSD",
                                       "受講者用貸与端末",
                                       "ブルーレイディスク",
                                       "LTOテープ",
                                       "ＵＳＢメモリ（暗号化）",
                                       "業務用タブレット端末",
                                       "ＤＶＤ－Ｒ",
                                       "講師用ノートパソコン",
                                       "本社サーバ（RAID5）",
                                       "SDカード"};

struct KnownService {
  Words name, provider, place;
};
constexpr std::array<KnownService, 12> kServices{{
    {"さくらのクラウド", "さくらインターネット株式会社", "日本国内（石狩リージョン）"},
    {"Amazon S3", "アマゾン ウェブ サービス ジャパン合同会社", "東京リージョン（ap-northeast-1）"},
    {"Microsoft Azure", "日本マイクロソフト株式会社", "東日本リージョン"},
    {"IDCF クラウド", "株式会社IDCフロンティア", "日本国内のデータセンター"},
    {"学習管理システム「まなびの森」", "株式会社まなびの森", "千葉県印西市のデータセンター"},
    {"勤怠管理システム クロノス", "クロノスソリューションズ株式会社", "国内（大阪府）"},
    {"ニフクラ", "富士通クラウドテクノロジーズ株式会社",
     "日本（東日本リージョン、西日本リージョン）"},
    {"KDDIクラウドプラットフォームサービス", "KDDI株式会社",
     "国内データセンター（所在地は非公表）"},
    {"受講者ポータル", "株式会社青空システムズ", "日本国内"},
    {"WebARENA", "株式会社NTTPCコミュニケーションズ", "東京都内のデータセンター"},
    {"応募管理クラウドＮＡＶＩ", "合同会社ナビワークス", "日本国内（東京及び大阪）"},
    {"eラーニング ステップアップ", "株式会社ステップ", "Japan (Tokyo)"},
}};
struct ForeignService {
  Words name, provider, place, country, alias;
};
constexpr std::array<ForeignService, 4> kForeignServices{{
    {"Amazon S3", "Amazon Web Services, Inc.", "米国（バージニア北部リージョン）", "米国",
     "アメリカ合衆国"},
    {"Linode", "Akamai Technologies, Inc.", "シンガポールのデータセンター", "シンガポール",
     "Singapore"},
    {"OVHcloud", "OVH SAS", "フランス（グラヴリーヌ）", "フランス", "仏国"},
    {"Hetzner Cloud", "Hetzner Online GmbH", "ドイツ（ファルケンシュタイン）", "ドイツ", "独国"},
}};
constexpr std::array<Words, 4> kOverseasData{
    "学習管理システムの受講履歴", "動画教材及び受講者が提出した課題",
    "受講者の氏名及びメールアドレス", "バックアップデータ一式（暗号化済み）"};
constexpr std::array<Words, 12> kWork{"受講者名簿及び出席簿のデータ入力",
                                      "修了証書の印刷及び発送",
                                      "学習管理システムの保守運用",
                                      "アンケートの集計と報告書の作成",
                                      "就職支援システムへの求人情報の登録",
                                      "教室PCの設定と廃棄時のデータ消去",
                                      "動画教材の編集",
                                      "給付金申請書類の点検",
                                      "ＬＡＮ配線工事及びサーバーの移設",
                                      "受講者募集チラシの作成、印刷、配布",
                                      "キャリアコンサルティング（月２回）の実施",
                                      "訓練日誌の電子化（スキャン及び索引付け）"};

std::string number(std::size_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  digits.insert(0, width > digits.size() ? width - digits.size() : 0, '0');
  return digits;
}

// As people write digits in addresses and dates: １２.
std::string wide(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out.append("\xEF\xBC").push_back(static_cast<char>(0x90 + (c - '0')));
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string corporate_number(Dice& dice) {
  std::string base = "01" + number(dice.below(1'000'000'000), 9) + number(1 + dice.below(9), 1);
  std::size_t sum = 0;
  for (std::size_t n = 1; n <= 12; ++n) {
    sum += static_cast<std::size_t>(base[12 - n] - '0') * (n % 2 == 1 ? 1 : 2);
  }
  return std::to_string(9 - sum % 9) + base;
}

// `first` differs between the parties of one form.
std::string company(Dice& dice, std::size_t first) {
  const Words form = dice.pick(kCompany);
  std::string name(kFirst[first % kFirst.size()]);
  name += dice.pick(kSecond);
  return dice.percent(30) ? name.append(form) : std::string(form).append(name);
}

std::string day_written(Dice& dice, std::size_t month) {
  const std::size_t day = 1 + dice.below(28);
  const std::size_t notation = dice.below(100);
  if (notation < 35) return "2025-" + number(month, 2) + "-" + number(day, 2);
  std::string text = "令和7年";
  text.append(std::to_string(month)).append("月").append(std::to_string(day)).append("日");
  return notation < 98 ? text : wide(text);
}

std::string address(Dice& dice) {
  std::string text(dice.pick(kTowns));
  const std::string block = std::to_string(1 + dice.below(9));
  const std::string lot = std::to_string(1 + dice.below(30));
  const std::string house = std::to_string(1 + dice.below(20));
  switch (dice.below(5)) {
    case 0:
      text.append(wide(block)).append("－").append(wide(lot)).append("－").append(wide(house));
      break;
    case 1:
      text.append(wide(block))
          .append("丁目")
          .append(wide(lot))
          .append("番")
          .append(wide(house))
          .append("号");
      break;
    case 2: text.append(block).append("丁目").append(lot).append("番地").append(house); break;
    default: text.append(block).append("-").append(lot).append("-").append(house);
  }
  if (dice.percent(35)) text += dice.pick(kBuildings);
  return text;
}

Json party(Dice& dice, std::size_t first) {
  Json party;
  party["name"] = company(dice, first);
  party["address"] = address(dice);
  party["corporate_number"] = corporate_number(dice);
  if (dice.percent(80)) {
    std::string who(dice.pick(kTitles));
    party["representative"] = who.append(dice.pick(kPeople));
  }
  if (dice.percent(80)) {
    std::string desk(dice.pick(kDesks));
    party["contact"] = desk.append("042-000-").append(number(dice.below(10000), 4));
  }
  return party;
}

Json valid_form(Dice& dice, std::size_t serial) {
  const std::size_t first = dice.below(kFirst.size());
  const bool abroad = dice.percent(8);
  Json form{{"format", "tokki.declaration/1"}, {"id", "2025-" + number(serial, 6)}};
  if (dice.percent(10)) form["supersedes"] = "2024-" + number(serial, 6);
  form["declared_on"] = day_written(dice, 5);
  form["declarant"] = party(dice, first);
  form["contract"]["concluded_on"] = day_written(dice, 4);
  form["contract"]["title"] = "委託訓練契約書";
  form["contract"]["course_number"] = "5-07-13-" + number(dice.below(1000), 3) + "-02-0001";

  Json& media = form["storage_media"] = Json::array();
  const std::size_t first_medium = dice.below(kMedia.size());
  for (std::size_t i = 0, n = 1 + dice.below(4); i < n; ++i) {
    media.push_back({{"name", kMedia[(first_medium + 3 * i) % kMedia.size()]}});
  }

  Json services = Json::array();
  const ForeignService& foreign = dice.pick(kForeignServices);
  if (abroad) {
    services.push_back(
        {{"name", foreign.name}, {"provider", foreign.provider}, {"data_location", foreign.place}});
  }
  const std::size_t first_service = dice.below(kServices.size());
  for (std::size_t i = 0, n = dice.below(abroad ? 4 : 5); i < n; ++i) {
    const KnownService& known = kServices[(first_service + 5 * i) % kServices.size()];
    Json service{
        {"name", known.name}, {"provider", known.provider}, {"data_location", known.place}};
    if (dice.percent(30)) service["countries"] = {"日本"};
    services.push_back(std::move(service));
  }
  Json& location = form["storage_location"];
  location["ticked"] = {abroad ? "abroad" : "japan_only"};
  if (abroad) {
    location["countries"] = {dice.percent(70) ? foreign.country : foreign.alias};
    location["overseas_data"] = dice.pick(kOverseasData);
  }
  Json& online = form["online_storage"];
  online["ticked"] = {services.empty() ? "no" : "yes"};
  if (!services.empty()) online["services"] = std::move(services);

  Json others = Json::array();
  const std::size_t first_work = dice.below(kWork.size());
  for (std::size_t i = 0, n = dice.below(4); i < n; ++i) {
    Json other;
    other["name"] = company(dice, first + 5 * (i + 1));
    other["work"] = kWork[(first_work + i) % kWork.size()];
    if (dice.percent(70)) other["corporate_number"] = corporate_number(dice);
    if (dice.percent(30)) other["subsidiary"] = dice.percent(20);
    others.push_back(std::move(other));
  }
  Json& subcontracting = form["subcontracting"];
  subcontracting["ticked"] = {others.empty() ? "no" : "yes"};
  if (!others.empty()) subcontracting["subcontractors"] = std::move(others);

  if (dice.percent(5)) form["extensions"] = {{"received_by", "訓練課"}, {"desk", 3}};
  return form;
}

// So that no text about a thing occurs twice.
void number_texts(Json& form, std::size_t serial) {
  std::size_t count = 0;
  const auto mark = [&](Json& text) {
    std::string marked = text;
    text = marked.append(" ").append(number(serial, 5)).append(number(count++, 2));
  };
  for (Json& medium : form["storage_media"]) mark(medium["name"]);
  for (Json& service : form["online_storage"]["services"]) {
    for (const char* cell : {"name", "provider", "data_location"}) mark(service[cell]);
  }
  for (Json& other : form["subcontracting"]["subcontractors"]) mark(other["work"]);
}

// What clerks are there for: still valid, but a person must look, or a note is due.
void make_doubtful(Dice& dice, Json& form) {
  switch (dice.below(4)) {
    case 0: form["contract"]["title"] = "職業訓練の実施に関する契約書"; break;
    case 1: form["storage_media"].push_back({{"name", "クラウドストレージは使用しない"}}); break;
    case 2: form["declarant"]["corporate_number"] = "8000-0201-30001"; break;
    default: form["declared_on"] = "7年5月30日";
  }
}

void spoil(Dice& dice, Json& form) {
  Json& declarant = form["declarant"];
  Json& online = form["online_storage"];
  switch (dice.below(18)) {
    case 0: declarant["address"] = ""; break;
    case 1: declarant["name"] = "　"; break;
    case 2: form["contract"].erase("course_number"); break;
    case 3: form["storage_media"] = Json::array(); break;
    case 4: form["storage_location"]["ticked"] = {"japan_only", "abroad"}; break;
    case 5: online["ticked"] = {"yes", "no"}; break;
    case 6: form["subcontracting"]["ticked"] = Json::array(); break;
    case 7:
      form["storage_location"] = {{"ticked", {"japan_only"}}};
      online["ticked"] = {"yes"};
      online["services"].push_back({{"name", "DigitalOcean Spaces"},
                                    {"provider", "DigitalOcean, LLC"},
                                    {"data_location", "米国"}});
      break;
    case 8: form["declared_on"] = "令和7年2月30日"; break;
    case 9: form["declared_on"] = "2027-05-10"; break;
    case 10: form["contract"]["concluded_on"] = "四月のはじめ"; break;
    case 11: form["contract"]["course_number"] = 42; break;
    case 12: form["storage_media"] = "USBメモリ"; break;
    case 13: form["storage_medium"] = "USBメモリ"; break;
    case 14: declarant["adress"] = declarant["address"]; break;
    case 15: declarant["corporate_number"] = "8000020130002"; break;
    case 16: declarant["corporate_number"] = "80000201300"; break;
    default:
      form["subcontracting"] = {{"ticked", {"yes"}},
                                {"subcontractors", {{{"name", "彩雲技研"}, {"work", "業務一式"}}}}};
  }
}

}  // namespace

std::vector<Form> forms(std::size_t count, bool unlike) {
  Dice dice;
  std::vector<Form> all;
  all.reserve(count);
  while (all.size() < count) {
    Json form = valid_form(dice, all.size());
    if (unlike) number_texts(form, all.size());
    const bool spoiled = dice.percent(15);
    if (spoiled) {
      spoil(dice, form);
    } else if (dice.percent(6)) {
      make_doubtful(dice, form);
    }
    std::string json = form.dump(2);
    if (json.size() >= 1000 && json.size() <= 3000) all.push_back({std::move(json), spoiled});
  }
  return all;
}

}  // namespace tokki::bench
