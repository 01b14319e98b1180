// forms.hpp: declarations for the benchmark, the same ones on every machine.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tokki::bench {

struct Form {
  std::string json;
  bool spoiled;  // something in it is an error
};

/// `count` declarations as contractors file them, 1 to 3 kB each; 15 in 100 are spoiled. Where they
/// are to be `unlike` one another, every medium, service, location and work has a number of its
/// own.
[[nodiscard]] std::vector<Form> forms(std::size_t count, bool unlike = false);

}  // namespace tokki::bench
