// look_alike.hpp: names to be compared with one another by what they look like.
#pragma once

#include <cstdint>
#include <string_view>

#include "tokki/text.hpp"

namespace tokki {

/// A name made ready for look_alike(): what can be told of it alone is told once. `name` must
/// outlive it. For one thread.
class LookAlikeName {
 public:
  /// `traits` are those of the name, or more.
  LookAlikeName(std::string_view name, Traits traits);
  [[nodiscard]] bool looks_like(const LookAlikeName& other) const {
    return first_ == other.first_ && last_ == other.last_ && first_ != kNothing &&
           looks_like_as_a_whole(other);
  }

 private:
  static constexpr std::uint32_t kNothing = 0;

  [[nodiscard]] bool looks_like_as_a_whole(const LookAlikeName& other) const;

  std::string_view name_;
  Traits traits_;
  std::uint32_t first_ = kNothing;  // what its first letter looks like …
  std::uint32_t last_ = kNothing;   // … and its last one
};

}  // namespace tokki
