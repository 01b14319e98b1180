// The kinds of decision about what 甲 supplied: given back, and recovered from subcontractors
// (特記事項7, 8).
#include "assess/decide.hpp"

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
    const Moment when = moment(each.at, context.as_of);
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
      const Moment when = moment(each.record->at, context.as_of);
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
        const Moment due = deadline(instruction->record->due);
        if (due.known) instance.until = due.hi;
        if (returned) {
          const Truth in_time = not_after(*returned, due);
          if (in_time == Truth::yes) {
            conclude(instance, Status::fulfilled, reason("done-in-time"));
          } else if (in_time == Truth::no) {
            conclude(instance, Status::breached, reason("done-late"));
            instance.remedied_at = returned->hi;
          } else {
            conclude(instance, Status::undetermined, reason("time-open"));
          }
          continue;
        }
        if (due.known && context.as_of <= due.hi) {
          conclude(instance, Status::due, reason("awaited"));
          continue;
        }
        const Moment from = moment(instruction->record->at, context.as_of);
        if (due.known && from.known &&
            context.covered.covers(name_of_kind<Return>(), context.actors.contractor(), from.lo,
                                   due.hi)) {
          conclude(instance, Status::breached, reason("not-done-covered"));
          continue;
        }
        conclude(instance, Status::undetermined,
                 due.known ? reason("overdue-unrecorded") : reason("time-open"));
        instance.overdue = due.known;
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
    for (const Str& about : instruction.about) {
      const std::string_view asset = context.ledger.root(about);
      if (context.asset(asset) == nullptr) continue;
      const std::string trigger = std::string(entry.id).append("/").append(asset);
      DutyInstance& instance = cases.add_own(trigger, fact_in<Instruction>(entry.source));
      if (withdrawn) {
        conclude(instance, Status::waived, reason("waived"));
        continue;
      }
      std::optional<Moment> recovered;
      bool partly = false;
      bool refused = false;
      bool impossible = false;
      context.recalls.each(asset, [&](std::size_t i) {
        const Entry<Recall>& each = context.ledger.all<Recall>()[i];
        const Recall& recall = *each.record;
        const Moment when = moment(recall.at, context.as_of);
        if (context.lies_ahead(when)) return;
        instance.facts.push_back(fact_in<Recall>(each.source));
        refused = refused || recall.refused.value_or(false);
        impossible = impossible || recall.impossible.value_or(false);
        if (recall.refused.value_or(false) || recall.impossible.value_or(false)) return;
        if (recall.whole == false) {
          partly = true;
        } else {
          recovered = recovered ? earlier(*recovered, when) : when;
        }
      });
      if (given(instruction.due)) {
        const Moment due = deadline(instruction.due);
        if (due.known) instance.until = due.hi;
        if (recovered) {
          const Truth in_time = not_after(*recovered, due);
          conclude(instance,
                   in_time == Truth::yes  ? Status::fulfilled
                   : in_time == Truth::no ? Status::breached
                                          : Status::undetermined,
                   in_time == Truth::yes  ? reason("done-in-time")
                   : in_time == Truth::no ? reason("refused")
                                          : reason("time-open"));
          if (in_time == Truth::no) {
            instance.reasons.clear();
            because(instance, reason("done-late"));
            instance.remedied_at = recovered->hi;
          }
          continue;
        }
      } else if (recovered) {
        conclude(instance, Status::fulfilled, reason("done"));
        continue;
      }
      if (refused || impossible) {
        conclude(instance, Status::breached, refused ? reason("refused") : reason("lost-for-good"));
        continue;
      }
      const bool past = instance.until && context.as_of > *instance.until;
      if (!past) {
        conclude(instance, Status::due, reason("awaited"));
        if (ordered.known) instance.since = ordered.lo;
        continue;
      }
      if (ordered.known &&
          context.covered.covers(name_of_kind<Recall>(), context.actors.contractor(), ordered.lo,
                                 *instance.until)) {
        conclude(instance, Status::breached, reason("not-done-covered"));
        continue;
      }
      conclude(instance, Status::undetermined,
               partly ? reason("partly-done") : reason("overdue-unrecorded"));
      instance.overdue = true;
    }
  }
}

}  // namespace tokki::inline v0::internal
