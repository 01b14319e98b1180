// add_to_chain.hpp: adds a record of any kind to a chain that is being built.
#pragma once

#include "record/record_kinds.hpp"

namespace tokki::inline v0::internal {

/// Adds a record to a ChainBuilder or ChainAssembler. Of kinds that
/// have no list in a chain, only the party that they name.
template <class D, class Chain, Record T>
void add_to_chain(Chain& chain, const T& record, RecordSource source) {
  if constexpr (requires { chain.add(record, source); }) {
    chain.add(record, source);
  } else if constexpr (is_about_party<T>()) {
    chain.add_record(name_of_kind<T, D>(), record.party, source);
  }
}

}  // namespace tokki::inline v0::internal
