#include "report/markdown.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {

std::string inlined(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\n': out += "<br>"; break;
      case '|':
      case '*':
      case '_':
      case '`':
      case '<':
      case '[':
      case '\\':
        out += '\\';
        out += c;
        break;
      default: out += c;
    }
  }
  return out;
}

std::string row(std::span<const std::string> cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + inlined(cell) + " |";
  return text + "\n";
}

std::string row(std::string_view japanese, std::string_view english) {
  return "| " + inlined(japanese) + " | " + inlined(english) + " |\n";
}

std::string anchor(std::string_view key) {
  std::string name(key);
  std::ranges::replace(name, '.', '-');
  return name;
}

}  // namespace tokki::inline v0::internal
