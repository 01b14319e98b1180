// record_fault.hpp: what can be wrong with the records of a dossier as records: their ids, and what
// they correct or withdraw.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tokki/describe.hpp"
#include "tokki/export.hpp"
#include "tokki/place.hpp"

namespace tokki::inline v0 {

/// What can be wrong with a record, whatever it says. A rule of the catalogue reports each kind.
enum class RecordFaultKind : std::uint8_t {
  repeated,         ///< another record of its kind has its id and says something else
  nothing_to_undo,  ///< no record of its kind has the id that it corrects or withdraws
  itself,           ///< it corrects or withdraws itself
  circle,           ///< records correct one another in a circle
  corrected_twice,  ///< two records correct the same one, and neither is certainly later
};
template <>
struct Description<RecordFaultKind> {
  static constexpr std::string_view name = "RecordFaultKind";
  static constexpr Choice<RecordFaultKind> choices[] = {
      {RecordFaultKind::repeated, "repeated"},
      {RecordFaultKind::nothing_to_undo, "nothing_to_undo"},
      {RecordFaultKind::itself, "itself"},
      {RecordFaultKind::circle, "circle"},
      {RecordFaultKind::corrected_twice, "corrected_twice"}};
};

/// What is wrong, in both languages, as the rule says it.
[[nodiscard]] TOKKI_EXPORT Text message_of(RecordFaultKind kind) noexcept;

/// A fault of the records. All else is checked and assessed; what rests on such a record is
/// undetermined.
struct RecordFault {
  RecordFaultKind kind{};
  Place at;
  std::optional<Place> other;  ///< the other record, if one is
};

}  // namespace tokki::inline v0
