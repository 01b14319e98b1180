// pointer.hpp: JSON Pointers, written.
#pragma once

#include <string>
#include <string_view>

namespace tokki::inline v0::internal {

/// Appends a step to a pointer (RFC 6901).
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

}  // namespace tokki::inline v0::internal
