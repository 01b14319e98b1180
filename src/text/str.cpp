#include <cstring>
#include <limits>
#include <ostream>
#include <stdexcept>

#include "tokki/text.hpp"

namespace tokki::inline v0 {

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

Str& Str::operator=(const Str& other) {
  if (this != &other) *this = Str(other);
  return *this;
}

std::ostream& operator<<(std::ostream& out, const Str& text) { return out << text.view(); }

void Str::release() noexcept { delete[] data_; }

}  // namespace tokki::inline v0
