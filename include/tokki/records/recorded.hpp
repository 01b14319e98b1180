// recorded.hpp: what all records of what happened under a contract have in common.
//
// Records are only ever added. A mistake is put right by a further record that `corrects` or
// `withdraws` the first; both remain. In all of them a member that is left out says nothing: that
// something did not happen is a statement of its own.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/instant.hpp"

namespace tokki::inline v0 {

/// The members that every record of an event or a statement has.
struct Recorded {
  Str id;               ///< ours: how other records name this one
  Instant at;           ///< when it happened, or when the statement was made
  Instant recorded_at;  ///< when it was put on record
  Str recorded_by;      ///< who put it on record
  Str source;           ///< the document that it was taken from
  Str corrects;         ///< the id of the record that this one replaces
  Str withdraws;        ///< the id of the record that is no longer to count
  friend bool operator==(const Recorded&, const Recorded&) = default;
};

// The description of a kind of record that may lie before the contract, as people, assents and
// trainings may, says so: `may_precede_contract`.

/// The fields of a record T: the common ones, then its own.
template <class T, class... Own>
constexpr auto recorded_fields(const Own&... own) {
  return Fields{Field<T, Str>{"id", &T::id},
                Field<T, Instant>{"at", &T::at},
                Field<T, Instant>{"recorded_at", &T::recorded_at},
                Field<T, Str>{"recorded_by", &T::recorded_by},
                Field<T, Str>{"source", &T::source},
                Field<T, Str>{"corrects", &T::corrects},
                Field<T, Str>{"withdraws", &T::withdraws},
                own...};
}

/// A span of time; without an end it lasts, without a begin it is not said since when.
struct Span {
  Instant from, through;
  friend bool operator==(const Span&, const Span&) = default;
};
template <>
struct Description<Span> {
  static constexpr std::string_view name = "Span";
  static constexpr Fields fields{Field{"from", &Span::from}, Field{"through", &Span::through}};
};

}  // namespace tokki::inline v0
