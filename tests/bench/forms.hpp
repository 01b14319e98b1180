// forms.hpp: declarations for the benchmark, always the same ones.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tokki::bench {

/// `count` declarations as JSON, 1 to 3 kB each, of which 15 in 100 have something wrong.
[[nodiscard]] std::vector<std::string> forms(std::size_t count);

}  // namespace tokki::bench
