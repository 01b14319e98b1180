#include "decode/scan.hpp"

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

// The first quote at or after `at`. Most strings are too short to be worth a call of memchr.
std::size_t find_quote(std::string_view json, std::size_t at) {
  for (; at + sizeof(std::uint64_t) <= json.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, json.data() + at, sizeof bytes);
    bytes ^= every_byte('"');
    const std::uint64_t zeros = (bytes - every_byte('\1')) & ~bytes & every_byte('\x80');
    if (zeros == 0) continue;
    if constexpr (std::endian::native != std::endian::little) break;
    return at + static_cast<std::size_t>(std::countr_zero(zeros)) / 8;
  }
  return json.find('"', at);
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
        if (depth == 0) return at;
        --depth;
        ++at;
        break;
      case ',':
      case ':': ++at; break;
      case ' ':
      case '\n':
      case '\r':
      case '\t': at = skip_space(json, at); break;
      default:
        at = static_cast<std::size_t>(
            std::find_if(json.begin() + static_cast<std::ptrdiff_t>(at), json.end(), ends_scalar) -
            json.begin());
    }
    if (depth == 0) return at;
  }
  return json.size();
}

std::string unquoted(std::string_view json) {
  if (json.size() < 2 || json.front() != '"') return std::string(json);
  if (json.find('\\') == std::string_view::npos)
    return std::string(json.substr(1, json.size() - 2));
  const auto value = nlohmann::json::parse(json, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string(json);
}

}  // namespace tokki
