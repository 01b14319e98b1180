#include "assess/assents.hpp"

#include <algorithm>
#include <vector>

namespace tokki::inline v0::internal {

AssentWanted wanted_by(const Duty& duty) {
  const Decision& decision = duty.decision;
  return {.duty = duty.key,
          .kind = decision.assent.value_or(AssentKind::approval),
          .giver = decision.giver.value_or(Giver::client),
          .written = decision.form == AssentForm::written,
          .by_any_word = decision.occasion == Occasion::information,
          .perhaps_by_approval = decision.occasion == Occasion::carry_out_secret,
          .beforehand = duty.promptness.has(Promptness::beforehand)};
}

const Duty* asking_for_assent(const Edition& edition, Occasion occasion) {
  const List<Duty>& duties = edition.file().duties;
  const auto* const asking = std::ranges::find_if(duties, [&](const Duty& each) {
    return each.decision.kind == DecisionKind::prior_assent && each.decision.occasion == occasion;
  });
  return asking == duties.end() ? nullptr : &*asking;
}

namespace {

Truth covers(const Context& context, const Assent& assent, const Act& act, bool linked) {
  if (linked) return Truth::yes;
  const auto has = [&](std::string_view id) {
    return !id.empty() && std::ranges::any_of(assent.covers, [&](const Str& each) {
      return context.ledger.root(each) == id;
    });
  };
  if (has(act.id)) return Truth::yes;
  if (!has(act.asset)) return Truth::no;
  // An assent to the asset as such: certain where it stands for a span that holds the act, and
  // says what it covers.
  if (!given(assent.standing.from) && !given(assent.standing.through)) return Truth::open;
  const Truth said = assent.scope.empty() ? Truth::open : Truth::yes;
  return said & holds(assent.standing, act.when);
}

// What has no time that can be read is never timely, not even before an act that is yet to come:
// what is in time stays so.
Moment given_at(const Instant& at) { return moment(at, Second::max()); }
Moment given_at(const Date& on) { return moment(on, Second::max()); }

Weighed weigh(const Context& context, const Assent& assent, const Act& act,
              const AssentWanted& wanted, bool linked) {
  Weighed weighed;
  if (assent.refused.value_or(false)) return {Truth::no};
  Truth giver = Truth::open;
  if (assent.giver) giver = truth(*assent.giver == wanted.giver);
  if (wanted.giver == Giver::responsible_person && giver == Truth::yes) {
    giver = context.responsible_at(assent.given_by, moment(assent.at, context.as_of));
    // Whether one can approve of what one does oneself is open.
    const bool oneself =
        !act.carrier.empty() && context.actors.person(assent.given_by) == act.carrier;
    if (oneself && wanted.kind == AssentKind::approval) giver = Truth::open;
  }
  Truth form = Truth::yes;
  if (wanted.written) {
    form = Truth::open;
    if (assent.form == AssentForm::written) form = Truth::yes;
    if (assent.form == AssentForm::oral) form = Truth::no;
    if (assent.form == AssentForm::electronic) {
      form = context.settled(reading("electronic-is-writing"), act.id);
      if (form == Truth::open) weighed.reading = &reading("electronic-is-writing");
    }
  }
  const Moment assented = given_at(assent.at);
  const Truth in_time =
      wanted.beforehand ? before(assented, act.when) : not_after(assented, act.when);
  Truth in_force = Truth::yes;
  if (given(assent.revoked_at)) {
    in_force = !before(moment(assent.revoked_at, context.as_of), act.when);
  }
  weighed.good = giver & form & in_time & in_force & covers(context, assent, act, linked);
  return weighed;
}

bool names(const Context& context, const List<AssentToAct>* stated, std::string_view assent) {
  return stated != nullptr && std::ranges::any_of(*stated, [&](const AssentToAct& each) {
           return !each.assent.empty() && context.ledger.root(each.assent) == assent;
         });
}

// A 承認 of the same act, that is not certainly one of 甲 alone: whether it is the 許可, too, is
// open.
bool is_perhaps_wanted(AssentKind kind, const std::optional<Giver>& giver,
                       const AssentWanted& wanted) {
  return wanted.perhaps_by_approval && kind == AssentKind::approval && giver != Giver::client;
}

bool is_wanted(const Assent& assent, const AssentWanted& wanted) {
  return (!assent.kind || assent.kind == wanted.kind) &&
         (!assent.giver || assent.giver == wanted.giver);
}

// 甲 waives the duty not to act without its 承認 before the act: that is a 承認.
void take_waivers(const Context& context, const Act& act, const AssentWanted& wanted,
                  DutyInstance& instance, Assents& found) {
  if (wanted.kind != AssentKind::approval || wanted.giver != Giver::client) return;
  context.each_waiver(wanted.duty, [&](const Entry<Waiver>& entry) {
    const Waiver& waiver = *entry.record;
    const bool covered = waiver.about.empty()
                             ? holds(waiver.span, act.when) == Truth::yes
                             : std::ranges::any_of(waiver.about, [&](const Str& id) {
                                 return names_trigger(context.ledger, id, act.id);
                               });
    if (!covered || before(given_at(waiver.at), act.when) != Truth::yes) return;
    found.take({Truth::yes});
    found.waived = true;
    instance.facts.push_back(fact_in<Waiver>(entry.source));
  });
}

}  // namespace

Weighed weigh(const Context& context, const Consent& consent, const Act& act,
              const AssentWanted& wanted) {
  Weighed weighed;
  Truth form = Truth::yes;
  if (wanted.written) {
    form = Truth::open;
    if (consent.form == ConsentForm::written) form = Truth::yes;
    if (consent.form == ConsentForm::other) form = Truth::no;
    if (consent.form == ConsentForm::electronic) {
      form = context.settled(reading("electronic-is-writing"), act.id);
      if (form == Truth::open) weighed.reading = &reading("electronic-is-writing");
    }
  }
  weighed.good = form & before(given_at(consent.given_on), act.when);
  return weighed;
}

Assents assents_to(const Context& context, const Act& act, const AssentWanted& wanted,
                   DutyInstance& instance) {
  Assents found;
  bool perhaps_by_approval = false;
  std::vector<std::uint32_t> seen;
  const auto take = [&](std::uint32_t i, bool linked) {
    if (std::ranges::find(seen, i) != seen.end()) return;
    seen.push_back(i);
    const Entry<Assent>& entry = context.ledger.all<Assent>()[i];
    const Assent& assent = *entry.record;
    const bool by_other_word = assent.kind && *assent.kind != wanted.kind;
    const bool perhaps =
        by_other_word && linked && is_perhaps_wanted(*assent.kind, assent.giver, wanted);
    if (by_other_word && !perhaps && !(wanted.by_any_word && linked)) return;
    if (context.lies_ahead(moment(assent.at, context.as_of))) return;
    instance.facts.push_back(fact_in<Assent>(entry.source));
    // 甲's is not 責任者's, and no more says that 責任者 gave none.
    if (wanted.giver == Giver::responsible_person && assent.giver == Giver::client) return;
    if (perhaps) {
      const Weighed weighed = weigh(context, assent, act, wanted, linked);
      perhaps_by_approval = perhaps_by_approval || entry.conflict || weighed.good != Truth::no;
      return;
    }
    if (entry.conflict) {
      found.conflict = true;
      return;
    }
    Weighed weighed = weigh(context, assent, act, wanted, linked);
    if (!assent.kind) weighed.good = weighed.good & Truth::open;
    found.take(weighed);
  };
  if (act.stated != nullptr) {
    for (const AssentToAct& stated : *act.stated) {
      const bool by_other_word = stated.kind && *stated.kind != wanted.kind;
      if (by_other_word &&
          (stated.assent.empty() ||
           !(wanted.by_any_word || is_perhaps_wanted(*stated.kind, stated.giver, wanted)))) {
        continue;
      }
      if (stated.giver && *stated.giver != wanted.giver) continue;
      if (stated.given == false) found.denied = true;
      if (stated.assent.empty()) {
        if (stated.given.value_or(false)) found.take({Truth::open});  // it says no more
        continue;
      }
      bool known = false;
      const auto all = context.ledger.all<Assent>();
      const std::string_view root = context.ledger.root(stated.assent);
      const auto at = std::ranges::lower_bound(all, root, {}, &Entry<Assent>::id);
      for (auto each = at; each != all.end() && each->id == root; ++each) {
        known = true;
        take(static_cast<std::uint32_t>(each - all.begin()), true);
      }
      if (!known) found.take({Truth::open});
    }
  }
  context.assents.each(act.id, [&](std::uint32_t i) {
    const Entry<Assent>& entry = context.ledger.all<Assent>()[i];
    if (std::ranges::find(seen, i) != seen.end()) return;
    if (names(context, act.stated_elsewhere, entry.id)) return;
    // One that may have been given before another aspect of the act may be for that one only.
    if (act.after && before(moment(entry.record->at, context.as_of), *act.after) != Truth::no) {
      if (!found.denied && is_wanted(*entry.record, wanted)) found.take({Truth::open});
      return;
    }
    take(i, true);
  });
  if (!act.asset.empty()) context.assents.each(act.asset, [&](std::uint32_t i) { take(i, false); });
  if (perhaps_by_approval && !found.denied) found.take({Truth::open});
  take_waivers(context, act, wanted, instance, found);
  return found;
}

void decide_by_assents(const Context& context, DutyInstance& instance, const Act& act,
                       const Assents& found, const AssentWanted& wanted) {
  if (act.when.known && act.happened != Truth::yes) instance.until = act.when.lo;
  if (found.good) {
    instance.until.reset();
    return conclude(instance, Status::fulfilled,
                    found.waived ? reason("waived-beforehand") : reason("assent-in-time"));
  }
  if (found.conflict) return conclude(instance, Status::undetermined, reason("records-conflict"));
  if (act.happened == Truth::no) return conclude(instance, Status::due, reason("act-planned"));
  if (act.happened == Truth::open) {
    return conclude(instance, Status::undetermined, reason("act-uncertain"));
  }
  if (found.open) {
    if (found.reading != nullptr) {
      return conclude(instance, Status::undetermined, reason("reading-open"), {}, found.reading);
    }
    return conclude(instance, Status::undetermined, reason("assent-open"));
  }
  if (found.any) return conclude(instance, Status::breached, reason("assent-not-before"));
  if (found.denied) return conclude(instance, Status::breached, reason("assent-denied"));
  const Actor giver =
      wanted.giver == Giver::client ? Actor{Side::client} : context.actors.contractor();
  if (act.when.known &&
      context.covered.covers(name_of_kind<Assent>(), giver, act.when.lo, act.when.hi)) {
    return conclude(instance, Status::breached, reason("undone-covered"));
  }
  conclude(instance, Status::undetermined, reason("assent-unrecorded"));
  instance.overdue = true;
}

void decide_act(const Context& context, DutyInstance& instance, const Act& act,
                const AssentWanted& wanted) {
  decide_by_assents(context, instance, act, assents_to(context, act, wanted, instance), wanted);
}

}  // namespace tokki::inline v0::internal
