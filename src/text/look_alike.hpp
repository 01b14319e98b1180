// look_alike.hpp: names to be compared with one another by what they look like.
#pragma once

#include <string>
#include <string_view>

#include "tokki/text.hpp"

namespace tokki {

/// A name made ready for look_alike(): what can be told of it alone is told once. `name` must
/// outlive it. For one thread.
class LookAlikeName {
 public:
  LookAlikeName(std::string_view name, Traits traits);
  [[nodiscard]] bool looks_like(const LookAlikeName& other) const;

 private:
  [[nodiscard]] std::string_view view() const noexcept { return key_.empty() ? name_ : key_; }

  std::string_view name_;
  std::string key_;                     // only when the company's form may be abbreviated
  const std::string* first_ = nullptr;  // what its first letter looks like
};

}  // namespace tokki
