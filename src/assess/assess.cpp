#include "tokki/assess.hpp"

#include <algorithm>
#include <cstdint>

#include "assess/agreed.hpp"
#include "assess/decide.hpp"
#include "assess/liability.hpp"
#include "chain/add_to_chain.hpp"
#include "record/each_record.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// Each stage sees how the duties of the stages before it stand.
enum class Stage : std::uint8_t {
  records,    // from what is on record
  flow_down,  // whether those who are bound observe the terms
  breaches,   // what is owed because another duty is breached
  all,        // what follows from all others
};
constexpr Stage kStages[] = {Stage::records, Stage::flow_down, Stage::breaches, Stage::all};

struct KindRow {
  DecisionKind kind;
  Stage stage;
  void (*decide)(Cases& cases);
};
constexpr KindRow kKinds[] = {
    {DecisionKind::prior_assent, Stage::records, &decide_prior_assent},
    {DecisionKind::within, Stage::records, &decide_within},
    {DecisionKind::at_once, Stage::records, &decide_at_once},
    {DecisionKind::contact_window, Stage::records, &decide_contact_window},
    {DecisionKind::obey, Stage::records, &decide_obey},
    {DecisionKind::answer, Stage::records, &decide_answer},
    {DecisionKind::handback, Stage::records, &decide_return},
    {DecisionKind::recall, Stage::records, &decide_recall},
    {DecisionKind::per_person, Stage::records, &decide_per_person},
    {DecisionKind::filing, Stage::records, &decide_filing},
    {DecisionKind::redeclare, Stage::records, &decide_redeclare},
    {DecisionKind::ban, Stage::records, &decide_ban},
    {DecisionKind::state, Stage::records, &decide_state},
    {DecisionKind::checked, Stage::records, &decide_checked},
    {DecisionKind::bear_cost, Stage::records, &decide_bear_cost},
    {DecisionKind::attested, Stage::records, &decide_attested},
    {DecisionKind::flow_down, Stage::flow_down, &decide_flow_down},
    {DecisionKind::at_once, Stage::breaches, &decide_derived_breaches},
    {DecisionKind::power, Stage::all, &decide_power},
    {DecisionKind::aggregate, Stage::all, &decide_aggregate},
};

// What 甲 cannot do without: a waiver names a duty, never all of them as a whole; and what third
// parties paid (特記事項14) is not 甲's to waive.
bool is_beyond_waiver(const Context& context, const Duty& duty, const DutyInstance& instance) {
  if (duty.decision.kind == DecisionKind::aggregate) return true;
  if (duty.decision.kind != DecisionKind::bear_cost) return false;
  const auto [first, last] = std::ranges::equal_range(
      context.ledger.all<Cost>(), std::string_view(instance.trigger), {}, &Entry<Cost>::id);
  return std::ranges::any_of(first, last, [](const Entry<Cost>& each) {
    return each.record->paid_by == Payer::third_party;
  });
}

// 甲's waivers: the instance is waived, and how it stands beneath stays visible.
void apply_waivers(const Context& context, const Duty& duty, DutyInstance& instance) {
  if (instance.status == Status::not_triggered) return;
  // The waiver was itself what fulfils the duty.
  if (instance.status == Status::fulfilled &&
      instance.reasons.back().info == &reason("waived-beforehand")) {
    return;
  }
  context.each_waiver(instance.duty, [&](const Entry<Waiver>& entry) {
    const Waiver& waiver = *entry.record;
    const bool named = std::ranges::any_of(waiver.about, [&](const Str& id) {
      return names_trigger(context.ledger, id, instance.trigger);
    });
    // Without an instance it is the span that says what is waived, up to now.
    const bool spanned =
        waiver.about.empty() && holds(waiver.span, exactly(context.as_of)) == Truth::yes;
    if ((!named && !spanned) || is_beyond_waiver(context, duty, instance)) return;
    instance.status = Status::waived;
    instance.overdue = false;
    because(instance, reason("waived"));
    instance.facts.push_back(fact_in<Waiver>(entry.source));
  });
}

void finish(const Context& context, const Duty& duty, DutyInstance& instance) {
  if (instance.mirror && instance.status != Status::not_triggered) {
    const ChainIndex party = context.chain.find(instance.bearer);
    if (context.actors.bound(party) == Bound::unknown) {
      conclude(instance, Status::undetermined, reason("flow-down-unrecorded"));
    }
  }
  instance.underlying = instance.status;
  apply_waivers(context, duty, instance);
}

Chain chain_of(const Dossier& dossier, const AssessOptions& options, Second as_of) {
  ChainBuilder builder(day_in_japan(as_of), options.editions);
  builder.add(dossier);
  return builder.build();
}

// Of each duty, how its instances stand.
Decided decide(const Context& context) {
  // One list for each duty, so that those of later stages can look at the others.
  const List<Duty>& duties = context.edition.file().duties;
  Decided decided(duties.size());
  for (const Stage stage : kStages) {
    const Earlier earlier(decided);
    for (std::size_t i = 0; i < duties.size(); ++i) {
      const std::size_t before = decided[i].size();
      Cases cases(context, duties[i], earlier, decided[i]);
      for (const KindRow& row : kKinds) {
        if (row.kind == duties[i].decision.kind && row.stage == stage) row.decide(cases);
      }
      for (std::size_t j = before; j < decided[i].size(); ++j) {
        finish(context, duties[i], decided[i][j]);
      }
    }
  }
  return decided;
}

// Records that contradict one another: each in turn is taken to be right. Of more ways than can be
// gone through, what rests on one is undetermined.
Decided decide_all(const Dossier& dossier, const AssessOptions& options, const Context& context) {
  constexpr std::size_t kMostChoices = 32;
  const std::size_t choices = context.ledger.choices();
  if (choices == 1 || choices > kMostChoices) return decide(context);
  const auto chosen = [&](std::size_t choice) {
    const Ledger ledger(dossier, options.known_at, choice);
    return decide({ledger, context.chain, context.edition, context.as_of});
  };
  Decided decided = chosen(0);
  for (std::size_t choice = 1; choice < choices; ++choice) agree(decided, chosen(choice));
  return decided;
}

Second now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace

Place Fact::place() const {
  const RecordKindTable& kinds = kRecordKinds<Dossier>;
  const RecordKindRow* const row = row_of_kind(record, kinds);
  if (row == nullptr) return {};
  Path within;
  if (!member.empty()) within.into(member);
  return place_in(*row, source, within, kinds);
}

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
  for (const Duty& duty : assessment.edition->file().duties) {
    if (!duty.decision.kind) assessment.undecided.push_back(duty.key);
    if (duty.decision.kind == DecisionKind::liability) assessment.liability_duty = duty.key;
  }
  const Context context(ledger, chain, *assessment.edition, assessment.as_of);
  Decided decided = decide_all(dossier, options, context);
  if (!assessment.liability_duty.empty()) {
    assessment.liabilities = liabilities(context, Earlier(decided));
  }
  for (auto& each : decided) {
    for (; !each.empty(); each.pop_front()) {  // there may be millions: each goes once it was moved
      assessment.instances.push_back(std::move(each.front()));
    }
  }
  return assessment;
}

}  // namespace tokki::inline v0
