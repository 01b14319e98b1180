// phone.hpp: devices on record, and the phones used for the work, as the duties see them that are
// about one (遵守事項5).
#pragma once

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {

/// The device that a reference names, if one is on record.
struct OneDevice {
  OneDevice(const Context& context, std::string_view reference);
  const Device* record = nullptr;
  bool conflict = false;  ///< its records contradict one another
  std::optional<Fact> fact;
};

/// A phone that is or was in use, with the instance that it set off.
struct Phone {
  const Entry<Device>& entry;
  DutyInstance& instance;
  Moment from;   ///< since when it is used
  Moment until;  ///< until when it was, as of the instant that is asked about

  [[nodiscard]] const Device& record() const noexcept { return *entry.record; }
  /// What was attested of the whole time.
  [[nodiscard]] Attested attested(const Cases& cases) const {
    return cases.context.attested(cases.duty.key, entry.id, from.lo, until.hi);
  }
};

/// Makes a phone's instance; nothing where none is to be decided any more.
[[nodiscard]] std::optional<Phone> phone_of(Cases& cases, const Entry<Device>& entry);
/// Where it is not said whether a phone is 業務用, whether there was such a duty at all is open.
void open_unless_for_work(const Phone& phone);

/// Decides one; it is used on after the contract's end, perhaps.
template <class Decide>
void decide_phone(const Cases& cases, const Phone& phone, Decide&& decide) {
  decide_across_end(cases, phone.instance, phone.until,
                    [&](DutyInstance& instance, const Moment& until) {
                      const Phone one{phone.entry, instance, phone.from, until};
                      decide(one);
                      open_unless_for_work(one);
                    });
}

/// Calls `decide(phone)` for each phone, unless the records alone conclude it.
template <class Decide>
void each_phone(Cases& cases, Decide&& decide) {
  for (const Entry<Device>& entry : cases.context.ledger.all<Device>()) {
    if (const std::optional<Phone> phone = phone_of(cases, entry))
      decide_phone(cases, *phone, decide);
  }
}

}  // namespace tokki::inline v0::internal
