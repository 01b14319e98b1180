#include "json/writer.hpp"

#include <unicode/unistr.h>

#include <algorithm>

#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

void append_escape(unsigned char control, std::string& out) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  switch (control) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out.append("\\u00").append({kHexDigits[control >> 4U], kHexDigits[control & 0xFU]});
  }
}

// One U+FFFD for each longest run of bytes that begins a character but does not complete it.
std::string with_replacements(std::string_view text) {
  std::string valid;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())})
      .toUTF8String(valid);
  return valid;
}

// Where a string ends that begins at `at` with its quote.
std::size_t end_of_quoted(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::string replaced;
  std::size_t copied = 0;
  const auto copy_up_to = [&](std::size_t end) { out.append(text.substr(copied, end - copied)); };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    const bool malformed = c == 0xFFFD && at == begin + 1;
    if (c >= 0x20 && c != U'"' && c != U'\\' && !malformed) continue;
    copy_up_to(begin);
    if (malformed) {  // go on with what follows, made valid
      replaced = with_replacements(text.substr(begin));
      text = replaced;
      copied = at = 0;
    } else {
      append_escape(static_cast<unsigned char>(c), out);
      copied = at;
    }
  }
  copy_up_to(text.size());
  out += '"';
}

std::string indented(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  const auto new_line = [&] { out.append("\n").append(2 * depth, ' '); };
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_quoted(json, at);
      out.append(json.substr(at, end - at));
      at = end;
      continue;
    }
    ++at;
    switch (c) {
      case ' ':
      case '\t':
      case '\n':
      case '\r': break;
      case '{':
      case '[':
        out += c;
        at = std::min(json.find_first_not_of(" \t\n\r", at), json.size());
        if (at < json.size() && (json[at] == '}' || json[at] == ']')) {
          out += json[at++];
        } else {
          ++depth;
          new_line();
        }
        break;
      case '}':
      case ']':
        --depth;
        new_line();
        out += c;
        break;
      case ',':
        out += c;
        new_line();
        break;
      case ':': out += ": "; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace tokki::inline v0::internal
