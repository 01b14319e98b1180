// closest.hpp: did you mean …?
#pragma once

#include <span>
#include <string_view>

#include "tokki/export.hpp"

namespace tokki {

/// The candidate that a person most probably meant by `word`, or nothing when none is near.
[[nodiscard]] TOKKI_EXPORT std::string_view closest(std::string_view word,
                                                    std::span<const std::string_view> candidates);

}  // namespace tokki
