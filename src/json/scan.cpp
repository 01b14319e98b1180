#include "json/scan.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>

namespace tokki {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool ends_scalar(char c) { return is_space(c) || c == ',' || c == ':' || c == ']' || c == '}'; }

constexpr std::uint64_t every_byte(char c) {
  return 0x0101010101010101ULL * static_cast<unsigned char>(c);
}

// The high bit of each byte that is zero. Bytes above a zero byte may be marked too.
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) {
  return (bytes - every_byte('\1')) & ~bytes & every_byte('\x80');
}

// The first byte at or after `at` that `marks` marks by its high bit, eight of them at a time, or
// that `is` tells, byte by byte.
template <class Marks, class Is>
std::size_t find_byte(std::string_view json, std::size_t at, Marks&& marks, Is&& is) {
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + sizeof(std::uint64_t) <= json.size(); at += sizeof(std::uint64_t)) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, json.data() + at, sizeof bytes);
      const std::uint64_t marked = marks(bytes);
      if (marked != 0) return at + static_cast<std::size_t>(std::countr_zero(marked)) / 8;
    }
  }
  while (at < json.size() && !is(json[at])) ++at;
  return at;
}

std::uint64_t quotes(std::uint64_t bytes) { return zero_bytes(bytes ^ every_byte('"')); }

std::size_t find_quote(std::string_view json, std::size_t at) {
  return find_byte(json, at, quotes, [](char c) { return c == '"'; });
}

// A quote or a bracket; or one of the few bytes that differ from brackets in the same bits as
// brackets among themselves.
constexpr char kBracketBits = ('{' ^ '}') | ('[' ^ '{');
constexpr char kAnyBracket = '{' | kBracketBits;

std::size_t find_quote_or_bracket(std::string_view json, std::size_t at) {
  return find_byte(
      json, at,
      [](std::uint64_t bytes) {
        return quotes(bytes) |
               zero_bytes((bytes | every_byte(kBracketBits)) ^ every_byte(kAnyBracket));
      },
      [](char c) { return c == '"' || (c | kBracketBits) == kAnyBracket; });
}

// `at` is the opening quote.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (std::size_t quote = find_quote(json, at + 1); quote < json.size();
       quote = find_quote(json, quote + 1)) {
    std::size_t escapes = 0;
    while (json[quote - escapes - 1] == '\\') ++escapes;
    if (escapes % 2 == 0) return quote + 1;
  }
  return json.size();
}

// `at` is the opening bracket. What stands between the brackets and strings within is no matter.
std::size_t end_of_container(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    switch (json[at]) {
      case '"': at = end_of_string(json, at); break;
      case '{':
      case '[':
        ++depth;
        ++at;
        break;
      case '}':
      case ']':
        ++at;
        if (--depth == 0) return at;
        break;
      default: ++at;
    }
    at = find_quote_or_bracket(json, at);
  }
  return json.size();
}

}  // namespace

std::size_t skip_space(std::string_view json, std::size_t at) {
  constexpr std::string_view kIndentation = "        ";
  while (at < json.size() && is_space(json[at])) {
    ++at;
    while (json.substr(at, kIndentation.size()) == kIndentation) at += kIndentation.size();
  }
  return at;
}

std::size_t end_of_value(std::string_view json, std::size_t at) {
  if (at >= json.size()) return json.size();
  switch (json[at]) {
    case '"': return end_of_string(json, at);
    case '{':
    case '[': return end_of_container(json, at);
    default:
      return static_cast<std::size_t>(
          std::find_if(json.begin() + static_cast<std::ptrdiff_t>(at), json.end(), ends_scalar) -
          json.begin());
  }
}

std::string unquoted(std::string_view json) {
  if (json.size() < 2 || json.front() != '"') return std::string(json);
  if (json.find('\\') == std::string_view::npos)
    return std::string(json.substr(1, json.size() - 2));
  const auto value = nlohmann::json::parse(json, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string(json);
}

}  // namespace tokki
