// The kinds of decision about what 甲 instructs and asks for (特記事項9, 12).
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assess/hand_over.hpp"
#include "assess/order.hpp"

namespace tokki::inline v0::internal {
namespace {

// The key of the duty that an instruction rests on, among those of this kind; empty: none of them.
std::string_view basis_of(const Context& context, const Instruction& instruction) {
  for (const Duty& duty : context.edition.file().duties) {
    if (duty.decision.kind != DecisionKind::obey) continue;
    if (instruction.basis == duty.key || instruction.basis == duty.clause) return duty.key;
  }
  return {};
}

// Of several duties to obey, that which takes instructions without a basis of their own: the last.
bool takes_the_rest(const Cases& cases) {
  const Duty* last = nullptr;
  for (const Duty& duty : cases.context.edition.file().duties) {
    if (duty.decision.kind == DecisionKind::obey) last = &duty;
  }
  return last == &cases.duty;
}

// Whether another duty follows the instruction that rests on it.
bool follows_itself(const Context& context, const Instruction& instruction) {
  const Duty* const duty = context.edition.duty(instruction.basis);
  return !instruction.basis.empty() && duty != nullptr && duty->decision.kind &&
         duty->decision.kind != DecisionKind::power;
}

// The instruction is carried out once all of the assets are recovered.
void take_recovery(const Context& context, const std::vector<std::string_view>& assets,
                   DutyInstance& instance, Done& done) {
  std::optional<Moment> all;
  bool whole = true;
  for (const std::string_view asset : assets) {
    const Done one = recovered(context, asset, instance);
    done.refused = done.refused || one.refused;
    done.impossible = done.impossible || one.impossible;
    done.conflict = done.conflict || one.conflict;
    done.partly = done.partly || one.partly || one.completed;
    whole = whole && one.completed;
    if (one.completed) all = all ? later(*all, *one.completed) : *one.completed;
  }
  if (whole && all) done.complete(*all);
}

}  // namespace

void decide_obey(Cases& cases) {
  const Context& context = cases.context;
  const bool rest = takes_the_rest(cases);
  std::optional<HandOvers> hand_overs;
  for (const Entry<Instruction>& entry : context.ledger.all<Instruction>()) {
    const Instruction& instruction = *entry.record;
    const Moment when = moment(instruction.at, context.as_of);
    if (context.lies_ahead(when)) continue;
    if (instruction.request.value_or(false)) continue;
    // An instruction of 乙's to a subcontractor is none of 甲's; of somebody who is not on record,
    // that is open.
    const Side by = instruction.by.empty() ? Side::client : context.actors.of(instruction.by).side;
    if (by != Side::client && by != Side::unknown) continue;
    const std::string_view basis = basis_of(context, instruction);
    if (basis != cases.duty.key && !(basis.empty() && rest)) continue;
    // Duties to return and to recover follow their own instructions, but what was handed over
    // without 甲's approval no duty is about: its recovery is instructed like anything else.
    std::vector<std::string_view> unapproved;
    if (basis.empty() && is_to_recover(context, instruction)) {
      if (!hand_overs) hand_overs.emplace(context);
      for (const std::string_view asset : assets_of(context, instruction)) {
        if (hand_overs->approved(asset) == Truth::no) unapproved.push_back(asset);
      }
      if (unapproved.empty()) continue;
    } else if (basis.empty() && follows_itself(context, instruction)) {
      continue;
    }
    const Actor to = context.actors.of(instruction.to);
    const std::size_t items = std::max<std::size_t>(instruction.items.size(), 1);
    for (std::size_t item = 1; item <= items; ++item) {
      std::string trigger(entry.id);
      if (items > 1) trigger.append("/").append(std::to_string(item));
      const Fact fact = fact_in<Instruction>(entry.source, &Instruction::items);
      DutyInstance* const instance = cases.add(trigger, to, fact);
      if (instance == nullptr) continue;
      if (given(instruction.withdrawn_at) &&
          !context.lies_ahead(moment(instruction.withdrawn_at, context.as_of))) {
        conclude(*instance, Status::waived, reason("waived"));
        continue;
      }
      if (by == Side::unknown) {
        leave_open(*instance, reason("instructor-unknown"));
        continue;
      }
      Done done{.conflict = entry.conflict};
      context.completions.each(entry.id, [&](std::size_t i) {
        const Entry<Completion>& each = context.ledger.all<Completion>()[i];
        const Completion& completion = *each.record;
        if (completion.item && std::cmp_not_equal(*completion.item, item)) return;
        const Moment completed = done_at(completion.at);
        if (context.lies_ahead(completed)) return;
        instance->facts.push_back(fact_in<Completion>(each.source));
        done.conflict = done.conflict || each.conflict;
        if (completion.refused.value_or(false)) {
          done.refused = true;
        } else if (completion.partly.value_or(false)) {
          done.partly = true;
        } else {
          done.complete(completed);
          done.otherwise = completion.otherwise.value_or(false);
        }
      });
      if (!unapproved.empty()) {
        because(*instance, reason("handed-over-unapproved"));
        if (items == 1) take_recovery(context, unapproved, *instance, done);
      } else if (basis.empty()) {
        because(*instance, reason("basis-unstated"));
      }
      Order order{.ordered = when, .kind = name_of_kind<Completion>(), .actor = to};
      if (given(instruction.due)) order.due = deadline(instruction.due);
      decide_order(cases, *instance, order, done);
    }
  }
}

void decide_answer(Cases& cases) {
  const Context& context = cases.context;
  for (const Entry<Request>& entry : context.ledger.all<Request>()) {
    const Request& request = *entry.record;
    const Moment when = moment(request.at, context.as_of);
    if (context.lies_ahead(when)) continue;
    const Actor to = context.actors.of(request.to);
    DutyInstance* const instance = cases.add(entry.id, to, fact_in<Request>(entry.source));
    if (instance == nullptr) continue;
    if (given(request.withdrawn_at) &&
        !context.lies_ahead(moment(request.withdrawn_at, context.as_of))) {
      conclude(*instance, Status::waived, reason("waived"));
      continue;
    }
    Done done{.refused = request.refused.value_or(false), .conflict = entry.conflict};
    context.communications.each(entry.id, [&](std::size_t i) {
      const Entry<Communication>& each = context.ledger.all<Communication>()[i];
      const Communication& answer = *each.record;
      const Moment sent = done_at(answer.at);
      if (context.lies_ahead(sent)) return;
      if (!context.actors.made_by(answer, to)) return;
      instance->facts.push_back(fact_in<Communication>(each.source));
      done.conflict = done.conflict || each.conflict;
      if (!answer.acts.has(CommunicationAct::report)) {
        done.partly = true;
        return;
      }
      done.complete(sent);
    });
    Order order{.ordered = when, .kind = name_of_kind<Communication>(), .actor = to};
    if (given(request.due)) order.due = deadline(request.due);
    decide_order(cases, *instance, order, done);
  }
}

}  // namespace tokki::inline v0::internal
