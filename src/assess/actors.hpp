// actors.hpp: whom a record names, and by what terms they are bound.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/ledger.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// What somebody is in the contract.
enum class Side : std::uint8_t {
  client,         ///< 甲, or a person of 甲
  contractor,     ///< 乙, or a person of 乙
  subcontractor,  ///< 再委託等の相手方 at any tier, or a person of one
  outside,        ///< a party that no subcontract leads to
  unknown,        ///< nobody that the dossier knows
};

/// Somebody that a record names.
struct Actor {
  Side side = Side::unknown;
  ChainIndex party = kNoIndex;
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// How a subcontractor is bound to the terms (特記事項5), by the records.
enum class Bound : std::uint8_t {
  unknown,  ///< no path of subcontracts with both parts agreed is on record
  yes,
};

class Actors {
 public:
  Actors(const Chain& chain, const Ledger& ledger);

  /// Whom `reference` names: a person by id, or by name where only one has it; a party by id,
  /// number or name; or 甲. Empty: 乙.
  [[nodiscard]] Actor of(std::string_view reference) const;
  /// The id of the person that `reference` names, by id or name; empty when none is on record.
  [[nodiscard]] std::string_view person(std::string_view reference) const;
  /// Whether somebody made a communication, or it was made on their behalf.
  [[nodiscard]] bool made_by(const Communication& each, const Actor& actor) const {
    return of(each.by) == actor || (!each.on_behalf_of.empty() && of(each.on_behalf_of) == actor);
  }
  [[nodiscard]] Bound bound(ChainIndex party) const noexcept;
  /// The id of a party, else its name: how keys of duty instances name it.
  [[nodiscard]] std::string_view name(ChainIndex party) const noexcept;
  [[nodiscard]] Actor contractor() const noexcept { return {Side::contractor, contractor_}; }

 private:
  [[nodiscard]] Actor of_party(std::string_view reference) const;

  const Chain& chain_;
  const Ledger& ledger_;
  ChainIndex contractor_;
  std::unordered_map<std::string_view, std::string_view> party_of_person_;
  std::unordered_map<std::string_view, std::string_view> person_by_name_;  // its id; of two, none
  std::unordered_map<std::string_view, bool> person_of_client_;
  std::vector<Bound> bound_;
  mutable std::unordered_map<std::string_view, Actor> known_;
};

}  // namespace tokki::inline v0::internal
