// fact.hpp: makes the facts that a status rests on.
#pragma once

#include "record/record_kinds.hpp"
#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

/// A record of type T.
template <Record T>
[[nodiscard]] Fact fact_in(RecordSource source) {
  return {name_of_kind<T>(), source, {}};
}
/// What a member of a record of type T says.
template <Record T, class M>
[[nodiscard]] Fact fact_in(RecordSource source, M T::* member) {
  return {name_of_kind<T>(), source, key_of(member)};
}

}  // namespace tokki::inline v0::internal
