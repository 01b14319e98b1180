#include "assess/decide.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tokki::inline v0::internal {

DutyInstance& Cases::append(std::string_view trigger, ChainIndex bearer, const Fact& fact) {
  DutyInstance& instance = out_.emplace_back();
  instance.duty = duty.key;
  instance.trigger = trigger;
  instance.bearer = context.actors.name(bearer);
  instance.key = std::string(duty.key.view());
  if (!trigger.empty()) instance.key.append("@").append(trigger);
  if (!instance.bearer.empty()) instance.key.append("/").append(instance.bearer);
  instance.facts.push_back(fact);
  return instance;
}

DutyInstance& Cases::add_own(std::string_view trigger, const Fact& fact) {
  return append(trigger, context.chain.contractor(), fact);
}

DutyInstance* Cases::add(std::string_view trigger, const Actor& bearer, const Fact& fact) {
  if (bearer.side == Side::contractor) return &add_own(trigger, fact);
  if (bearer.side != Side::subcontractor || !duty.decision.mirrored.value_or(false)) return nullptr;
  DutyInstance& instance = append(trigger, bearer.party, fact);
  instance.mirror = true;
  return &instance;
}

Truth counts_for(const Cases& cases, const Duty& other) {
  const Edition& edition = cases.context.edition;
  const Clause* const clause = edition.clause(other.clause);
  const auto names = [&](const List<Str>& keys) {
    return std::ranges::any_of(keys, [&](const Str& key) {
      return key == other.key || (clause != nullptr && edition.within(*clause, key));
    });
  };
  const Decision& decision = cases.duty.decision;
  if (names(decision.except)) return Truth::no;
  if (names(decision.duties)) return Truth::yes;
  if (!names(decision.perhaps)) return Truth::no;
  return cases.context.settled(reading("compliance-items-are-terms"));
}

void because(DutyInstance& instance, const ReasonInfo& reason, std::vector<Argument> arguments,
             const ReadingInfo* reading) {
  instance.reasons.push_back({&reason, reading, std::move(arguments)});
}

void conclude(DutyInstance& instance, Status status, const ReasonInfo& reason,
              std::vector<Argument> arguments, const ReadingInfo* reading) {
  instance.status = status;
  because(instance, reason, std::move(arguments), reading);
}

namespace {

bool decide_as_judged(DutyInstance& instance, const Judged& judged) {
  if (judged.contradicted) {
    conclude(instance, Status::undetermined, reason("judgements-conflict"));
    return true;
  }
  if (judged.by_client) {
    conclude(instance, *judged.by_client ? Status::fulfilled : Status::breached,
             *judged.by_client ? reason("judged-met") : reason("judged-not-met"));
    return true;
  }
  if (judged.in_part) because(instance, reason("judged-in-part"));
  if (judged.by_contractor.value_or(false)) because(instance, reason("contractor-holds-met"));
  return false;
}

}  // namespace

bool decide_by_judgement(const Cases& cases, DutyInstance& instance, std::string_view about) {
  return decide_as_judged(instance, cases.context.judged(cases.duty.key, about));
}
bool decide_by_judgement(const Cases& cases, DutyInstance& instance, std::string_view about,
                         Second from, Second through) {
  return decide_as_judged(instance, cases.context.judged(cases.duty.key, about, from, through));
}

std::optional<Moment> contract_end(const Context& context) {
  const Contract& contract = context.chain.contract();
  const Moment terminated = moment(contract.terminated_at, context.as_of);
  if (given(contract.terminated_at) && !context.lies_ahead(terminated)) return terminated;
  if (!contract.ends_on.value) return std::nullopt;
  // Work that was completed later shows that the contract lasted longer.
  Moment end = exactly(day_in_japan(*contract.ends_on.value).hi);
  const Moment completed = moment(contract.completed_at, context.as_of);
  if (contract.completed_at.value && completed.hi > end.hi) end = completed;
  return end;
}

