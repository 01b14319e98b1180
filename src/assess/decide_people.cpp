// The kinds of decision about who does the work: training, declarations, binding subcontractors
// (特記事項3(4), 4, 5, 届出書 注記3).
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {
namespace {

bool has_ended(const Context& context, const Instant& end) {
  return given(end) && !context.lies_ahead(moment(end, context.as_of));
}

// Of each party, the first training that does not say who attended.
struct UnlistedTraining {
  Moment when;
  Fact fact;
};
using UnlistedTrainings = std::map<std::pair<Side, ChainIndex>, UnlistedTraining>;

UnlistedTrainings unlisted_trainings(const Context& context) {
  UnlistedTrainings unlisted;
  for (const Entry<Training>& each : context.ledger.all<Training>()) {
    const Training& training = *each.record;
    if (!training.attendees.empty() || training.security_awareness == false ||
        training.for_this_work == false) {
      continue;
    }
    const Moment when = moment(training.at, context.as_of);
    if (context.lies_ahead(when)) continue;
    const Actor by = context.actors.of(training.party);
    const auto [known, added] =
        unlisted.try_emplace({by.side, by.party}, when, fact_in<Training>(each.source));
    if (!added && when.lo < known->second.when.lo) {
      known->second = {when, fact_in<Training>(each.source)};
    }
  }
  return unlisted;
}

// Anyone of a party may have attended a training of its that names nobody, but one that was after
// the end of the engagement; a subcontractor's people one of 乙's too.
const Fact* unlisted_for(const UnlistedTrainings& unlisted, const Context& context,
                         const Actor& actor, const std::optional<Moment>& end) {
  for (const Actor& by : {actor, context.actors.contractor()}) {
    const auto open = unlisted.find({by.side, by.party});
    if (open == unlisted.end()) continue;
    if (end && not_after(open->second.when, *end) == Truth::no) continue;
    return &open->second.fact;
  }
  return nullptr;
}

void decide_training(const Cases& cases, const Entry<Person>& entry, const Actor& actor,
                     const UnlistedTrainings& unlisted, DutyInstance& instance) {
  const Context& context = cases.context;
  const Person& person = *entry.record;
  if (entry.conflict) return leave_open(instance, reason("records-conflict"));
  const Moment from = moment(person.engaged.from, context.as_of);
  const Date& concluded = context.chain.contract().concluded_on;
  std::optional<Moment> end;
  if (has_ended(context, person.engaged.through)) {
    end = moment(person.engaged.through, context.as_of);
  }
  bool trained = false;
  bool perhaps = false;
  bool elsewhere = false;
  bool before_contract = false;
  context.trainings.each(entry.id, [&](std::size_t i) {
    const Entry<Training>& each = context.ledger.all<Training>()[i];
    const Training& training = *each.record;
    const Moment when = moment(training.at, Second::max());  // without a time, never timely
    if (context.lies_ahead(when)) return;
    if (training.security_awareness == false) return;
    instance.facts.push_back(fact_in<Training>(each.source));
    if (each.conflict) {
      perhaps = true;
      return;
    }
    if (training.for_this_work == false) {
      elsewhere = true;
      return;
    }
    // One on the day of the contract is not before it.
    Truth since_contract = Truth::yes;
    if (concluded.value) {
      since_contract = not_after(exactly(moment(concluded, context.as_of).lo), when);
    }
    if (since_contract == Truth::no) {
      before_contract = true;
      return;
    }
    const Truth within_engagement = end ? not_after(when, *end) : Truth::yes;
    const Truth good = truth(training.security_awareness) & truth(training.for_this_work) &
                       within_engagement & since_contract;
    trained = trained || good == Truth::yes;
    perhaps = perhaps || good == Truth::open;
  });
  if (trained) return conclude(instance, Status::fulfilled, reason("done"));
  const Fact* const open = perhaps ? nullptr : unlisted_for(unlisted, context, actor, end);
  if (open != nullptr) instance.facts.push_back(*open);
  // Whether one serves of which that is not certain, people may have judged.
  if (decide_by_judgement(cases, instance, instance.trigger)) return;
  if (perhaps || open != nullptr) return leave_open(instance, reason("attendance-unknown"));
  if (elsewhere || before_contract) {
    instance.overdue = end.has_value();
    return leave_open(
        instance, elsewhere ? reason("training-elsewhere") : reason("training-before-contract"));
  }
  decide_untimed(cases, instance,
                 {.trigger = from, .kind = name_of_kind<Training>(), .actor = actor, .ended = end});
}

// Whether 乙 owes training to the staff of a subcontractor, too, is open: it matters as long as it
// is not certain that somebody has trained them.
void decide_subcontractors_staff(Cases& cases, const Entry<Person>& entry, bool trained,
                                 const UnlistedTrainings& unlisted) {
  const ReadingInfo& theirs = reading("train-subcontractors-staff");
  const Truth owed = cases.context.settled(theirs, entry.id);
  DutyInstance& instance = cases.add_own(entry.id, fact_in<Person>(entry.source));
  if (owed == Truth::yes) {
    return decide_training(cases, entry, cases.context.actors.contractor(), unlisted, instance);
  }
  if (owed == Truth::open && !trained) return leave_open(instance, reason("reading-open"), &theirs);
  conclude(instance, Status::not_triggered, reason("nothing-on-record"));
}

}  // namespace

void decide_per_person(Cases& cases) {
  const Context& context = cases.context;
  const UnlistedTrainings unlisted = unlisted_trainings(context);
  bool roster = false;
  for (const Entry<Person>& entry : context.ledger.all<Person>()) {
    const Person& person = *entry.record;
    if (person.role != PersonRole::worker) continue;
    roster = true;
    const Moment from = moment(person.engaged.from, context.as_of);
    if (given(person.engaged.from) && context.lies_ahead(from)) continue;
    const Actor actor = context.actors.of(person.party);
    DutyInstance* const instance = cases.add(entry.id, actor, fact_in<Person>(entry.source));
    if (instance == nullptr) continue;
    decide_training(cases, entry, actor, unlisted, *instance);
    const bool trained = instance->status == Status::fulfilled;
    if (actor.side == Side::subcontractor) {
      decide_subcontractors_staff(cases, entry, trained, unlisted);
    }
  }
  const Date& concluded = context.chain.contract().concluded_on;
  if (!roster && concluded.value && !context.lies_ahead(moment(concluded, context.as_of))) {
    DutyInstance& instance = cases.add_own("roster", Fact());
    instance.facts.clear();
    conclude(instance, Status::undetermined, reason("no-roster"));
  }
}

namespace {

// The contractor's declaration on the occasion of the contract.
void decide_own_filing(Cases& cases) {
  const Context& context = cases.context;
  const Chain& chain = context.chain;
  if (!chain.has_contract()) return;
  const Contract& contract = chain.contract();
  DutyInstance& instance =
      cases.add_own({}, fact_in<Contract>(chain.contract_source(), &Contract::concluded_on));
  if (contract.concluded_on.value &&
      context.lies_ahead(moment(contract.concluded_on, context.as_of))) {
    return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
  }
  if (chain.contractor() == kNoIndex || !contract.concluded_on.value) {
    return conclude(instance, Status::undetermined, reason("not-stated"));
  }
  const Moment concluded = moment(contract.concluded_on, context.as_of);
  Moment last = concluded;
  if (contract.starts_on.value) {
    const Moment starts = moment(contract.starts_on, context.as_of);
    if (starts.hi > last.hi) last = starts;
  }
  std::optional<Moment> first;
  bool open = false;
  for (const ChainIndex i : chain.filed(chain.contractor())) {
    const ChainFiling& filing = chain.filings()[i];
    if (filing.other_contract) continue;
    if (!filing.declared_on.known()) {
      open = true;
      continue;
    }
    const TimeInterval day = day_in_japan(filing.declared_on.day());
    if (day.lo > context.as_of) continue;
    instance.facts.push_back(fact_in<Filing>(filing.source, &Filing::declaration));
    const Moment filed{day.lo, day.hi, true};
    first = first ? earlier(*first, filed) : filed;
  }
  if (first && first->hi <= last.hi) {
    return conclude(instance, Status::fulfilled, reason("done-in-time"));
  }
  if (open) return conclude(instance, Status::undetermined, reason("time-open"));
  const Judged judged = context.judged(cases.duty.key, {});
  if (judged.by_client) {
    return conclude(instance, *judged.by_client ? Status::fulfilled : Status::breached,
                    *judged.by_client ? reason("judged-met") : reason("judged-not-met"));
  }
  if (first) {
    const auto delay = most_between(last, *first);
    instance.delay = delay;
    return conclude(instance, Status::undetermined, reason("done-later"));
  }
  instance.since = concluded.lo;
  if (contract.starts_on.value && context.as_of <= last.hi) {
    instance.until = last.hi;
    return conclude(instance, Status::due, reason("awaited"));
  }
  if (has_ended(context, contract.completed_at) &&
      context.covered.covers(name_of_kind<Filing>(), context.actors.contractor(), concluded.lo,
                             moment(contract.completed_at, context.as_of).hi)) {
    return conclude(instance, Status::breached, reason("undone-covered"));
  }
  conclude(instance, Status::undetermined, reason("undone-unrecorded"));
  instance.overdue = true;
}

// The declaration of each subcontractor.
void decide_subcontractor_filings(Cases& cases) {
  const Context& context = cases.context;
  const Chain& chain = context.chain;
  for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
    if (party == chain.contractor() || !chain.tier(party)) continue;
    DutyInstance* const instance =
        cases.add({}, {Side::subcontractor, party},
                  fact_in<Party>(chain.parties()[party].source, &Party::name));
    if (instance == nullptr) continue;
    instance->mirror = false;  // note 3 is said of subcontractors themselves
    switch (chain.expected(party)) {
      case Expected::filed:
        if (chain.filings()[chain.filing_in_force(party)].other_contract) {
          leave_open(*instance, reason("other-contract"));
          instance->facts.push_back(
              fact_in<Filing>(chain.filings()[chain.filing_in_force(party)].source));
          continue;
        }
        instance->facts.push_back(
            fact_in<Filing>(chain.filings()[chain.filing_in_force(party)].source));
        conclude(*instance, Status::fulfilled, reason("done"));
        continue;
      case Expected::not_yet:
        conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
        continue;
      case Expected::not_in_chain:
        conclude(*instance, Status::not_triggered, reason("not-in-chain"));
        continue;
      case Expected::undetermined:
      case Expected::missing: break;
    }
    // Whether it handles electronic data, and whether its work has begun.
    Truth handles = Truth::no;
    Truth begun = Truth::no;
    std::optional<Moment> since;
    std::optional<Moment> ended;  // the last of its works
    bool lasts = false;
    for (const ChainIndex edge : chain.received(party)) {
      const ChainEdge& each = chain.edges()[edge];
      handles = handles | (each.handles_data == TriState::unknown
                               ? Truth::open
                               : truth(each.handles_data == TriState::yes));
      if (each.starts_on.known()) {
        const TimeInterval day = day_in_japan(each.starts_on.day());
        const bool started = day.lo <= context.as_of && each.planned != TriState::yes;
        begun = begun | truth(started);
        const Moment start{day.lo, day.hi, true};
        if (started) since = since ? earlier(*since, start) : start;
      } else {
        begun = begun | (each.planned == TriState::yes ? Truth::no : Truth::open);
      }
      if (!each.ends_on.known()) {
        lasts = true;
        continue;
      }
      const Moment end = exactly(day_in_japan(each.ends_on.day()).hi);
      ended = ended ? later(*ended, end) : end;
    }
    if (lasts || (ended && ended->hi >= context.as_of)) ended.reset();
    if (begun == Truth::no) {
      conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
      continue;
    }
    if (handles != Truth::yes) {
      conclude(*instance, Status::undetermined, reason("reading-open"), {},
               &reading("note-without-data"));
      continue;
    }
    if (begun != Truth::yes) {
      conclude(*instance, Status::undetermined, reason("act-uncertain"));
      continue;
    }
    decide_untimed(cases, *instance,
                   {.trigger = since.value_or(Moment{Second::min(), context.as_of, false}),
                    .kind = name_of_kind<Filing>(),
                    .actor = {Side::subcontractor, party},
                    .ended = ended});
  }
}

// The subcontractors that breach a duty that flowed down to them.
std::set<std::string_view> parties_in_breach(const Cases& cases) {
  std::set<std::string_view> parties;
  cases.earlier.each(cases.context.edition, [&](const Duty&, const auto& instances) {
    for (const DutyInstance& each : instances) {
      if (each.mirror && each.status == Status::breached) parties.insert(each.bearer);
    }
  });
  return parties;
}

}  // namespace

