// truth.hpp: three-valued truth: yes, no, or open.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace tokki::inline v0::internal {

enum class Truth : std::uint8_t { no, open, yes };

constexpr Truth operator&(Truth a, Truth b) noexcept { return std::min(a, b); }
constexpr Truth operator|(Truth a, Truth b) noexcept { return std::max(a, b); }
constexpr Truth operator!(Truth a) noexcept {
  return a == Truth::open ? a : (a == Truth::yes ? Truth::no : Truth::yes);
}
constexpr Truth truth(bool known) noexcept { return known ? Truth::yes : Truth::no; }
/// What a member says: absent is open.
constexpr Truth truth(const std::optional<bool>& stated) noexcept {
  return stated ? truth(*stated) : Truth::open;
}

}  // namespace tokki::inline v0::internal
