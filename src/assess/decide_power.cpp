// Decisions that follow from how other duties stand: 甲's powers, and duties to keep all the
// others.
#include <algorithm>
#include <optional>
#include <type_traits>
#include <vector>

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {
namespace {

struct Counts {
  std::int64_t breached = 0, open = 0, due = 0, mirrors = 0;
  std::int64_t perhaps = 0;  // breached, but it turns on a reading whether that counts
  bool remedied = true;      // each that is breached was done after all
};

Counts count(const Cases& cases) {
  Counts counts;
  cases.earlier.each(cases.context.edition, [&](const Duty& duty, auto instances) {
    const Truth counted = counts_for(cases, duty);
    if (counted == Truth::no) return;
    for (const DutyInstance& each : instances) {
      if (each.mirror) {
        if (each.status == Status::breached) ++counts.mirrors;
      } else if (each.status == Status::breached && counted == Truth::open) {
        ++counts.perhaps;
      } else if (each.status == Status::breached) {
        ++counts.breached;
        counts.remedied = counts.remedied && each.remedied_at;
      } else if (each.status == Status::undetermined) {
        ++counts.open;
      } else if (each.status == Status::due) {
        ++counts.due;
      }
    }
  });
  return counts;
}

// What is breached is so only by an open reading.
void leave_to_reading(DutyInstance& instance, const Counts& counts) {
  conclude(instance, Status::undetermined, reason("others-perhaps-breached"),
           {{"count", counts.perhaps}}, &reading("compliance-items-are-terms"));
}

Truth concluded(const Context& context) {
  const Date& day = context.chain.contract().concluded_on;
  if (!context.chain.has_contract() || !day.value) return Truth::open;
  return truth(!context.lies_ahead(moment(day, context.as_of)));
}

void set_power(DutyInstance& instance, Truth can) {
  switch (can) {
    case Truth::yes: return conclude(instance, Status::exercisable, reason("power-given"));
    case Truth::no: return conclude(instance, Status::not_exercisable, reason("power-not-given"));
    case Truth::open: return conclude(instance, Status::undetermined, reason("not-stated"));
  }
}

// Which parties a path of subcontracts leads to whose work has begun.
std::vector<bool> reached_by_now(const Chain& chain) {
  std::vector<bool> reached(chain.parties().size());
  if (chain.contractor() == kNoIndex) return reached;
  std::vector<ChainIndex> ways{chain.contractor()};
  reached[chain.contractor()] = true;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (const ChainIndex edge : chain.given(ways[i])) {
      const ChainEdge& each = chain.edges()[edge];
      if (each.to == kNoIndex || chain.begun(each) == TriState::no || reached[each.to]) continue;
      reached[each.to] = true;
      ways.push_back(each.to);
    }
  }
  return reached;
}

template <class T>
void add_exercises(const Context& context, DutyInstance& instance) {
  std::int64_t exercises = 0;
  for (const Entry<T>& entry : context.ledger.all<T>()) {
    if (context.lies_ahead(moment(entry.record->at, context.as_of))) continue;
    ++exercises;
    instance.facts.push_back(fact_in<T>(entry.source));
  }
  if (exercises != 0) because(instance, reason("power-exercised"), {{"count", exercises}});
}

}  // namespace

namespace {

// Whether anything or anybody of the work is on record, or something done with information.
bool handled(const Context& context) {
  const auto any = [&]<class... T>(std::type_identity<T>...) {
    return (std::ranges::any_of(context.ledger.all<T>(),
                                [&](const Entry<T>& entry) {
                                  return !context.lies_ahead(
                                      moment(entry.record->at, context.as_of));
                                }) ||
            ...);
  };
  return any(std::type_identity<Asset>(), std::type_identity<Transfer>(),
             std::type_identity<CarryOut>(), std::type_identity<Image>(),
             std::type_identity<Mail>(), std::type_identity<ServiceUse>()) ||
         std::ranges::any_of(context.ledger.all<Person>(), [&](const Entry<Person>& entry) {
           return context.actors.of(entry.record->party).side != Side::client &&
                  !context.lies_ahead(moment(entry.record->engaged.from, context.as_of));
         });
}

}  // namespace

void decide_aggregate(Cases& cases) {
  const Context& context = cases.context;
  DutyInstance& instance = cases.add_own({}, fact_in<Contract>(context.chain.contract_source()));
  switch (concluded(context)) {
    case Truth::no: return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
    case Truth::open: return conclude(instance, Status::undetermined, reason("not-stated"));
    case Truth::yes: break;
  }
  const bool from_handling = cases.duty.decision.occasion == Occasion::handling;
  if (from_handling && !handled(context)) {
    return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
  }
  const Counts counts = count(cases);
  if (counts.breached != 0) {
    return conclude(instance, Status::breached, reason("others-breached"),
                    {{"count", counts.breached}});
  }
  const Judged judged = context.judged(cases.duty.key, {});
  if (judged.by_client) {
    return conclude(instance, *judged.by_client ? Status::fulfilled : Status::breached,
                    *judged.by_client ? reason("judged-met") : reason("judged-not-met"));
  }
  if (counts.perhaps != 0) return leave_to_reading(instance, counts);
  if (counts.open != 0) {
    return conclude(instance, Status::undetermined, reason("others-open"),
                    {{"count", counts.open}});
  }
  // What is owed all the time from the first handling is never yet to be done.
  if (counts.due != 0 && !from_handling) {
    return conclude(instance, Status::due, reason("others-due"), {{"count", counts.due}});
  }
  conclude(instance, Status::undetermined, reason("always-open"));
}

