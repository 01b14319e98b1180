// describe.hpp: how the structure of a record is described, once.
//
// Decoder, encoder, JSON Schemas and the walk over a record's cells all follow from its
// Description. A description holds structure only; labels, clauses and wording belong to an
// edition, which knows each member by its cell key: the record's kind and the member names joined
// by dots, "declaration.online_storage.services.name".
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tokki/date.hpp"
#include "tokki/instant.hpp"
#include "tokki/list.hpp"
#include "tokki/location.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {

/// Text in both languages, known when tokki is built.
struct Text {
  std::string_view ja, en;
};

/// Whether the form asks for a member. A document may leave out any member:
/// decoding checks structure only, and rules report empty cells.
enum class Presence : std::uint8_t {
  optional,  ///< not asked for, or not on the paper form at all
  required,  ///< the form asks for it unconditionally
  detail,    ///< asked for only when a certain box is ticked
};

/// What kind of text a member holds: whether it names a firm or a person, and whether checkers may
/// remember it beyond the document, to read it faster the next time.
enum class TextKind : std::uint8_t {
  individual,   ///< of this document alone, and may be about people: never remembered; the default
  party_name,   ///< names a firm or a person: never remembered
  public_name,  ///< names a firm that many documents name, such as the provider of a service
  common,       ///< the same in many documents, and about a thing
  record_id,    ///< the id of another record: never remembered
  // a name that the edition or tokki gives: never remembered
  duty,            ///< the key of a duty
  duty_or_clause,  ///< the key of a duty or of a clause
  reading,         ///< the id of an open reading
  record_kind,     ///< the name of a kind of records
};
/// True when members of that kind name a firm or a person.
constexpr bool names_party(TextKind kind) noexcept {
  return kind == TextKind::party_name || kind == TextKind::public_name;
}
/// True when members of that kind hold the name of a record, a duty or the like.
constexpr bool is_reference(TextKind kind) noexcept { return kind >= TextKind::record_id; }
/// True when checkers may keep texts of that kind beyond the document.
constexpr bool may_be_remembered(TextKind kind) noexcept {
  return kind == TextKind::public_name || kind == TextKind::common;
}

/// One member of a record: its JSON key, where it is kept, whether the form asks for it, and what
/// kind of text it holds.
template <class Owner, class T>
struct Field {
  using type = T;
  std::string_view key;
  T Owner::* member;
  Presence presence = Presence::optional;
  TextKind text = TextKind::individual;
};
template <class O, class T>
Field(std::string_view, T O::*) -> Field<O, T>;
template <class O, class T>
Field(std::string_view, T O::*, Presence) -> Field<O, T>;
template <class O, class T>
Field(std::string_view, T O::*, Presence, TextKind) -> Field<O, T>;

/// A member that names other records by their ids, or something that the edition or tokki names.
template <class O, class T>
constexpr Field<O, T> refers(std::string_view key, T O::* member,
                             TextKind to = TextKind::record_id) {
  return {key, member, Presence::optional, to};
}

/// A field with its index; the parts of Fields. A plain pack compiles in half the time of a
/// std::tuple.
template <std::size_t Index, class F>
struct FieldAt {
  F field;
};
template <class Indices, class... F>
struct FieldPack;
// A base for each field. NOLINTBEGIN(misc-multiple-inheritance)
template <std::size_t... Index, class... F>
struct FieldPack<std::index_sequence<Index...>, F...> : FieldAt<Index, F>... {
  static constexpr std::size_t size = sizeof...(F);
  constexpr FieldPack(F... fields) : FieldAt<Index, F>{fields}... {}
  template <class Visit>
  constexpr void each(Visit&& visit) const {
    (visit(static_cast<const FieldAt<Index, F>&>(*this).field), ...);
  }
};
// NOLINTEND(misc-multiple-inheritance)
/// The fields of a record, in the order of the form: Fields{Field{...}, Field{...}}.
template <class... F>
struct Fields : FieldPack<std::index_sequence_for<F...>, F...> {
  using FieldPack<std::index_sequence_for<F...>, F...>::FieldPack;
};
template <class... F>
Fields(F...) -> Fields<F...>;
/// The field at an index known at compile time: field_at<2>(Description<Party>::fields).
template <std::size_t Index, class F>
constexpr const F& field_at(const FieldAt<Index, F>& at) noexcept {
  return at.field;
}

/// One value of an enumeration and its JSON spelling.
template <class E>
struct Choice {
  E value;
  std::string_view key;
};

/// Specialised for each record and each enumeration, next to it. A record's has `name` and `fields`
/// (documents also `kind` and `format`), an enumeration's `name` and `choices`.
template <class T>
struct Description;

