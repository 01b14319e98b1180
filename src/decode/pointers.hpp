// pointers.hpp: JSON Pointers beside one another.
#pragma once

#include <string_view>

namespace tokki {

/// True when one pointer leads to what the other does, or to a part of it.
[[nodiscard]] inline bool overlap(std::string_view one, std::string_view other) noexcept {
  const auto covers = [](std::string_view above, std::string_view below) {
    return below.starts_with(above) && (below.size() == above.size() || below[above.size()] == '/');
  };
  return covers(one, other) || covers(other, one);
}

}  // namespace tokki
