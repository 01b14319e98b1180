#include "json/unescape.hpp"

#include <algorithm>
#include <charconv>

namespace tokki::inline v0::internal {
namespace {

constexpr std::size_t kUnitDigits = 4;

// The code unit whose hexadecimal digits stand at `at`, which is moved behind them.
char32_t code_unit(std::string_view text, std::size_t& at) {
  std::uint32_t unit = 0;
  const std::string_view digits = text.substr(std::min(at, text.size()), kUnitDigits);
  std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  at += kUnitDigits;
  return unit;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }

void append_utf8(char32_t c, std::string& out) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((static_cast<std::uint32_t>(c) >> shift) & 0x3FU));
  };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | c >> 6U);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | c >> 12U);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | c >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace

void append_unescaped(std::string_view quoted, std::string& out) {
  for (std::size_t at = 0; at < quoted.size();) {
    const std::size_t backslash = std::min(quoted.find('\\', at), quoted.size());
    out.append(quoted.substr(at, backslash - at));
    at = backslash + 2;
    if (at > quoted.size()) return;
    switch (const char escape = quoted[at - 1]) {
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'u': {
        char32_t c = code_unit(quoted, at);
        if (is_high_surrogate(c)) {
          at += 2;  // the \u of the other half
          c = 0x10000 + ((c - 0xD800) << 10U) + (code_unit(quoted, at) - 0xDC00);
        }
        append_utf8(c, out);
        break;
      }
      default: out += escape;  // a quote, a backslash, a slash
    }
  }
}

bool is_text(std::string_view quoted, std::string_view wanted) {
  if (quoted == wanted) return true;
  if (quoted.find('\\') == std::string_view::npos) return false;
  std::string text;
  append_unescaped(quoted, text);
  return text == wanted;
}

std::string unquoted(std::string_view json) {
  if (json.size() < 2 || json.front() != '"') return std::string(json);
  std::string text;
  append_unescaped(json.substr(1, json.size() - 2), text);
  return text;
}

}  // namespace tokki::inline v0::internal
