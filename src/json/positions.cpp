#include "json/positions.hpp"

#include <algorithm>
#include <cstdint>

#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

// In blocks of 255 bytes, so that the counter is a uint8_t and the loop vectorises.
std::size_t line_breaks(std::string_view text) {
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(std::min(kBlock, text.size()))) {
    std::uint8_t in_block = 0;
    for (const char c : text.substr(0, kBlock)) {
      in_block = static_cast<std::uint8_t>(in_block + (c == '\n' ? 1 : 0));
    }
    count += in_block;
  }
  return count;
}

// Moves a position forward to `offset`.
void advance(Position& here, std::string_view text, std::size_t offset) {
  std::string_view between = text.substr(here.offset, offset - here.offset);
  const std::size_t last = between.rfind('\n');
  if (last != std::string_view::npos) {
    here.line += static_cast<std::uint32_t>(line_breaks(between));
    here.column = 1;
    between.remove_prefix(last + 1);
  }
  here.column += static_cast<std::uint32_t>(character_count(between));
  here.offset = offset;
}

}  // namespace

void count_lines(std::string_view text, std::vector<Position*> positions) {
  std::ranges::sort(positions, {}, [](const Position* position) { return position->offset; });
  Position here;
  for (Position* const position : positions) {
    advance(here, text, std::min(position->offset, text.size()));
    *position = here;
  }
}

}  // namespace tokki::inline v0::internal
