// scan.hpp: where the values of a well-formed JSON document stand in its text.
//
// simdjson says what a document holds but not where; this is run only when that is asked.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace tokki {

/// The first byte at or after `at` that is no space.
std::size_t skip_space(std::string_view json, std::size_t at);
/// The end of the value that begins at `at`, containers with all that they hold.
std::size_t end_of_value(std::string_view json, std::size_t at);

/// Calls `visit(key, index, key_at, begin)` for each value directly within the container that
/// begins at `container`, and returns where that ends. `key` stands in its quotes and is empty in
/// an array. The visitor returns where the value ends: end_of_value(), or what each_child()
/// returned for it.
template <class Visit>
std::size_t each_child(std::string_view json, std::size_t container, Visit&& visit) {
  const bool object = json[container] == '{';
  std::size_t at = skip_space(json, container + 1);
  for (std::size_t index = 0; at < json.size() && json[at] != '}' && json[at] != ']'; ++index) {
    const std::size_t key_at = at;
    std::string_view key;
    if (object) {
      const std::size_t end_of_key = end_of_value(json, at);
      key = json.substr(at, end_of_key - at);
      at = skip_space(json, skip_space(json, end_of_key) + 1);  // the colon
    }
    const std::size_t end = visit(key, index, key_at, at);
    if (end <= at) return json.size();  // not well-formed after all
    at = skip_space(json, end);
    if (at < json.size() && json[at] == ',') at = skip_space(json, at + 1);
  }
  return std::min(at + 1, json.size());
}

inline bool is_container(std::string_view json, std::size_t at) {
  return at < json.size() && (json[at] == '{' || json[at] == '[');
}

/// The text of a JSON string; any other JSON as it stands.
std::string unquoted(std::string_view json);

/// True when a key, as it stands in its quotes, means `wanted`.
inline bool is_key(std::string_view key, std::string_view wanted) {
  return key.substr(1, key.size() - 2) == wanted ||
         (key.find('\\') != std::string_view::npos && unquoted(key) == wanted);
}

}  // namespace tokki
