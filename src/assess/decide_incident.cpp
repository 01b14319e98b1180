// The kinds of decision about incidents and breaches: told to whom, and when (特記事項9,
// 遵守事項2).
#include <optional>
#include <string>
#include <vector>

#include "assess/decide.hpp"
#include "assess/time_limit.hpp"

namespace tokki::inline v0::internal {
namespace {

// When an incident was recognised.
struct Recognitions {
  std::optional<Moment> anyone;             // by anyone in the chain, fear included
  std::optional<Moment> own;                // by 乙's own people, fear included
  std::optional<Moment> anyone_occurrence;  // by anyone in the chain, that it occurred
  std::optional<Moment> own_occurrence;     // by 乙's own people, that it occurred
  std::optional<Moment> of_bearer;          // by the party asked about, fear included
  std::optional<Moment> of_bearer_occurrence;
  bool complete = false;  // nobody can have known of it before
};

void take(std::optional<Moment>& earliest, const Moment& moment) {
  earliest = earliest ? earlier(*earliest, moment) : moment;
}

// `about` is the incident, or the record that shows a breach; `where` it occurred.
Recognitions recognitions_of(const Context& context, std::string_view about, const Actor& where,
                             const Actor& bearer, DutyInstance& instance) {
  Recognitions found;
  context.recognitions.each(about, [&](std::size_t i) {
    const Entry<Recognition>& entry = context.ledger.all<Recognition>()[i];
    const Recognition& each = *entry.record;
    Moment when = moment(each.at, context.as_of);
    if (context.lies_ahead(when)) return;
    if (entry.conflict) when = {Second::min(), context.as_of, false};
    instance.facts.push_back(fact_in<Recognition>(entry.source));
    const Actor who = context.actors.of(each.person.empty() ? each.party : each.person);
    if (who.side != Side::contractor && who.side != Side::subcontractor) return;
    take(found.anyone, when);
    if (each.first.value_or(false) || who == where) found.complete = true;
    if (who.side == Side::contractor) take(found.own, when);
    if (who == bearer) take(found.of_bearer, when);
    if (each.of == Recognised::occurrence) {
      take(found.anyone_occurrence, when);
      if (who.side == Side::contractor) take(found.own_occurrence, when);
      if (who == bearer) take(found.of_bearer_occurrence, when);
    }
  });
  return found;
}

// What was told to 甲 of an incident.
struct Told {
  std::optional<Moment> first;       // certainly told: the act, to 甲, by the bearer, arrived
  std::optional<Moment> candidate;   // perhaps: whether it arrived, was that act, or counts is open
  const ReasonInfo* open = nullptr;  // why the candidate is one
  const ReadingInfo* reading = nullptr;
};

Told told_of(const Context& context, std::string_view incident, CommunicationAct act,
             const Actor& bearer, DutyInstance& instance) {
  Told told;
  context.communications.each(incident, [&](std::size_t i) {
    const Entry<Communication>& entry = context.ledger.all<Communication>()[i];
    const Communication& each = *entry.record;
    const Moment sent = moment(each.at, context.as_of);
    // Without a time that can be read it is never timely: what is in time stays so.
    const Moment reached = moment(each.reached_at, Second::max());
    const bool arrived = given(each.reached_at);
    if (context.lies_ahead(sent) || (arrived && context.lies_ahead(reached))) return;
    const Actor to = context.actors.of(each.to.empty() ? std::string_view("甲") : each.to.view());
    if (to.side != Side::client && each.window.empty()) return;
    instance.facts.push_back(fact_in<Communication>(entry.source, &Communication::reached_at));
    const auto perhaps = [&](const ReasonInfo& why, const ReadingInfo* reading = nullptr) {
      // It cannot have arrived before it was sent.
      take(told.candidate, arrived ? reached : Moment{sent.lo, context.as_of, false});
      told.open = &why;
      told.reading = reading;
    };
    if (!context.actors.made_by(each, bearer)) {
      if (context.actors.of(each.by).side == Side::subcontractor) {
        perhaps(reason("reading-open"), &reading("contact-by-subcontractor"));
      }
      return;
    }
    if (!each.acts.has(act)) {
      return perhaps(act == CommunicationAct::contact ? reason("contact-not-said")
                                                      : reason("report-not-said"));
    }
    if (entry.conflict) return perhaps(reason("records-conflict"));
    if (!arrived) return perhaps(reason("arrival-unknown"));
    take(told.first, reached);
  });
  return told;
}

// When a duty set off by an incident is owed from, if that may be after the contract's end: from
// its first recognition, else from when it occurred.
Moment owed_from(const Context& context, const Entry<Incident>& entry) {
  std::optional<Moment> first;
  context.recognitions.each(entry.id, [&](std::size_t i) {
    const Moment when = moment(context.ledger.all<Recognition>()[i].record->at, context.as_of);
    if (!context.lies_ahead(when)) take(first, when);
  });
  return first.value_or(moment(entry.record->at, context.as_of));
}

// Whether an incident is one that a duty is about.
bool concerns(const Incident& incident, Occasion occasion) {
  if (occasion == Occasion::breach) return incident.kinds.has(IncidentKind::breach);
  return incident.kinds.has(IncidentKind::security) || incident.kinds.none();
}

template <class Decide>
void each_incident(Cases& cases, Decide&& decide) {
  const Context& context = cases.context;
  for (const Entry<Incident>& entry : context.ledger.all<Incident>()) {
    const Incident& incident = *entry.record;
    if (!concerns(incident, cases.duty.decision.occasion.value_or(Occasion::incident))) continue;
    if (context.lies_ahead(moment(incident.at, context.as_of))) continue;
    const Fact fact = fact_in<Incident>(entry.source);
    decide(entry, context.actors.contractor(), cases.add_own(entry.id, fact));
    const Actor where = context.actors.of(incident.party);
    if (where.side != Side::subcontractor) continue;
    if (DutyInstance* const mirror = cases.add(entry.id, where, fact))
      decide(entry, where, *mirror);
  }
}

// The same, for a duty of which it is open whether it outlives the contract.
template <class Decide>
void each_incident_up_to_end(Cases& cases, Decide&& decide) {
  each_incident(cases,
                [&](const Entry<Incident>& entry, const Actor& bearer, DutyInstance& instance) {
                  decide(entry, bearer, instance);
                  open_after_end(cases, instance, owed_from(cases.context, entry));
                });
}

// Nobody told 甲 yet.
void decide_untold(const Cases& cases, DutyInstance& instance, const Incident& incident,
                   const Actor& bearer, const Moment& earliest, const Moment& latest,
                   const TimeLimit& bound) {
  const Context& context = cases.context;
  const std::optional<Second>& until = instance.until;
  if (earliest.known && (!until || context.as_of <= *until)) {
    conclude(instance, Status::due, reason("awaited"));
    instance.since = earliest.lo;
    return;
  }
  if (bound.is_exact() && latest.known && context.as_of > plus(latest.hi, bound.span())) {
    if (incident.contacted == false) {
      conclude(instance, Status::breached, reason("not-done-stated"));
      return;
    }
    if (context.covered.covers(name_of_kind<Communication>(), bearer, latest.lo,
                               plus(latest.hi, bound.span()))) {
      conclude(instance, Status::breached, reason("not-done-covered"));
      return;
    }
  }
  conclude(instance, Status::undetermined,
           until ? reason("overdue-unrecorded") : reason("trigger-time-unknown"));
  instance.overdue = until.has_value();
}

// It was in time from one recognition and late from another. `others`: it matters whether that of
// other parties counts; `fear`: whether that of the fear does.
void leave_span_to_reading(DutyInstance& instance, const Moment& earliest, const Moment& latest,
                           const Moment& told, bool others, bool fear) {
  const ReadingInfo& open = others ? reading("whose-recognition") : reading("recognised-fear");
  if (!latest.known) {
    return conclude(instance, Status::undetermined, reason("reading-open"), {}, &open);
  }
  const auto longest = std::int64_t{most_between(earliest, told).count()};
  const auto shortest = std::int64_t{most_between(latest, told).count()};
  const Token from{!others ? "fear" : fear ? "both" : "party"};
  conclude(instance, Status::undetermined, reason("span-by-reading"),
           {{"from", from},
            {"longest_minutes", longest / 60},
            {"longest_seconds", longest % 60},
            {"shortest_minutes", shortest / 60},
            {"shortest_seconds", shortest % 60}},
           &open);
}

}  // namespace

void decide_within(Cases& cases) {
  const Context& context = cases.context;
  const TimeLimit bound(context.edition.parameter(cases.duty.parameter));
  each_incident_up_to_end(cases, [&](const Entry<Incident>& entry, const Actor& bearer,
                                     DutyInstance& instance) {
    const Incident& incident = *entry.record;
    if (entry.conflict) {
      return conclude(instance, Status::undetermined, reason("records-conflict"));
    }
    if (incident.occurred == false) {
      return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
    }
    if (!incident.occurred) {
      return conclude(instance, Status::undetermined, reason("only-feared"));
    }
    const Recognitions known =
        recognitions_of(context, entry.id, context.actors.of(incident.party), bearer, instance);
    const Told told = told_of(context, entry.id, CommunicationAct::contact, bearer, instance);
    const bool own = bearer.side == Side::contractor;
    // The earliest time from which the span can run, and the latest: open readings choose
    // between them.
    const Truth fear_counts = context.settled(reading("recognised-fear"), entry.id);
    const Truth all_count =
        own ? context.settled(reading("whose-recognition"), entry.id) : Truth::no;
    const auto from = [&](bool fear, bool all) {
      if (!own) return fear ? known.of_bearer : known.of_bearer_occurrence;
      if (all) return fear ? known.anyone : known.anyone_occurrence;
      return fear ? known.own : known.own_occurrence;
    };
    const std::optional<Moment> earliest =
        from(fear_counts != Truth::no, own && all_count != Truth::no);
    std::optional<Moment> latest = from(fear_counts == Truth::yes, all_count == Truth::yes);
    if (!earliest) return conclude(instance, Status::undetermined, reason("recognition-unknown"));
    if (!latest) latest = Moment{earliest->lo, context.as_of, false};
    if (earliest->known) instance.until = bound.until(earliest->lo);
    if (!told.first && !told.candidate) {
      return decide_untold(cases, instance, incident, bearer, *earliest, *latest, bound);
    }
    const Truth in_time = told.first ? bound.keeps(*earliest, *told.first) : Truth::open;
    // What only perhaps told 甲 matters where it came first.
    const bool perhaps_earlier =
        told.candidate && (!told.first || told.candidate->lo < told.first->lo);
    const bool surely_late = (!told.first || bound.is_surely_past(*latest, *told.first)) &&
                             (!perhaps_earlier || bound.is_surely_past(*latest, *told.candidate));
    if (told.first && told.first->known && earliest->known) {
      instance.delay = most_between(*earliest, *told.first);
    }
    if (told.first && told.first->hi < earliest->lo) {
      return conclude(instance, Status::undetermined, reason("time-open"));
    }
    if (in_time == Truth::yes && (known.complete || !own)) {
      return conclude(instance, Status::fulfilled, reason("done-in-time"));
    }
    if (surely_late && latest->known && told.first) {
      conclude(instance, Status::breached, reason("done-late"));
      instance.remedied_at = told.first->hi;
      return;
    }
    if (in_time == Truth::yes) {
      return conclude(instance, Status::undetermined, reason("recognition-incomplete"));
    }
    if (told.candidate && (!told.first || in_time != Truth::yes)) {
      conclude(instance, Status::undetermined, *told.open, {}, told.reading);
      if (!told.first) return;
    }
    if (!bound.is_exact() && told.first) {
      return conclude(instance, Status::undetermined, reason("span-of-days"));
    }
    if (in_time == Truth::no && !surely_late) {
      const auto comes_first = [](const auto& one, const auto& other) {
        return one && (!other || one->lo < other->lo);
      };
      const bool others = all_count == Truth::open && comes_first(known.anyone, known.own);
      const bool fear = fear_counts == Truth::open &&
                        (own ? comes_first(known.own, known.own_occurrence) ||
                                   comes_first(known.anyone, known.anyone_occurrence)
                             : comes_first(known.of_bearer, known.of_bearer_occurrence));
      return leave_span_to_reading(instance, *earliest, *latest, *told.first, others, fear);
    }
    conclude(instance, Status::undetermined, reason("time-open"));
  });
}

void decide_contact_window(Cases& cases) {
  const Context& context = cases.context;
  each_incident_up_to_end(
      cases, [&](const Entry<Incident>& entry, const Actor& bearer, DutyInstance& instance) {
        const Incident& incident = *entry.record;
        if (entry.conflict) {
          return conclude(instance, Status::undetermined, reason("records-conflict"));
        }
        if (incident.occurred == false) {
          return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
        }
        if (!incident.occurred) {
          return conclude(instance, Status::undetermined, reason("only-feared"));
        }
        bool at_window = false;
        bool perhaps = false;
        context.communications.each(entry.id, [&](std::size_t i) {
          const Entry<Communication>& sent = context.ledger.all<Communication>()[i];
          const Communication& each = *sent.record;
          const Moment reached = moment(each.reached_at, context.as_of);
          if (context.lies_ahead(moment(each.at, context.as_of)) || context.lies_ahead(reached))
            return;
          instance.facts.push_back(fact_in<Communication>(sent.source, &Communication::window));
          if (!context.actors.made_by(each, bearer)) {
            perhaps = perhaps || context.actors.of(each.by).side == Side::subcontractor;
            return;
          }
          if (!each.acts.has(CommunicationAct::contact) || !given(each.reached_at)) {
            perhaps = true;
            return;
          }
          if (each.window.empty()) {
            perhaps = true;
            return;
          }
          Truth is_window = Truth::no;
          for (const Window& window : context.chain.contract().windows) {
            if (window.name != each.window) continue;
            Truth in_span = Truth::yes;
            if (given(window.during.from)) {
              in_span = in_span & not_after(moment(window.during.from, context.as_of), reached);
            }
            if (given(window.during.through)) {
              in_span = in_span & not_after(reached, moment(window.during.through, context.as_of));
            }
            is_window = is_window | in_span;
          }
          if (context.chain.contract().windows.empty()) is_window = Truth::open;
          if (sent.conflict) is_window = Truth::open;
          at_window = at_window || is_window == Truth::yes;
          perhaps = perhaps || is_window == Truth::open;
        });
        if (at_window) return conclude(instance, Status::fulfilled, reason("done"));
        const Moment begun = moment(incident.at, context.as_of);
        if (perhaps) return conclude(instance, Status::undetermined, reason("not-stated"));
        if (incident.contacted == false) {
          return conclude(instance, Status::breached, reason("not-done-stated"));
        }
        const bool closed = given(incident.closed_at) &&
                            !context.lies_ahead(moment(incident.closed_at, context.as_of));
        if (closed && begun.known &&
            context.covered.covers(name_of_kind<Communication>(), bearer, begun.lo,
                                   moment(incident.closed_at, context.as_of).hi)) {
          return conclude(instance, Status::breached, reason("undone-covered"));
        }
        if (closed) {
          conclude(instance, Status::undetermined, reason("undone-unrecorded"));
          instance.overdue = true;
          return;
        }
        conclude(instance, Status::due, reason("awaited"));
        if (begun.known) instance.since = begun.lo;
      });
}

namespace {

// Whether a breach or an incident was reported to 甲 once it was recognised. `incident` is null for
// a breach that only the record `about` shows.
void decide_report(const Cases& cases, DutyInstance& instance, std::string_view about,
                   const Actor& where, const Actor& bearer, const Incident* incident) {
  const Context& context = cases.context;
  const Recognitions known = recognitions_of(context, about, where, bearer, instance);
  const Told told = told_of(context, about, CommunicationAct::report, bearer, instance);
  const std::optional<Moment>& recognised =
      bearer.side == Side::contractor ? known.own : known.of_bearer;
  Performance report{.trigger = recognised.value_or(Moment{Second::min(), context.as_of, false}),
                     .done = told.first,
                     .kind = name_of_kind<Communication>(),
                     .actor = bearer};
  const Moment completed = moment(context.chain.contract().completed_at, context.as_of);
  if (given(context.chain.contract().completed_at) && !context.lies_ahead(completed)) {
    report.ended = completed;
  }
  if (!told.first && told.candidate) return leave_open(instance, *told.open, told.reading);
  if (!told.first && incident != nullptr && incident->reported == false && report.ended) {
    return conclude(instance, Status::breached, reason("not-done-stated"));
  }
  if (!recognised && !told.first) return leave_open(instance, reason("recognition-unknown"));
  decide_unbounded(cases, instance, report);
}

}  // namespace

void decide_at_once(Cases& cases) {
  const Context& context = cases.context;
  each_incident(cases, [&](const Entry<Incident>& entry, const Actor& bearer,
                           DutyInstance& instance) {
    const Incident& incident = *entry.record;
    if (entry.conflict) return leave_open(instance, reason("records-conflict"));
    if (incident.touches_work == false) {
      return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
    }
    const Actor where = context.actors.of(incident.party);
    // The bracket of 特記事項9(2) tells of what may have occurred at a subcontractor.
    const bool yet_to_come = cases.duty.decision.occasion == Occasion::breach &&
                             bearer.side == Side::contractor && where.side == Side::subcontractor &&
                             !incident.occurred && incident.anticipated.value_or(false);
    if (yet_to_come) {
      const ReadingInfo& future = reading("future-fear-of-subcontractor");
      const Truth included = context.settled(future, entry.id);
      if (included == Truth::open) return leave_open(instance, reason("reading-open"), &future);
      if (included == Truth::no) {
        return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
      }
    }
    decide_report(cases, instance, entry.id, where, bearer, &incident);
  });
}

namespace {

// A duty that is breached, as far as it matters for the duty to report that.
struct Breach {
  std::string trigger;  // the record that the breached duty is about, which duty, and whose
  std::string about;    // that record alone; without one, the duty
  Actor by;
  const Duty* duty = nullptr;
  Truth counts = Truth::open;
  Fact fact;
};

std::vector<Breach> breaches_of(const Cases& cases) {
  const Context& context = cases.context;
  std::vector<Breach> breaches;
  cases.earlier.each(context.edition, [&](const Duty& duty, const auto& instances) {
    const Truth counts = counts_for(cases, duty);
    if (counts == Truth::no) return;
    for (const DutyInstance& each : instances) {
      if (each.status != Status::breached) continue;
      Breach& breach = breaches.emplace_back();
      // What no record sets off is named by its duty.
      if (!each.trigger.empty()) breach.trigger.append(each.trigger).append("/");
      breach.trigger.append(each.duty);
      if (each.mirror) breach.trigger.append("/").append(each.bearer);
      breach.about = each.trigger.empty() ? each.duty : record_of(context.ledger, each.trigger);
      breach.by = context.actors.of(each.bearer);
      breach.duty = &duty;
      breach.counts = counts;
      if (!each.facts.empty()) breach.fact = each.facts.front();
    }
  });
  return breaches;
}

}  // namespace

void decide_derived_breaches(Cases& cases) {
  if (cases.duty.decision.occasion != Occasion::breach) return;
  const Context& context = cases.context;
  for (const Breach& breach : breaches_of(cases)) {
    // 「この特記事項に違反する行為」
    const ReadingInfo& of_terms = reading("compliance-items-are-terms");
    const ReadingInfo& omissions = reading("omission-is-act");
    const Truth an_act = breach.duty->modality == Modality::shall
                             ? context.settled(omissions, breach.about)
                             : Truth::yes;
    if (an_act == Truth::no) continue;
    DutyInstance& instance = cases.add_own(breach.trigger, breach.fact);
    if (breach.counts == Truth::open) {
      leave_open(instance, reason("reading-open"), &of_terms);
    } else if (an_act == Truth::open) {
      leave_open(instance, reason("reading-open"), &omissions);
    } else {
      decide_report(cases, instance, breach.about, breach.by, context.actors.contractor(), nullptr);
    }
  }
}

}  // namespace tokki::inline v0::internal
