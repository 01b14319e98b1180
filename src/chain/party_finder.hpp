// party_finder.hpp: finds the party that a reference means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "chain/chain_state.hpp"
#include "text/near_names.hpp"

namespace tokki::inline v0::internal {

/// A party, and how it was found.
struct FoundParty {
  ChainIndex party = kNoIndex;
  Match matched = Match::none;
};

/// Finds parties of a chain whose parties and ids are known, and which must outlive it. Of several
/// alike the first counts. Numbers and names are only indexed once one is asked for: most
/// documents refer by id.
class PartyFinder {
 public:
  explicit PartyFinder(const ChainState& chain) : chain_(chain) {}
  /// By numbers and names it finds only those parties.
  PartyFinder(const ChainState& chain, std::vector<ChainIndex> among)
      : chain_(chain), among_(std::move(among)) {}

  [[nodiscard]] ChainIndex by_id(std::string_view id) const { return chain_.ids.find(id); }
  [[nodiscard]] ChainIndex by_number(std::string_view number);
  [[nodiscard]] ChainIndex by_name(std::string_view name);
  /// The party of that id, corporate number or name.
  [[nodiscard]] FoundParty by_reference(std::string_view text);
  /// The parties that a name may mean, which is not written like theirs: one, or where it names
  /// several firms, each.
  [[nodiscard]] std::vector<ChainIndex> by_near_name(std::string_view name);

 private:
  struct Names {
    std::unordered_map<std::string, ChainIndex> by_number, by_key;
  };

  const std::vector<ChainIndex>& among();
  const Names& names();

  const ChainState& chain_;
  std::optional<std::vector<ChainIndex>> among_;  // nothing: all parties
  std::optional<Names> names_;
  std::optional<NearNameIndex> near_;
};

}  // namespace tokki::inline v0::internal
