// The kinds of decision that rest on what people say: how a phone is looked after (遵守事項5), how
// material is managed (特記事項3(2)); and who bears a cost (特記事項14).
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "assess/phone.hpp"
#include "assess/stretches.hpp"

namespace tokki::inline v0::internal {
namespace {

// What somebody attested of how a phone was looked after, in a span of its use.
struct AttestedSpan {
  const Entry<Attestation>& entry;
  Second from, through;

  [[nodiscard]] bool observed() const { return *entry.record->observed; }
};

std::vector<AttestedSpan> attested_spans(const Cases& cases, const Phone& phone) {
  const Context& context = cases.context;
  std::vector<AttestedSpan> spans;
  context.each_attestation(
      cases.duty.key, phone.entry.id, [&](const Entry<Attestation>& attestation) {
        const Attestation& each = *attestation.record;
        const bool observed = *each.observed;
        if (observed && !each.at.value) return;
        // An attestation never reaches beyond its own date.
        Second through = Second::max();
        if (each.at.value) through = observed ? each.at.value->lo : each.at.value->hi;
        if (each.span.through.value) through = std::min(through, each.span.through.value->hi);
        const Second from = each.span.from.value ? each.span.from.value->lo : Second::min();
        if (from > phone.until.hi || through < phone.from.lo || from > through) return;
        // At which time of the span it was not is not said: the span has to be over.
        if (!observed && through > context.as_of) return;
        spans.push_back({attestation, from, through});
      });
  return spans;
}

// When attestations say the opposite of one another: that it was observed in all of a span in
// which, by another one, at some time it was not.
Stretches contradicted(const std::vector<AttestedSpan>& spans) {
  Stretches observed, both;
  for (const AttestedSpan& span : spans) {
    if (span.observed()) observed.add(span.from, span.through);
  }
  for (const AttestedSpan& span : spans) {
    if (!span.observed() && observed.cover(span.from, span.through)) {
      both.add(span.from, span.through);
    }
  }
  return both;
}

void decide_attested_span(const Cases& cases, const AttestedSpan& span,
                          const Stretches& contradicted, DutyInstance& instance) {
  const bool open = span.observed() ? contradicted.touch(span.from, span.through)
                                    : contradicted.cover(span.from, span.through);
  if (open) return leave_open(instance, reason("records-conflict"));
  decide_across_end(cases, instance, exactly(span.through),
                    [&](DutyInstance& one, const Moment& end) {
                      if (span.from > end.hi) {
                        return conclude(one, Status::not_triggered, reason("nothing-on-record"));
                      }
                      if (span.observed())
                        return conclude(one, Status::fulfilled, reason("attested"));
                      if (span.through > end.hi) return leave_open(one, reason("not-stated"));
                      conclude(one, Status::breached, reason("attested-not"));
                    });
}

// A phone, for each span that somebody attested: whether it was looked after as it should be, in
// that span; and for the rest of the time, of which nobody has said anything.
void decide_phone_care(Cases& cases, const Entry<Device>& entry) {
  const Context& context = cases.context;
  const std::optional<Phone> phone = phone_of(cases, entry);
  if (!phone) return;
  const Moment from = phone->from;
  const Moment until = phone->until;
  const std::vector<AttestedSpan> spans = attested_spans(cases, *phone);
  Stretches said;
  for (const AttestedSpan& span : spans) said.add(span.from, span.through);
  const Stretches both_ways = contradicted(spans);
  decide_phone(cases, *phone, [&](const Phone& rest) {
    const Second end = rest.until.hi;
    const Judged judged = context.judged(cases.duty.key, entry.id, from.lo, end);
    if (said.cover(from.lo, end) && judged.by_client.value_or(true)) {
      return conclude(rest.instance, Status::not_triggered, reason("attested-by-span"));
    }
    decide_by_showing(cases, rest.instance, {}, {}, {from.lo, end});
  });
  for (const AttestedSpan& span : spans) {
    const std::string trigger = std::string(entry.id).append("/").append(span.entry.id);
    DutyInstance* const instance = cases.add(trigger, context.actors.of(entry.record->party),
                                             fact_in<Attestation>(span.entry.source));
    if (instance == nullptr) continue;
    decide_attested_span(cases, span, both_ways, *instance);
    open_unless_for_work({entry, *instance, from, until});
  }
}

// An asset, from when it was obtained to when it was held no longer, or now.
struct Holding {
  const Asset& asset;
  std::string_view id;
  Moment from, until;
  Truth important;
};

// Whether the spans, together, hold every second of the time that it was held.
bool hold_throughout(const Holding& held, const Stretches& spans) {
  return spans.cover(held.from.lo, held.until.hi);
}
void add_certain(const Span& span, Second as_of, Stretches& to) {
  if (!given(span.from)) return;  // not said since when
  const Second through = given(span.through) ? moment(span.through, as_of).lo : Second::max();
  to.add(moment(span.from, as_of).hi, through);
}

// 常に適正な管理: 適正 is for people to judge.
Showing managed(const Cases& cases, const Holding& held, DutyInstance& instance) {
  const Context& context = cases.context;
  const Attested attested = context.attested(cases.duty.key, held.id, held.from.lo, held.until.hi,
                                             {.anybody = false, .person = {}});
  if (attested.fact) instance.facts.push_back(*attested.fact);
  const Judged judged = context.judged(cases.duty.key, held.id, held.from.lo, held.until.hi);
  if (judged.contradicted) return {Truth::open, &reason("judgements-conflict")};
  const Truth judgement = truth(judged.by_client);
  if (attested.contradicted || (judgement != Truth::open && attested.observed != Truth::open &&
                                judgement != attested.observed)) {
    return {Truth::open, &reason("records-conflict")};
  }
  if (judgement != Truth::open) {
    return {judgement, judgement == Truth::yes ? &reason("judged-met") : &reason("judged-not-met")};
  }
  if (attested.observed == Truth::yes) return {Truth::yes, &reason("attested")};
  if (attested.observed == Truth::no) return {Truth::no, &reason("attested-not")};
  if (judged.in_part) return {Truth::open, &reason("judged-in-part")};
  if (judged.by_contractor.value_or(false)) {
    return {Truth::open, &reason("contractor-holds-met")};
  }
  return {Truth::open, &reason("management-unattested")};
}

// 厳重に管理: at least one measure at any time; those that are printed are examples.
Showing protected_strictly(const Holding& held, Second as_of) {
  if (held.important == Truth::no) return {Truth::yes, &reason("not-important")};
  Stretches spans;
  bool any = false;
  for (const Measure& measure : held.asset.measures) {
    any = true;
    add_certain(measure.during, as_of, spans);
  }
  if (held.asset.protected_at_all == false) {
    if (any) return {Truth::open, &reason("records-conflict")};
    if (held.important == Truth::yes) return {Truth::no, &reason("recorded-against")};
    return {Truth::open, &reason("importance-unstated")};
  }
  if (hold_throughout(held, spans)) return {Truth::yes, &reason("measures-taken")};
  if (any) return {Truth::open, &reason("measures-gap")};
  return {Truth::open,
          held.important == Truth::yes ? &reason("not-stated") : &reason("importance-unstated")};
}

// 使用しない場合には、施錠ができる書庫等に保管: that it can be locked, not that it was.
Showing stored(const Context& context, const Holding& held) {
  const Asset& asset = held.asset;
  if (asset.lockable_store == true) return {Truth::yes, &reason("store-lockable")};
  Stretches in_use, perhaps_in_use;
  for (const Span& span : asset.in_use) {
    add_certain(span, context.as_of, in_use);
    const Moment from = moment(span.from, context.as_of);
    perhaps_in_use.add(
        from.lo, given(span.through) ? moment(span.through, context.as_of).hi : Second::max());
  }
  if (!asset.lockable_store) {
    const bool used_now = in_use.cover(held.until.lo, held.until.hi);
    return used_now ? Showing{Truth::yes, &reason("in-use")}
                    : Showing{Truth::open, &reason("store-unstated")};
  }
  if (hold_throughout(held, in_use)) return {Truth::yes, &reason("in-use")};
  // No store that can be locked: it counts if it was certainly out of use at some time.
  const bool out_of_use = !asset.in_use.empty() && held.from.known &&
                          held.from.hi <= held.until.lo &&
                          !perhaps_in_use.cover(held.from.hi, held.until.lo);
  if (!out_of_use || asset.electronic == true) return {Truth::open, &reason("store-unstated")};
  if (held.important == Truth::yes) return {Truth::no, &reason("recorded-against")};
  const ReadingInfo& all = reading("lock-away-all");
  const Truth counts = context.settled(all, held.id);
  if (counts == Truth::yes) return {Truth::no, &reason("recorded-against")};
  if (held.important == Truth::no) {
    if (counts == Truth::no) return {Truth::yes, &reason("not-important")};
    return {Truth::open, &reason("reading-open"), &all};
  }
  return {Truth::open, &reason("importance-unstated")};
}

// Three aspects; the worst counts.
void decide_held(const Cases& cases, const Holding& held, DutyInstance& instance) {
  const Context& context = cases.context;
  const Showing aspects[] = {managed(cases, held, instance),
                             protected_strictly(held, context.as_of), stored(context, held)};
  Truth all = Truth::yes;
  for (const Showing& aspect : aspects) all = all & aspect.observed;
  if (all == Truth::yes) instance.status = Status::fulfilled;
  if (all == Truth::open) instance.status = Status::undetermined;
  if (all == Truth::no) instance.status = Status::breached;
  for (const Showing& aspect : aspects) {
    if (aspect.observed == all) because(instance, *aspect.reason, {}, aspect.reading);
  }
}

void decide_asset(Cases& cases, const Entry<Asset>& entry) {
  const Context& context = cases.context;
  const Asset& asset = *entry.record;
  DutyInstance* const instance =
      cases.add(entry.id, context.actors.of(asset.holder), fact_in<Asset>(entry.source));
  if (instance == nullptr) return;
  if (entry.conflict) return leave_open(*instance, reason("records-conflict"));
  const Moment from = moment(asset.at, context.as_of);
  if (context.lies_ahead(from)) {
    return conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
  }
  Moment until = exactly(context.as_of);
  if (asset.ended && asset.ended != AssetEnd::kept) {
    const Moment ended = moment(asset.ended_at, context.as_of);
    if (ended.hi <= context.as_of) until = ended;
  }
  context.returns.each(entry.id, [&](std::size_t i) {
    const Entry<Return>& given_back = context.ledger.all<Return>()[i];
    const Moment when = moment(given_back.record->at, context.as_of);
    if (given_back.record->whole == false || given_back.conflict || !when.known) return;
    if (when.hi <= context.as_of) until = earlier(until, when);
  });
  // 個人情報等の重要な情報: personal information is important.
  const bool contradictory = asset.important == false && asset.personal == true;
  const Truth important =
      contradictory ? Truth::open
                    : truth(asset.important) | (asset.personal == true ? Truth::yes : Truth::no);
  decide_across_end(cases, *instance, until, [&](DutyInstance& one, const Moment& end) {
    const Holding held{asset, entry.id, from, end, important};
    decide_held(cases, held, one);
  });
}

// 経費: one of a damage through the handling of personal information.
void decide_cost(Cases& cases, const Entry<Cost>& entry) {
  const Context& context = cases.context;
  const Cost& cost = *entry.record;
  const Moment arisen = moment(cost.at, context.as_of);
  DutyInstance& instance = cases.add_own(entry.id, fact_in<Cost>(entry.source));
  const Entry<Damage>* damage = nullptr;
  bool conflict = entry.conflict;
  context.damages.each(context.ledger.root(cost.damage), [&](std::size_t i) {
    damage = &context.ledger.all<Damage>()[i];
    conflict = conflict || damage->conflict;
    instance.facts.push_back(fact_in<Damage>(damage->source));
  });
  if (context.lies_ahead(arisen) ||
      (damage != nullptr && !conflict && damage->record->personal_information == false)) {
    return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
  }
  if (conflict) return leave_open(instance, reason("records-conflict"));
  if (damage == nullptr || !damage->record->personal_information) {
    return leave_open(instance, reason("damage-unclear"));
  }
  // 「乙の責め」 is not asked; but whether a subcontractor's handling is 乙's is open.
  if (context.actors.of(damage->record->party).side != Side::contractor) {
    return leave_open(instance, reason("reading-open"), &reading("flow-down-binds"));
  }
  const bool refused = cost.refused.value_or(false);
  if (cost.settled == true && cost.paid_by == Payer::contractor) {
    return conclude(instance, Status::fulfilled, reason("cost-borne"));
  }
  if (cost.settled == true && cost.paid_by && refused) {
    return conclude(instance, Status::breached, reason("refused"));
  }
  const bool unsettled = cost.settled == false || (!cost.settled && !cost.paid_by);
  if (unsettled && !refused) {
    if (arisen.known) instance.since = arisen.lo;
    return conclude(instance, Status::due, reason("cost-unsettled"));
  }
  leave_open(instance, reason("payer-unstated"));
}

}  // namespace

void decide_attested(Cases& cases) {
  switch (cases.duty.decision.occasion.value_or(Occasion::contract)) {
    case Occasion::phone:
      for (const auto& device : cases.context.ledger.all<Device>()) {
        decide_phone_care(cases, device);
      }
      return;
    case Occasion::asset:
      for (const auto& asset : cases.context.ledger.all<Asset>()) decide_asset(cases, asset);
      return;
    case Occasion::supplied_asset: return decide_safeguards(cases);
    default: return;
  }
}

void decide_bear_cost(Cases& cases) {
  for (const auto& cost : cases.context.ledger.all<Cost>()) decide_cost(cases, cost);
}

}  // namespace tokki::inline v0::internal
