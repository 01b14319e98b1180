#include <cstring>

#include "tokki/text.hpp"

namespace tokki {
namespace {

#include "character_table.inc"

constexpr std::uint64_t every_byte(std::uint8_t value) { return 0x0101010101010101ULL * value; }

// True when all 8 bytes are printable ASCII (0x20 to 0x7E): the common case, one test for 8.
bool printable_ascii(std::uint64_t bytes) {
  const std::uint64_t high = every_byte(0x80);
  const std::uint64_t below_space = (bytes - every_byte(0x20)) & ~bytes;
  const std::uint64_t is_delete = (bytes ^ every_byte(0x7F)) - every_byte(0x01);
  return ((bytes | below_space | (is_delete & ~(bytes ^ every_byte(0x7F)))) & high) == 0;
}

constexpr std::uint32_t continuation(char byte) { return static_cast<unsigned char>(byte) & 0x3FU; }

}  // namespace

Traits traits_of(char32_t character) noexcept {
  if (character > 0x10FFFF) return Traits::outside_jis;
  return static_cast<Traits>(kTraits[kBlockOf[character >> 8U]][character & 0xFFU]);
}

Traits traits_of(std::string_view text) noexcept {
  Traits traits = Traits::plain;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    // Kana and kanji, three bytes each, make up most of a form.
    if ((lead & 0xF0U) == 0xE0U && at + 2 < text.size()) {
      const std::uint32_t c =
          ((lead & 0x0FU) << 12U) | (continuation(text[at + 1]) << 6U) | continuation(text[at + 2]);
      traits |= static_cast<Traits>(kTraits[kBlockOf[c >> 8U]][c & 0xFFU]);
      at += 3;
      continue;
    }
    if (lead < 0x80U && at + 8 <= text.size()) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      if (printable_ascii(bytes)) {
        at += 8;
        continue;
      }
    }
    traits |= traits_of(next_character(text, at));
  }
  return traits;
}

char32_t next_character(std::string_view text, std::size_t& at) noexcept {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80U) return lead;
  const std::size_t more = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : lead >= 0xC2U ? 1 : 0;
  if (more == 0 || lead > 0xF4U || at + more > text.size()) return 0xFFFD;
  std::uint32_t c = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0xFFFD;
    c = (c << 6U) | continuation(text[at++]);
  }
  return c;
}

std::size_t character_count(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

bool is_blank(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c != U' ' && c != U'\u3000' && c != U'\t' && c != U'\n' && c != U'\r' && c != U'\u00A0') {
      return false;
    }
  }
  return true;
}

}  // namespace tokki
