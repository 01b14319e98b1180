// closest.hpp: suggestions for misspelt words.
#pragma once

#include <span>
#include <string_view>

#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// The candidate most similar to `word`; empty when none is similar enough.
[[nodiscard]] TOKKI_EXPORT std::string_view closest(std::string_view word,
                                                    std::span<const std::string_view> candidates);

}  // namespace tokki::inline v0
