// The kind of decision about changes in what was declared: to be reported, or declared again
// (特記事項3(4), 届出書 注記).
#include <algorithm>
#include <array>

#include "assess/decide.hpp"
#include "assess/declared_facts.hpp"
#include "changes/compare_forms.hpp"

namespace tokki::inline v0::internal {
namespace {

// What became of a change, by the declarations of its party.
struct Redeclared {
  std::optional<Moment> day{};        // of the first declaration that states it
  bool contended = false;             // the form that was in force, or that states it, is not clear
  const ReasonInfo* open = nullptr;   // a later declaration may state it
  std::optional<std::size_t> base{};  // the form that was in force before
};

// Nothing where the fact is no change: nothing was declared before it, or the first declaration
// states it already.
std::optional<Redeclared> redeclared(const FormSeries& series, const DeclaredFact& fact) {
  const std::vector<FiledForm>& forms = series.forms();
  const std::optional<std::size_t> base =
      fact.from.known ? series.in_force_before(fact.from) : std::optional<std::size_t>(0);
  // What ended is a change of a form that names it still.
  const bool ends = fact.after_keys.empty() && !fact.before_keys.empty();
  if (!base || series.follows(ends ? *base : 0, fact)) return std::nullopt;
  if (!fact.firm_keys.empty() && !series.states(*base, fact.firm_keys)) return std::nullopt;
  Redeclared result{.base = base};
  result.contended = forms[*base].contended;
  for (std::size_t i = 1; i < forms.size(); ++i) {
    // What was declared in advance counts while it stands.
    const bool in_advance = i <= *base;
    if (!series.follows(i, fact) || (in_advance && !series.follows(*base, fact))) continue;
    result.day = forms[i].day;
    result.contended = result.contended || forms[i].contended;
    break;
  }
  return result;
}

class ChangeDecision {
 public:
  ChangeDecision(const Cases& cases, const DeclaredFact& fact, const Redeclared& declared,
                 DutyInstance& instance)
      : cases_(cases),
        context_(cases.context),
        fact_(fact),
        declared_(declared),
        instance_(instance) {}

  void decide(const FormSeries& series, const Actor& actor) {
    instance_.facts.push_back(
        fact_in<Filing>(series.forms()[*declared_.base].source, &Filing::declaration));
    const Duty& duty = cases_.duty;
    std::optional<Moment> done = declared_.day;
    if (duty.records.has(RecordType::report)) reports(actor, done);
    if (fact_.conflict) return leave_open(instance_, reason("records-conflict"));
    if (declared_.contended) return leave_open(instance_, reason("forms-contend"));
    if (!done) return decide_undone(series, actor);
    const Performance performance{
        .trigger = fact_.from, .done = done, .kind = name_of_kind<Filing>(), .actor = actor};
    if (fact_.ended && before(*fact_.ended, *done) == Truth::yes) {
      return leave_open(instance_, reason("changed-again"));
    }
    duty.promptness.has(Promptness::none) ? decide_untimed(cases_, instance_, performance)
                                          : decide_unbounded(cases_, instance_, performance);
  }

 private:
  // 報告: that it was made, not that it arrived.
  void reports(const Actor& actor, std::optional<Moment>& done) {
    context_.communications.each(fact_.id, [&](std::size_t i) {
      const Entry<Communication>& entry = context_.ledger.all<Communication>()[i];
      const Communication& each = *entry.record;
      const Moment sent = moment(given(each.at) ? each.at : each.reached_at, context_.as_of);
      if (context_.lies_ahead(sent)) return;
      if (!context_.actors.made_by(each, actor)) return;
      if (!each.to.empty() && context_.actors.of(each.to).side != Side::client) return;
      instance_.facts.push_back(fact_in<Communication>(entry.source));
      if (!each.acts.has(CommunicationAct::report)) {
        perhaps_reported_ = true;
      } else {
        done = done ? earlier(*done, sent) : sent;
      }
    });
  }

  // The latest form changes the matter in question, but not to what is on record.
  [[nodiscard]] bool changed_otherwise(const FormSeries& series) const {
    const std::vector<FiledForm>& forms = series.forms();
    if (*declared_.base + 1 == forms.size()) return false;
    const FormDiff diff =
        compare_forms(*forms[*declared_.base].form, *forms.back().form, context_.edition);
    return std::ranges::any_of(diff.changes, [&](const FormChange& change) {
      return change.changes_meaning() && change.matter &&
             (!fact_.matter || change.matter == fact_.matter);
    });
  }

  void decide_undone(const FormSeries& series, const Actor& actor) {
    if (decide_by_judgement(cases_, instance_, instance_.trigger)) return;
    if (fact_.open != nullptr) return leave_open(instance_, *fact_.open);
    if (perhaps_reported_) return leave_open(instance_, reason("report-not-said"));
    if (series.undated_follows(fact_)) return leave_open(instance_, reason("time-open"));
    if (changed_otherwise(series)) return leave_open(instance_, reason("redeclaration-differs"));
    if (!fact_.from.known) return leave_open(instance_, reason("trigger-time-unknown"));
    // It is owed as long as there is something to declare.
    std::optional<Moment> over = end_of_contract(context_);
    if (fact_.ended) over = over ? earlier(*over, *fact_.ended) : *fact_.ended;
    if (!over) {
      instance_.since = fact_.from.lo;
      return conclude(instance_, Status::due, reason("awaited"));
    }
    if (all_on_file(actor, *over)) {
      return conclude(instance_, Status::breached, reason("undone-covered"));
    }
    leave_open(instance_, fact_.ended ? reason("changed-again") : reason("undone-unrecorded"));
    instance_.overdue = true;
  }

  [[nodiscard]] bool all_on_file(const Actor& actor, const Moment& over) const {
    const auto covers = [&](std::string_view kind) {
      return over.known && context_.covered.covers(kind, actor, fact_.from.lo, over.hi);
    };
    return covers(name_of_kind<Filing>()) &&
           (!cases_.duty.records.has(RecordType::report) || covers(name_of_kind<Communication>()));
  }

  const Cases& cases_;
  const Context& context_;
  const DeclaredFact& fact_;
  const Redeclared& declared_;
  DutyInstance& instance_;
  bool perhaps_reported_ = false;
};

}  // namespace

void decide_redeclare(Cases& cases) {
  const Context& context = cases.context;
  const DeclaredFacts& facts = context.declared_facts();
  const Ticked<DeclaredMatter>& matters = cases.duty.decision.matters;
  const std::optional<Moment> end = end_of_contract(context);
  for (const DeclaredFact& fact : facts.all()) {
    if ((fact.matter && !matters.has(*fact.matter)) || fact.only_wording) continue;
    if (end && fact.from.known && before(*end, fact.from) == Truth::yes) continue;
    const FormSeries* const series = facts.series(fact.party);
    if (series == nullptr) continue;
    const std::optional<Redeclared> declared = redeclared(*series, fact);
    if (!declared) continue;
    const bool own = fact.party == context.chain.contractor();
    const Actor actor{own ? Side::contractor : Side::subcontractor, fact.party};
    DutyInstance* const instance = cases.add(fact.trigger, actor, fact.record);
    if (instance == nullptr) continue;
    // Said of every filer, the duty is a subcontractor's own.
    if (cases.duty.bearer == Bearer::filer) instance->mirror = false;
    ChangeDecision(cases, fact, *declared, *instance).decide(*series, actor);
  }
}

}  // namespace tokki::inline v0::internal
