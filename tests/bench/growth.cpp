#include "growth.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace tokki::bench {

Measured measured(const std::function<std::function<void()>()>& prepare) {
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  const pid_t child = ::fork();
  if (child == 0) {
    const auto run = prepare();
    const auto peak = [] {
      rusage usage{};
      ::getrusage(RUSAGE_SELF, &usage);
      return static_cast<double>(usage.ru_maxrss) / 1024.0;
    };
    const std::clock_t begin = std::clock();
    run();
    const Measured result{static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, peak()};
    if (::write(ends[1], &result, sizeof result) != sizeof result) std::abort();
    ::_exit(0);
  }
  Measured result{};
  if (::read(ends[0], &result, sizeof result) != sizeof result) std::abort();
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  ::close(ends[1]);
  return result;
}

void print_heading(const char* counted) {
  std::printf("%-34s %9s %12s %11s %9s   %s\n", "", counted, "median of 3", "peak", "each",
              "per doubling");
}

void grow(const std::string& name, const std::function<Measured(std::uint32_t)>& measure,
          std::uint32_t smallest, std::uint32_t largest) {
  double before = 0;
  for (std::uint32_t count = smallest; count <= largest; count *= 10) {
    std::vector<Measured> runs;
    for (int i = 0; i < 3; ++i) runs.push_back(measure(count));
    std::ranges::sort(runs, {}, &Measured::seconds);
    const Measured median = runs[1];
    std::printf("%-34s %9u %10.4f s %8.0f MB %6.2f us", name.c_str(), count, median.seconds,
                median.megabytes, median.seconds * 1e6 / count);
    // What doubling costs, from a tenfold: the tenfold's root to the base 2.
    if (before > 0)
      std::printf("   x%.2f", std::pow(median.seconds / before, 1.0 / std::log2(10.0)));
    std::printf("\n");
    std::fflush(stdout);
    before = median.seconds;
  }
}

}  // namespace tokki::bench
