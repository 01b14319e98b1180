// scan.hpp: a walk over the text of a well-formed JSON document that knows where things stand.
//
// simdjson says what a document holds but not where; this is run only when that is asked.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tokki {

struct Extent {
  std::size_t key = 0;    // where the member's key begins; the value's begin in arrays and the root
  std::size_t begin = 0;  // where the value begins …
  std::size_t end = 0;    // … and ends
};

/// Calls `visit(pointer, extent)` for every value of the document, each after what it contains.
void scan(std::string_view json,
          const std::function<void(const std::string& pointer, const Extent& extent)>& visit);

/// The text of a member of the document's root, as it stands.
std::string_view root_member(std::string_view json, std::string_view key);

/// The text of a JSON string; any other JSON as it stands.
std::string unquoted(std::string_view json);

}  // namespace tokki
