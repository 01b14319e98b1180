// The kind of decision about assents: 承諾, 承認 or 許可 before an act (特記事項3(1), 3(3), 5,
// 遵守事項3, 4).
#include <algorithm>
#include <utility>

#include "assess/assents.hpp"
#include "assess/outing.hpp"

namespace tokki::inline v0::internal {
namespace {

std::string edge_name(const Entry<Subcontract>& edge) {
  if (!edge.id.empty()) return std::string(edge.id);
  return std::string(edge.record->from.view()).append(">").append(edge.record->to.view());
}

void decide_subcontracts(Cases& cases) {
  const Context& context = cases.context;
  const AssentWanted wanted = wanted_by(cases.duty);
  for (const Entry<Subcontract>& edge : context.ledger.all<Subcontract>()) {
    const Subcontract& given_work = *edge.record;
    const std::string name = edge_name(edge);
    DutyInstance& instance = cases.add_own(name, fact_in<Subcontract>(edge.source));
    Act act{.id = name, .when = moment(given_work.starts_on, context.as_of)};
    if (!given(given_work.starts_on)) {
      // 「予定」 says that it has not begun; nothing said leaves it open.
      act.happened = given_work.planned ? truth(!*given_work.planned) : Truth::open;
      act.when = Moment{Second::min(),
                        given_work.planned.value_or(false) ? Second::max() : context.as_of, false};
    } else {
      act.happened = happened(context, given_work.planned, act.when);
    }
    // Before the agreement, before the start of the work, or both: what both give is certain.
    Assents found = assents_to(context, act, wanted, instance);
    const auto weigh_own = [&](Assents& into, const Act& when) {
      for (const Consent& consent : given_work.consents) {
        if (context.lies_ahead(moment(consent.given_on, context.as_of))) continue;
        into.take(weigh(context, consent, when, wanted));
      }
    };
    weigh_own(found, act);
    if (found.good && given(given_work.agreed_at)) {
      const Truth agreement_counts = context.settled(reading("before-agreement"), name);
      if (agreement_counts != Truth::no) {
        Act agreement = act;
        agreement.when = moment(given_work.agreed_at, context.as_of);
        Assents before_agreement = assents_to(context, agreement, wanted, instance);
        weigh_own(before_agreement, agreement);
        if (!before_agreement.good) {
          if (agreement_counts == Truth::yes) {
            found = before_agreement;
          } else {
            conclude(instance, Status::undetermined, reason("reading-open"), {},
                     &reading("before-agreement"));
            continue;
          }
        }
      }
    }
    decide_by_assents(context, instance, act, found, wanted);
  }
}

// Whether 甲 consented to a subcontract with the party by the time of an act. A consent is neither
// 許可 nor 承認; whether it implies a 許可 for the information that the work needs is open.
Truth consented_to_subcontract(const Context& context, const Actor& party, const Moment& act) {
  Truth consented = Truth::no;
  if (party.side != Side::subcontractor) return consented;
  for (const ChainIndex i : context.chain.received(party.party)) {
    const std::size_t index = context.chain.edges()[i].source.index;
    const Entry<Subcontract>& entry = context.ledger.all<Subcontract>()[index];
    for (const Consent& consent : entry.record->consents) {
      consented = consented | not_after(moment(consent.given_on, Second::max()), act);
    }
    context.assents.each(entry.id, [&](std::size_t a) {
      const Entry<Assent>& each = context.ledger.all<Assent>()[a];
      const Assent& assent = *each.record;
      if (assent.kind != AssentKind::consent || assent.giver != Giver::client) return;
      if (each.conflict || assent.refused.value_or(false)) return;
      Truth in_force = not_after(moment(assent.at, Second::max()), act);
      if (given(assent.revoked_at)) {
        in_force = in_force & !before(moment(assent.revoked_at, context.as_of), act);
      }
      consented = consented | in_force;
    });
  }
  return consented;
}

// Without a 許可 of its own, a provision to a subcontractor turns on whether the consent to
// subcontract holds one.
void weigh_consent_to_subcontract(const Cases& cases, const Actor& to, const Act& act,
                                  DutyInstance& instance) {
  if (instance.status != Status::breached && instance.status != Status::undetermined) return;
  if (act.happened != Truth::yes) return;
  // That there was no 許可 is on record.
  if (instance.reasons.back().info == &reason("assent-denied")) return;
  const Truth consented = consented_to_subcontract(cases.context, to, act.when);
  const ReadingInfo& implied = reading("consent-permits-information");
  const Truth permits = cases.context.settled(implied, act.id);
  if (consented == Truth::no || permits == Truth::no) return;
  instance.overdue = false;
  if (permits == Truth::open) return leave_open(instance, reason("reading-open"), &implied);
  instance.reasons.clear();
  if (consented == Truth::open) return leave_open(instance, reason("assent-open"));
  conclude(instance, Status::fulfilled, reason("assent-in-time"));
}

// Use of what was learnt in the work for another purpose, and its provision to others.
void decide_information(Cases& cases) {
  const Context& context = cases.context;
  const AssentWanted wanted = wanted_by(cases.duty);
  for (const Entry<Transfer>& entry : context.ledger.all<Transfer>()) {
    const Transfer& transfer = *entry.record;
    const bool provision = transfer.kind == TransferKind::provision;
    const bool use = transfer.kind == TransferKind::use;
    if (transfer.kind && !provision && !use) continue;
    if (transfer.learnt_in_work == false) continue;
    const Actor to = context.actors.of(transfer.to);
    if (provision && !transfer.to.empty() &&
        (to.side == Side::client || to.side == Side::contractor)) {
      continue;
    }
    if (use && transfer.purpose == Purpose::work) continue;
    DutyInstance* const instance =
        cases.add(entry.id, context.actors.of(transfer.from), fact_in<Transfer>(entry.source));
    if (instance == nullptr) continue;
    Act act{
        .id = entry.id, .when = moment(transfer.at, context.as_of), .stated = &transfer.assents};
    act.happened = happened(context, transfer.planned, act.when);
    if (entry.conflict) {
      conclude(*instance, Status::undetermined, reason("records-conflict"));
      continue;
    }
    decide_act(context, *instance, act, wanted);
    if (provision && transfer.purpose != Purpose::other) {
      weigh_consent_to_subcontract(cases, to, act, *instance);
    }
    if (instance->status != Status::breached) continue;
    // A breach only if it is certain that the clause is about this act.
    const bool certain = transfer.kind && transfer.learnt_in_work.value_or(false) &&
                         (use ? transfer.purpose == Purpose::other : !transfer.to.empty());
    if (!certain) conclude(*instance, Status::undetermined, reason("not-stated"));
  }
}

// Acts with what 甲 or those connected with it supplied: an instance for each asset.
struct SuppliedAct {
  std::string_view id;
  std::string_view asset;
  Instant at;
  std::optional<bool> planned;
  const List<AssentToAct>* stated;
  Fact fact;
  Actor actor;
  const List<Str>* measures = nullptr;  // against leaks, with the act; null: its records hold none
  std::optional<bool> protected_at_all{};
  bool conflict = false;
  bool certain = true;                   // that the clause is about this act
  const ReadingInfo* reading = nullptr;  // on which that turns
};

void decide_approval(const Cases& cases, const AssentWanted& wanted, const SuppliedAct& done,
                     const Asset* asset, const Act& act, DutyInstance& instance) {
  if (done.conflict) return leave_open(instance, reason("records-conflict"));
  decide_act(cases.context, instance, act, wanted);
  if (instance.status == Status::fulfilled || instance.status == Status::due) return;
  if (done.reading != nullptr) {
    const Truth counts = cases.context.settled(*done.reading, done.id);
    if (counts == Truth::no) {
      return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
    }
    if (counts == Truth::open) return leave_open(instance, reason("reading-open"), done.reading);
  }
  if (instance.status != Status::breached) return;
  if (asset == nullptr || !asset->origin) {
    leave_open(instance, reason("supplier-unknown"));
  } else if (!done.certain) {
    leave_open(instance, reason("not-stated"));
  }
}

// 承認を得た場合にあっても、情報漏えい防止のための万全の措置: owed with an act that was approved,
// as the instance says so far. Whether measures are 万全, people judge.
void decide_measures(const Cases& cases, const SuppliedAct& done, Truth happened,
                     DutyInstance& instance) {
  if (instance.status == Status::undetermined) {
    instance.overdue = false;
    return;
  }
  instance.reasons.clear();
  const std::optional<Second> until = std::exchange(instance.until, std::nullopt);
  if (instance.status != Status::fulfilled) {
    return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
  }
  if (happened == Truth::no) {
    instance.until = until;
    return conclude(instance, Status::due, reason("occasion-planned"));
  }
  if (happened == Truth::open) return leave_open(instance, reason("act-uncertain"));
  const bool any = done.measures != nullptr && !done.measures->empty();
  if (done.protected_at_all == false) {
    if (any) return leave_open(instance, reason("records-conflict"));
    return conclude(instance, Status::breached, reason("recorded-against"));
  }
  const bool said_met = cases.context.judged(cases.duty.key, instance.trigger).by_client == true;
  if ((any || !said_met) && decide_by_judgement(cases, instance, instance.trigger)) return;
  leave_open(instance, any ? reason("measures-unjudged") : reason("not-stated"));
}

void decide_supplied(Cases& cases, const AssentWanted& wanted, const SuppliedAct& done) {
  const Context& context = cases.context;
  const Asset* const asset = context.asset(done.asset);
  if (asset != nullptr && asset->origin == AssetSource::other) return;
  const std::string trigger =
      std::string(done.id).append("/").append(context.ledger.root(done.asset));
  DutyInstance* const instance = cases.add(trigger, done.actor, done.fact);
  if (instance == nullptr) return;
  Act act{.id = done.id,
          .asset = context.ledger.root(done.asset),
          .when = moment(done.at, context.as_of),
          .stated = done.stated};
  act.happened = happened(context, done.planned, act.when);
  decide_approval(cases, wanted, done, asset, act, *instance);
  open_after_end(cases, *instance, act.when);
  if (cases.duty.decision.kind != DecisionKind::attested) return;
  if (act.happened == Truth::no && act.when.known) instance->until = act.when.lo;
  decide_measures(cases, done, act.happened, *instance);
}

void decide_supplied_assets(Cases& cases) {
  const Context& context = cases.context;
  // The measures go with an act that the duty to have it approved is about.
  const Duty* asking = &cases.duty;
  if (asking->decision.kind != DecisionKind::prior_assent) {
    asking = asking_for_assent(context.edition, Occasion::supplied_asset);
  }
  const AssentWanted wanted = wanted_by(asking == nullptr ? cases.duty : *asking);
  for (const Entry<Transfer>& entry : context.ledger.all<Transfer>()) {
    const Transfer& transfer = *entry.record;
    if (transfer.kind == TransferKind::use) continue;
    const bool copy = transfer.kind == TransferKind::copy;
    if (copy && transfer.purpose == Purpose::work) continue;
    const Actor from = context.actors.of(transfer.from);
    const Actor to = context.actors.of(transfer.to);
    if (!copy && !transfer.to.empty() && (to.side == Side::client || to == from)) continue;
    for (const Str& asset : transfer.assets) {
      SuppliedAct act{.id = entry.id,
                      .asset = asset,
                      .at = transfer.at,
                      .planned = transfer.planned,
                      .stated = &transfer.assents,
                      .fact = fact_in<Transfer>(entry.source),
                      .actor = from,
                      .measures = &transfer.measures,
                      .protected_at_all = transfer.protected_at_all,
                      .conflict = entry.conflict};
      act.certain = copy ? transfer.purpose == Purpose::other
                         : transfer.kind.has_value() && !transfer.to.empty();
      if (transfer.online_service.value_or(false)) act.reading = &reading("cloud-is-third-party");
      decide_supplied(cases, wanted, act);
    }
  }
  for (const Entry<CarryOut>& entry : context.ledger.all<CarryOut>()) {
    for (const CarriedItem& item : entry.record->items) {
      if (item.asset.empty()) continue;
      decide_supplied(cases, wanted,
                      {.id = entry.id,
                       .asset = item.asset,
                       .at = entry.record->at,
                       .planned = entry.record->planned,
                       .stated = &entry.record->assents,
                       .fact = fact_in<CarryOut>(entry.source),
                       .actor = context.actors.of(entry.record->party),
                       .measures = &entry.record->measures,
                       .protected_at_all = entry.record->protected_at_all,
                       .conflict = entry.conflict});
    }
  }
  for (const Entry<Mail>& entry : context.ledger.all<Mail>()) {
    const Mail& mail = *entry.record;
    const Actor from = context.actors.of(mail.party);
    const Actor to = context.actors.of(mail.to);
    if (!mail.to.empty() && (to.side == Side::client || to == from)) continue;
    for (const Str& asset : mail.assets) {
      decide_supplied(cases, wanted,
                      {.id = entry.id,
                       .asset = asset,
                       .at = mail.at,
                       .planned = mail.queued,
                       .stated = &mail.assents,
                       .fact = fact_in<Mail>(entry.source),
                       .actor = from,
                       .conflict = entry.conflict,
                       .certain = !mail.to.empty()});
    }
  }
}

// One aspect of an outing: the leaving or, where the clause asks for an assent at the return too,
// the return.
void decide_outing(Cases& cases, const Entry<CarryOut>& entry, bool at_return) {
  const Context& context = cases.context;
  const CarryOut& outing = *entry.record;
  const bool secret_only = cases.duty.decision.occasion == Occasion::carry_out_secret;
  const std::string trigger = std::string(entry.id).append(at_return ? "/return" : "");
  DutyInstance* const instance =
      cases.add(trigger, context.actors.of(outing.party), fact_in<CarryOut>(entry.source));
  if (instance == nullptr) return;
  if (entry.conflict) {
    return conclude(*instance, Status::undetermined, reason("records-conflict"));
  }
  const Truth secret = secret_only ? carries_secret(context, entry) : Truth::yes;
  if (secret == Truth::no) {
    return conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
  }
  Act act{.id = entry.id,
          .when = moment(at_return ? outing.returned_at : outing.at, context.as_of),
          .stated = at_return ? &outing.return_assents : &outing.assents,
          .stated_elsewhere = at_return ? &outing.assents : &outing.return_assents};
  if (at_return) act.after = moment(outing.at, context.as_of);
  act.carrier = context.actors.person(outing.person);
  act.happened = happened(context, outing.planned, act.when);
  // 持ち帰り時 is the day of the return: which came first on that day does not matter.
  if (at_return && act.when.known) {
    act.when = exactly(day_in_japan(day_in_japan(act.when.hi)).hi + std::chrono::seconds(1));
  }
  decide_act(context, *instance, act, wanted_by(cases.duty));
  const bool decided =
      instance->status == Status::fulfilled || instance->status == Status::breached;
  if (secret == Truth::open && decided) {  // of what is not secret nothing is owed
    conclude(*instance, Status::undetermined, reason("reading-open"), {}, &reading("is-secret"));
  } else if (instance->status == Status::breached && at_return &&
             instance->reasons.back().info == &reason("assent-not-before")) {
    conclude(*instance, Status::undetermined, reason("assent-open"));
  }
  open_after_end(cases, *instance, act.when);
}

void decide_outings(Cases& cases) {
  const Context& context = cases.context;
  const Occasion occasion = cases.duty.decision.occasion.value_or(Occasion::outing);
  const bool returns = cases.duty.promptness.has(Promptness::at_return);
  for (const Entry<CarryOut>& entry : context.ledger.all<CarryOut>()) {
    const CarryOut& outing = *entry.record;
    if (!is_of_occasion(context, outing, occasion)) continue;
    decide_outing(cases, entry, false);
    const bool returned =
        given(outing.returned_at) && !context.lies_ahead(moment(outing.returned_at, context.as_of));
    if (returns && returned) decide_outing(cases, entry, true);
  }
}

}  // namespace

void decide_safeguards(Cases& cases) { decide_supplied_assets(cases); }

void decide_prior_assent(Cases& cases) {
  switch (cases.duty.decision.occasion.value_or(Occasion::contract)) {
    case Occasion::subcontract: return decide_subcontracts(cases);
    case Occasion::information: return decide_information(cases);
    case Occasion::supplied_asset: return decide_supplied_assets(cases);
    case Occasion::carry_out:
    case Occasion::carry_out_secret: return decide_outings(cases);
    default: return;
  }
}

}  // namespace tokki::inline v0::internal
