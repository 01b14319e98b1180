// folded_characters.hpp: the characters of a text as comparisons see them, without copying it.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/characters.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

constexpr bool is_dash(char32_t c) noexcept {
  return c == U'ー' || c == U'ｰ' || c == U'－' || (c >= U'\u2010' && c <= U'\u2015') || c == U'−';
}

/// One character with width, case and dashes folded. `last` is the folded character before it: a
/// dash is ー after kana and - elsewhere. Spaces of either width, and controls, become ' '.
constexpr char32_t folded_character(char32_t c, char32_t last) noexcept {
  if (c >= U'A' && c <= U'Z') return c + (U'a' - U'A');
  if (c < 0x20 && c != 0) return U' ';
  if (c < 0x80) return c;
  if (is_dash(c)) return is_kana(last) ? U'ー' : U'-';
  if (c >= U'！' && c <= U'～') return folded_character(c - (U'！' - U'!'), last);
  return c == U'\u3000' ? U' ' : c;
}

/// Hiragana, katakana without ー, and kanji, which folding leaves as they are.
constexpr bool stands_for_itself(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FA);
}

/// True when a word of one script runs on between two characters: テキ|スト, us|er.
constexpr bool same_word(char32_t before, char32_t after) noexcept {
  return (is_katakana(before) && is_katakana(after)) || (is_latin(before) && is_latin(after));
}

/// Walks over a text from an offset on, without spaces.
class FoldedCharacters {
 public:
  explicit FoldedCharacters(std::string_view text, std::size_t at = 0, char32_t last = 0) noexcept
      : text_(text), end_(at), character_(last) {}

  /// Moves to the next character; false at the end.
  bool next() noexcept {
    last_ = character_;
    after_space_ = false;
    while (end_ < text_.size()) {
      begin_ = end_;
      const char32_t c = take();
      if (c != U' ') {
        character_ = c;
        return true;
      }
      after_space_ = true;
    }
    return false;
  }

  [[nodiscard]] char32_t character() const noexcept { return character_; }
  [[nodiscard]] char32_t last() const noexcept { return last_; }
  [[nodiscard]] bool after_space() const noexcept { return after_space_; }
  /// True unless the word before runs on.
  [[nodiscard]] bool begins_word() const noexcept {
    return after_space_ || !same_word(last_, character_);
  }
  /// Where in the text the character begins and ends.
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::size_t end() const noexcept { return end_; }
  [[nodiscard]] std::string_view as_written() const noexcept {
    return text_.substr(begin_, end_ - begin_);
  }

 private:
  // The next character, folded. The fast path, inline, is for characters that folding leaves as
  // they are: nearly all.
  char32_t take() noexcept {
    const auto byte = [this](std::size_t i) -> char32_t {
      return static_cast<unsigned char>(text_[i]);
    };
    const char32_t lead = byte(end_);
    if (lead < 0x80) {
      ++end_;
      if (lead < 0x20 && lead != 0) return U' ';
      return lead >= U'A' && lead <= U'Z' ? lead + (U'a' - U'A') : lead;
    }
    if ((lead & 0xF0U) == 0xE0U && text_.size() - end_ >= 3) {
      const char32_t c =
          (lead & 0x0FU) << 12U | (byte(end_ + 1) & 0x3FU) << 6U | (byte(end_ + 2) & 0x3FU);
      if (stands_for_itself(c)) {
        end_ += 3;
        return c;
      }
    }
    const auto [c, size] = take_other(text_.substr(end_), last_);
    end_ += size;
    return c;
  }
  struct Taken {
    char32_t character;
    std::uint32_t size;
  };
  static Taken take_other(std::string_view text, char32_t last) noexcept;

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_;
  char32_t character_;
  char32_t last_ = 0;
  bool after_space_ = false;
};

/// The last character, folded, that `counts`; 0 when none does. The characters before
/// it are not read, so ー counts as a dash.
template <class Counts>
char32_t last_character(std::string_view text, Counts&& counts) noexcept {
  for (std::size_t end = text.size(); end != 0;) {
    std::size_t at = end = begin_of_character(text, end);
    char32_t c = next_character(text, at);
    if (!stands_for_itself(c)) c = folded_character(c, 0);
    if (counts(c)) return c;
  }
  return 0;
}

}  // namespace tokki::inline v0::internal
