// growth.hpp: what inputs of growing size cost: processor time, which other work on the machine
// disturbs least, and peak memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace tokki::bench {

struct Measured {
  double seconds;
  double megabytes;
};

/// In a process of its own, so that its peak memory is its own too. `prepare` is not measured.
Measured measured(const std::function<std::function<void()>()>& prepare);

/// What the columns of grow() are; `counted` is what inputs are counted in.
void print_heading(const char* counted);
/// A row for each size from `smallest`, times ten, to `largest`: the median of three runs, and what
/// doubling costs.
void grow(const std::string& name, const std::function<Measured(std::uint32_t)>& measure,
          std::uint32_t smallest, std::uint32_t largest);

}  // namespace tokki::bench
