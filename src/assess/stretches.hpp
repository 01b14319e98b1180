// stretches.hpp: the time that several spans cover together.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "cell/moment.hpp"

namespace tokki::inline v0::internal {

class Stretches {
 public:
  /// A span from `from` through `through`. One that ends before it begins is none.
  void add(Second from, Second through) {
    if (from > through) return;
    // Spans that touch or overlap become one, so that they stay disjoint and sorted.
    const Second before = from == Second::min() ? from : from - std::chrono::seconds(1);
    const Second after = plus(through, std::chrono::seconds(1));
    const auto first = std::ranges::lower_bound(spans_, before, {}, &OneSpan::through);
    auto last = first;
    for (; last != spans_.end() && last->from <= after; ++last) {
      from = std::min(from, last->from);
      through = std::max(through, last->through);
    }
    spans_.insert(spans_.erase(first, last), {from, through});
  }
  /// Whether every second from `from` through `through` is in one of them.
  [[nodiscard]] bool cover(Second from, Second through) const {
    const auto after = std::ranges::upper_bound(spans_, from, {}, &OneSpan::from);
    return after != spans_.begin() && std::prev(after)->through >= through;
  }
  /// Whether a second from `from` through `through` is in one of them.
  [[nodiscard]] bool touch(Second from, Second through) const {
    return std::ranges::any_of(
        spans_, [&](const OneSpan& each) { return each.from <= through && each.through >= from; });
  }

 private:
  struct OneSpan {
    Second from, through;
  };
  std::vector<OneSpan> spans_;  // disjoint and sorted
};

}  // namespace tokki::inline v0::internal
