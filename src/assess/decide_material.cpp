// The kinds of decision about what 甲 supplied: given back, and recovered from subcontractors
// (特記事項7, 8).
#include <optional>
#include <string>
#include <vector>

#include "assess/hand_over.hpp"

namespace tokki::inline v0::internal {
namespace {

// An instruction of 甲 about a record, in force at the instant.
const Entry<Instruction>* instruction_about(const Context& context, std::string_view asset,
                                            const Duty& duty) {
  const Entry<Instruction>* found = nullptr;
  context.instructions.each(asset, [&](std::size_t i) {
    const Entry<Instruction>& entry = context.ledger.all<Instruction>()[i];
    const Instruction& each = *entry.record;
    if (each.basis != duty.key && each.basis != duty.clause) return;
    if (each.request.value_or(false) || context.lies_ahead(moment(each.at, context.as_of))) return;
    if (!each.by.empty() && context.actors.of(each.by).side != Side::client) return;
    if (given(each.withdrawn_at) && !context.lies_ahead(moment(each.withdrawn_at, context.as_of))) {
      return;
    }
    found = &entry;
  });
  return found;
}

// When all of an instruction was carried out, as far as is on record.
std::optional<Moment> completion_of(const Context& context, const Entry<Instruction>& instruction) {
  std::optional<Moment> completed;
  context.completions.each(instruction.id, [&](std::size_t i) {
    const Entry<Completion>& entry = context.ledger.all<Completion>()[i];
    const Completion& each = *entry.record;
    const Moment when = done_at(each.at);
    const bool all = !each.item || instruction.record->items.size() <= 1;
    if (!all || each.partly.value_or(false) || each.refused.value_or(false) ||
        each.otherwise.value_or(false) || entry.conflict || context.lies_ahead(when)) {
      return;
    }
    completed = completed ? earlier(*completed, when) : when;
  });
  return completed;
}

}  // namespace

void decide_return(Cases& cases) {
  const Context& context = cases.context;
  const Contract& contract = context.chain.contract();
  const Moment completed = moment(contract.completed_at, context.as_of);
  const bool complete = given(contract.completed_at) && !context.lies_ahead(completed);
  const bool terminated = given(contract.terminated_at) &&
                          !context.lies_ahead(moment(contract.terminated_at, context.as_of));
  const bool past_end =
      contract.ends_on.value && context.as_of > day_in_japan(*contract.ends_on.value).hi;
  for (const Entry<Asset>& entry : context.ledger.all<Asset>()) {
    const Asset& asset = *entry.record;
    if (asset.origin && *asset.origin != AssetSource::client) continue;
    if (context.lies_ahead(moment(asset.at, context.as_of))) continue;
    DutyInstance& instance = cases.add_own(entry.id, fact_in<Asset>(entry.source));
    if (entry.conflict) {
      conclude(instance, Status::undetermined, reason("records-conflict"));
      continue;
    }
    if (!asset.origin) {
      conclude(instance, Status::undetermined, reason("supplier-unknown"));
      continue;
    }
    std::optional<Moment> returned;
    bool partly = false;
    context.returns.each(entry.id, [&](std::size_t i) {
      const Entry<Return>& each = context.ledger.all<Return>()[i];
      const Moment when = done_at(each.record->at);
      if (context.lies_ahead(when)) return;
      if (!each.record->to.empty() && context.actors.of(each.record->to).side != Side::client) {
        return;
      }
      instance.facts.push_back(fact_in<Return>(each.source));
      if (each.record->whole == false) {
        partly = true;
      } else {
        returned = returned ? earlier(*returned, when) : when;
      }
    });
    const Entry<Instruction>* const instruction = instruction_about(context, entry.id, cases.duty);
    // What 甲 instructed instead, such as to destroy it, is done like a return.
    if (instruction != nullptr && !returned) returned = completion_of(context, *instruction);
    const bool ended =
        asset.ended && *asset.ended != AssetEnd::returned &&
        (!given(asset.ended_at) || !context.lies_ahead(moment(asset.ended_at, context.as_of)));
    if (!returned && ended && instruction == nullptr) {
      conclude(instance, Status::breached, reason("lost-for-good"));
      continue;
    }
    if (!returned && asset.ended == AssetEnd::kept && instruction != nullptr) {
      conclude(instance, Status::fulfilled, reason("done"));
      continue;
    }
    if (instruction != nullptr) {
      instance.facts.push_back(fact_in<Instruction>(instruction->source));
      if (given(instruction->record->due)) {
        const Order order{.ordered = moment(instruction->record->at, context.as_of),
                          .due = deadline(instruction->record->due),
                          .kind = name_of_kind<Return>(),
                          .actor = context.actors.contractor()};
        decide_order(cases, instance, order, {.completed = returned, .partly = partly});
        continue;
      }
    }
    // Returned by the time at which the work was to end, it was returned before its completion, as
    // far as one is on record.
    const bool before_end = !contract.ends_on.value || returned.value_or(Moment()).hi <=
                                                           day_in_japan(*contract.ends_on.value).hi;
    if (returned && (complete ? not_after(*returned, completed) == Truth::yes : before_end)) {
      conclude(instance, Status::fulfilled, reason("done-at-trigger"));
      continue;
    }
    if (partly && !returned && complete) {
      conclude(instance, Status::undetermined, reason("partly-done"));
      continue;
    }
    if (!complete) {
      if (terminated) {
        conclude(instance, Status::undetermined, reason("reading-open"), {},
                 &reading("return-after-termination"));
      } else if (past_end) {
        conclude(instance, Status::undetermined, reason("completion-unrecorded"));
      } else {
        conclude(instance, Status::not_triggered, reason("nothing-on-record"));
      }
      continue;
    }
    decide_unbounded(cases, instance,
                     {.trigger = completed,
                      .done = returned,
                      .kind = name_of_kind<Return>(),
                      .actor = context.actors.contractor()});
  }
}

void decide_recall(Cases& cases) {
  const Context& context = cases.context;
  std::optional<HandOvers> hand_overs;
  // What was handed over under a subcontract, once 甲 instructs its recovery.
  for (const Entry<Instruction>& entry : context.ledger.all<Instruction>()) {
    const Instruction& instruction = *entry.record;
    if (instruction.basis != cases.duty.key && instruction.basis != cases.duty.clause) continue;
    if (instruction.request.value_or(false)) continue;
    if (!instruction.by.empty() && context.actors.of(instruction.by).side != Side::client) continue;
    const Moment ordered = moment(instruction.at, context.as_of);
    if (context.lies_ahead(ordered)) continue;
    const bool withdrawn = given(instruction.withdrawn_at) &&
                           !context.lies_ahead(moment(instruction.withdrawn_at, context.as_of));
    if (!hand_overs) hand_overs.emplace(context);
    const auto decide = [&](DutyInstance& instance, std::optional<std::string_view> asset) {
      if (withdrawn) return conclude(instance, Status::waived, reason("waived"));
      const Truth approved =
          asset ? hand_overs->approved(*asset).value_or(Truth::yes) : Truth::open;
      if (approved == Truth::no) {
        return conclude(instance, Status::not_triggered, reason("handed-over-unapproved"));
      }
      if (!asset) {
        leave_open(instance, reason("not-stated"));
      } else if (approved == Truth::open) {
        leave_open(instance, reason("hand-over-approval-open"));
      } else {
        Order order{.ordered = ordered,
                    .kind = name_of_kind<Recall>(),
                    .actor = context.actors.contractor()};
        if (given(instruction.due)) order.due = deadline(instruction.due);
        Done done = recovered(context, *asset, instance);
        done.conflict = done.conflict || entry.conflict;
        decide_order(cases, instance, order, done);
      }
      open_after_end(cases, instance, ordered);
    };
    const std::vector<std::string_view> assets = assets_of(context, instruction);
    for (const std::string_view asset : assets) {
      const std::string trigger = std::string(entry.id).append("/").append(asset);
      decide(cases.add_own(trigger, fact_in<Instruction>(entry.source)), asset);
    }
    if (assets.empty()) {
      decide(cases.add_own(entry.id, fact_in<Instruction>(entry.source)), std::nullopt);
    }
  }
}

}  // namespace tokki::inline v0::internal
