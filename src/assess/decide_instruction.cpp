// The kinds of decision about what 甲 instructs and asks for (特記事項9, 12).
#include <utility>

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {
namespace {

// Something to be done by a day, or at some time.
struct Order {
  Moment ordered;
  std::optional<Moment> due{};  // absent: no time is stated
  std::string_view kind;        // the kind of record that would show that it was done
  Actor actor;
};

struct Done {
  std::optional<Moment> completed{};  // all of it
  bool partly = false, refused = false, conflict = false;
  bool otherwise = false;  // done, but not as instructed
};

void decide_order(const Cases& cases, DutyInstance& instance, const Order& order,
                  const Done& done) {
  const Context& context = cases.context;
  instance.since = order.ordered.known ? std::optional(order.ordered.lo) : std::nullopt;
  if (order.due && order.due->known) instance.until = order.due->hi;
  if (done.conflict) return conclude(instance, Status::undetermined, reason("records-conflict"));
  const Judged judged = context.judged(cases.duty.key, instance.trigger);
  if (judged.contradicted) {
    return conclude(instance, Status::undetermined, reason("judgements-conflict"));
  }
  if (judged.by_client) {
    return conclude(instance, *judged.by_client ? Status::fulfilled : Status::breached,
                    *judged.by_client ? reason("judged-met") : reason("judged-not-met"));
  }
  if (done.completed) {
    if (done.otherwise) return conclude(instance, Status::undetermined, reason("not-stated"));
    const Truth in_time = order.due ? not_after(*done.completed, *order.due) : Truth::yes;
    if (in_time == Truth::yes) return conclude(instance, Status::fulfilled, reason("done-in-time"));
    if (in_time == Truth::no) {
      conclude(instance, Status::breached, reason("done-late"));
      instance.remedied_at = done.completed->hi;
      return;
    }
    return conclude(instance, Status::undetermined, reason("time-open"));
  }
  if (done.refused) return conclude(instance, Status::breached, reason("refused"));
  const bool past = order.due && order.due->known && context.as_of > order.due->hi;
  if (!order.due || !past) {
    if (order.due && !order.due->known) {
      return conclude(instance, Status::undetermined, reason("time-open"));
    }
    return conclude(instance, Status::due, reason("awaited"));
  }
  if (order.ordered.known &&
      context.covered.covers(order.kind, order.actor, order.ordered.lo, order.due->hi)) {
    return conclude(instance, Status::breached, reason("not-done-covered"));
  }
  conclude(instance, Status::undetermined,
           done.partly ? reason("partly-done") : reason("overdue-unrecorded"));
  instance.overdue = true;
}

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

}  // namespace

void decide_obey(Cases& cases) {
  const Context& context = cases.context;
  const bool rest = takes_the_rest(cases);
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
    // Duties to return and to recover follow their own instructions.
    if (basis.empty() && !instruction.basis.empty() &&
        context.edition.duty(instruction.basis) != nullptr &&
        context.edition.duty(instruction.basis)->decision.kind &&
        context.edition.duty(instruction.basis)->decision.kind != DecisionKind::power) {
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
        const Moment completed = moment(completion.at, context.as_of);
        if (context.lies_ahead(completed)) return;
        instance->facts.push_back(fact_in<Completion>(each.source));
        done.conflict = done.conflict || each.conflict;
        if (completion.refused.value_or(false)) {
          done.refused = true;
        } else if (completion.partly.value_or(false)) {
          done.partly = true;
        } else {
          done.completed = done.completed ? earlier(*done.completed, completed) : completed;
          done.otherwise = completion.otherwise.value_or(false);
        }
      });
      if (basis.empty()) because(*instance, reason("basis-unstated"));
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
      const Moment sent = moment(answer.at, context.as_of);
      if (context.lies_ahead(sent)) return;
      if (!context.actors.made_by(answer, to)) return;
      instance->facts.push_back(fact_in<Communication>(each.source));
      done.conflict = done.conflict || each.conflict;
      if (!answer.acts.has(CommunicationAct::report)) {
        done.partly = true;
        return;
      }
      done.completed = done.completed ? earlier(*done.completed, sent) : sent;
    });
    Order order{.ordered = when, .kind = name_of_kind<Communication>(), .actor = to};
    if (given(request.due)) order.due = deadline(request.due);
    decide_order(cases, *instance, order, done);
  }
}

}  // namespace tokki::inline v0::internal
