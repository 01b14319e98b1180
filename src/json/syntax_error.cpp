#include "json/syntax_error.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace tokki::inline v0::internal {
namespace {

// Kinds of tokens other than the punctuation, which is its own kind.
constexpr char kString = '"';
constexpr char kNumber = '0';
constexpr char kLiteral = 'n';
constexpr char kEnd = '\0';
constexpr char kNone = '?';

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  /// Reads the next token and returns its kind.
  char next() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    begin_ = at_;
    switch (const char c = here()) {
      case '{':
      case '}':
      case '[':
      case ']':
      case ':':
      case ',': ++at_; return c;
      case '"': ++at_; return string() ? kString : kNone;
      case 't': return word("true") ? kLiteral : kNone;
      case 'f': return word("false") ? kLiteral : kNone;
      case 'n': return word("null") ? kLiteral : kNone;
      default:
        if (at_end()) return kEnd;
        return c == '-' || is_digit(c) ? (number() ? kNumber : kNone) : kNone;
    }
  }
  /// The last token.
  [[nodiscard]] std::string_view token() const { return text_.substr(begin_, at_ - begin_); }
  [[nodiscard]] std::size_t begin() const { return begin_; }
  /// Behind the last token; where it is none, at the byte that is wrong.
  [[nodiscard]] std::size_t end() const { return at_; }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char here() const { return at_end() ? '\0' : text_[at_]; }
  bool skip(char wanted) {
    if (here() != wanted) return false;
    ++at_;
    return true;
  }

  bool word(std::string_view word) {
    return std::ranges::all_of(word, [this](char c) { return skip(c); });
  }

  bool digits() {
    if (!is_digit(here())) return false;
    while (is_digit(here())) ++at_;
    return true;
  }
  bool number() {
    skip('-');
    if (!skip('0') && !digits()) return false;
    if (skip('.') && !digits()) return false;
    if (!skip('e') && !skip('E')) return true;
    if (!skip('+')) skip('-');
    return digits();
  }

  bool string() {
    while (here() != '"') {
      if (static_cast<unsigned char>(here()) < 0x20) return false;  // the end, too
      if (skip('\\') ? !escape() : (++at_, false)) return false;
    }
    ++at_;
    return true;
  }
  bool escape() {
    if (!skip('u')) {
      if (std::string_view("\"\\/bfnrt").find(here()) == std::string_view::npos) return false;
      ++at_;
      return true;
    }
    const auto first = code_unit();
    if (!first || !is_surrogate(*first)) return first.has_value();
    if (is_high(*first)) {
      if (!skip('\\') || !skip('u')) return false;
      const auto second = code_unit();
      if (!second) return false;
      if (is_surrogate(*second) && !is_high(*second)) return true;
    }
    --at_;  // the error is at the last digit
    return false;
  }
  std::optional<std::uint32_t> code_unit() {
    constexpr int kDigits = 4;
    const std::size_t begin = at_;
    for (int i = 0; i < kDigits; ++i, ++at_) {
      if (!is_hex(here())) return std::nullopt;
    }
    std::uint32_t unit = 0;
    std::from_chars(text_.data() + begin, text_.data() + at_, unit, 16);
    return unit;
  }
  static bool is_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }
  static bool is_high(std::uint32_t unit) { return unit < 0xDC00; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

// What may come next.
enum class Next : std::uint8_t { value, value_or_end, key, key_or_end, colon, comma_or_end, end };

// The grammar of JSON, one token after the other.
class Grammar {
 public:
  /// Whether a token of that kind may come next.
  bool accept(char kind) {
    switch (next_) {
      case Next::value_or_end:
        if (kind == ']') return close();
        [[fallthrough]];
      case Next::value: return value(kind);
      case Next::key_or_end:
        if (kind == '}') return close();
        [[fallthrough]];
      case Next::key: return expect(kind == kString, Next::colon);
      case Next::colon: return expect(kind == ':', Next::value);
      case Next::comma_or_end:
        if (kind == ',') return expect(true, open_.back() == '{' ? Next::key : Next::value);
        return kind == (open_.back() == '{' ? '}' : ']') && close();
      default: return kind == kEnd;
    }
  }
  /// Whether a whole value was read.
  [[nodiscard]] bool is_whole() const { return next_ == Next::end; }

 private:
  bool expect(bool right, Next next) {
    next_ = next;
    return right;
  }
  bool value(char kind) {
    if (kind == '{' || kind == '[') {
      open_ += kind;
      return expect(true, kind == '{' ? Next::key_or_end : Next::value_or_end);
    }
    end_of_value();
    return kind == kString || kind == kNumber || kind == kLiteral;
  }
  bool close() {
    open_.pop_back();
    end_of_value();
    return true;
  }
  void end_of_value() { next_ = open_.empty() ? Next::end : Next::comma_or_end; }

  Next next_ = Next::value;
  std::string open_;  // the brackets that are open
};

template <class T>
bool fits(std::string_view number, T value) {
  return std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc();
}

bool is_infinite(std::string_view number) {
  const std::size_t exponent = number.find_first_of("eE");
  const bool is_small = exponent != std::string_view::npos && number[exponent + 1] == '-';
  return !is_small && !fits(number, double{});
}

bool is_huge_integer(std::string_view number) {
  return number.find_first_of(".eE") == std::string_view::npos && !fits(number, std::int64_t{}) &&
         !fits(number, std::uint64_t{});
}

}  // namespace

std::optional<SyntaxError> find_syntax_error(std::string_view json) {
  Lexer lexer(json);
  Grammar grammar;
  for (;;) {
    const bool whole = grammar.is_whole();
    const char kind = lexer.next();
    if (!grammar.accept(kind)) {
      const bool at_byte = kind == kNone || kind == kEnd;
      return SyntaxError{at_byte ? lexer.end() : lexer.end() - 1, whole};
    }
    if (kind == kNumber && is_infinite(lexer.token())) return SyntaxError{lexer.end() - 1};
    if (kind == kEnd) return std::nullopt;
  }
}

std::optional<std::size_t> find_huge_integer(std::string_view json) {
  Lexer lexer(json);
  for (char kind = lexer.next(); kind != kEnd && kind != kNone; kind = lexer.next()) {
    if (kind == kNumber && is_huge_integer(lexer.token())) return lexer.begin();
  }
  return std::nullopt;
}

}  // namespace tokki::inline v0::internal
