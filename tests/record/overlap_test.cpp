#include "record/overlap.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tokki {
namespace overlap_test {

using namespace internal;

using Steps = std::vector<std::string>;

// Paths of a few keys and indices; with "raw", where descriptions end and steps are kept as text.
Place place_of(const Steps& steps) {
  static const std::vector<std::string> kKeys{"a", "a-", "b", "あ", "raw"};
  Place place;
  for (const std::string& step : steps) {
    const bool below = !place.path.empty() && place.path.key(place.path.size() - 1) == "raw";
    if (below) {
      place.below.push_back(step);
    } else if (step == "0" || step == "10") {
      place.path.into(step == "0" ? std::size_t{0} : std::size_t{10});
    } else {
      place.path.into(std::string_view(*std::ranges::find(kKeys, step)));
    }
  }
  return place;
}

rc::Gen<Steps> any_steps() {
  return rc::gen::resize(6, rc::gen::container<Steps>(rc::gen::element<std::string>(
                                "a", "a-", "b", "あ", "raw", "0", "10")));
}

RC_GTEST_PROP(OverlapsAny, ComparesStepByStep, ()) {
  const auto faults = *rc::gen::container<std::vector<Steps>>(any_steps());
  const Steps asked = *any_steps();
  const bool expected = std::ranges::any_of(faults, [&](const Steps& fault) {
    const auto common = static_cast<std::ptrdiff_t>(std::min(fault.size(), asked.size()));
    return std::equal(fault.begin(), fault.begin() + common, asked.begin());
  });
  std::vector<Place> places;
  for (const Steps& fault : faults) places.push_back(place_of(fault));
  sort_places(places);
  RC_ASSERT(overlaps_any(places, place_of(asked)) == expected);
}

}  // namespace overlap_test
}  // namespace tokki
