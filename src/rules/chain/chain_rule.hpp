// chain_rule.hpp: rules on a chain, and places in it. A chain is put together from records, which
// may be in several documents; a finding points into a record.
#pragma once

#include <span>
#include <vector>

#include "record/place_in.hpp"
#include "rules/rule_row.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0::internal {

/// A place in the contract; without a contract, where it would be.
inline Place place_in_contract(const Chain& chain, const Path& within = {}) {
  return place_in<Contract>(chain.contract_source(), within);
}
inline Place place_of(const ChainParty& party, Str Party::* member = &Party::name) {
  return place_in<Party>(party.source, at(member));
}
template <class... Steps>
Place place_of(const ChainEdge& edge, const Steps&... steps) {
  return place_in<Subcontract>(edge.source, at(steps...));
}
template <class... Steps>
Place place_of(const ChainCertificate& certificate, const Steps&... steps) {
  return place_in<Certificate>(certificate.source, at(steps...));
}
/// Where a record names its party.
inline Place place_of_party(const ChainRecord& record) {
  const RecordKindTable& kinds = kRecordKinds<Dossier>;
  const RecordKindRow* const kind = row_of_kind(record.kind, kinds);
  if (kind == nullptr) return {};
  Path party;
  if (!kind->party.empty()) party.into(kind->party);
  return place_in(*kind, record.source, party, kinds);
}
/// A cell of a filed form.
template <class... Steps>
Place place_of(const ChainFiling& filing, const Steps&... steps) {
  return place_in<Filing>(filing.source, at(&Filing::declaration, steps...));
}

/// A chain is in no single document: what its rules emit are absolute places. There is a limit on
/// findings, since a million firms may all have the same one.
using ChainRule = Rule<Chain>;

/// What an argument of a finding holds.
using Content = decltype(Argument::content);

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
    if (edge.from != kNoIndex && edge.to != kNoIndex && edge.from != edge.to) visit(edge);
  }
}

/// Calls `visit(party, filing)` for the declarations in force of those in the chain.
template <class Visit>
void each_filing_in_force(const Chain& chain, Visit&& visit) {
  for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
    const ChainIndex filing = chain.filing_in_force(party);
    if (filing != kNoIndex && chain.tier(party)) visit(party, chain.filings()[filing]);
  }
}

}  // namespace tokki::inline v0::internal
