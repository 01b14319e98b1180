#include "json/format_member.hpp"

#include "json/unescape.hpp"

namespace tokki::inline v0::internal {

std::optional<Cursor> find_member(Cursor cursor, std::string_view key) {
  std::optional<Cursor> found;
  if (!cursor.skip('{')) return found;
  (void)cursor.items('}', [&] {
    if (cursor.peek() != '"') return false;
    const bool wanted = is_text(cursor.quoted(), key);
    if (!cursor.skip(':')) return false;
    if (wanted) {
      found = cursor;
      return false;
    }
    cursor.skip_value();
    return true;
  });
  return found;
}

std::string_view format_of(const Cursor& document, std::string& scratch) {
  auto value = find_format(document);
  if (!value || value->peek() != '"') return {};
  const std::string_view quoted = value->quoted();
  if (quoted.find('\\') == std::string_view::npos) return quoted;
  scratch.clear();
  append_unescaped(quoted, scratch);
  return scratch;
}

}  // namespace tokki::inline v0::internal
