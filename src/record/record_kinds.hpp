// record_kinds.hpp: the kinds of a dossier's records, and where each kind of document has them.
#pragma once

#include <array>
#include <span>

#include "tokki/place.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0::internal {

/// True for records that are about one party: a party itself, a subcontract (the party that works
/// under it), and what names a party in a member of that name. Others are about the contract.
template <Record T>
constexpr bool is_about_party() {
  return std::is_same_v<T, Party> || std::is_same_v<T, Subcontract> ||
         requires(const T& record) { record.party; };
}

/// A row of RecordKinds without its types.
struct RecordKindRow {
  std::string_view name;
  std::string_view list;
  bool repeated;                 ///< a list of the dossier, unlike its one contract
  bool names_party;              ///< is_about_party()
  std::string_view form{};       ///< the record's member that is a document of its own, if any …
  std::string_view form_kind{};  ///< … and its kind: a filing's declaration
  std::string_view party{};      ///< the record's member `party`, if it has one
};

/// The rows of a table, and the kinds of the two documents that hold such records.
struct RecordKindTable {
  std::string_view dossier;
  std::string_view record;
  std::span<const RecordKindRow> rows;
};

template <class D>
constexpr auto record_kind_rows() {
  constexpr auto& kinds = RecordKinds<D>::all;
  std::array<RecordKindRow, std::remove_cvref_t<decltype(kinds)>::size> rows{};
  std::size_t i = 0;
  kinds.each([&]<class L, class R, class T>(const RecordKind<D, L, R, T>& kind) {
    RecordKindRow& row = rows[i++];
    row = {kind.name, kind.list, is_list<L>, is_about_party<T>()};
    if constexpr (requires(const T& record) { record.party; }) row.party = key_of(&T::party);
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (DocumentRecord<M>) {
        row.form = field.key;
        row.form_kind = Description<M>::kind;
      }
    });
  });
  return rows;
}
template <class D>
inline constexpr auto kRecordKindRows = record_kind_rows<D>();
template <class D>
inline constexpr RecordKindTable kRecordKinds{
    Description<D>::kind, Description<typename RecordKinds<D>::Alone>::kind, kRecordKindRows<D>};

/// The name of the kind that records of type T are.
template <Record T, class D = Dossier>
constexpr std::string_view name_of_kind() {
  std::string_view name;
  RecordKinds<D>::all.each([&]<class L, class R, class M>(const RecordKind<D, L, R, M>& kind) {
    if constexpr (std::is_same_v<M, T>) name = kind.name;
  });
  return name;
}

/// What the members of Place of the same names compute, by the kinds of a table.
[[nodiscard]] std::string cell_of(const Place& place, const RecordKindTable& kinds);
[[nodiscard]] RecordRef record_of(const Place& place, const RecordKindTable& kinds);
[[nodiscard]] std::optional<std::size_t> form_of(const Place& place, const RecordKindTable& kinds);
/// The row of the kind of that name, or null.
[[nodiscard]] const RecordKindRow* row_of_kind(std::string_view name, const RecordKindTable& kinds);
/// The place that `within` leads to in a record of a kind.
[[nodiscard]] Place place_in(const RecordKindRow& kind, RecordSource source, const Path& within,
                             const RecordKindTable& kinds);

}  // namespace tokki::inline v0::internal
