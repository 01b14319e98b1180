// record_register.hpp: the ids of a dossier's records, what they correct, whom they cite and when
// they happened: what rules need of records that are no longer at hand.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "record/content_hash.hpp"
#include "record/corrections.hpp"
#include "record/each_span.hpp"
#include "record/each_text.hpp"
#include "record/place_in.hpp"
#include "record/text_store.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// A member of a record, in a few bytes: there may be millions. The register knows its place.
struct RegisteredMember {
  RecordSource source;
  std::uint32_t entry = 0;  ///< the last index on the path, if there is one
  std::uint16_t path = 0;   ///< which of the paths of its kind
  std::uint16_t kind = 0;   ///< which row of the table of kinds
};

/// A member that names a record, a duty or the like.
struct RegisteredReference {
  std::string_view name;
  RegisteredMember at;
  std::uint32_t record = 0;  ///< in which record of its kind
  TextKind to{};
};

/// What the records do to one another.
struct RecordStates {
  std::vector<RecordFault> faults;
  /// The ids by which nothing counts any more, and where such a record is.
  std::unordered_map<std::string_view, Place> withdrawn;
  /// Of each kind, which records count.
  std::array<std::vector<bool>, kRecordKindRows<Dossier>.size()> counts;
};

class RecordRegister {
 public:
  /// Takes what is needed of a record of any kind.
  template <Record T>
  void add(const T& record, RecordSource source);

  /// Faults of ids, corrections and withdrawals, kind by kind, and what is left. Takes linear time.
  [[nodiscard]] RecordStates states() const;
  /// Whether a record has that id.
  [[nodiscard]] bool knows(std::string_view id) const { return known_.contains(id); }
  /// All members that name a record, a duty or the like; but not those with a name that tokki
  /// gives.
  [[nodiscard]] std::span<const RegisteredReference> references() const { return references_; }
  /// The spans that certainly end before they begin.
  [[nodiscard]] std::span<const RegisteredMember> reversed_spans() const { return reversed_; }
  [[nodiscard]] Place place_of(const RegisteredMember& member) const;
  /// Calls `visit(place)` with the time of each record that certainly lies before a second, of the
  /// kinds that follow the contract.
  void each_before(Second second, const std::function<void(const Place&)>& visit) const;

 private:
  struct OfKind {
    std::vector<RecordLink> links;
    std::vector<RecordSource> sources;
    std::vector<std::uint64_t> contents;
    std::vector<Second> latest;  // the last second at which it can have happened
    std::vector<Path> paths;     // of the members that are kept, the last index left out
    bool may_precede_contract = false;
  };

  template <Record T>
  static constexpr std::size_t row_of();
  template <Record T>
  void add_link(const T& record, RecordSource source);
  template <Record T>
  void add_references(const T& record, RecordSource source);
  void know(std::string_view id) {
    if (!id.empty() && !known_.contains(id)) known_.insert(texts_.keep(id));
  }
  /// A copy that lives as long as this; of a name that many records give, one.
  std::string_view keep_name(std::string_view name, TextKind to);
  RegisteredMember member(std::size_t kind, RecordSource source, const Path& path);
  static Place place(std::size_t kind, RecordSource source, std::string_view member);

  TextStore texts_;
  std::array<OfKind, kRecordKindRows<Dossier>.size()> kinds_;
  std::unordered_set<std::string_view> known_;
  std::unordered_set<std::string_view> names_;  // of duties and the like
  std::vector<RegisteredReference> references_;
  std::vector<RegisteredMember> reversed_;
};

template <Record T>
constexpr std::size_t RecordRegister::row_of() {
  std::size_t row = 0;
  std::size_t found = 0;
  RecordKinds<Dossier>::all.each(
      [&]<class L, class R, class M>(const RecordKind<Dossier, L, R, M>&) {
        if constexpr (std::is_same_v<M, T>) found = row;
        ++row;
      });
  return found;
}

template <Record T>
void RecordRegister::add(const T& record, RecordSource source) {
  if constexpr (std::is_base_of_v<Recorded, T>) {
    add_link(record, source);
    add_references(record, source);
  } else if constexpr (std::is_same_v<T, Filing>) {
    know(record.declaration.id);
  } else if constexpr (requires { record.id; } && !std::is_same_v<T, Party>) {
    know(record.id);
  }
  each_span(record, [&](const Path& path, const Span& span) {
    const auto& from = span.from.value;
    const auto& through = span.through.value;
    if (!from || !through || from->lo <= through->hi) return;
    reversed_.push_back(member(row_of<T>(), source, path));
  });
}

template <Record T>
void RecordRegister::add_link(const T& record, RecordSource source) {
  know(record.id);
  OfKind& kind = kinds_[row_of<T>()];
  kind.may_precede_contract = requires { Description<T>::may_precede_contract; };
  kind.links.push_back({texts_.keep(record.id), texts_.keep(record.corrects),
                        texts_.keep(record.withdraws), record.recorded_at.value});
  kind.sources.push_back(source);
  kind.contents.push_back(ContentHash().add(record).value());
  kind.latest.push_back(record.at.value ? record.at.value->hi : Second::max());
}

template <Record T>
void RecordRegister::add_references(const T& record, RecordSource source) {
  const std::size_t row = row_of<T>();
  const auto number = static_cast<std::uint32_t>(kinds_[row].links.size() - 1);
  each_text(record, [&](const Path& path, std::string_view name, TextKind to) {
    if (!is_reference(to) || name.empty()) return;
    // What has such marks is a name that tokki gives: of an instance of a duty, of a record or a
    // subcontract without an id.
    if (to == TextKind::record_id && name.find_first_of("@>(/:") != std::string_view::npos) return;
    references_.push_back({keep_name(name, to), member(row, source, path), number, to});
  });
}

}  // namespace tokki::inline v0::internal
