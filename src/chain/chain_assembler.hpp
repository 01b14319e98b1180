// chain_assembler.hpp: joins the records of a dossier into a chain, given the facts of its forms.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "chain/chain_state.hpp"
#include "chain/party_finder.hpp"
#include "form/form_facts.hpp"
#include "ruleset/phrases.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// Takes records in any order and copies what the chain needs.
class ChainAssembler {
 public:
  explicit ChainAssembler(Day as_of);

  void add(const Contract& contract, RecordSource source);
  void add(const Party& party, RecordSource source);
  void add(const Subcontract& subcontract, RecordSource source);
  void add(const Certificate& certificate, RecordSource source);
  /// A record of another kind, and the party that it names.
  void add_record(std::string_view kind, std::string_view party, RecordSource source);
  /// A declaration that was filed. `party` is who filed it; empty: the declarant.
  void add(std::string_view party, const FormFacts& form, RecordSource source);

  /// The contract that counts; empty without one.
  [[nodiscard]] const Contract& contract() const noexcept { return chain_->contract; }
  /// The chain, with the phrases of its contract's edition. The assembler takes no more.
  [[nodiscard]] std::unique_ptr<const ChainState> assemble(const Phrases& phrases);

 private:
  // References as written, matched once all parties are known.
  struct Ends {
    std::string_view from, to;
  };
  struct Filer {
    std::string_view party, id, corporate_number, name;
    CompactDay contract_day;  // of the contract that it cites
    std::string_view course_number;
  };
  struct Named {
    std::string_view name, corporate_number, work;
    std::uint16_t entry;
  };

  [[nodiscard]] std::string_view keep(std::string_view text) { return chain_->keep(text); }
  void compare_contracts();
  void join_edges(PartyFinder& finder);
  void match_holders(PartyFinder& finder);
  void read_standards(const Phrases& phrases);
  void match_records(PartyFinder& finder);
  [[nodiscard]] bool is_client(std::string_view name) const;
  void find_contractor(PartyFinder& finder);
  void match_filings(PartyFinder& finder);
  static FoundParty filed_by(const Filer& filer, PartyFinder& finder);
  void match_named(PartyFinder& all_parties);
  static void add_subcontractors(const Named& given, PartyFinder& direct, PartyFinder& all_parties,
                                 std::vector<NamedSubcontractor>& to);
  void mark_named_edges(std::size_t index);

  std::unique_ptr<ChainState> chain_;
  std::vector<Ends> ends_;                          // of each edge
  std::vector<Filer> filers_;                       // of each filing
  std::vector<std::vector<Named>> named_;           // by each filing
  std::vector<std::string_view> holders_;           // of each certificate
  std::vector<std::string_view> named_in_records_;  // the party, by each other record
  std::string contractor_;
};

}  // namespace tokki::inline v0::internal
