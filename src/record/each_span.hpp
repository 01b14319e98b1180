// each_span.hpp: a walk over the spans of time that a record holds.
#pragma once

#include <type_traits>
#include <utility>

#include "tokki/place.hpp"
#include "tokki/records/recorded.hpp"

namespace tokki::inline v0::internal {

/// Whether there may be a span in a value of that type.
template <class M>
constexpr bool holds_span() {
  if constexpr (std::is_same_v<M, Span>) {
    return true;
  } else if constexpr (is_list<M>) {
    return holds_span<typename M::value_type>();
  } else if constexpr (Record<M> && !DocumentRecord<M>) {
    bool holds = false;
    for_each_field<M>(
        [&]<class O, class Of>(const Field<O, Of>&) { holds = holds || holds_span<Of>(); });
    return holds;
  } else {
    return false;
  }
}

/// Calls `visit(path, span)` for every span in a record.
template <Record T, class Visit>
void each_span(const T& record, Path& path, Visit&& visit) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    if constexpr (holds_span<M>()) {
      const M& member = record.*field.member;
      path.into(field.key);
      if constexpr (std::is_same_v<M, Span>) {
        visit(std::as_const(path), member);
      } else if constexpr (is_list<M>) {
        for (std::size_t i = 0; i < member.size(); ++i) {
          path.into(i);
          if constexpr (std::is_same_v<typename M::value_type, Span>) {
            visit(std::as_const(path), member[i]);
          } else {
            each_span(member[i], path, visit);
          }
          path.out();
        }
      } else {
        each_span(member, path, visit);
      }
      path.out();
    }
  });
}
template <Record T, class Visit>
void each_span(const T& record, Visit&& visit) {
  Path path;
  each_span(record, path, visit);
}

}  // namespace tokki::inline v0::internal
