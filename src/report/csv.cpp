#include "report/csv.hpp"

#include <string_view>
#include <utility>

namespace tokki::inline v0::internal {
namespace {

void cell(std::string_view text, std::string& row) {
  const bool runs =
      !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
  const bool full_width = text.starts_with("＝") || text.starts_with("＋") ||
                          text.starts_with("－") || text.starts_with("＠");
  const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) row += '"';
  if (runs || full_width) row += '\'';
  for (const char c : text) {
    if (c == '"') row += '"';
    row += c;
  }
  if (quoted) row += '"';
}

}  // namespace

void append_csv_row(const std::vector<std::string>& cells, std::string& out) {
  std::string line;
  bool first = true;
  for (const std::string& text : cells) {
    if (!std::exchange(first, false)) line += ',';
    cell(text, line);
  }
  out += line + "\r\n";
}

}  // namespace tokki::inline v0::internal
