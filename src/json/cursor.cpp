#include "json/cursor.hpp"

namespace tokki::inline v0::internal {

std::string_view Cursor::skip_value() {
  const std::size_t begin = offset();
  std::size_t depth = 0;
  while (!at_end()) {
    if (at_opening()) ++depth;
    if (at_closing() && depth != 0) --depth;
    ++next_;
    if (depth == 0) break;
  }
  return text_from(begin);
}

std::string_view Cursor::text_from(std::size_t begin) const {
  const std::string_view text(text_ + begin, offset() - begin);
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

}  // namespace tokki::inline v0::internal
