// pointers.hpp: JSON Pointers beside one another.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tokki {

/// Adds the step to a member of that key (RFC 6901).
inline void add_step(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

/// True when one of `sorted` leads to what the pointer does, or to a part of it, or the pointer to
/// a part of what one of them does.
[[nodiscard]] inline bool overlaps_any(const std::vector<std::string>& sorted,
                                       std::string_view pointer) noexcept {
  if (sorted.empty()) return false;
  const auto has = [&](std::string_view one) { return std::ranges::binary_search(sorted, one); };
  for (std::size_t end = 0; end != std::string_view::npos; end = pointer.find('/', end + 1)) {
    if (has(pointer.substr(0, end))) return true;  // the root, and what else is above
  }
  if (has(pointer)) return true;
  // The first one that is not before the pointer with a slash behind it.
  const std::size_t size = pointer.size();
  const auto next = std::ranges::partition_point(sorted, [&](const std::string& one) {
    const int order = one.compare(0, size, pointer);
    return order < 0 ||
           (order == 0 && (one.size() == size || static_cast<unsigned char>(one[size]) < '/'));
  });
  return next != sorted.end() && next->starts_with(pointer) && (*next)[size] == '/';
}

}  // namespace tokki
