// ledger.hpp: the records of a dossier that count, once corrections and withdrawals are applied.
//
// Records are only ever added. What was put on record after the instant "known at" is left out; a
// record that another corrects or withdraws no longer counts; two that have the same id and differ
// are in conflict, and neither decides anything.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cell/moment.hpp"
#include "record/place_in.hpp"
#include "tokki/assess.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0::internal {

/// A record that counts.
template <class T>
struct Entry {
  const T* record = nullptr;
  RecordSource source;
  /// The id of the first of its corrections, by which other records may cite it; of a record
  /// without an id, a name of its own.
  std::string_view id;
  bool conflict = false;  ///< another of the same id says something else
};

/// Positions in a list, by a key.
class Index {
 public:
  void add(std::string_view key, std::size_t entry) {
    if (!key.empty()) pairs_.emplace_back(key, static_cast<std::uint32_t>(entry));
  }
  /// To be called once all are added.
  void sort() { std::ranges::sort(pairs_); }
  /// The entries of a key, in the order of the list.
  template <class Visit>
  void each(std::string_view key, Visit&& visit) const {
    auto at = std::ranges::lower_bound(pairs_, std::pair(key, std::uint32_t{0}));
    for (; at != pairs_.end() && at->first == key; ++at) visit(at->second);
  }
  [[nodiscard]] bool has(std::string_view key) const {
    const auto at = std::ranges::lower_bound(pairs_, std::pair(key, std::uint32_t{0}));
    return at != pairs_.end() && at->first == key;
  }

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> pairs_;
};

/// The records of one kind that count, in an order that does not depend on that of the file.
template <class T>
struct Shelf {
  std::vector<Entry<T>> entries;
};

// A base for each kind of record.
template <class... Kinds>  // NOLINTNEXTLINE(misc-multiple-inheritance)
struct Shelves : Shelf<typename Kinds::type>... {};
template <class... Kinds>
Shelves<Kinds...> shelves_of(const Fields<Kinds...>& kinds);

class Ledger {
 public:
  /// `dossier` must outlive this.
  Ledger(const Dossier& dossier, std::optional<Second> known_at);
  /// The same where, of records in conflict, one each is taken to be right: the choice of this
  /// number, below choices().
  Ledger(const Dossier& dossier, std::optional<Second> known_at, std::size_t choice);
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  template <class T>
  [[nodiscard]] std::span<const Entry<T>> all() const noexcept {
    return static_cast<const Shelf<T>&>(shelves_).entries;
  }
  /// The id by which a record counts that is cited by `id`: that of the first of its corrections.
  /// What no record has is its own.
  [[nodiscard]] std::string_view root(std::string_view id) const {
    const auto known = roots_.find(id);
    return known == roots_.end() ? id : known->second;
  }
  [[nodiscard]] bool knows(std::string_view id) const { return roots_.contains(id); }
  /// In how many ways one of each of the records in conflict can be taken to be right; 1 without a
  /// conflict. Of a circle of corrections, none can.
  [[nodiscard]] std::size_t choices() const;
  /// What is wrong with the records themselves.
  [[nodiscard]] const std::vector<RecordFault>& faults() const noexcept { return faults_; }

 private:
  template <class T>
  void take(const List<T>& list, std::optional<Second> known_at);
  template <class T>
  void take_recorded(const List<T>& list, std::optional<Second> known_at);
  template <class T>
  static std::vector<std::pair<std::size_t, std::size_t>> conflicts_of(const Shelf<T>& shelf);
  std::string_view name_without_id(std::string_view kind, std::string_view at);

  decltype(shelves_of(RecordKinds<Dossier>::all)) shelves_;
  std::unordered_map<std::string_view, std::string_view> roots_;
  std::unordered_map<std::string, std::uint32_t> unnamed_;
  std::vector<std::unique_ptr<std::string>> names_;
  std::vector<RecordFault> faults_;
};

}  // namespace tokki::inline v0::internal
