// The kind of decision about online storage in use when the contract is made, of which 甲 is to be
// informed (特記事項3(4): 利用契約先の情報を甲に申し出なければならない).
#include <algorithm>

#include "assess/decide.hpp"
#include "assess/declared_facts.hpp"
#include "changes/entry_keys.hpp"

namespace tokki::inline v0::internal {
namespace {

// On the occasion of the contract: from its conclusion to the beginning of its period.
struct OccasionOfContract {
  Moment concluded, last;
};

OccasionOfContract occasion_of(const Context& context) {
  const Contract& contract = context.chain.contract();
  OccasionOfContract occasion{moment(contract.concluded_on, context.as_of), {}};
  occasion.last = occasion.concluded;
  const Moment starts = moment(contract.starts_on, context.as_of);
  if (contract.starts_on.value && starts.hi > occasion.last.hi) occasion.last = starts;
  return occasion;
}

// When 甲 was informed of a service, by a form or otherwise.
struct Informed {
  std::optional<Moment> when{};
  bool without_provider = false;  // the service is named, the party of the contract of use is not
  bool perhaps = false;  // a communication that is not said to be a notice, an undated form
};

// Whether row 3 of a form names the service, and its provider.
void read_form(const Declaration& form, const ServiceUse& use, const Moment& day,
               Informed& informed) {
  if (form.online_storage.ticked.answer() == Answer::no) return;
  const std::string wanted = key_of_name(use.service);
  for (const Service& service : form.online_storage.services) {
    if (wanted.empty() || key_of_name(service.name) != wanted) continue;
    if (is_blank(service.provider)) {
      informed.without_provider = true;
    } else {
      informed.when = informed.when ? earlier(*informed.when, day) : day;
    }
  }
}

Informed informed_of(const Context& context, const FormSeries& series,
                     const Entry<ServiceUse>& entry, const Actor& actor, DutyInstance& instance) {
  Informed informed;
  for (const FiledForm& filed : series.forms()) {
    const bool known = informed.when.has_value() || informed.without_provider;
    read_form(*filed.form, *entry.record, filed.day, informed);
    if (!known && (informed.when || informed.without_provider)) {
      instance.facts.push_back(fact_in<Filing>(filed.source, &Filing::declaration));
    }
  }
  const std::string key =
      statement_key(DeclaredMatter::service, key_of_name(entry.record->service));
  informed.perhaps = !key.empty() && series.undated_follows({.after_keys = {key}});
  context.communications.each(entry.id, [&](std::size_t i) {
    const Entry<Communication>& told = context.ledger.all<Communication>()[i];
    const Communication& each = *told.record;
    const Moment sent = moment(given(each.at) ? each.at : each.reached_at, context.as_of);
    if (context.lies_ahead(sent) || !context.actors.made_by(each, actor)) return;
    if (!each.to.empty() && context.actors.of(each.to).side != Side::client) return;
    instance.facts.push_back(fact_in<Communication>(told.source));
    if (each.acts.has(CommunicationAct::notice)) {
      informed.when = informed.when ? earlier(*informed.when, sent) : sent;
    } else {
      informed.perhaps = true;
    }
  });
  return informed;
}

void decide_notice(const Cases& cases, const FormSeries& series, const Entry<ServiceUse>& entry,
                   const Actor& actor, DutyInstance& instance) {
  const Context& context = cases.context;
  const ServiceUse& use = *entry.record;
  const OccasionOfContract occasion = occasion_of(context);
  if (entry.conflict) return leave_open(instance, reason("records-conflict"));
  if (!occasion.concluded.known) return leave_open(instance, reason("not-stated"));
  const Informed informed = informed_of(context, series, entry, actor, instance);
  if (informed.when && informed.when->hi <= occasion.last.hi) {
    return conclude(instance, Status::fulfilled, reason("done-in-time"));
  }
  const bool storage = is_online_storage(use) == Truth::yes;
  const Moment from = moment(use.at, context.as_of);
  if (!from.known || !storage) {
    return leave_open(instance, from.known ? reason("not-stated") : reason("act-uncertain"));
  }
  if (decide_by_judgement(cases, instance, instance.trigger)) return;
  if (informed.when) {
    instance.delay = most_between(occasion.last, *informed.when);
    return leave_open(instance, reason("done-later"));
  }
  if (context.as_of <= occasion.last.hi) {
    instance.since = occasion.concluded.lo;
    instance.until = occasion.last.hi;
    return conclude(instance, Status::due, reason("awaited"));
  }
  if (informed.without_provider || informed.perhaps) {
    return leave_open(instance, reason("partly-done"));
  }
  const auto covers = [&](std::string_view kind) {
    return context.covered.covers(kind, actor, occasion.concluded.lo, occasion.last.hi);
  };
  // A form that does not name it is the form's answer; without one, that all forms are on file.
  const bool no_form = series.forms().empty() || series.forms().front().day.lo > occasion.last.hi;
  if (covers(name_of_kind<Communication>()) && (!no_form || covers(name_of_kind<Filing>()))) {
    return conclude(instance, Status::breached, reason("undone-covered"));
  }
  leave_open(instance, reason("undone-unrecorded"));
  instance.overdue = true;
}

// It is not in use at conclusion: begun after it, ended before it, only planned, or no such
// service.
bool not_in_use_at_conclusion(const Context& context, const ServiceUse& use) {
  if (use.planned.value_or(false) || is_online_storage(use) == Truth::no) return true;
  const Moment concluded = moment(context.chain.contract().concluded_on, context.as_of);
  if (!concluded.known) return false;
  if (context.lies_ahead(concluded)) return true;
  if (before(concluded, moment(use.at, context.as_of)) == Truth::yes) return true;
  return given(use.through) && before(moment(use.through, context.as_of), concluded) == Truth::yes;
}

}  // namespace

void decide_service_notices(Cases& cases) {
  const Context& context = cases.context;
  const auto uses = context.ledger.all<ServiceUse>();
  if (uses.empty() || !context.chain.has_contract()) return;
  const FormSeries series(context, context.chain.contractor());
  for (const Entry<ServiceUse>& entry : uses) {
    if (not_in_use_at_conclusion(context, *entry.record)) continue;
    const Actor actor = context.actors.of(entry.record->party);
    DutyInstance* const instance = cases.add(entry.id, actor, fact_in<ServiceUse>(entry.source));
    if (instance != nullptr) decide_notice(cases, series, entry, actor, *instance);
  }
}

}  // namespace tokki::inline v0::internal
