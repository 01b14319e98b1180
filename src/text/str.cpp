#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

#include "tokki/text.hpp"

namespace tokki {

Str::Str(std::string_view text) {
  if (text.empty()) return;
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("tokki::Str");
  char* copy = new char[text.size()];
  std::memcpy(copy, text.data(), text.size());
  data_ = copy;
  size_ = static_cast<std::uint32_t>(text.size());
  owned_ = true;
}

Str Str::borrow(std::string_view text) noexcept {
  Str borrowed;
  borrowed.data_ = text.data();
  borrowed.size_ = static_cast<std::uint32_t>(text.size());
  return borrowed;
}

Str::Str(Str&& other) noexcept
    : data_(std::exchange(other.data_, "")),
      size_(std::exchange(other.size_, 0)),
      owned_(std::exchange(other.owned_, false)) {}

Str& Str::operator=(const Str& other) {
  if (this != &other) *this = Str(other);
  return *this;
}

Str& Str::operator=(Str&& other) noexcept {
  if (this == &other) return *this;
  if (owned_) release();
  data_ = std::exchange(other.data_, "");
  size_ = std::exchange(other.size_, 0);
  owned_ = std::exchange(other.owned_, false);
  return *this;
}

void Str::release() noexcept { delete[] data_; }

}  // namespace tokki
