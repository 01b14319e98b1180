#include "tokki/assess.hpp"

#include <algorithm>

#include "assess/decide.hpp"
#include "chain/add_to_chain.hpp"
#include "record/each_record.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

using Decide = void (*)(Cases& cases);
struct KindRow {
  DecisionKind kind;
  Decide decide;
};
constexpr KindRow kKinds[] = {
    {DecisionKind::prior_assent, &decide_prior_assent},
    {DecisionKind::within, &decide_within},
    {DecisionKind::at_once, &decide_at_once},
    {DecisionKind::contact_window, &decide_contact_window},
    {DecisionKind::obey, &decide_obey},
    {DecisionKind::answer, &decide_answer},
    {DecisionKind::handback, &decide_return},
    {DecisionKind::recall, &decide_recall},
    {DecisionKind::per_person, &decide_per_person},
    {DecisionKind::filing, &decide_filing},
    {DecisionKind::flow_down, &decide_flow_down},
    {DecisionKind::ban, &decide_ban},
    {DecisionKind::state, &decide_state},
    {DecisionKind::checked, &decide_checked},
    {DecisionKind::bear_cost, &decide_bear_cost},
    {DecisionKind::attested, &decide_attested},
};

Decide decision_of(const Duty& duty) {
  const KindRow* const row = std::ranges::find(
      kKinds, duty.decision.kind, [](const KindRow& each) { return std::optional(each.kind); });
  return row == std::end(kKinds) ? nullptr : row->decide;
}

// 甲's waivers: the instance is waived, and how it stands beneath stays visible.
void apply_waivers(const Context& context, DutyInstance& instance) {
  if (instance.status == Status::not_triggered) return;
  const auto waivers = context.ledger.all<Waiver>();
  context.waivers.each(instance.duty, [&](std::size_t i) {
    const Entry<Waiver>& entry = waivers[i];
    const Waiver& waiver = *entry.record;
    const Moment when = moment(waiver.at, context.as_of);
    if (waiver.as != Giver::client || entry.conflict || !when.known || context.lies_ahead(when)) {
      return;
    }
    const bool named = std::ranges::any_of(waiver.about, [&](const Str& id) {
      return names_trigger(context.ledger, id, instance.trigger);
    });
    // Without an instance it is the span that says what is waived, up to now.
    const bool spanned =
        waiver.about.empty() && (given(waiver.span.from) || given(waiver.span.through)) &&
        not_after(moment(waiver.span.from, Second::min()), exactly(context.as_of)) == Truth::yes &&
        (!given(waiver.span.through) ||
         not_after(exactly(context.as_of), moment(waiver.span.through, context.as_of)) ==
             Truth::yes);
    if (!named && !spanned) return;
    instance.status = Status::waived;
    instance.overdue = false;
    because(instance, reason("waived"));
    instance.facts.push_back(place_in<Waiver>(entry.source));
  });
}

void finish(const Context& context, DutyInstance& instance) {
  if (instance.mirror && instance.status != Status::not_triggered) {
    const ChainIndex party = context.chain.find(instance.bearer);
    if (context.actors.bound(party) == Bound::unknown) {
      conclude(instance, Status::undetermined, reason("flow-down-unrecorded"));
    }
  }
  instance.underlying = instance.status;
  apply_waivers(context, instance);
}

Chain chain_of(const Dossier& dossier, const AssessOptions& options, Second as_of) {
  ChainBuilder builder(day_in_japan(as_of), options.editions);
  builder.add(dossier);
  return builder.build();
}

Second now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace

Second end_of(Day day) noexcept { return day_in_japan(day).hi; }

std::span<const ReadingInfo> all_readings() { return kReadings; }
std::span<const ReasonInfo> all_reasons() { return kReasons; }

Assessment assess(const Dossier& dossier, const AssessOptions& options) {
  Assessment assessment;
  assessment.as_of = options.as_of.value_or(now());
  assessment.known_at = options.known_at;
  const std::size_t chosen =
      options.editions.choose(dossier.contract.edition, dossier.contract.concluded_on.value);
  assessment.edition = options.editions.all()[chosen];
  const Chain chain = chain_of(dossier, options, assessment.as_of);
  const Ledger ledger(dossier, options.known_at);
  assessment.faults = ledger.faults();
  const Context context(ledger, chain, *assessment.edition, assessment.as_of);
  // One list for each duty, so that aggregates can look at the others.
  const List<Duty>& duties = assessment.edition->file().duties;
  std::vector<std::vector<DutyInstance>> decided(duties.size());
  for (std::size_t i = 0; i < duties.size(); ++i) {
    Cases cases(context, duties[i], decided[i]);
    if (const Decide decide = decision_of(duties[i])) {
      decide(cases);
    } else if (!duties[i].decision.kind) {
      assessment.undecided.push_back(duties[i].key);
    }
    for (DutyInstance& instance : decided[i]) finish(context, instance);
  }
  std::vector<DutyInstance> others;
  for (const auto& each : decided) others.insert(others.end(), each.begin(), each.end());
  for (std::size_t i = 0; i < duties.size(); ++i) {
    Cases cases(context, duties[i], decided[i]);
    if (duties[i].decision.kind == DecisionKind::power) {
      decide_power(cases, others);
    } else if (duties[i].decision.kind == DecisionKind::aggregate) {
      decide_aggregate(cases, others);
    } else {
      continue;
    }
    for (DutyInstance& instance : decided[i]) instance.underlying = instance.status;
  }
  for (auto& each : decided) {
    std::ranges::move(each, std::back_inserter(assessment.instances));
  }
  return assessment;
}

}  // namespace tokki::inline v0
