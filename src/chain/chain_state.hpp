// chain_state.hpp: the data of a chain, compact: a million parties should fit in a gigabyte.
#pragma once

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "chain/id_index.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// Lists of indices, one for each owner, in one array.
class Grouped {
 public:
  Grouped() = default;
  /// `owner_of(i)` gives the owner of entry `i` of `count`; kNoIndex: none.
  template <class OwnerOf>
  Grouped(std::size_t owners, std::size_t count, OwnerOf&& owner_of) : starts_(owners + 1, 0) {
    for (std::size_t i = 0; i < count; ++i) {
      if (const ChainIndex owner = owner_of(i); owner != kNoIndex) ++starts_[owner + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    entries_.resize(starts_.back());
    std::vector<ChainIndex> next(starts_.begin(), starts_.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
      const ChainIndex owner = owner_of(i);
      if (owner != kNoIndex) entries_[next[owner]++] = static_cast<ChainIndex>(i);
    }
  }
  [[nodiscard]] std::span<const ChainIndex> of(ChainIndex owner) const noexcept {
    if (owner + std::size_t{1} >= starts_.size()) return {};
    return {entries_.data() + starts_[owner], entries_.data() + starts_[owner + 1]};
  }

  /// How many entries those before `owner` have.
  [[nodiscard]] std::size_t begin_of(ChainIndex owner) const noexcept { return starts_[owner]; }
  /// All entries, owner by owner.
  [[nodiscard]] std::span<const ChainIndex> all() const noexcept { return entries_; }

 private:
  std::vector<ChainIndex> starts_;
  std::vector<ChainIndex> entries_;
};

/// The number, or the largest one that fits.
template <class T>
T capped(std::size_t value) {
  return static_cast<T>(std::min<std::size_t>(value, std::numeric_limits<T>::max()));
}

struct ChainState {
  std::pmr::monotonic_buffer_resource texts;  // what the views below borrow
  Contract contract;
  bool has_contract = false;
  RecordSource contract_source{0, 0, DocumentKind::none};
  std::vector<RecordSource> other_contracts;
  Day as_of{};
  ChainIndex contractor = kNoIndex;
  Match contractor_matched = Match::none;
  std::vector<ChainParty> parties;
  std::vector<ChainEdge> edges;
  std::vector<ChainMaterial> materials;
  std::vector<ChainFiling> filings;
  std::vector<ChainCertificate> certificates;
  std::vector<ChainRecord> records;
  std::vector<ChainIndex> repeated;
  IdIndex ids;
  Grouped given, received, filed;
  std::vector<ChainIndex> targets;           // the `to` of each edge in given.all()
  std::vector<std::uint32_t> tiers;          // kNoIndex: not reachable
  std::vector<ChainIndex> reached_by;        // the last edge of the shortest path from 乙
  std::vector<ChainIndex> in_force;          // the filing of each party; empty when there are none
  std::vector<bool> nearly_filed;            // a form is by a name near the party's; or empty
  std::vector<std::uint32_t> overseas;       // edges to the nearest data abroad; empty without any
  std::vector<ChainIndex> nearest_overseas;  // the party that has that data
  std::vector<std::vector<ChainIndex>> cycles;

  /// A copy that lives as long as this.
  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* const copy = static_cast<char*>(texts.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }
};

}  // namespace tokki::inline v0::internal
