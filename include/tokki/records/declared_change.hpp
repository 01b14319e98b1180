// declared_change.hpp: a change in what a declaration says (届出事項の変更).
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

/// What changed.
enum class DeclaredMatter : std::uint8_t {
  name,            ///< 氏名又は法人名等
  address,         ///< 住所
  medium,          ///< row 1
  location,        ///< row 2
  service,         ///< row 3
  subcontracting,  ///< row 4: a subcontract that is new, planned or ended
  work,            ///< row 4: its work
};
template <>
struct Description<DeclaredMatter> {
  static constexpr std::string_view name = "DeclaredMatter";
  static constexpr Choice<DeclaredMatter> choices[] = {
      {DeclaredMatter::name, "name"},       {DeclaredMatter::address, "address"},
      {DeclaredMatter::medium, "medium"},   {DeclaredMatter::location, "location"},
      {DeclaredMatter::service, "service"}, {DeclaredMatter::subcontracting, "subcontracting"},
      {DeclaredMatter::work, "work"}};
};

/// A change (特記事項3(4)). `at` is when it happened.
struct DeclaredChange : Recorded {
  Str party;  ///< whose; empty: the contractor's
  std::optional<DeclaredMatter> matter;
  std::optional<bool> planned;  ///< true: it has not happened yet
  Str before;
  Str after;
  friend bool operator==(const DeclaredChange&, const DeclaredChange&) = default;
};
template <>
struct Description<DeclaredChange> {
  static constexpr std::string_view name = "DeclaredChange";
  static constexpr auto fields = recorded_fields<DeclaredChange>(
      Field{"party", &DeclaredChange::party}, Field{"matter", &DeclaredChange::matter},
      Field{"planned", &DeclaredChange::planned}, Field{"before", &DeclaredChange::before},
      Field{"after", &DeclaredChange::after});
};

}  // namespace tokki::inline v0
