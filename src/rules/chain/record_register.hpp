// record_register.hpp: the ids of a dossier's records, what they correct, whom they cite and when
// they happened: what rules need of records that are no longer at hand.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include "record/content_hash.hpp"
#include "record/corrections.hpp"
#include "record/each_text.hpp"
#include "record/place_in.hpp"
#include "record/text_store.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

class RecordRegister {
 public:
  /// Takes what is needed of a record of any kind.
  template <Record T>
  void add(const T& record, RecordSource source);

  /// Faults of ids, corrections and withdrawals, kind by kind. Takes linear time.
  [[nodiscard]] std::vector<RecordFault> faults() const;
  /// Calls `visit(place)` for each member that cites an id which no record has.
  void each_unknown(const Chain& chain, const std::function<void(const Place&)>& visit) const;
  /// Calls `visit(place)` with the time of each record that certainly lies before a second, of the
  /// kinds that follow the contract.
  void each_before(Second second, const std::function<void(const Place&)>& visit) const;

 private:
  struct OfKind {
    std::vector<RecordLink> links;
    std::vector<RecordSource> sources;
    std::vector<std::uint64_t> contents;
    std::vector<Second> latest;  // the last second at which it can have happened
    bool may_precede_contract = false;
  };
  struct Reference {
    std::string_view id;
    Place place;
  };

  template <Record T>
  static constexpr std::size_t row_of();
  template <Record T>
  void add_link(const T& record, RecordSource source);
  template <Record T>
  void add_references(const T& record, RecordSource source);
  void know(std::string_view id) {
    if (!id.empty()) known_.insert(texts_.keep(id));
  }
  static Place place(std::size_t kind, RecordSource source, std::string_view member);

  TextStore texts_;
  std::array<OfKind, kRecordKindRows<Dossier>.size()> kinds_;
  std::unordered_set<std::string_view> known_;
  std::vector<Reference> references_;  // to ids that no record had by then
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
  Path path;
  each_text(record, path, [&](const Path& member, std::string_view id, TextKind kind) {
    // What has such marks is a name that tokki gives: of an instance of a duty, of a record or a
    // subcontract without an id.
    if (kind != TextKind::record_id || id.empty() || known_.contains(id) ||
        id.find_first_of("@>(/:") != std::string_view::npos) {
      return;
    }
    references_.push_back({texts_.keep(id), place_in<T>(source, member)});
  });
}

}  // namespace tokki::inline v0::internal
