// The bounds of an edition's duties are those that its clauses print: words, number and unit.
#include <gmock/gmock.h>

#include <string>
#include <tuple>
#include <vector>

#include "terms/edition_files.hpp"
#include "terms/printed_span.hpp"

namespace tokki {
namespace bounds_test {

using namespace internal;

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<std::string> spans(std::string_view text) {
  std::vector<std::string> found;
  for (const PrintedSpan& each : printed_spans(text)) {
    found.push_back(std::to_string(each.value) + " " + std::string(key_of(each.unit)) + " " +
                    std::string(each.text));
  }
  return found;
}

TEST(PrintedSpans, AreReadInDigitsOfAnyWidthAndInKanji) {
  EXPECT_THAT(spans("最初に事案を認識した時点から、60分以内に"), ElementsAre("60 minutes 60分"));
  EXPECT_THAT(spans("２４時間以内に第一報を、３日以内に詳細を"),
              ElementsAre("24 hours ２４時間", "3 days ３日"));
  EXPECT_THAT(spans("三十日を経過する日まで"), ElementsAre("30 days 三十日"));
  EXPECT_THAT(spans("十分以内に、二週間前までに"), ElementsAre("10 minutes 十分", "2 weeks 二週"));
  EXPECT_THAT(spans("５営業日以内、十開庁日以内"),
              ElementsAre("5 business_days ５営業日", "10 business_days 十開庁日"));
  EXPECT_THAT(spans("１か月、２カ月、３ヶ月、四箇月以内、五月以内"),
              ElementsAre("1 months １か月", "2 months ２カ月", "3 months ３ヶ月",
                          "4 months 四箇月", "5 months 五月以内"));
}

TEST(PrintedSpans, OfWhichHolidaysAreTakenOutAreBusinessDays) {
  EXPECT_THAT(spans("３日以内（閉庁日を除く。）"), ElementsAre("3 business_days ３日"));
  EXPECT_THAT(spans("10日（日曜日及び休日を除く。）以内、24時間以内"),
              ElementsAre("10 business_days 10日", "24 hours 24時間"));
  EXPECT_THAT(spans("３日以内（閉庁日を含む。）"), ElementsAre("3 days ３日"));
  EXPECT_THAT(spans("３日以内に、５日以内（閉庁日を除く。）に"),
              ElementsAre("3 days ３日", "5 business_days ５日"));
  EXPECT_THAT(spans("24時間（休日を除く。）"), ElementsAre("24 hours 24時間"));
}

TEST(PrintedSpans, AreNotDatesOrdinalsFractionsOrEnough) {
  for (const char* text :
       {"令和7年4月1日から", "四月一日から", "第３日", "三分の一", "十分に確認し", "一部を委託",
        "二以上の段階", "第２条第３号", "17時まで", "一日も早く", "３月", "", "分", "60"}) {
    EXPECT_THAT(spans(text), ElementsAre()) << text;
  }
}

// An edition whose clause A9.3 sets a bound, in these words and by this number and unit.
struct Bound {
  std::string wording, words, text;
  int value;
  const char* unit;
};
Json bounded(const Bound& bound) {
  return extending(
      {{"clauses",
        {{{"key", "A9.3"},
          {"wording",
           {{"ja", "乙は、" + bound.wording + "報告し、その指示に従わなければならない。"},
            {"en", "Report."}}}}}},
       {"duties",
        {{{"key", "A9.3"},
          {"summary", {{"ja", bound.words + "に報告する。"}, {"en", "Report."}}},
          {"promptness", {"within"}},
          {"promptness_words", {bound.words}},
          {"parameter", "report"}},
         {{"key", "A9.3.obey"}}}},
       {"parameters",
        {{{"key", "report"},
          {"clause", "A9.3"},
          {"value", bound.value},
          {"unit", bound.unit},
          {"text", bound.text},
          {"label", {{"ja", "報告まで"}, {"en", "until the report"}}}}}}});
}
std::vector<std::string> faults_of(const Bound& bound) { return faults(bounded(bound)); }

TEST(Bounds, AreThoseThatTheClausePrints) {
  for (const auto& [printed, value, unit] : std::vector<std::tuple<const char*, int, const char*>>{
           {"60分以内", 60, "minutes"},
           {"２４時間以内", 24, "hours"},
           {"三日以内", 3, "days"},
           {"３営業日以内", 3, "business_days"},
           {"二週間以内", 2, "weeks"},
           {"１か月以内", 1, "months"},
           {"３日以内（閉庁日を除く。）", 3, "business_days"}}) {
    const std::string wording = printed;
    EXPECT_THAT(faults_of({wording + "に", wording, wording, value, unit}), ElementsAre())
        << printed;
    EXPECT_THAT(faults_of({wording + "に", wording, wording, value + 1, unit}),
                ElementsAre("edition-invented-number /parameters/0/value"))
        << printed;
    for (const auto& other : Description<Unit>::choices) {
      if (other.key == unit) continue;
      EXPECT_THAT(faults_of({wording + "に", wording, wording, value, other.key.data()}),
                  ElementsAre("edition-unit-differs /parameters/0/unit"))
          << printed << other.key;
    }
  }
}

// The words that are quoted may stop before the bracket that changes their meaning.
TEST(Bounds, AreReadWithTheBracketBehindThem) {
  EXPECT_THAT(faults_of({"３日以内（閉庁日を除く。）に", "３日以内", "３日以内", 3, "days"}),
              ElementsAre("edition-unit-differs /parameters/0/unit"));
}

TEST(Bounds, AreOneSpanEach) {
  EXPECT_THAT(faults_of({"24時間以内に第一報を、３日以内に詳細を", "24時間以内",
                         "24時間以内に第一報を、３日以内", 3, "hours"}),
              ElementsAre("edition-span-unclear /parameters/0/text"));
  EXPECT_THAT(faults_of({"60分以内に", "60分以内", "60", 60, "minutes"}),
              ElementsAre("edition-span-unclear /parameters/0/text"));
}

TEST(Bounds, AreTheirDutysOwn) {
  const Bound right{"24時間以内に第一報を、３日以内に詳細を", "24時間以内", "24時間以内", 24,
                    "hours"};
  EXPECT_THAT(faults_of(right), ElementsAre());
  // The words of another span of the clause.
  Bound words = right;
  words.words = "３日以内";
  EXPECT_THAT(faults_of(words), ElementsAre("edition-bound-differs /duties/0/promptness_words/0"));
  // No words, or words without a span.
  Json silent = bounded(right);
  silent["duties"][0]["promptness_words"] = {"第一報"};
  EXPECT_THAT(faults(silent), ElementsAre("edition-bound-differs /duties/0/parameter"));
  // A bound that another clause prints.
  Json elsewhere = bounded(right);
  elsewhere["duties"][0]["parameter"] = "incident-contact-minutes";
  EXPECT_THAT(faults(elsewhere), ElementsAre("edition-bound-elsewhere /duties/0/parameter"));
  elsewhere["duties"][0]["also"] = {"B2.time"};
  elsewhere["duties"][0]["promptness_words"] = {"60分以内"};
  EXPECT_THAT(faults(elsewhere), ElementsAre());
}

TEST(Bounds, OfASummaryArePrintedToo) {
  Json edition = bounded({"24時間以内に", "24時間以内", "24時間以内", 24, "hours"});
  edition["duties"][0]["summary"]["ja"] = "48時間以内に報告する。";
  EXPECT_THAT(faults(edition), ElementsAre("edition-not-in-wording /duties/0/summary/ja"));
  edition["duties"][0]["summary"]["ja"] = "２４時間以内に報告する。";  // in another width
  EXPECT_THAT(faults(edition), ElementsAre());
}

TEST(PrintedForm, StandsInTheStatement) {
  EXPECT_THAT(faults(extending({{"form", {{"contract_title", "存在しない契約書"}}}})),
              ElementsAre("edition-not-in-wording /form/contract_title"));
  EXPECT_THAT(faults(extending({{"form", {{"era", "平成"}}}})),
              ElementsAre("edition-not-in-wording /form/era"));
  EXPECT_THAT(faults(extending({{"form", {{"contract_title", "委託訓練契約書"}}}})), ElementsAre());
}

}  // namespace bounds_test
}  // namespace tokki
