// closest.hpp: did you mean …?
//
// Floor 0.
#pragma once

#include <span>
#include <string_view>

namespace tokki {

/// The candidate that a person most probably meant by `word`, or nothing when none is near.
[[nodiscard]] std::string_view closest(std::string_view word,
                                       std::span<const std::string_view> candidates);

}  // namespace tokki