void decide_power(Cases& cases) {
  const Context& context = cases.context;
  const Chain& chain = context.chain;
  const auto contract_fact = [&] { return fact_in<Contract>(chain.contract_source()); };
  switch (cases.duty.decision.occasion.value_or(Occasion::contract)) {
    case Occasion::breach: {
      // To terminate: a duty of 乙 is breached and not waived, or it violated a law.
      DutyInstance& instance = cases.add_own({}, contract_fact());
      const Counts counts = count(cases);
      bool violation = false;
      for (const Entry<LawViolation>& entry : context.ledger.all<LawViolation>()) {
        if (context.lies_ahead(moment(entry.record->at, context.as_of))) continue;
        if (context.actors.of(entry.record->party).side == Side::contractor) violation = true;
      }
      if (violation) {
        set_power(instance, Truth::yes);
      } else if (counts.breached != 0 && counts.remedied) {
        conclude(instance, Status::undetermined, reason("reading-open"), {},
                 &reading("terminate-after-remedy"));
      } else if (counts.breached != 0) {
        conclude(instance, Status::exercisable, reason("others-breached"),
                 {{"count", counts.breached}});
      } else if (counts.perhaps != 0) {
        leave_to_reading(instance, counts);
      } else if (counts.mirrors != 0) {
        conclude(instance, Status::undetermined, reason("mirror-breached"),
                 {{"count", counts.mirrors}});
      } else if (counts.open != 0) {
        conclude(instance, Status::undetermined, reason("others-open"), {{"count", counts.open}});
      } else {
        set_power(instance, Truth::no);
      }
      return add_exercises<Termination>(context, instance);
    }
    case Occasion::incident_occurred: {
      for (const Entry<Incident>& entry : context.ledger.all<Incident>()) {
        if (context.lies_ahead(moment(entry.record->at, context.as_of))) continue;
        DutyInstance& instance = cases.add_own(entry.id, fact_in<Incident>(entry.source));
        Truth related = truth(entry.record->touches_work);
        if (!entry.record->touches_work) related = Truth::yes;  // an incident of this contract
        set_power(instance, truth(entry.record->occurred) & related);
      }
      return;
    }
    case Occasion::party:
    case Occasion::inspected_party: {
      const bool inspection = cases.duty.decision.occasion == Occasion::inspected_party;
      const Truth lower_tiers = context.settled(reading("lower-tiers-inspected"), {});
      const std::vector<bool> reached = reached_by_now(chain);
      for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
        const auto tier = reached[party] ? chain.tier(party) : std::nullopt;
        // An auditor or the provider of a service is no counterparty.
        if (!chain.tier(party) && chain.parties()[party].has_role) continue;
        const Fact fact = fact_in<Party>(chain.parties()[party].source, &Party::name);
        DutyInstance* instance = nullptr;
        if (party == chain.contractor()) {
          instance = &cases.add_own({}, fact);
        } else {
          instance = cases.add({}, {Side::subcontractor, party}, fact);
          if (instance == nullptr) continue;
          instance->mirror = false;
        }
        if (!tier) {
          conclude(*instance, inspection ? Status::not_exercisable : Status::undetermined,
                   reason("not-in-chain"));
        } else if (inspection && *tier > 1 && lower_tiers == Truth::open) {
          conclude(*instance, Status::undetermined, reason("reading-open"), {},
                   &reading("lower-tiers-inspected"));
        } else {
          set_power(*instance,
                    concluded(context) & (inspection && *tier > 1 ? lower_tiers : Truth::yes));
        }
      }
      return;
    }
    case Occasion::form: {
      // Of each declaration in force; without one of 乙's, there is nothing to ask about.
      for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
        ChainIndex filing = chain.filing_in_force(party);
        if (filing != kNoIndex && chain.filings()[filing].other_contract) filing = kNoIndex;
        const bool own = party == chain.contractor();
        if (filing == kNoIndex && !own) continue;
        const Fact fact = filing == kNoIndex ? contract_fact()
                                             : fact_in<Filing>(chain.filings()[filing].source,
                                                               &Filing::declaration);
        DutyInstance* const instance =
            own ? &cases.add_own({}, fact) : cases.add({}, {Side::subcontractor, party}, fact);
        if (instance == nullptr) continue;
        instance->mirror = false;
        set_power(*instance, truth(filing != kNoIndex) & concluded(context));
      }
      return;
    }
    default: {
      DutyInstance& instance = cases.add_own({}, contract_fact());
      Truth can = concluded(context);
      const Instant& completed = chain.contract().completed_at;
      if (given(completed) && !context.lies_ahead(moment(completed, context.as_of))) {
        can = can & Truth::open;
      }
      return set_power(instance, can);
    }
  }
}

}  // namespace tokki::inline v0::internal
