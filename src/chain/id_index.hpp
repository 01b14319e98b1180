// id_index.hpp: which party has an id.
#pragma once

#include <bit>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "tokki/chain.hpp"

namespace tokki {

/// A table of open addressing over the parties' ids, which it does not copy: of a million parties
/// most look-ups miss the caches, and here one costs one miss where std::unordered_map costs three.
class IdIndex {
 public:
  IdIndex() = default;
  /// Of several parties with one id the first counts; the others go to `repeated`.
  IdIndex(std::span<const ChainParty> parties, std::vector<ChainIndex>& repeated)
      : slots_(std::bit_ceil(2 * parties.size() + 1)) {
    for (ChainIndex i = 0; i < parties.size(); ++i) {
      if (i + kAhead < parties.size()) prefetch(parties[i + kAhead].id);
      const std::string_view id = parties[i].id;
      if (id.empty()) continue;
      Slot& slot = slots_[slot_of(parties, id)];
      if (slot.party == kNobody) {
        slot = {hash(id), i};
      } else {
        repeated.push_back(i);
      }
    }
  }
  [[nodiscard]] ChainIndex find(std::span<const ChainParty> parties,
                                std::string_view id) const noexcept {
    return slots_.empty() || id.empty() ? kNobody : slots_[slot_of(parties, id)].party;
  }

  /// How many look-ups ahead it pays to say what will be looked up.
  static constexpr std::size_t kAhead = 8;
  void prefetch(std::string_view id) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash(id) & (slots_.size() - 1)]);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    ChainIndex party = kNobody;
  };

  static std::uint32_t hash(std::string_view id) noexcept {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(id));
  }
  /// Where the id is, or would be: at most half of the slots are taken.
  [[nodiscard]] std::size_t slot_of(std::span<const ChainParty> parties,
                                    std::string_view id) const noexcept {
    const std::uint32_t wanted = hash(id);
    std::size_t at = wanted & (slots_.size() - 1);
    while (slots_[at].party != kNobody &&
           (slots_[at].hash != wanted || parties[slots_[at].party].id != id)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  std::vector<Slot> slots_;  // as many as a power of two
};

}  // namespace tokki
