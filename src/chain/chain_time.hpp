// chain_time.hpp: the days of a chain as moments, and what its records say as three-valued truth.
#pragma once

#include "cell/moment.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

constexpr Truth truth(TriState said) noexcept {
  if (said == TriState::unknown) return Truth::open;
  return truth(said == TriState::yes);
}
constexpr TriState tri_state(Truth truth) noexcept {
  if (truth == Truth::open) return TriState::unknown;
  return truth == Truth::yes ? TriState::yes : TriState::no;
}

/// When an act of that day happened. Without a readable day: at any time up to `as_of`.
inline Moment moment(CompactDay day, Second as_of) noexcept {
  if (!day.known()) return {Second::min(), as_of, false};
  const TimeInterval seconds = day_in_japan(day.day());
  return {seconds.lo, seconds.hi, true};
}

/// What a day says by the end of another, `today`: that of an act which lies ahead has not come.
inline bool lies_ahead(CompactDay day, CompactDay today) noexcept {
  return day.known() && day > today;
}
/// A day that has come.
inline bool has_come(CompactDay day, CompactDay today) noexcept {
  return day.known() && day <= today;
}

/// When the edge's work began or begins. Without a readable day: at any time.
inline Moment start_of(const ChainEdge& edge) noexcept {
  return edge.starts_on.known() ? moment(edge.starts_on, Second::max()) : Moment{};
}

/// Whether a consent of that form is 書面による (特記事項5); of an electronic one the terms do not
/// say.
constexpr Truth in_writing(ConsentState form) noexcept {
  switch (form) {
    case ConsentState::written: return Truth::yes;
    case ConsentState::none:
    case ConsentState::other_form: return Truth::no;
    case ConsentState::unstated:
    case ConsentState::electronic: break;
  }
  return Truth::open;
}

}  // namespace tokki::inline v0::internal
