// chain_rule.hpp: a rule on a chain, and how it says where. A chain is put together from several
// records, which may stand in several documents; a finding points into a record.
#pragma once

#include <span>
#include <vector>

#include "rules/rule_row.hpp"
#include "tokki/chain.hpp"

namespace tokki {

/// A place in one of the records that a chain was made of.
struct Spot {
  enum class Record : std::uint8_t { contract, party, subcontract, filing, certificate } record;
  RecordSource source;
  Path within;  // below the record
};

inline Spot contract_spot(const Chain& chain, const Path& within = {}) {
  return {Spot::Record::contract, chain.contract_source(), within};
}
inline Spot spot(const ChainParty& party) {
  return {Spot::Record::party, party.source, at(&Party::name)};
}
template <class... Steps>
Spot spot(const ChainEdge& edge, const Steps&... steps) {
  return {Spot::Record::subcontract, edge.source, at(steps...)};
}
template <class... Steps>
Spot spot(const ChainCertificate& certificate, const Steps&... steps) {
  return {Spot::Record::certificate, certificate.source, at(steps...)};
}
/// A cell of a filed form.
template <class... Steps>
Spot spot(const ChainFiling& filing, const Steps&... steps) {
  return {Spot::Record::filing, filing.source, at(&Filing::declaration, steps...)};
}

struct ChainFinding {
  const RuleInfo* rule;
  Severity severity;
  Spot at;
  std::vector<Spot> related;
  std::vector<Argument> arguments;
  std::vector<Location> elsewhere{};  ///< in documents of other dossiers
};

/// What a finding may hold beside its place.
struct ChainMore {
  std::vector<Argument> arguments{};
  std::vector<Spot> related{};
};

/// Collects what one rule finds in one chain, up to a limit: a million firms may all lack the same.
class ChainEmit {
 public:
  ChainEmit(const RuleInfo& rule, Severity severity, std::size_t limit,
            std::vector<ChainFinding>& out)
      : rule_(&rule), severity_(severity), limit_(limit), begin_(out.size()), out_(&out) {}

  void operator()(const Spot& where, ChainMore more = {}) const {
    if (full()) return;
    out_->push_back({rule_, severity_, where, std::move(more.related), std::move(more.arguments)});
  }
  /// True when nothing more is taken. One more than the limit is, to show that it is exceeded.
  [[nodiscard]] bool full() const { return out_->size() - begin_ > limit_; }

 private:
  const RuleInfo* rule_;
  Severity severity_;
  std::size_t limit_;
  std::size_t begin_;
  std::vector<ChainFinding>* out_;
};

using ChainRule = Rule<Chain, ChainEmit>;

std::span<const ChainRule> chain_structure_rules();
std::span<const ChainRule> chain_filing_rules();
std::span<const ChainRule> chain_row_4_rules();
std::span<const ChainRule> chain_consent_rules();
std::span<const ChainRule> chain_material_rules();
std::span<const ChainRule> chain_lower_tier_rules();

/// All of them, from the contract down.
std::span<const ChainRule* const> chain_rules();

/// The word of the vocabulary for how a reference was matched.
inline std::string_view term_of(Match how) {
  return how == Match::corporate_number ? "match.corporate_number" : "match.name";
}

/// Calls `visit(edge)` for the edges between two parties of the chain that are known.
template <class Visit>
void each_edge(const Chain& chain, Visit&& visit) {
  for (const ChainEdge& edge : chain.edges()) {
    if (edge.from != kNobody && edge.to != kNobody && edge.from != edge.to) visit(edge);
  }
}

/// Calls `visit(party, filing)` for the declarations in force of those in the chain.
template <class Visit>
void each_filing_in_force(const Chain& chain, Visit&& visit) {
  for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
    const ChainIndex filing = chain.filing_in_force(party);
    if (filing != kNobody && chain.tier(party)) visit(party, chain.filings()[filing]);
  }
}

}  // namespace tokki
