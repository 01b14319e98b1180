// The dates of the form (X9).
#include "rules/form/form_rules.hpp"

namespace tokki {
namespace {

using std::chrono::sys_days;

// Calls `visit(date, path)` for each date of the form; `path()` makes the path when it is wanted.
template <class Visit>
void each_date(const Form& form, Visit&& visit) {
  visit(form.declaration().declared_on, [] { return at(&Declaration::declared_on); });
  visit(form.declaration().contract.concluded_on,
        [] { return at(&Declaration::contract, &CitedContract::concluded_on); });
}

// A cell that only holds a phrase of the blank form, なし, 未定 or 別紙 has been reported for that.
template <DateReading reading>
void emit_reading(const Form& form, const Emit& emit) {
  each_date(form, [&](const Date& date, const auto& path) {
    if (date.reading != reading) return;
    constexpr Saying kReported =
        Saying::none | Saying::undecided | Saying::elsewhere | Saying::prompt;
    if (reading == DateReading::unreadable && has(form.saying_of(date.written), kReported)) return;
    More more;
    if (date.value) more.arguments.push_back({"date", *date.value});
    if (reading == DateReading::normalised) {
      more.fix.push_back({path().pointer(), iso(*date.value)});
    }
    emit(path(), std::move(more));
  });
}

constexpr FormRule kDateRules[] = {
    {.info = {.id = "date-unreadable",
              .severity = Severity::error,
              .clause = {},
              .message = {"日付として読み取れません。", "This cannot be read as a date."},
              .remedy = {"令和7年4月1日、または 2025-04-01 のように、年月日を記載してください。",
                         "Write year, month and day: 令和7年4月1日 or 2025-04-01."},
              .why = {"届出や契約の日付は、期限や差し替えの判断の基になるため。",
                      "Deadlines, and which declaration is in force, follow from the dates."},
              .fires = R"({"declared_on": "令和7年春"})",
              .near_miss = R"({"declared_on": "令和7年4月1日付け"})",
              .reads = "lists.none lists.undecided lists.elsewhere lists.prompts"},
     .check = emit_reading<DateReading::unreadable>,
     .when = sign::odd_date},
    {.info = {.id = "date-impossible",
              .severity = Severity::error,
              .clause = {},
              .message = {"暦にない日付です。", "There is no such day."},
              .remedy = {"正しい日付に直してください。", "Correct the date."},
              .why = {"書き誤りを推測で直さないため。", "A slip is not corrected by guessing."},
              .fires = R"({"declared_on": "令和7年2月30日"})",
              .near_miss = R"({"contract": {"concluded_on": "令和6年2月29日"}})"},
     .check = emit_reading<DateReading::impossible>,
     .when = sign::odd_date},
    {.info =
         {.id = "date-era-mismatch",
          .severity = Severity::error,
          .clause = {},
          .message =
              {"元号と日付が合いません。その日はその元号ではないか、和暦と西暦が食い違っていま"
               "す。",
               "The era does not fit the date: it was not that era on that day, or the "
               "Japanese and the Western year differ."},
          .remedy =
              {"元号か年を直してください（平成は2019年4月30日まで、令和は同年5月1日から）。",
               "Correct the era or the year (平成 ended on 2019-04-30, 令和 began the day after)."},
          .why = {"元号か年のどちらかが書き誤られているため。",
                  "Either the era or the year is a slip."},
          .fires = R"({"contract": {"concluded_on": "平成31年5月1日"}})",
          .near_miss = R"({"contract": {"concluded_on": "令和元年5月1日"}})"},
     .check = emit_reading<DateReading::era_mismatch>,
     .when = sign::odd_date},
    {.info = {.id = "date-weekday-mismatch",
              .severity = Severity::error,
              .clause = {},
              .message = {"日付と曜日が合いません。", "The day of the week does not fit the date."},
              .remedy = {"暦と照らして日付か曜日を直してください。",
                         "Correct the date or the day of the week by a calendar."},
              .why = {"日付か曜日のどちらかが書き誤られているため。",
                      "Either the date or the day of the week is a slip."},
              .fires = R"({"declared_on": "令和7年4月1日（水）"})",
              .near_miss = R"({"declared_on": "令和7年4月1日（火）"})"},
     .check = emit_reading<DateReading::weekday_mismatch>,
     .when = sign::odd_date},
    {.info = {.id = "date-era-missing",
              .severity = Severity::review,
              .clause = {},
              .message = {"元号がなく、年が決まりません。",
                          "There is no era, so the year is not certain."},
              .remedy = {"どの年かを届出者に確認してください。",
                         "Ask the filer which year is meant."},
              .why = {"「7年」は令和7年とも2007年とも読めるため。",
                      "\"Year 7\" may be Reiwa 7 or 2007."},
              .fires = R"({"declared_on": "7年4月1日"})",
              .near_miss = R"({"declared_on": "2025年4月1日"})"},
     .check = emit_reading<DateReading::era_missing>,
     .when = sign::odd_date},
    {.info = {.id = "date-notation",
              .severity = Severity::note,
              .clause = {},
              .message = {"{date} と読み取りました。", "This was read as {date}."},
              .remedy = {"対応は不要です。読み取りが違っていれば書き直してください。",
                         "Nothing to do, unless it was meant otherwise."},
              .why = {"全角数字、漢数字、R7.4.1 などをどう読んだかを示すため。",
                      "To say how full-width digits, kanji numerals or R7.4.1 were read."},
              .fires = R"({"declared_on": "Ｒ７．４．１"})",
              .near_miss = R"({"declared_on": "令和 7年 4月 1日"})"},
     .check = emit_reading<DateReading::normalised>,
     .when = sign::odd_date},
    {.info = {.id = "date-in-future",
              .severity = Severity::error,
              .clause = {},
              .message = {"確認の基準日（{as_of}）より後の日付です。",
                          "The date lies after the day of the check, {as_of}."},
              .remedy = {"日付を確認してください。基準日は --as-of で変えられます。",
                         "Check the date. The day of the check can be set with --as-of."},
              .why = {"まだ来ていない日に届出や契約はできないため。",
                      "Nothing can have been filed or concluded on a day that has not come."},
              .fires = R"({"declared_on": "令和99年4月1日"})",
              .near_miss = R"({"declared_on": "令和8年11月24日"})"},
     .check =
         [](const Form& form, const Emit& emit) {
           each_date(form, [&](const Date& date, const auto& path) {
             if (date.value && sys_days(*date.value) > sys_days(form.as_of())) {
               emit(path(), {.arguments = {{"as_of", form.as_of()}}});
             }
           });
         },
     .when = sign::odd_date},
    {.info = {.id = "declared-before-contract",
              .severity = Severity::review,
              .clause = "A3.4",
              .message = {"契約日（{contract}）より前の日付の届出です。",
                          "The declaration is dated before the contract ({contract})."},
              .remedy = {"日付に誤りがないか、届出の後に内容が変わっていないかを確認してください。",
                         "Make sure of the dates, and that nothing changed after filing."},
              .why = {"届出は「本契約に際して」行うものです。先立つ届出を禁じる定めはないため、要確"
                      "認とします。",
                      "It is to be filed on concluding the contract; earlier is not forbidden, so "
                      "a person decides."},
              .fires = R"({"declared_on": "令和7年3月31日"})",
              .near_miss = R"({"declared_on": "令和7年4月1日"})"},
     .check =
         [](const Form& form, const Emit& emit) {
           const auto& declared = form.declaration().declared_on.value;
           const auto& concluded = form.declaration().contract.concluded_on.value;
           if (!declared || !concluded || sys_days(*declared) >= sys_days(*concluded)) return;
           emit(at(&Declaration::declared_on),
                {.arguments = {{"contract", *concluded}},
                 .related = {at(&Declaration::contract, &CitedContract::concluded_on)}});
         },
     .when = sign::odd_date},
    {.info = {.id = "contract-before-era",
              .severity = Severity::error,
              .clause = "F.statement",
              .message = {"様式には「{era}」と印刷されていますが、契約日が{first}より前です。",
                          "The form prints {era}, but the contract date is before {first}."},
              .remedy = {"契約日を確認してください。", "Check the contract date."},
              .why = {"この様式で届け出られる契約は、印刷された元号の期間のものに限られるため。",
                      "A contract declared on this form was concluded in the era printed on it."},
              .fires = R"({"contract": {"concluded_on": "2019-04-30"}})",
              .near_miss = R"({"contract": {"concluded_on": "2019-05-01"}})",
              .reads = "form.era"},
     .check =
         [](const Form& form, const Emit& emit) {
           const auto& concluded = form.declaration().contract.concluded_on.value;
           const Day first = form.edition().first_contract_day();
           if (!concluded || sys_days(*concluded) >= sys_days(first)) return;
           emit(at(&Declaration::contract, &CitedContract::concluded_on),
                {.arguments = {{"era", Token{form.edition().file().form.era.str()}},
                               {"first", first}}});
         },
     .when = sign::odd_date},
};
static_assert(complete(kDateRules));

}  // namespace

std::span<const FormRule> date_rules() { return kDateRules; }

}  // namespace tokki
