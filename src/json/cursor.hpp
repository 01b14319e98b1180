// cursor.hpp: walks over the tokens of a JSON text: brackets, commas, colons, strings, other
// scalars.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "json/same_bytes.hpp"

namespace tokki::inline v0::internal {

/// Each step checks the token it reads, so that malformed text ends the walk. Values that are
/// skipped are not checked, nor are escapes: see Tokens::validate().
class Cursor {
 public:
  /// What must be readable behind the text; the first byte of it is NUL.
  static constexpr std::size_t kPadding = 64;

  /// `end` must be readable, too: it holds the offset of the end of the text.
  Cursor(const char* text, const std::uint32_t* next, const std::uint32_t* end)
      : text_(text), next_(next), end_(end) {}

  /// Where the next token begins; a NUL behind the last one.
  [[nodiscard]] const char* token() const { return text_ + *next_; }
  /// The first byte of the next token.
  [[nodiscard]] char peek() const { return *token(); }
  /// Where the next token begins, in bytes from the start of the text.
  [[nodiscard]] std::size_t offset() const { return *next_; }
  [[nodiscard]] bool at_end() const { return next_ == end_; }
  [[nodiscard]] bool at_closing() const { return peek() == '}' || peek() == ']'; }
  [[nodiscard]] bool at_opening() const { return peek() == '{' || peek() == '['; }

  /// Moves behind the next token, which must not be the end.
  void next() { ++next_; }
  /// Each returns false, and stays, when the next token is another one.
  bool skip(char wanted) {
    if (peek() != wanted) return false;
    ++next_;
    return true;
  }
  template <std::size_t size>
  bool skip_word(std::string_view word) {
    if (!same_bytes<size>(token(), word) || !ends_scalar(token()[size])) return false;
    ++next_;
    return true;
  }
  bool skip_null() { return skip_word<4>("null"); }
  /// The string of that text, written without escapes.
  template <std::size_t size>
  bool skip_quoted(std::string_view text) {
    if (!is_quoted<size>(token(), text)) return false;
    ++next_;
    return true;
  }

  /// Whether a string of that text begins at `quote`.
  template <std::size_t size>
  static bool is_quoted(const char* quote, std::string_view text) {
    static_assert(size + 2 < kPadding);
    return *quote == '"' && same_bytes<size>(quote + 1, text) && quote[size + 1] == '"';
  }
  static bool ends_scalar(char c) {
    return c == ',' || c == '}' || c == ']' || c == ':' || c == ' ' || c == '\n' || c == '\r' ||
           c == '\t';
  }

  /// The next token must be a string. Returns what stands between its quotes and moves behind it.
  std::string_view quoted() {
    const char* const begin = token() + 1;
    // Only spaces can lie between a string and the next token.
    const char* end = text_ + *++next_ - 1;
    while (*end != '"') --end;
    return {begin, static_cast<std::size_t>(end - begin)};
  }

  /// Moves behind the value that begins at the next token and returns its text. Containers are
  /// skipped by counting brackets.
  std::string_view skip_value();

  /// The text from `begin`, an offset, to the end of the token before the next one.
  [[nodiscard]] std::string_view text_from(std::size_t begin) const;

  /// Calls `item()` for each item of a container whose opening bracket was skipped, until it
  /// returns false. False: that, or the text is malformed.
  template <class Item>
  bool items(char closing, Item&& item) {
    if (skip(closing)) return true;
    do {
      if (!item()) return false;
    } while (skip(','));
    return skip(closing);
  }

 private:
  const char* text_;
  const std::uint32_t* next_;  // where the next token begins
  const std::uint32_t* end_;
};

}  // namespace tokki::inline v0::internal
