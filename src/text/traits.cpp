#include <array>
#include <cstring>

#include "tokki/text.hpp"

namespace tokki::inline v0 {
namespace {

#include "character_table.inc"

constexpr std::uint64_t every_byte(std::uint8_t value) { return 0x0101010101010101ULL * value; }
constexpr std::uint64_t kHigh = every_byte(0x80);

// The high bit of each byte that is zero. Bytes above a zero byte may be marked too.
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) {
  return (bytes - every_byte(0x01)) & ~bytes & kHigh;
}

// True when all 8 bytes are printable ASCII (0x20 to 0x7E): the common case, one test for 8.
constexpr bool printable_ascii(std::uint64_t bytes) {
  const std::uint64_t below_space = (bytes - every_byte(0x20)) & ~bytes;
  return ((bytes | below_space | zero_bytes(bytes ^ every_byte(0x7F))) & kHigh) == 0;
}

// True when one of the 8 bytes is X, x or *, which doubled are filler.
constexpr bool may_be_filler(std::uint64_t bytes) {
  const std::uint64_t crosses = zero_bytes((bytes | every_byte(0x20)) ^ every_byte('x'));
  return (crosses | zero_bytes(bytes ^ every_byte('*'))) != 0;
}

// Whether all of the 8 bytes from `at` on are ASCII without any traits.
bool plain_ascii(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return printable_ascii(bytes) && !may_be_filler(bytes);
}

constexpr std::uint32_t tail(char byte) { return static_cast<unsigned char>(byte) & 0x3FU; }

// Which characters of three bytes have no traits, a bit each: 64 characters share their first two
// bytes. Unlike the whole table it fits into the L1 cache.
constexpr auto kPlain = [] {
  std::array<std::uint64_t, 1024> plain{};
  for (std::uint32_t c = 0; c <= 0xFFFF; ++c) {
    const bool none = kTraits[kBlockOf[c >> 8U]][c & 0xFFU] == 0;
    plain[c >> 6U] |= std::uint64_t{none} << (c & 0x3FU);
  }
  return plain;
}();

}  // namespace

Traits traits_of(char32_t character) noexcept {
  if (character > 0x10FFFF) return Traits::outside_jis;
  return static_cast<Traits>(kTraits[kBlockOf[character >> 8U]][character & 0xFFU]);
}

Traits traits_of(std::string_view text) noexcept {
  const char* at = text.data();
  const char* const end = at + text.size();
  unsigned traits = 0;
  while (at != end) {
    const auto lead = static_cast<unsigned char>(*at);
    if (lead < 0x80U) {
      if (end - at >= 8 && plain_ascii(at)) {
        at += 8;
        continue;
      }
      // The last few bytes, together with those before them.
      if (end - at < 8 && text.size() >= 8 && plain_ascii(end - 8)) break;
      do {
        const auto byte = static_cast<unsigned char>(*at++);
        const bool filler = (byte | 0x20U) == 'x' || byte == '*';
        if (filler && at != end && *at == at[-1]) traits |= static_cast<unsigned>(Traits::filler);
        if (byte < 0x20U || byte == 0x7FU) traits |= static_cast<unsigned>(Traits::control);
      } while (at != end && static_cast<unsigned char>(*at) < 0x80U);
    } else if ((lead & 0xF0U) == 0xE0U && end - at >= 3) {
      // Kana and kanji, three bytes each, make up most of a form. Few have traits.
      do {
        const std::uint32_t first_two =
            (static_cast<unsigned char>(at[0]) & 0x0FU) << 6U | tail(at[1]);
        const std::uint32_t third = tail(at[2]);
        if ((kPlain[first_two] >> third & 1U) == 0) {
          traits |= static_cast<unsigned>(traits_of(first_two << 6U | third));
        }
        at += 3;
      } while (end - at >= 3 && (static_cast<unsigned char>(*at) & 0xF0U) == 0xE0U);
    } else {
      std::size_t size = 0;
      traits |= static_cast<unsigned>(
          traits_of(next_character({at, static_cast<std::size_t>(end - at)}, size)));
      at += size;
    }
  }
  return static_cast<Traits>(traits);
}

std::size_t character_count(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

namespace {

constexpr bool is_invisible(char32_t c) noexcept {
  if (c > U'\u3000' && c != 0xFEFF) return false;  // nearly all
  return c <= U' ' || c == U'\u3000' || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2064) || c == 0xFEFF;
}

}  // namespace

bool is_blank(std::string_view text) noexcept {
  if (text.empty()) return true;
  const auto first = static_cast<unsigned char>(text[0]);
  if ((first > ' ' && first < 0x7F) || (first > 0xE3 && first < 0xEF)) return false;  // most
  for (std::size_t at = 0; at < text.size();) {
    if (!is_invisible(next_character(text, at))) return false;
  }
  return true;
}

}  // namespace tokki::inline v0
