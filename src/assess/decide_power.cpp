// Decisions that follow from how other duties stand: 甲's powers, and duties to keep all the
// others.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <unordered_map>
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
  cases.earlier.each(cases.context.edition, [&](const Duty& duty, const auto& instances) {
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

// 乙, and each party of the chain: towards whom 甲 has the power. An inspection may reach the first
// tier only.
template <class Visit>
void each_party(Cases& cases, bool inspection, Visit&& visit) {
  const Context& context = cases.context;
  const Chain& chain = context.chain;
  const Truth lower_tiers = context.settled(reading("lower-tiers-inspected"), {});
  const std::vector<bool> reached = reached_by_now(chain);
  for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
    const std::uint32_t tier = chain.tier(party).value_or(0);
    const bool in_chain = chain.tier(party).has_value();
    // An auditor or the provider of a service is no counterparty.
    if (!in_chain && chain.parties()[party].has_role) continue;
    const Fact fact = fact_in<Party>(chain.parties()[party].source, &Party::name);
    DutyInstance* instance = nullptr;
    if (party == chain.contractor()) {
      instance = &cases.add_own({}, fact);
    } else {
      instance = cases.add({}, {Side::subcontractor, party}, fact);
      if (instance == nullptr) continue;
      instance->mirror = false;
    }
    if (!in_chain || !reached[party]) {
      conclude(*instance, inspection ? Status::not_exercisable : Status::undetermined,
               reason("not-in-chain"));
    } else if (inspection && tier > 1 && lower_tiers == Truth::open) {
      conclude(*instance, Status::undetermined, reason("reading-open"), {},
               &reading("lower-tiers-inspected"));
    } else {
      set_power(*instance,
                concluded(context) & (inspection && tier > 1 ? lower_tiers : Truth::yes));
    }
    visit(party, *instance);
  }
}

// What 甲 relied on instead of inspecting a party.
struct Substitutes {
  std::vector<const Entry<Inspection>*> inspections;
  std::vector<const Entry<Certificate>*> certificates;
};

using SubstitutesByParty = std::unordered_map<ChainIndex, Substitutes>;

SubstitutesByParty substitutes_by_party(const Context& context) {
  SubstitutesByParty by_party;
  for (const Entry<Inspection>& entry : context.ledger.all<Inspection>()) {
    if (context.lies_ahead(moment(entry.record->at, context.as_of))) continue;
    by_party[context.actors.of(entry.record->party).party].inspections.push_back(&entry);
  }
  for (const Entry<Certificate>& entry : context.ledger.all<Certificate>()) {
    const Date& relied_on = entry.record->relied_on;
    // Without a day it is not on record that it was relied on.
    if (!relied_on.value || context.lies_ahead(moment(relied_on, context.as_of))) continue;
    by_party[context.actors.of(entry.record->party).party].certificates.push_back(&entry);
  }
  return by_party;
}

// Whether 甲 has stated that its own inspection is 困難.
Truth stated_difficult(const Substitutes& of_party) {
  bool difficult = false;
  bool not_difficult = false;
  for (const Entry<Inspection>* const entry : of_party.inspections) {
    const std::optional<bool>& stated = entry->record->own_difficult;
    if (!stated) continue;
    (*stated && !entry->conflict ? difficult : not_difficult) = true;
    if (entry->conflict) difficult = not_difficult = true;
  }
  if (difficult == not_difficult) return Truth::open;
  return truth(difficult);
}

// 国際的な第三者認証, in force when it was relied on. Of one that had expired or was not issued
// yet, no; where the certificate does not say, it is for people to look at.
Truth holds(const Certificate& certificate) {
  const auto day = [](const Date& date) { return date.value ? CompactDay(date) : CompactDay(); };
  const CompactDay relied_on = day(certificate.relied_on);
  const CompactDay issued_on = day(certificate.issued_on);
  const CompactDay valid_until = day(certificate.valid_until);
  if (certificate.international == false) return Truth::no;
  if (issued_on.known() && issued_on > relied_on) return Truth::no;
  if (valid_until.known() && valid_until < relied_on) return Truth::no;
  const bool complete = issued_on.known() && valid_until.known() && !certificate.scope.empty() &&
                        certificate.international.has_value();
  return complete ? Truth::yes : Truth::open;
}

void show_substitutes(const Context& context, const Substitutes& of_party, DutyInstance& instance) {
  const ReadingInfo& internal_audit = reading("internal-audit");
  std::int64_t exercised = 0;
  std::int64_t doubtful = 0;
  bool by_internal_audit = false;
  for (const Entry<Inspection>* const entry : of_party.inspections) {
    const std::optional<InspectionMode>& mode = entry->record->mode;
    if (!mode || mode == InspectionMode::on_site) continue;
    instance.facts.push_back(fact_in<Inspection>(entry->source));
    ++exercised;
    by_internal_audit =
        by_internal_audit || (mode == InspectionMode::internal_audit &&
                              context.settled(internal_audit, entry->id) == Truth::open);
  }
  for (const Entry<Certificate>* const entry : of_party.certificates) {
    instance.facts.push_back(fact_in<Certificate>(entry->source));
    ++exercised;
    if (holds(*entry->record) != Truth::yes) ++doubtful;
  }
  if (exercised != 0) because(instance, reason("power-exercised"), {{"count", exercised}});
  if (doubtful != 0) because(instance, reason("certificate-doubtful"), {{"count", doubtful}});
  if (by_internal_audit) because(instance, reason("reading-open"), {}, &internal_audit);
}

}  // namespace

void decide_substitute(Cases& cases) {
  const Context& context = cases.context;
  const SubstitutesByParty by_party = substitutes_by_party(context);
  each_party(cases, true, [&](ChainIndex party, DutyInstance& instance) {
    const auto known = by_party.find(party);
    static const Substitutes nothing;
    const Substitutes& of_party = known == by_party.end() ? nothing : known->second;
    const Truth difficult = stated_difficult(of_party);
    if (difficult == Truth::no && instance.status != Status::not_exercisable) {
      instance.reasons.clear();
      set_power(instance, Truth::no);
    } else if (difficult == Truth::open && instance.status == Status::exercisable) {
      instance.reasons.clear();
      leave_open(instance, reason("difficulty-unstated"));
    }
    show_substitutes(context, of_party, instance);
  });
}

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
  const Judged judged = context.judged(
      cases.duty.key, {}, moment(context.chain.contract().concluded_on, context.as_of).lo,
      context.as_of);
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
    case Occasion::substitute: return decide_substitute(cases);
    case Occasion::party: return each_party(cases, false, [](ChainIndex, DutyInstance&) {});
    case Occasion::inspected_party:
      return each_party(cases, true, [](ChainIndex, DutyInstance&) {});
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
