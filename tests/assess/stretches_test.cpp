#include "assess/stretches.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace tokki {
namespace stretches_test {

using namespace internal;

Second second(int n) { return Second(std::chrono::seconds(n)); }

// Held against a set of all seconds.
RC_GTEST_PROP(StretchesOf, AnySpansCoverAndTouchWhatTheirSecondsDo, ()) {
  const auto any = [] { return *rc::gen::inRange(0, 30); };
  Stretches stretches;
  std::set<int> seconds;
  for (int spans = *rc::gen::inRange(0, 6); spans > 0; --spans) {
    const int from = any(), through = from + *rc::gen::inRange(-1, 6);
    stretches.add(second(from), second(through));
    for (int each = from; each <= through; ++each) seconds.insert(each);
  }
  const int from = any(), through = from + *rc::gen::inRange(0, 10);
  int held = 0;
  for (int each = from; each <= through; ++each) held += static_cast<int>(seconds.contains(each));
  RC_ASSERT(stretches.cover(second(from), second(through)) == (held == through - from + 1));
  RC_ASSERT(stretches.touch(second(from), second(through)) == (held > 0));
}

TEST(Stretches, MayReachToTheEndsOfTime) {
  Stretches stretches;
  stretches.add(Second::min(), second(9));
  stretches.add(second(10), Second::max());
  EXPECT_TRUE(stretches.cover(Second::min(), Second::max()));
  EXPECT_FALSE(Stretches().cover(second(1), second(1)));
}

}  // namespace stretches_test
}  // namespace tokki
