// format_member.hpp: the member "format" of a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/cursor.hpp"

namespace tokki::inline v0::internal {

inline constexpr std::string_view kFormatKey = "format";

/// At the value of the first one in the object at the cursor. Nothing when there is none, or what
/// comes before it is malformed.
std::optional<Cursor> find_format(Cursor cursor);

/// Its value when it is a string, else nothing. May use `scratch`.
std::string_view format_of(const Cursor& document, std::string& scratch);

}  // namespace tokki::inline v0::internal
