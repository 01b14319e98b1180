#include "text/uuid.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <new>

namespace tokki::inline v0::internal {
namespace {

// Which UUIDs of version 5 are made of. Nothing is kept secret by it.
std::array<unsigned char, EVP_MAX_MD_SIZE> sha1(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  const bool done =
      EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha1(), nullptr) == 1;
  if (!done) throw std::bad_alloc();  // it needs no more than memory
  return digest;
}

// The version 5 of https://tokki.invalid/ in the namespace of URLs.
constexpr UuidBytes kTokki{0x8D, 0x99, 0xD8, 0xC6, 0x77, 0x87, 0x51, 0xEE,
                           0x98, 0xB1, 0xB3, 0x17, 0xB4, 0x1C, 0xBA, 0x63};

}  // namespace

std::string named_uuid(const UuidBytes& name_space, std::string_view name) {
  std::string text;
  std::ranges::transform(name_space, std::back_inserter(text),
                         [](std::uint8_t byte) { return static_cast<char>(byte); });
  const auto digest = sha1(text.append(name));
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
