// overlap.hpp: places that are at, above or below one another.
#pragma once

#include <span>

#include "tokki/place.hpp"

namespace tokki::inline v0::internal {

/// Sorts places of one document for overlaps_any().
void sort_places(std::span<Place> places);

/// True when one of the `sorted` places is the given one, is within it, or has it within.
[[nodiscard]] bool overlaps_any(std::span<const Place> sorted, const Place& place) noexcept;

}  // namespace tokki::inline v0::internal
