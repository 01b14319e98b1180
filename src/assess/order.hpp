// order.hpp: something that 甲 ordered, to be done by a day or at some time (特記事項7, 8, 9, 12).
#pragma once

#include <optional>
#include <string_view>

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {

struct Order {
  Moment ordered;
  std::optional<Moment> due{};  ///< absent: no time is stated
  std::string_view kind;        ///< the kind of record that would show that it was done
  Actor actor;
};

/// What was done of it.
struct Done {
  std::optional<Moment> completed{};  ///< all of it
  bool partly = false, refused = false, conflict = false;
  bool impossible = false;  ///< it cannot be done any more
  bool otherwise = false;   ///< done, but not as instructed

  void complete(const Moment& when) { completed = completed ? earlier(*completed, when) : when; }
};

/// When something was done that may be ordered by a time yet to come. What has no time that can be
/// read is never timely: what is in time stays so.
[[nodiscard]] inline Moment done_at(const Instant& at) { return moment(at, Second::max()); }

void decide_order(const Cases& cases, DutyInstance& instance, const Order& order, const Done& done);

}  // namespace tokki::inline v0::internal
