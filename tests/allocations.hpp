// allocations.hpp: how often this program has allocated.
#pragma once

#include <cstddef>

namespace tokki {

[[nodiscard]] std::size_t allocation_count() noexcept;

}  // namespace tokki