/// A structure with described fields.
template <class T>
concept Record = requires { Description<T>::fields; };
/// An enumeration with described choices.
template <class T>
concept Enumeration = requires { Description<T>::choices; };
/// A record that is a document of its own and names its format.
template <class T>
concept DocumentRecord = Record<T> && requires { Description<T>::format; };
/// A record with boxes to tick, one of which asks for the record's other members.
template <class T>
concept TickGroup = Record<T> && requires { Description<T>::asks_details; };

/// What is ticked in a group of boxes: none, one, or, on paper, all.
template <Enumeration E>
class Ticked {
 public:
  using choice_type = E;

  Ticked() = default;
  Ticked(std::initializer_list<E> ticked) {
    for (const E choice : ticked) tick(choice);
  }
  /// Ticks one more box.
  void tick(E choice) noexcept { bits_ |= bit(choice); }
  /// Unticks all boxes.
  void clear() noexcept { bits_ = 0; }
  /// Whether that box is ticked.
  [[nodiscard]] bool has(E choice) const noexcept { return (bits_ & bit(choice)) != 0; }
  /// True when no box is ticked.
  [[nodiscard]] bool none() const noexcept { return bits_ == 0; }
  /// The ticked box when there is exactly one, else nothing.
  [[nodiscard]] std::optional<E> answer() const noexcept {
    for (const auto& choice : Description<E>::choices) {
      if (bits_ == bit(choice.value)) return choice.value;
    }
    return std::nullopt;
  }
  friend bool operator==(const Ticked&, const Ticked&) = default;

 private:
  static std::uint32_t bit(E choice) noexcept { return 1U << static_cast<unsigned>(choice); }
  std::uint32_t bits_ = 0;
};

/// Any JSON, kept byte for byte as written in the document. Empty when the member was absent.
struct Raw {
  Str json;
  friend bool operator==(const Raw&, const Raw&) = default;
};

/// True for List<T>, and for Ticked<E>.
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<List<T>> = true;
template <class T>
inline constexpr bool is_ticked = false;
template <class E>
inline constexpr bool is_ticked<Ticked<E>> = true;

/// A type of member that holds text as it was written.
template <class T>
concept TextCell = std::is_same_v<T, Str> || std::is_same_v<T, Date> ||
                   std::is_same_v<T, Instant> || std::is_same_v<T, Country>;

/// The text of such a cell, as it was written.
inline std::string_view written(const Str& cell TOKKI_LIFETIMEBOUND) noexcept { return cell; }
inline std::string_view written(const Date& cell TOKKI_LIFETIMEBOUND) noexcept {
  return cell.written;
}
inline std::string_view written(const Instant& cell TOKKI_LIFETIMEBOUND) noexcept {
  return cell.written;
}
inline std::string_view written(const Country& cell TOKKI_LIFETIMEBOUND) noexcept {
  return cell.written;
}

/// The number of a record's fields.
template <Record T>
inline constexpr std::size_t field_count = decltype(Description<T>::fields)::size;

/// Calls `visit(field)` for each field of a record, in the order of the form.
template <Record T, class Visit>
constexpr void for_each_field(Visit&& visit) {
  Description<T>::fields.each(visit);
}

/// True when nothing is written in the cell, or in any cell of the record.
inline bool is_empty(const TextCell auto& cell) noexcept { return written(cell).empty(); }
inline bool is_empty(const Raw& raw) noexcept { return raw.json.empty(); }
template <class T>
bool is_empty(const std::optional<T>& value) noexcept {
  return !value.has_value();
}
template <class T>
bool is_empty(const List<T>& list) noexcept {
  return list.empty();
}
template <class E>
bool is_empty(const Ticked<E>& group) noexcept {
  return group.none();
}
template <Record T>
bool is_empty(const T& record) noexcept {
  bool empty = true;
  for_each_field<T>([&](const auto& field) { empty = empty && is_empty(record.*field.member); });
  return empty;
}

/// The JSON key of a member: key_of(&Party::name); empty when it is not described.
template <class Owner, class T>
constexpr std::string_view key_of(T Owner::* member) {
  std::string_view key;
  for_each_field<Owner>([&]<class M>(const Field<Owner, M>& field) {
    if constexpr (std::is_same_v<M, T>) {
      if (field.member == member) key = field.key;
    }
  });
  return key;
}

/// The JSON spelling of a value of an enumeration; empty when it is not described.
template <Enumeration E>
constexpr std::string_view key_of(E value) noexcept {
  for (const auto& choice : Description<E>::choices) {
    if (choice.value == value) return choice.key;
  }
  return {};
}

/// The value with that JSON spelling, or nothing.
template <Enumeration E>
constexpr std::optional<E> value_of(std::string_view key) noexcept {
  for (const auto& choice : Description<E>::choices) {
    if (choice.key == key) return choice.value;
  }
  return std::nullopt;
}

}  // namespace tokki::inline v0
