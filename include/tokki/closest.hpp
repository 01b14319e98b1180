// closest.hpp: suggestions for misspelt words.
#pragma once

#include <span>
#include <string_view>

#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// The candidate that somebody most probably meant by `word`; empty when none is similar enough. It
/// borrows what the candidate does, not the list of them.
[[nodiscard]] TOKKI_EXPORT std::string_view closest(std::string_view word,
                                                    std::span<const std::string_view> candidates);

}  // namespace tokki::inline v0