void decide_filing(Cases& cases) {
  switch (cases.duty.decision.occasion.value_or(Occasion::contract)) {
    case Occasion::subcontractor: return decide_subcontractor_filings(cases);
    case Occasion::service: return decide_service_notices(cases);
    default: return decide_own_filing(cases);
  }
}

void decide_flow_down(Cases& cases) {
  const Context& context = cases.context;
  const std::set<std::string_view> in_breach = parties_in_breach(cases);
  for (const Entry<Subcontract>& edge : context.ledger.all<Subcontract>()) {
    const Subcontract& work = *edge.record;
    const std::string name = edge.id.empty()
                                 ? std::string(work.from.view()).append(">").append(work.to.view())
                                 : std::string(edge.id);
    DutyInstance& instance =
        cases.add_own(name, fact_in<Subcontract>(edge.source, &Subcontract::flow_down));
    const Moment starts = moment(work.starts_on, context.as_of);
    Truth begun = work.planned ? truth(!*work.planned) : Truth::open;
    if (given(work.starts_on)) {
      begun = starts.known ? truth(starts.lo <= context.as_of) : Truth::open;
      if (work.planned.value_or(false)) begun = begun & Truth::open;
    }
    const bool denied =
        work.flow_down.special_terms == false || work.flow_down.compliance_items == false;
    const bool both = work.flow_down.special_terms.value_or(false) &&
                      work.flow_down.compliance_items.value_or(false);
    const Moment agreed = moment(work.flow_down.agreed_on, context.as_of);
    const bool ahead = given(work.flow_down.agreed_on) && context.lies_ahead(agreed);
    if (both && !ahead) {
      // The same day suffices: no word asks for 「あらかじめ」.
      const Truth in_time =
          given(work.flow_down.agreed_on) && given(work.starts_on)
              ? truth(agreed.known && starts.known && agreed.lo <= starts.hi)
              : (given(work.flow_down.agreed_on) && begun == Truth::no ? Truth::yes : Truth::open);
      const ChainIndex bound = context.actors.of(work.to).party;
      if (in_time == Truth::yes && in_breach.contains(context.actors.name(bound))) {
        // 遵守させなければならない: the agreement is there, but it was not observed.
        conclude(instance, Status::undetermined, reason("bound-party-in-breach"));
      } else if (in_time == Truth::yes) {
        conclude(instance, Status::fulfilled, reason("done-in-time"));
      } else if (agreed.known && starts.known && agreed.lo > starts.hi) {
        const auto delay = most_between(starts, agreed);
        instance.delay = delay;
        conclude(instance, Status::undetermined, reason("done-later"));
      } else {
        conclude(instance, Status::undetermined, reason("time-open"));
      }
      continue;
    }
    if (begun == Truth::no) {
      conclude(instance, Status::due, reason("awaited"));
      if (starts.known && context.lies_ahead(starts)) instance.until = starts.lo;
      continue;
    }
    if (denied && begun == Truth::yes) {
      conclude(instance, Status::breached, reason("not-done-stated"));
      continue;
    }
    if (begun == Truth::open) {
      conclude(instance, Status::undetermined, reason("act-uncertain"));
      continue;
    }
    const bool ended = work.ends_on.value && context.as_of > day_in_japan(*work.ends_on.value).hi;
    if (ended && starts.known &&
        context.covered.covers(name_of_kind<Subcontract>(), context.actors.contractor(), starts.lo,
                               day_in_japan(*work.ends_on.value).hi)) {
      conclude(instance, Status::breached, reason("undone-covered"));
      continue;
    }
    conclude(instance, Status::undetermined, reason("undone-unrecorded"));
    instance.overdue = true;
  }
}

}  // namespace tokki::inline v0::internal
