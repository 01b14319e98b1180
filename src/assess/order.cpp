#include "assess/order.hpp"

namespace tokki::inline v0::internal {

void decide_order(const Cases& cases, DutyInstance& instance, const Order& order,
                  const Done& done) {
  const Context& context = cases.context;
  instance.since = order.ordered.known ? std::optional(order.ordered.lo) : std::nullopt;
  if (order.due && order.due->known) instance.until = order.due->hi;
  if (done.conflict) return conclude(instance, Status::undetermined, reason("records-conflict"));
  if (decide_by_judgement(cases, instance, instance.trigger)) return;
  if (done.completed) {
    if (done.otherwise) return conclude(instance, Status::undetermined, reason("not-stated"));
    const Truth in_time = order.due ? not_after(*done.completed, *order.due) : Truth::yes;
    if (in_time == Truth::yes) {
      return conclude(instance, Status::fulfilled,
                      order.due ? reason("done-in-time") : reason("done"));
    }
    if (in_time == Truth::no) {
      conclude(instance, Status::breached, reason("done-late"));
      instance.remedied_at = done.completed->hi;
      return;
    }
    return conclude(instance, Status::undetermined, reason("time-open"));
  }
  if (done.refused) return conclude(instance, Status::breached, reason("refused"));
  if (done.impossible) return conclude(instance, Status::breached, reason("lost-for-good"));
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

}  // namespace tokki::inline v0::internal
