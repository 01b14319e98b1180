// outing.hpp: 持ち出し, as the duties see it that are about one (遵守事項3 and 4).
#pragma once

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {

/// Whether an act on record was done, and is not only planned.
[[nodiscard]] Truth happened(const Context& context, const std::optional<bool>& planned,
                             const Moment& when);

/// Whether secret information was carried. What no record says, 甲 may have settled.
[[nodiscard]] Truth carries_secret(const Context& context, const Entry<CarryOut>& entry);

/// One outing, with the instance that it set off.
struct Outing {
  const Entry<CarryOut>& entry;
  DutyInstance& instance;
  Moment left;
  Moment back;     ///< where `returned` is not no
  Truth happened;  ///< no: planned
  Truth returned;  ///< by the instant that is asked about
  /// Whether secret information was carried; yes where the duty is not about that.
  Truth secret = Truth::yes;

  [[nodiscard]] const CarryOut& record() const noexcept { return *entry.record; }
  /// Until when it is known to have lasted.
  [[nodiscard]] Moment until(Second as_of) const noexcept {
    return returned == Truth::yes ? back : exactly(as_of);
  }
};

/// Where it is open whether secret information was carried, whether there was such a duty at all is
/// open too.
void open_unless_secret(const Outing& outing);

/// Whether an outing is of the kind that an occasion is about: on a notebook, or on whatever
/// medium.
[[nodiscard]] bool is_of_occasion(const Context& context, const CarryOut& outing,
                                  Occasion occasion);
/// Makes an outing's instance; nothing where none is to be decided any more.
[[nodiscard]] std::optional<Outing> outing_of(Cases& cases, const Entry<CarryOut>& entry);

/// Calls `decide(outing)` for each outing that the duty's occasion is about, unless the records
/// alone conclude it: where they contradict one another, or nothing sets it off.
template <class Decide>
void each_outing(Cases& cases, Decide&& decide) {
  for (const Entry<CarryOut>& entry : cases.context.ledger.all<CarryOut>()) {
    if (const std::optional<Outing> outing = outing_of(cases, entry)) decide(*outing);
  }
}

}  // namespace tokki::inline v0::internal
