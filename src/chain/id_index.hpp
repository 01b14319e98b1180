// id_index.hpp: finds parties by id.
#pragma once

#include <bit>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// A hash table with open addressing over the parties' ids, which it does not copy. Callers with
/// many look-ups prefetch kFar and kNear ahead: with a million parties cache misses dominate.
class IdIndex {
 public:
  IdIndex() = default;
  /// Of several parties with one id the first counts; the others go to `repeated`.
  IdIndex(std::span<const ChainParty> parties, std::vector<ChainIndex>& repeated)
      : slots_(std::bit_ceil(2 * parties.size() + 1)) {
    for (ChainIndex i = 0; i < parties.size(); ++i) {
      if (i + kFar < parties.size()) prefetch(parties[i + kFar].id);
      const std::string_view id = parties[i].id;
      if (id.empty()) continue;
      Slot& slot = slots_[slot_of(id)];
      if (slot.party == kNoIndex) {
        slot = {id, hash(id), i};
      } else {
        repeated.push_back(i);
      }
    }
  }
  [[nodiscard]] ChainIndex find(std::string_view id) const noexcept {
    return slots_.empty() || id.empty() ? kNoIndex : slots_[slot_of(id)].party;
  }

  /// How many look-ups ahead prefetching pays: prefetch() fetches the slot of an id, prefetch_id()
  /// the id in that slot.
  static constexpr std::size_t kFar = 16;
  static constexpr std::size_t kNear = 8;
  void prefetch(std::string_view id) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[first_of(hash(id))]);
  }
  void prefetch_id(std::string_view id) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(slots_[first_of(hash(id))].id.data());
  }

 private:
  struct Slot {
    std::string_view id;
    std::uint32_t hash = 0;
    ChainIndex party = kNoIndex;
  };

  static std::uint32_t hash(std::string_view id) noexcept {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(id));
  }
  [[nodiscard]] std::size_t first_of(std::uint32_t hash) const noexcept {
    return hash & (slots_.size() - 1);
  }
  /// Where the id is, or would be: at most half of the slots are taken.
  [[nodiscard]] std::size_t slot_of(std::string_view id) const noexcept {
    const std::uint32_t wanted = hash(id);
    std::size_t at = first_of(wanted);
    while (slots_[at].party != kNoIndex && (slots_[at].hash != wanted || slots_[at].id != id)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  std::vector<Slot> slots_;  // as many as a power of two
};

}  // namespace tokki::inline v0::internal
