// text.hpp: the text of a record, the characters in it, and how texts are compared.
//
// Japanese text is stored exactly as written: normalising a stored name would change 78 characters
// of JIS X 0213 that occur in people's legal names. Only comparison keys are normalised.
#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tokki/export.hpp"

namespace tokki::inline v0 {

namespace internal {
struct BorrowedText;
}

/// The text of one cell, UTF-8, 16 bytes.
///
/// A Str *borrows* from its Document when it was decoded, and *owns* its bytes when it was
/// constructed. Copying always owns, so a copy may outlive the document; a moved Str still borrows
/// or owns. A text is at most 4 GiB; construction from more throws std::length_error.
class TOKKI_EXPORT Str {
 public:
  Str() noexcept = default;
  /// Copies `text`.
  Str(std::string_view text);                             // NOLINT(google-explicit-constructor)
  Str(const char* text) : Str(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Str(const std::string& text)
      : Str(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)

  Str(const Str& other) : Str(other.view()) {}
  Str(Str&& other) noexcept
      : data_(std::exchange(other.data_, "")),
        size_(std::exchange(other.size_, 0)),
        owned_(std::exchange(other.owned_, false)) {}
  Str& operator=(const Str& other);
  Str& operator=(Str&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(owned_, other.owned_);
    return *this;
  }
  ~Str() {
    if (owned_) release();
  }

  /// The text; valid as long as this Str is neither changed nor destroyed, nor its Document.
  [[nodiscard]] std::string_view view() const noexcept TOKKI_LIFETIMEBOUND {
    return {data_, size_};
  }
  operator std::string_view() const noexcept TOKKI_LIFETIMEBOUND {
    return view();
  }  // NOLINT(google-explicit-constructor)
  /// A copy of the text.
  [[nodiscard]] std::string str() const { return std::string(view()); }
  /// Its length in bytes.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  /// Byte by byte, as std::string_view compares, with texts of any kind; nothing is allocated.
  friend bool operator==(const Str& a, const Str& b) noexcept { return a.view() == b.view(); }
  template <class T>
    requires(std::is_convertible_v<const T&, std::string_view> && !std::is_base_of_v<Str, T>)
  friend bool operator==(const Str& a, const T& b) noexcept {
    return a.view() == std::string_view(b);
  }
  friend std::strong_ordering operator<=>(const Str& a, const Str& b) noexcept {
    return a.view() <=> b.view();
  }
  template <class T>
    requires(std::is_convertible_v<const T&, std::string_view> && !std::is_base_of_v<Str, T>)
  friend std::strong_ordering operator<=>(const Str& a, const T& b) noexcept {
    return a.view() <=> std::string_view(b);
  }
  /// Prints the text as it is.
  friend TOKKI_EXPORT std::ostream& operator<<(std::ostream& out, const Str& text);

 private:
  friend struct internal::BorrowedText;  // what the library decodes: src/text/borrow.hpp
  void release() noexcept;

  const char* data_ = "";
  std::uint32_t size_ = 0;
  bool owned_ = false;
};

/// The kinds of characters that a text contains: a set of bits.
enum class Traits : std::uint16_t {
  plain = 0,
  compatibility = 1U << 0U,       ///< only ICU can fold it: ㈱, ①, ｱ, É
  zero_width = 1U << 1U,          ///< invisible characters
  bidi_control = 1U << 2U,        ///< characters that reorder what is displayed
  half_width_kana = 1U << 3U,     ///< ｱ to ﾟ
  outside_jis = 1U << 4U,         ///< not in JIS X 0213: many office systems cannot print it
  variation_selector = 1U << 5U,  ///< IVS and other selectors of a glyph
  control = 1U << 6U,             ///< tab, newline, NUL and other controls
  private_use = 1U << 7U,         ///< 外字: means something on one machine only
  full_width = 1U << 8U,          ///< ASCII in full width, and its space
  filler = 1U << 9U,              ///< 〇, ×, △; XX: what specimens are filled with
};
constexpr Traits operator|(Traits a, Traits b) noexcept {
  return static_cast<Traits>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr Traits& operator|=(Traits& a, Traits b) noexcept { return a = a | b; }
/// True when the set has at least one of those wanted.
constexpr bool has(Traits set, Traits wanted) noexcept {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(wanted)) != 0;
}

/// The traits of one character, and of all characters of a text together. `text` is UTF-8.
[[nodiscard]] TOKKI_EXPORT Traits traits_of(char32_t character) noexcept;
[[nodiscard]] TOKKI_EXPORT Traits traits_of(std::string_view text) noexcept;

/// The character that begins at byte `at`, which must be less than text.size(); `at` is moved
/// behind it. Malformed bytes read as U+FFFD.
[[nodiscard]] inline char32_t next_character(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
  const auto is_tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  const unsigned char lead = byte(at);
  const std::size_t start = at++;
  if (lead < 0x80U) return lead;
  if ((lead & 0xF0U) == 0xE0U && is_tail(start + 1) && is_tail(start + 2)) {
    const char32_t c = (lead & 0x0FU) << 12U | tail(start + 1) << 6U | tail(start + 2);
    if (c < 0x800 || (c >= 0xD800 && c <= 0xDFFF)) return 0xFFFD;  // overlong, or half a character
    at = start + 3;
    return c;
  }
  if (lead >= 0xC2U && lead < 0xE0U && is_tail(start + 1)) {
    at = start + 2;
    return (lead & 0x1FU) << 6U | tail(start + 1);
  }
  if (lead >= 0xF0U && lead < 0xF5U && is_tail(start + 1) && is_tail(start + 2) &&
      is_tail(start + 3)) {
    const char32_t c =
        (lead & 0x07U) << 18U | tail(start + 1) << 12U | tail(start + 2) << 6U | tail(start + 3);
    if (c < 0x10000 || c > 0x10FFFF) return 0xFFFD;
    at = start + 4;
    return c;
  }
  return 0xFFFD;
}

/// The number of characters (code points).
[[nodiscard]] TOKKI_EXPORT std::size_t character_count(std::string_view text) noexcept;

/// True when the text has no visible character, only spaces, controls and zero-width characters, so
/// that a cell counts as empty.
[[nodiscard]] TOKKI_EXPORT bool is_blank(std::string_view text) noexcept;

/// The text in the form in which texts are compared: NFKC, lower case, dashes folded (a dash
/// after kana is ー, elsewhere -), spaces dropped except one between two Latin words. The result
/// is `text` itself or stands in `scratch`, which is overwritten. Never store it as the text.
TOKKI_EXPORT std::string_view folded(std::string_view text TOKKI_LIFETIMEBOUND,
                                     std::string& scratch TOKKI_LIFETIMEBOUND);

/// The comparison key of a person's or firm's name: folded, without spaces, and with ㈱, （株）
/// and 株式会社 (likewise 有限, 合同, 学校法人 …) alike; 前株 and 後株 stay distinct.
[[nodiscard]] TOKKI_EXPORT std::string name_key(std::string_view name);
/// The same, living in `scratch`.
TOKKI_EXPORT std::string_view name_key(std::string_view name,
                                       std::string& scratch TOKKI_LIFETIMEBOUND);

/// True when the two names have the same name_key(). Cheap where they differ early.
[[nodiscard]] TOKKI_EXPORT bool same_name(std::string_view a, std::string_view b);

/// True when two different names look the same or nearly so in print: ー/一, ロ/口, カ/力.
[[nodiscard]] TOKKI_EXPORT bool look_alike(std::string_view a, std::string_view b);

}  // namespace tokki::inline v0

/// Equals the hash of the same std::string_view, so that either can be looked up.
template <>
struct std::hash<tokki::Str> {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>()(text);
  }
};
