// filled.hpp: records in which every member is given.
#pragma once

#include <string>

#include "tokki/describe.hpp"

namespace tokki {

/// Gives every member a value: `name` to texts, one item to lists, all choices to boxes.
inline void fill(Str& cell, std::string_view name) { cell = Str(name); }
inline void fill(Date& cell, std::string_view) { cell = Date("令和7年6月1日"); }
inline void fill(Instant& cell, std::string_view) { cell = Instant(Str("2025-06-01T09:30")); }
inline void fill(Country& cell, std::string_view) { cell = Country(Str("日本")); }
inline void fill(Raw& cell, std::string_view) { cell.json = R"({"a":1})"; }
inline void fill(std::optional<bool>& cell, std::string_view) { cell = false; }
inline void fill(std::optional<std::int64_t>& cell, std::string_view) { cell = 0; }
template <Enumeration E>
void fill(std::optional<E>& cell, std::string_view) {
  cell = std::rbegin(Description<E>::choices)->value;
}
template <class E>
void fill(Ticked<E>& cell, std::string_view) {
  for (const auto& choice : Description<E>::choices) cell.tick(choice.value);
}
template <class T>
void fill(List<T>& list, std::string_view name);
template <Record T>
void fill(T& record, std::string_view) {
  for_each_field<T>([&](const auto& field) { fill(record.*field.member, field.key); });
}
template <class T>
void fill(List<T>& list, std::string_view name) {
  fill(list.append(), name);
}

template <Record T>
T filled() {
  T record;
  fill(record, {});
  return record;
}

}  // namespace tokki
