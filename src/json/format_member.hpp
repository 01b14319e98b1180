// format_member.hpp: the member of a document that says which format it has, and others by key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/cursor.hpp"

namespace tokki::inline v0::internal {

inline constexpr std::string_view kFormatKey = "format";

/// At the value of the first member of that key in the object at the cursor. Nothing when there is
/// none, or what comes before it is malformed.
std::optional<Cursor> find_member(Cursor cursor, std::string_view key);
/// The same for the member that says the format.
inline std::optional<Cursor> find_format(const Cursor& cursor) {
  return find_member(cursor, kFormatKey);
}

/// Its value when it is a string, else nothing. May use `scratch`.
std::string_view format_of(const Cursor& document, std::string& scratch);

}  // namespace tokki::inline v0::internal
