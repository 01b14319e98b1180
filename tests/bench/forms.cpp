#include "forms.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <random>
#include <string_view>

namespace tokki::bench {
namespace {

using Json = nlohmann::ordered_json;

// std::mt19937 is the same everywhere; the standard distributions are not.
class Dice {
 public:
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool once_in(std::size_t n) { return below(n) == 0; }
  template <std::size_t N>
  std::string pick(const std::array<std::string_view, N>& words) {
    return std::string(words[below(N)]);
  }

 private:
  std::mt19937 engine_{20260401};
};

constexpr std::array<std::string_view, 16> kNames{
    "みどり職業訓練センター", "北斗情報学院", "さくらビジネススクール", "大空キャリアカレッジ",
    "ひまわり介護福祉学院", "青葉IT専門学校", "みなとパソコン教室", "山手簿記学院",
    "あけぼの医療事務スクール", "東都デザインアカデミー", "若竹コンサルティング", "彩雲技研",
    "せせらぎ就労支援センター", "南風ソフトウェア", "白樺教育研究所", "つばめプランニング"};
constexpr std::array<std::string_view, 5> kForms{"株式会社", "有限会社", "学校法人", "合同会社",
                                                 "一般社団法人"};
constexpr std::array<std::string_view, 8> kAddresses{
    "東京都八王子市明神町", "長野県松本市中央", "福岡県福岡市博多区博多駅前", "北海道札幌市北区北七条西",
    "愛知県名古屋市中村区名駅", "大阪府大阪市北区梅田", "広島県広島市中区基町", "宮城県仙台市青葉区一番町"};
constexpr std::array<std::string_view, 10> kMedia{
    "USBメモリ（パスワードロック機能付き）", "社内ファイルサーバー", "外付けハードディスク", "教室設置のノートPC",
    "事務室のデスクトップPC内ストレージ", "NAS（本校サーバー室）", "バックアップ用外付けSSD", "受講者用貸与端末",
    "ブルーレイディスク", "LTOテープ"};
struct KnownService {
  std::string_view name, provider, place;
};
constexpr std::array<KnownService, 6> kServices{{
    {"さくらのクラウド", "さくらインターネット株式会社", "日本国内（石狩リージョン）"},
    {"Amazon S3", "アマゾン ウェブ サービス ジャパン合同会社", "東京リージョン（ap-northeast-1）"},
    {"Microsoft Azure", "日本マイクロソフト株式会社", "東日本リージョン"},
    {"IDCF クラウド", "株式会社IDCフロンティア", "日本国内のデータセンター"},
    {"学習管理システム「まなびの森」", "株式会社まなびの森", "千葉県印西市のデータセンター"},
    {"勤怠管理システム クロノス", "クロノスソリューションズ株式会社", "国内（大阪府）"},
}};
constexpr std::array<std::string_view, 8> kWork{
    "受講者名簿及び出席簿のデータ入力", "修了証書の印刷及び発送", "学習管理システムの保守運用",
    "アンケートの集計と報告書の作成", "就職支援システムへの求人情報の登録", "教室PCの設定と廃棄時のデータ消去",
    "動画教材の編集", "給付金申請書類の点検"};

std::string number(std::size_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  digits.insert(0, width > digits.size() ? width - digits.size() : 0, '0');
  return digits;
}

std::string corporate_number(Dice& dice) {
  std::string base = "01" + number(dice.below(10'000'000), 7) + number(dice.below(1000), 3);
  std::size_t sum = 0;
  for (std::size_t n = 1; n <= 12; ++n) {
    sum += static_cast<std::size_t>(base[12 - n] - '0') * (n % 2 == 1 ? 1 : 2);
  }
  return std::to_string(9 - sum % 9) + base;
}

std::string name(Dice& dice) {
  return dice.once_in(3) ? dice.pick(kNames) + dice.pick(kForms)
                         : dice.pick(kForms) + dice.pick(kNames);
}

std::string date(Dice& dice, std::size_t month) {
  const std::size_t day = 1 + dice.below(28);
  if (dice.once_in(3)) return "2025-" + number(month, 2) + "-" + number(day, 2);
  std::string text = "令和7年";
  return text.append(std::to_string(month)).append("月").append(std::to_string(day)).append("日");
}

std::string address(Dice& dice) {
  std::string text = dice.pick(kAddresses);
  const std::string block = std::to_string(1 + dice.below(9));
  if (!dice.once_in(4)) return text.append(block).append("-").append(block).append("-3");
  constexpr std::array<std::string_view, 4> kWide{"１－２－３", "４丁目５番６号", "７－８", "９番地１０"};
  return text.append(dice.pick(kWide));
}

Json valid_form(Dice& dice, std::size_t serial) {
  Json form{{"format", "tokki.declaration/1"}, {"id", "2025-" + number(serial, 6)}};
  form["declared_on"] = date(dice, 5);
  form["declarant"] = {{"name", name(dice)},
                       {"address", address(dice)},
                       {"corporate_number", corporate_number(dice)},
                       {"representative", "代表取締役　緑川 太郎"},
                       {"contact", "総務部 042-000-" + number(dice.below(10000), 4)}};
  form["contract"] = {{"concluded_on", date(dice, 4)},
                      {"title", "委託訓練契約書"},
                      {"course_number", "5-07-13-" + number(dice.below(1000), 3) + "-02-0001"}};
  form["storage_media"] = Json::array();
  const std::size_t first_medium = dice.below(kMedia.size());
  for (std::size_t i = 0, n = 1 + dice.below(4); i < n; ++i) {
    form["storage_media"].push_back({{"name", kMedia[(first_medium + i) % kMedia.size()]}});
  }
  form["storage_location"] = {{"ticked", {"japan_only"}}};
  Json services = Json::array();
  const std::size_t first_service = dice.below(kServices.size());
  for (std::size_t i = 0, n = dice.below(5); i < n; ++i) {
    const KnownService& known = kServices[(first_service + i) % kServices.size()];
    Json service{{"name", known.name}, {"provider", known.provider}, {"data_location", known.place}};
    if (dice.once_in(3)) service["countries"] = {"日本"};
    services.push_back(std::move(service));
  }
  const bool online = !services.empty();
  form["online_storage"] = {{"ticked", {online ? "yes" : "no"}}};
  if (online) form["online_storage"]["services"] = std::move(services);
  Json others = Json::array();
  const std::size_t first_work = dice.below(kWork.size());
  for (std::size_t i = 0, n = dice.below(4); i < n; ++i) {
    others.push_back({{"name", name(dice) + std::string(i, 'A')},
                      {"work", kWork[(first_work + i) % kWork.size()]},
                      {"corporate_number", corporate_number(dice)}});
  }
  const bool entrusts = !others.empty();
  form["subcontracting"] = {{"ticked", {entrusts ? "yes" : "no"}}};
  if (entrusts) form["subcontracting"]["subcontractors"] = std::move(others);
  if (dice.once_in(20)) form["extensions"] = {{"received_by", "訓練課"}, {"desk", 3}};
  return form;
}

void spoil(Dice& dice, Json& form) {
  switch (dice.below(10)) {
    case 0: form["declarant"]["address"] = ""; break;
    case 1: form["storage_location"]["ticked"] = {"japan_only", "abroad"}; break;
    case 2:
      form["online_storage"] = {{"ticked", {"yes"}},
                                {"services",
                                 {{{"name", "Amazon S3"},
                                   {"provider", "Amazon Web Services, Inc."},
                                   {"data_location", "米国"}}}}};
      break;
    case 3: form["declared_on"] = "令和7年2月30日"; break;
    case 4: form["contract"]["course_number"] = 42; break;
    case 5: form["storage_medium"] = "USBメモリ"; break;
    case 6: form["declarant"]["corporate_number"] = "8000020130002"; break;
    case 7: form["online_storage"]["ticked"] = Json::array(); break;
    case 8: form["storage_media"] = {{{"name", "例 USBメモリ"}}}; break;
    default:
      form["subcontracting"] = {
          {"ticked", {"yes"}}, {"subcontractors", {{{"name", "彩雲技研"}, {"work", "業務一式"}}}}};
  }
}

}  // namespace

std::vector<std::string> forms(std::size_t count) {
  Dice dice;
  std::vector<std::string> texts;
  texts.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Json form = valid_form(dice, i);
    if (dice.below(100) < 15) spoil(dice, form);
    texts.push_back(form.dump(2));
  }
  return texts;
}

}  // namespace tokki::bench
