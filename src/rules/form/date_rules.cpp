// The dates of the form (X9).
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"

namespace tokki::inline v0::internal {
namespace {

using std::chrono::sys_days;

// Calls `visit(date, path)` for each date of the form; `path()` makes the path, so
// that it is made only when needed.
template <class Visit>
void each_date(const FormFacts& form, Visit&& visit) {
  visit(form.declaration().declared_on, [] { return at(&Declaration::declared_on); });
  visit(form.declaration().contract.concluded_on,
        [] { return at(&Declaration::contract, &CitedContract::concluded_on); });
}

// Leaves out cells with a phrase of the blank form, なし, 未定 or 別紙, which other rules report.
template <DateReading reading>
void emit_reading(const FormFacts& form, const Emit& emit) {
  each_date(form, [&](const Date& date, const auto& path) {
    if (date.reading != reading) return;
    constexpr CellMeaning kReported =
        CellMeaning::none | CellMeaning::undecided | CellMeaning::elsewhere | CellMeaning::prompt;
    if (reading == DateReading::unreadable && has(form.meaning_at(path()), kReported)) return;
    Details details;
    if (date.value) details.arguments.push_back({"date", *date.value});
    if (reading == DateReading::normalised) {
      details.fix.push_back({path(), iso(*date.value)});
    }
    emit(path(), std::move(details));
  });
}

constexpr FormRule kDateRules[] = {
    {.info = rule("date-unreadable"),
     .check = emit_reading<DateReading::unreadable>,
     .triggers = FormTrigger::date},
    {.info = rule("date-impossible"),
     .check = emit_reading<DateReading::impossible>,
     .triggers = FormTrigger::date},
    {.info = rule("date-era-mismatch"),
     .check = emit_reading<DateReading::era_mismatch>,
     .triggers = FormTrigger::date},
    {.info = rule("date-weekday-mismatch"),
     .check = emit_reading<DateReading::weekday_mismatch>,
     .triggers = FormTrigger::date},
    {.info = rule("date-era-missing"),
     .check = emit_reading<DateReading::era_missing>,
     .triggers = FormTrigger::date},
    {.info = rule("date-order-open"),
     .check = emit_reading<DateReading::order_open>,
     .triggers = FormTrigger::date},
    {.info = rule("date-notation"),
     .check = emit_reading<DateReading::normalised>,
     .triggers = FormTrigger::date},
    {.info = rule("date-in-future"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           each_date(form, [&](const Date& date, const auto& path) {
             if (date.value && sys_days(*date.value) > sys_days(form.as_of())) {
               emit(path(), {.arguments = {{"as_of", form.as_of()}}});
             }
           });
         },
     .triggers = FormTrigger::date},
    {.info = rule("declared-before-contract"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const auto& declared = form.declaration().declared_on.value;
           const auto& concluded = form.declaration().contract.concluded_on.value;
           if (!declared || !concluded || sys_days(*declared) >= sys_days(*concluded)) return;
           emit(at(&Declaration::declared_on),
                {.arguments = {{"contract", *concluded}},
                 .related = {at(&Declaration::contract, &CitedContract::concluded_on)}});
         },
     .triggers = FormTrigger::date},
    {.info = rule("declared-long-after-contract"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const auto& declared = form.declaration().declared_on.value;
           const auto& concluded = form.declaration().contract.concluded_on.value;
           // A form that replaces another is filed whenever something changes.
           if (!declared || !concluded || !is_blank(form.declaration().supersedes)) return;
           const std::int64_t days = (sys_days(*declared) - sys_days(*concluded)).count();
           if (!emit.after_days() || days < *emit.after_days()) return;
           emit(at(&Declaration::declared_on),
                {.arguments = {{"contract", *concluded}, {"days", days}},
                 .related = {at(&Declaration::contract, &CitedContract::concluded_on)}});
         }},
    {.info = rule("contract-before-era"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const auto& concluded = form.declaration().contract.concluded_on.value;
           const Day first = form.edition().first_contract_day();
           if (!concluded || sys_days(*concluded) >= sys_days(first)) return;
           emit(at(&Declaration::contract, &CitedContract::concluded_on),
                {.arguments = {{"era", Token{form.edition().file().form.era.str()}},
                               {"first", first}}});
         },
     .triggers = FormTrigger::date},
};
static_assert(binds_each(kDateCatalog, kDateRules));

}  // namespace

std::span<const FormRule> date_rules() { return kDateRules; }

}  // namespace tokki::inline v0::internal