void open_after_end(const Cases& cases, DutyInstance& instance, const Moment& act) {
  if (cases.duty.survives.value_or(false) || !act.known) return;
  if (instance.status == Status::not_triggered) return;
  const std::optional<Moment> end = contract_end(cases.context);
  if (!end || before(*end, act) != Truth::yes) return;
  const ReadingInfo& lasts = reading("duties-after-end");
  const Truth owed = cases.context.settled(lasts, instance.trigger);
  if (owed == Truth::yes) return;
  instance.reasons.clear();
  instance.overdue = false;
  instance.since.reset();
  instance.until.reset();
  if (owed == Truth::open) return leave_open(instance, reason("reading-open"), &lasts);
  conclude(instance, Status::not_triggered, reason("nothing-on-record"));
}

void leave_open(DutyInstance& instance, const ReasonInfo& reason, const ReadingInfo* reading) {
  conclude(instance, Status::undetermined, reason, {}, reading);
}

void decide_by_showing(const Cases& cases, DutyInstance& instance, const Showing& showing,
                       const Attested& attested, const Judging& judging) {
  if (attested.fact) instance.facts.push_back(*attested.fact);
  const bool differ = showing.observed != Truth::open && attested.observed != Truth::open &&
                      showing.observed != attested.observed;
  if (attested.contradicted || differ) return leave_open(instance, reason("records-conflict"));
  if (showing.observed == Truth::yes) {
    return conclude(instance, Status::fulfilled, *showing.reason);
  }
  if (showing.observed == Truth::no) return conclude(instance, Status::breached, *showing.reason);
  if (attested.observed == Truth::yes) {
    return conclude(instance, Status::fulfilled, reason("attested"));
  }
  if (attested.observed == Truth::no) {
    return conclude(instance, Status::breached, reason("attested-not"));
  }
  if (judging.possible) {
    const bool decided = judging.lasting ? decide_by_judgement(cases, instance, instance.trigger,
                                                               judging.from, judging.through)
                                         : decide_by_judgement(cases, instance, instance.trigger);
    if (decided) return;
  }
  leave_open(instance, showing.reason != nullptr ? *showing.reason : reason("not-stated"),
             showing.reading);
}

namespace {

// Not done: due as long as the state lasts in which it is owed. Records have to be complete up to
// its end: what is on file of a later time changes nothing.
void decide_missing(const Cases& cases, DutyInstance& instance, const Performance& performance) {
  if (!performance.ended) {
    conclude(instance, Status::due, reason("awaited"));
    if (performance.trigger.known) instance.since = performance.trigger.lo;
    return;
  }
  if (performance.trigger.known && performance.ended->known &&
      cases.context.covered.covers(performance.kind, performance.actor, performance.trigger.lo,
                                   performance.ended->hi)) {
    conclude(instance, Status::breached, reason("undone-covered"));
    return;
  }
  conclude(instance, Status::undetermined, reason("undone-unrecorded"));
  instance.overdue = true;
}

}  // namespace

void decide_unbounded(const Cases& cases, DutyInstance& instance, const Performance& performance) {
  if (performance.done) {
    const auto delay = most_between(performance.trigger, *performance.done);
    if (performance.trigger.known && performance.done->known) instance.delay = delay;
    if (performance.trigger.known && delay <= std::chrono::seconds(0)) {
      conclude(instance, Status::fulfilled, reason("done-at-trigger"));
      return;
    }
    if (decide_by_judgement(cases, instance, instance.trigger)) return;
    if (!performance.trigger.known) {
      conclude(instance, Status::undetermined, reason("trigger-time-unknown"));
    } else if (!performance.done->known) {
      conclude(instance, Status::undetermined, reason("time-open"));
    } else {
      conclude(instance, Status::undetermined, reason("done-later"));
    }
    return;
  }
  if (decide_by_judgement(cases, instance, instance.trigger)) return;
  decide_missing(cases, instance, performance);
}

void decide_untimed(const Cases& cases, DutyInstance& instance, const Performance& performance) {
  if (performance.done) {
    const auto delay = most_between(performance.trigger, *performance.done);
    if (performance.trigger.known && performance.done->known) instance.delay = delay;
    conclude(instance, Status::fulfilled, reason("done"));
    return;
  }
  if (decide_by_judgement(cases, instance, instance.trigger)) return;
  decide_missing(cases, instance, performance);
}

}  // namespace tokki::inline v0::internal
