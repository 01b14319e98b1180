#include "text/uuid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>

namespace tokki::inline v0::internal {
namespace {

// SHA-1 (FIPS 180-4), which UUIDs of version 5 are made of. Nothing is kept secret by it.
class Sha1 {
 public:
  explicit Sha1(std::string_view text) {
    std::string padded(text);
    padded += '\x80';
    padded.append((kBlock + kLength - padded.size() % kBlock) % kBlock, '\0');
    for (int shift = 56; shift >= 0; shift -= 8) {
      padded += static_cast<char>(static_cast<std::uint64_t>(text.size()) * 8 >> shift);
    }
    for (std::size_t at = 0; at < padded.size(); at += kBlock) {
      block(std::string_view(padded).substr(at, kBlock));
    }
  }

  // Byte i of the digest.
  [[nodiscard]] std::uint8_t operator[](std::size_t i) const {
    return static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  }

 private:
  static constexpr std::size_t kBlock = 64;
  static constexpr std::size_t kLength = 56;  // where in the last block the length stands

  void block(std::string_view bytes) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      words[i / 4] = words[i / 4] << 8U | static_cast<std::uint8_t>(bytes[i]);
    }
    for (std::size_t i = 16; i < words.size(); ++i) {
      words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    auto [a, b, c, d, e] = state_;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::uint32_t mixed = 0;
      if (i < 20) {
        mixed = ((b & c) | (~b & d)) + 0x5A827999U;
      } else if (i < 40) {
        mixed = (b ^ c ^ d) + 0x6ED9EBA1U;
      } else if (i < 60) {
        mixed = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCU;
      } else {
        mixed = (b ^ c ^ d) + 0xCA62C1D6U;
      }
      const std::uint32_t next = std::rotl(a, 5) + mixed + e + words[i];
      e = d;
      d = c;
      c = std::rotl(b, 30);
      b = a;
      a = next;
    }
    const std::array<std::uint32_t, 5> added{a, b, c, d, e};
    for (std::size_t i = 0; i < state_.size(); ++i) state_[i] += added[i];
  }

  std::array<std::uint32_t, 5> state_{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U,
                                      0xC3D2E1F0U};
};

// The version 5 of https://tokki.invalid/ in the namespace of URLs.
constexpr UuidBytes kTokki{0x8D, 0x99, 0xD8, 0xC6, 0x77, 0x87, 0x51, 0xEE,
                           0x98, 0xB1, 0xB3, 0x17, 0xB4, 0x1C, 0xBA, 0x63};

}  // namespace

std::string named_uuid(const UuidBytes& name_space, std::string_view name) {
  std::string text;
  std::ranges::transform(name_space, std::back_inserter(text),
                         [](std::uint8_t byte) { return static_cast<char>(byte); });
  const Sha1 digest(text.append(name));
  std::string uuid;
  for (std::size_t i = 0; i < name_space.size(); ++i) {
    unsigned byte = digest[i];
    if (i == 6) byte = (byte & 0x0FU) | 0x50U;  // the version
    if (i == 8) byte = (byte & 0x3FU) | 0x80U;  // the variant
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += fmt::format("{:02x}", byte);
  }
  return uuid;
}

std::string named_uuid(std::string_view name) { return named_uuid(kTokki, name); }

}  // namespace tokki::inline v0::internal
