#include "assess/phone.hpp"

namespace tokki::inline v0::internal {

OneDevice::OneDevice(const Context& context, std::string_view reference) {
  context.devices.each(context.ledger.root(reference), [&](std::size_t i) {
    const Entry<Device>& entry = context.ledger.all<Device>()[i];
    record = entry.record;
    conflict = conflict || entry.conflict;
    fact = fact_in<Device>(entry.source);
  });
}

std::optional<Phone> phone_of(Cases& cases, const Entry<Device>& entry) {
  const Context& context = cases.context;
  const Device& device = *entry.record;
  if (device.kind != DeviceKind::phone) return std::nullopt;
  DutyInstance* const instance =
      cases.add(entry.id, context.actors.of(device.party), fact_in<Device>(entry.source));
  if (instance == nullptr) return std::nullopt;
  if (entry.conflict) {
    leave_open(*instance, reason("records-conflict"));
    return std::nullopt;
  }
  const Moment from = moment(device.in_use.from, context.as_of);
  if (device.for_work == false || context.lies_ahead(from)) {
    conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
    return std::nullopt;
  }
  const Moment through = moment(device.in_use.through, context.as_of);
  const bool over = given(device.in_use.through) && through.hi <= context.as_of;
  return Phone{entry, *instance, from, over ? through : exactly(context.as_of)};
}

void open_unless_for_work(const Phone& phone) {
  if (phone.record().for_work || phone.instance.status == Status::undetermined) return;
  leave_open(phone.instance, reason("not-stated"));
}

}  // namespace tokki::inline v0::internal
