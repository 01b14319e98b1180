#include "assess/outing.hpp"

namespace tokki::inline v0::internal {

Truth happened(const Context& context, const std::optional<bool>& planned, const Moment& when) {
  if (context.lies_ahead(when)) return Truth::no;
  if (planned.value_or(false)) return when.known ? Truth::open : Truth::no;
  return Truth::yes;
}

Truth carries_secret(const Context& context, const Entry<CarryOut>& entry) {
  const List<CarriedItem>& items = entry.record->items;
  Truth secret = items.empty() ? Truth::open : Truth::no;
  for (const CarriedItem& item : items) {
    Truth of_item = truth(item.secret);
    if (of_item == Truth::open && !item.asset.empty()) {
      if (const Asset* asset = context.asset(item.asset)) of_item = truth(asset->secret);
      if (of_item == Truth::open) {
        of_item = context.settled(reading("is-secret"), context.ledger.root(item.asset));
      }
    }
    secret = secret | of_item;
  }
  return secret == Truth::open ? context.settled(reading("is-secret"), entry.id) : secret;
}

bool is_of_occasion(const Context& context, const CarryOut& outing, Occasion occasion) {
  if (occasion == Occasion::outing || occasion == Occasion::carry_out_secret) return true;
  if (outing.device.empty()) return false;
  const Device* const device = context.device(outing.device);
  return device == nullptr || device->kind != DeviceKind::phone;
}

std::optional<Outing> outing_of(Cases& cases, const Entry<CarryOut>& entry) {
  const Context& context = cases.context;
  const CarryOut& record = *entry.record;
  const Occasion occasion = cases.duty.decision.occasion.value_or(Occasion::outing);
  if (!is_of_occasion(context, record, occasion)) return std::nullopt;
  DutyInstance* const instance =
      cases.add(entry.id, context.actors.of(record.party), fact_in<CarryOut>(entry.source));
  if (instance == nullptr) return std::nullopt;
  if (entry.conflict) {
    leave_open(*instance, reason("records-conflict"));
    return std::nullopt;
  }
  Outing outing{entry,
                *instance,
                moment(record.at, context.as_of),
                moment(record.returned_at, context.as_of),
                Truth::yes,
                Truth::no};
  outing.happened = happened(context, record.planned, outing.left);
  if (given(record.returned_at)) outing.returned = not_after(outing.back, exactly(context.as_of));
  if (!outing.left.known && outing.happened == Truth::no) {
    outing.left = {context.as_of, Second::max(), false};
  }
  const bool secret =
      occasion == Occasion::carry_out_secret || occasion == Occasion::notebook_secret;
  if (secret) outing.secret = carries_secret(context, entry);
  if (outing.secret == Truth::no ||
      (occasion == Occasion::carry_out_return && outing.returned == Truth::no)) {
    conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
    return std::nullopt;
  }
  return outing;
}

void open_unless_secret(const Outing& outing) {
  const Status status = outing.instance.status;
  if (outing.secret != Truth::open) return;
  if (status != Status::fulfilled && status != Status::breached) return;
  leave_open(outing.instance, reason("reading-open"), &reading("is-secret"));
}

}  // namespace tokki::inline v0::internal
