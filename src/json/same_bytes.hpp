// same_bytes.hpp: comparison with a text of known size, without a call.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace tokki::inline v0::internal {

/// Whether the `size` bytes from `at` on are those of `wanted`, which has as many.
template <std::size_t size>
bool same_bytes(const char* at, std::string_view wanted) {
  constexpr std::size_t kWord = 8;
  const auto differs = [&]<class Word>(Word, std::size_t offset) {
    Word left = 0;
    Word right = 0;
    std::memcpy(&left, at + offset, sizeof(Word));
    std::memcpy(&right, wanted.data() + offset, sizeof(Word));
    return left != right;
  };
  if constexpr (size >= kWord) {
    for (std::size_t offset = 0; offset + kWord <= size; offset += kWord) {
      if (differs(std::uint64_t{}, offset)) return false;
    }
    return size % kWord == 0 || !differs(std::uint64_t{}, size - kWord);
  } else if constexpr (size >= kWord / 2) {
    return !differs(std::uint32_t{}, 0) && !differs(std::uint32_t{}, size - kWord / 2);
  } else {
    for (std::size_t i = 0; i < size; ++i) {
      if (at[i] != wanted[i]) return false;
    }
    return true;
  }
}

/// Whether a text is `wanted`, whose size that is.
template <std::size_t size>
bool same_text(std::string_view text, std::string_view wanted) {
  return text.size() == size && same_bytes<size>(std::to_address(text.begin()), wanted);
}

}  // namespace tokki::inline v0::internal
