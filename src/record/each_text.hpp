// each_text.hpp: a walk over the cells of a record that hold text.
#pragma once

#include <string_view>
#include <utility>

#include "tokki/describe.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// Calls `visit(path, text, kind)` for every cell of a record that holds text, empty ones
/// included; `kind` is its field's TextKind.
template <Record T, class Visit>
void each_text(const T& record, Path& path, Visit&& visit) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    path.into(field.key);
    if constexpr (TextCell<M>) {
      visit(std::as_const(path), written(member), field.text);
    } else if constexpr (Record<M>) {
      each_text(member, path, visit);
    } else if constexpr (is_list<M>) {
      for (std::size_t i = 0; i < member.size(); ++i) {
        path.into(i);
        if constexpr (TextCell<typename M::value_type>) {
          visit(std::as_const(path), written(member[i]), field.text);
        } else {
          each_text(member[i], path, visit);
        }
        path.out();
      }
    }
    path.out();
  });
}
template <Record T, class Visit>
void each_text(const T& record, Visit&& visit) {
  Path path;
  each_text(record, path, visit);
}

/// Calls `visit(path, name)` for every cell that names a firm or a person.
template <Record T, class Visit>
void each_party_name(const T& record, Visit&& visit) {
  each_text(record, [&](const Path& path, std::string_view text, TextKind kind) {
    if (names_party(kind)) visit(path, text);
  });
}

}  // namespace tokki::inline v0::internal
