// reset.hpp: empties a member of a record that its document does not have.
#pragma once

#include "tokki/describe.hpp"

namespace tokki::inline v0::internal {

inline void reset(Str& cell) { cell = Str(); }
inline void reset(Date& cell) { cell = Date(); }
inline void reset(Instant& cell) { cell = Instant(); }
inline void reset(Country& cell) { cell = Country(); }
inline void reset(Raw& cell) { cell = Raw(); }
template <class T>
void reset(std::optional<T>& cell) {
  cell.reset();
}
template <class T>
void reset(List<T>& list) {
  list.clear();
}
template <class E>
void reset(Ticked<E>& group) {
  group.clear();
}
template <Record T>
void reset(T& record) {
  for_each_field<T>([&](const auto& field) { reset(record.*field.member); });
}

}  // namespace tokki::inline v0::internal
