// party_finder.hpp: which party a document means.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "chain/chain_state.hpp"

namespace tokki {

/// A 法人番号 as it is compared: its digits, of whatever width.
[[nodiscard]] std::string digits_of(std::string_view number);

/// A party, and how it was found.
struct FoundParty {
  ChainIndex party = kNobody;
  Match matched = Match::none;
};

/// Finds parties of a chain whose parties and ids are known, and which must outlive it. Of several
/// alike the first counts. Numbers and names are only indexed once one is asked for: most
/// documents refer by id.
class PartyFinder {
 public:
  explicit PartyFinder(const ChainState& chain) : chain_(chain) {}

  [[nodiscard]] ChainIndex by_id(std::string_view id) const { return chain_.ids.find(id); }
  [[nodiscard]] ChainIndex by_number(std::string_view number);
  [[nodiscard]] ChainIndex by_name(std::string_view name);
  /// The party of that id, corporate number or name.
  [[nodiscard]] FoundParty by_reference(std::string_view text);
  /// The first among them whose name looks like that one. Not among very many: that is for chains
  /// that people can read.
  [[nodiscard]] ChainIndex lookalike(std::string_view name,
                                     std::span<const ChainIndex> among) const;

 private:
  void index_names();

  const ChainState& chain_;
  std::unordered_map<std::string, ChainIndex> numbers_, names_;
  bool indexed_ = false;
};

}  // namespace tokki
