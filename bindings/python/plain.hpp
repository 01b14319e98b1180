// plain.hpp: a decoded record as plain Python values, shaped like its JSON: empty cells are left
// out, texts are as written, a Raw member is its text.
#pragma once

#include <pybind11/pybind11.h>
#include <tokki/describe.hpp>

#include "binding.hpp"

namespace tokki::python {

inline py::str plain_text(std::string_view text) { return {text.data(), text.size()}; }

inline py::object plain(const TextCell auto& cell) { return plain_text(written(cell)); }
inline py::object plain(const Raw& raw) { return plain_text(raw.json); }
template <class T>
py::object plain(const std::optional<T>& value) {
  if constexpr (Enumeration<T>) {
    return plain_text(key_of_choice(*value));
  } else {
    return py::cast(*value);
  }
}
template <class E>
py::object plain(const Ticked<E>& group) {
  py::list ticked;
  for (const auto& choice : Description<E>::choices) {
    if (group.has(choice.value)) ticked.append(plain_text(choice.key));
  }
  return ticked;
}
template <Record T>
py::object plain(const T& record);
template <class T>
py::object plain(const List<T>& list) {
  py::list items;
  for (const T& item : list) items.append(plain(item));  // an empty entry keeps its place
  return items;
}
template <Record T>
py::object plain(const T& record) {
  py::dict members;
  for_each_field<T>([&](const auto& field) {
    const auto& value = record.*field.member;
    if (!is_empty(value)) members[plain_text(field.key)] = plain(value);
  });
  return members;
}

}  // namespace tokki::python
