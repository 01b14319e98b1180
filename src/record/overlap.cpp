#include "record/overlap.hpp"

#include <algorithm>

namespace tokki::inline v0 {
using namespace internal;
namespace {

// Whether one of two sequences of steps begins with the other.
bool one_begins_with_other(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t common = std::min(a.size(), b.size());
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(common), b.begin());
}

}  // namespace

void internal::sort_places(std::span<Place> places) {
  std::ranges::sort(places, std::less(), &Place::path);
}

bool internal::overlaps_any(std::span<const Place> sorted, const Place& place) noexcept {
  if (sorted.empty()) return false;
  // At or above the place. A path ends there unless it has steps in `below`.
  Path above;
  for (std::size_t i = 0; i < place.path.size(); ++i) {
    const auto same = std::ranges::equal_range(sorted, above, std::less(), &Place::path);
    for (const Place& one : same) {
      if (one.below.empty()) return true;
    }
    if (place.path.is_index(i)) {
      above.into(place.path.index(i));
    } else {
      above.into(place.path.key(i));
    }
  }
  const auto same = std::ranges::equal_range(sorted, place.path, std::less(), &Place::path);
  for (const Place& one : same) {
    if (one_begins_with_other(one.below, place.below)) return true;
  }
  // Within the place: such paths follow it in the order.
  if (!place.below.empty() || same.end() == sorted.end()) return false;
  const Path& next = same.end()->path;
  if (next.size() <= place.path.size()) return false;
  Path start = next;
  while (start.size() > place.path.size()) start.out();
  return start == place.path;
}

}  // namespace tokki::inline v0
