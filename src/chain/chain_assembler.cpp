#include "chain/chain_assembler.hpp"

#include <unordered_map>
#include <unordered_set>

#include "chain/chain_time.hpp"
#include "chain/cycles.hpp"
#include "chain/distances.hpp"
#include "chain/filing_locations.hpp"
#include "chain/filings_in_force.hpp"
#include "chain/party_finder.hpp"
#include "text/near_names.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

TriState tri_state(const std::optional<bool>& value) { return tri_state(truth(value)); }

ConsentState form_of(const Consent& consent) {
  if (!consent.form) return ConsentState::unstated;
  switch (*consent.form) {
    case ConsentForm::written: return ConsentState::written;
    case ConsentForm::electronic: return ConsentState::electronic;
    case ConsentForm::other: break;
  }
  return ConsentState::other_form;
}

// Finds the consent that counts. One that is dated after the day has not been given.
void take_consents(const List<Consent>& consents, Day as_of, ChainEdge& edge) {
  const CompactDay today{std::optional(as_of)};
  const Moment start = start_of(edge);
  Truth best = Truth::no;  // that the one taken is written and in time
  for (std::size_t i = 0; i < consents.size(); ++i) {
    const CompactDay day(consents[i].given_on);
    const bool none_yet = edge.consent_state == ConsentState::none;
    if (lies_ahead(day, today)) {
      if (!none_yet || (edge.consent_ahead && day >= edge.consent_on)) continue;
      edge.consent_ahead = true;
      edge.consent_on = day;
      edge.consent = capped<std::uint16_t>(i);
      continue;
    }
    const ConsentState form = form_of(consents[i]);
    const Truth good = in_writing(form) & before(moment(day, day_in_japan(as_of).hi), start);
    const bool earlier = day.known() && (!edge.consent_on.known() || day < edge.consent_on);
    const bool better =
        good > best ||
        (good == best && (form > edge.consent_state || (form == edge.consent_state && earlier)));
    if (!none_yet && !better) continue;
    best = good;
    edge.consent_ahead = false;
    edge.consent_state = form;
    edge.consent_on = day;
    edge.consent = capped<std::uint16_t>(i);
  }
}

// Equal, or one of them is empty.
bool agree(std::string_view a, std::string_view b) {
  if (a == b || is_blank(a) || is_blank(b)) return true;
  std::string left;
  std::string right;
  return folded(a, left) == folded(b, right);
}

// Whether a form that counts as a party's is by another name, which may be another firm's.
bool differs(std::string_view filer, std::string_view party) {
  if (is_blank(filer) || is_blank(party) || same_name(filer, party)) return false;
  return !may_be_one_firm(filer, party) || have_moved_legal_form(filer, party);
}

bool same_contract(const Contract& a, const Contract& b) {
  const bool same_day = !a.concluded_on.value || !b.concluded_on.value ||
                        *a.concluded_on.value == *b.concluded_on.value;
  return same_day && agree(a.course_number, b.course_number) && agree(a.title, b.title) &&
         agree(a.client, b.client) && agree(a.contractor, b.contractor);
}

}  // namespace

ChainAssembler::ChainAssembler(Day as_of) : chain_(std::make_unique<ChainState>()) {
  chain_->as_of = as_of;
}

void ChainAssembler::add(const Contract& contract, RecordSource source) {
  ChainState& chain = *chain_;
  if (is_empty(contract)) {
    if (!chain.has_contract && source.document == 0) chain.contract_source = source;
    return;
  }
  if (chain.has_contract) {
    if (!same_contract(chain.contract, contract)) chain.other_contracts.push_back(source);
    return;
  }
  chain.contract = contract;
  chain.has_contract = true;
  chain.contract_source = source;
  contractor_ = contract.contractor.str();
}

void ChainAssembler::add(const Party& party, RecordSource source) {
  chain_->parties.push_back({keep(party.id), keep(party.name), keep(party.corporate_number), source,
                             party.role.has_value()});
}

void ChainAssembler::add(const Subcontract& subcontract, RecordSource source) {
  const auto index = static_cast<ChainIndex>(chain_->edges.size());
  ChainEdge& edge = chain_->edges.emplace_back();
  edge.source = source;
  edge.work = keep(subcontract.work);
  edge.starts_on = CompactDay(subcontract.starts_on);
  edge.ends_on = CompactDay(subcontract.ends_on);
  edge.planned = tri_state(subcontract.planned);
  edge.handles_data = tri_state(subcontract.handles_electronic_data);
  edge.subsidiary = tri_state(subcontract.subsidiary);
  take_consents(subcontract.consents, chain_->as_of, edge);
  const FlowDown& flow_down = subcontract.flow_down;
  edge.flow_down_on = CompactDay(flow_down.agreed_on);
  if (flow_down.special_terms == true && flow_down.compliance_items == true) {
    edge.flow_down = FlowDownState::complete;
  } else if (flow_down.special_terms == false || flow_down.compliance_items == false) {
    edge.flow_down = FlowDownState::incomplete;
  }
  for (std::size_t i = 0; i < subcontract.materials.size(); ++i) {
    const PassedMaterial& material = subcontract.materials[i];
    chain_->materials.push_back({index, capped<std::uint16_t>(i), keep(material.name),
                                 CompactDay(material.passed_on), CompactDay(material.approved_on),
                                 CompactDay(material.recall_instructed_on),
                                 CompactDay(material.recalled_on)});
  }
  ends_.push_back({keep(subcontract.from), keep(subcontract.to)});
}

void ChainAssembler::add(std::string_view party, const FormFacts& form, RecordSource source) {
  const Declaration& declaration = form.declaration();
  ChainFiling& out = chain_->filings.emplace_back();
  out.source = source;
  out.declared_on = CompactDay(declaration.declared_on);
  out.id = keep(declaration.id);
  out.supersedes = keep(declaration.supersedes);
  read_locations(form, *chain_, out);
  const Party& declarant = declaration.declarant;
  filers_.push_back({keep(party), keep(declarant.id), keep(declarant.corporate_number),
                     keep(declarant.name), CompactDay(declaration.contract.concluded_on),
                     keep(declaration.contract.course_number)});
  auto& named = named_.emplace_back();
  if (out.subcontracting == Answer::no) return;
  const auto& subcontractors = declaration.subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    if (form.subcontractor(i).name.says_nothing()) continue;
    named.push_back({keep(subcontractors[i].name), keep(subcontractors[i].corporate_number),
                     keep(subcontractors[i].work), capped<std::uint16_t>(i)});
  }
}

void ChainAssembler::add(const Certificate& certificate, RecordSource source) {
  ChainCertificate& out = chain_->certificates.emplace_back();
  out.source = source;
  out.standard = keep(certificate.standard);
  out.international = tri_state(certificate.international);
  out.valid_until = CompactDay(certificate.valid_until);
  out.relied_on = CompactDay(certificate.relied_on);
  holders_.push_back(keep(certificate.party));
}

void ChainAssembler::compare_contracts() {
  const Contract& contract = chain_->contract;
  if (!chain_->has_contract) return;
  const CompactDay day(contract.concluded_on);
  for (std::size_t i = 0; i < filers_.size(); ++i) {
    const Filer& filer = filers_[i];
    const bool other_day = filer.contract_day.known() && day.known() && filer.contract_day != day;
    chain_->filings[i].other_contract =
        other_day || !agree(filer.course_number, contract.course_number);
  }
}

void ChainAssembler::join_edges(PartyFinder& finder) {
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    if (const std::size_t far = i + IdIndex::kFar; far < ends_.size()) {
      chain_->ids.prefetch(ends_[far].from);
      chain_->ids.prefetch(ends_[far].to);
    }
    if (const std::size_t near = i + IdIndex::kNear; near < ends_.size()) {
      chain_->ids.prefetch_id(ends_[near].from);
      chain_->ids.prefetch_id(ends_[near].to);
    }
    ChainEdge& edge = chain_->edges[i];
    const auto [from, from_matched] = finder.by_reference(ends_[i].from);
    const auto [to, to_matched] = finder.by_reference(ends_[i].to);
    edge.from = from;
    edge.from_matched = from_matched;
    edge.to = to;
    edge.to_matched = to_matched;
  }
  const auto count = chain_->edges.size();
  const auto parties = chain_->parties.size();
  chain_->given = Grouped(parties, count, [&](std::size_t i) { return chain_->edges[i].from; });
  chain_->received = Grouped(parties, count, [&](std::size_t i) { return chain_->edges[i].to; });
  // Kept side by side, since walks over the edges themselves would miss the cache.
  chain_->targets.reserve(chain_->given.all().size());
  for (const ChainIndex i : chain_->given.all()) chain_->targets.push_back(chain_->edges[i].to);
}

void ChainAssembler::add_record(std::string_view kind, std::string_view party,
                                RecordSource source) {
  ChainRecord& out = chain_->records.emplace_back();
  out.kind = keep(kind);
  out.source = source;
  named_in_records_.push_back(keep(party));
}

void ChainAssembler::match_records(PartyFinder& finder) {
  for (std::size_t i = 0; i < named_in_records_.size(); ++i) {
    const std::string_view named = named_in_records_[i];
    ChainRecord& record = chain_->records[i];
    if (is_blank(named)) {
      record.party = chain_->contractor;
      continue;
    }
    const auto [party, matched] = finder.by_reference(named);
    record.party = party;
    record.matched = matched;
    record.unknown = party == kNoIndex && !is_client(named);
  }
}

// The word 甲, or what the contract calls it.
bool ChainAssembler::is_client(std::string_view name) const {
  return same_name(name, "甲") ||
         (!is_blank(chain_->contract.client) && same_name(name, chain_->contract.client));
}

void ChainAssembler::match_holders(PartyFinder& finder) {
  for (std::size_t i = 0; i < holders_.size(); ++i) {
    const auto [party, matched] = finder.by_reference(holders_[i]);
    chain_->certificates[i].party = party;
    chain_->certificates[i].matched = matched;
  }
}

// 乙 is the party that the contract names; if it names none, the only party without a role that is
// nobody's subcontractor: an auditor is nobody's either.
void ChainAssembler::find_contractor(PartyFinder& finder) {
  const auto [party, matched] = finder.by_reference(contractor_);
  chain_->contractor = party;
  chain_->contractor_matched = matched;
  if (party != kNoIndex || !contractor_.empty()) return;
  ChainIndex only = kNoIndex;
  for (ChainIndex i = 0; i < chain_->parties.size(); ++i) {
    if (!chain_->received.of(i).empty() || chain_->parties[i].has_role) continue;
    if (only != kNoIndex) return;
    only = i;
  }
  chain_->contractor = only;
}

void ChainAssembler::match_filings(PartyFinder& finder) {
  for (std::size_t i = 0; i < filers_.size(); ++i) {
    const Filer& filer = filers_[i];
    ChainFiling& filing = chain_->filings[i];
    const auto [party, matched] = filed_by(filer, finder);
    filing.party = party;
    filing.matched = matched;
    filing.name_differs =
        matched != Match::none && differs(filer.name, chain_->parties[party].name);
    if (party != kNoIndex) continue;
    const std::vector<ChainIndex> near = finder.by_near_name(filer.name);
    if (near.empty()) continue;
    filing.look_alike = near.front();
    chain_->nearly_filed.resize(chain_->parties.size());
    chain_->nearly_filed[filing.look_alike] = true;
  }
  chain_->filed = Grouped(chain_->parties.size(), filers_.size(),
                          [&](std::size_t i) { return chain_->filings[i].party; });
}
FoundParty ChainAssembler::filed_by(const Filer& filer, PartyFinder& finder) {
  for (const std::string_view id : {filer.party, filer.id}) {
    if (const ChainIndex party = finder.by_id(id); party != kNoIndex) return {party, Match::id};
  }
  if (const ChainIndex party = finder.by_number(filer.corporate_number); party != kNoIndex) {
    return {party, Match::corporate_number};
  }
  if (const ChainIndex party = finder.by_name(filer.name); party != kNoIndex) {
    return {party, Match::name};
  }
  return {};
}

// The parties that row 4 names: looked for among those the filer entrusts work to, then in the
// whole chain.
void ChainAssembler::match_named(PartyFinder& all_parties) {
  for (std::size_t i = 0; i < named_.size(); ++i) {
    if (named_[i].empty()) continue;
    ChainFiling& filing = chain_->filings[i];
    std::vector<ChainIndex> entrusted;
    for (const ChainIndex e : chain_->given.of(filing.party)) {
      if (chain_->edges[e].to != kNoIndex) entrusted.push_back(chain_->edges[e].to);
    }
    PartyFinder direct(*chain_, std::move(entrusted));
    for (const Named& each : named_[i]) {
      add_subcontractors(each, direct, all_parties, filing.subcontractors);
    }
    mark_named_edges(i);
  }
}
void ChainAssembler::add_subcontractors(const Named& given, PartyFinder& direct,
                                        PartyFinder& all_parties,
                                        std::vector<NamedSubcontractor>& to) {
  for (PartyFinder* const finder : {&direct, &all_parties}) {
    ChainIndex party = finder->by_number(given.corporate_number);
    if (party == kNoIndex) party = finder->by_name(given.name);
    if (party == kNoIndex) continue;
    to.push_back({party, given.work, given.entry, false});
    return;
  }
  for (PartyFinder* const finder : {&direct, &all_parties}) {
    const std::vector<ChainIndex> near = finder->by_near_name(given.name);
    for (const ChainIndex party : near) to.push_back({party, given.work, given.entry, true});
    if (!near.empty()) return;
  }
  to.push_back({kNoIndex, given.work, given.entry, false});
}
void ChainAssembler::mark_named_edges(std::size_t index) {
  const ChainFiling& filing = chain_->filings[index];
  if (filing.party == kNoIndex) return;
  const ChainIndex latest = chain_->in_force[filing.party];
  if (latest == kNoIndex) return;
  const bool in_force = latest == index;
  const bool earlier = filing.superseded && !filing.other_contract &&
                       filing.declared_on <= chain_->filings[latest].declared_on;
  if (!in_force && !earlier) return;
  std::unordered_map<ChainIndex, ChainIndex> on_form;  // by the party, the first entry
  std::unordered_set<ChainIndex> nearly;
  for (ChainIndex i = 0; i < filing.subcontractors.size(); ++i) {
    const NamedSubcontractor& each = filing.subcontractors[i];
    if (each.party == kNoIndex) continue;
    if (each.only_looks_alike) {
      nearly.insert(each.party);
    } else {
      on_form.try_emplace(each.party, i);
    }
  }
  for (const ChainIndex e : chain_->given.of(filing.party)) {
    ChainEdge& edge = chain_->edges[e];
    if (const auto entry = on_form.find(edge.to); entry != on_form.end()) {
      (in_force ? edge.named_on_form : edge.named_before) = true;
      if (in_force) edge.named_by = entry->second;
    } else if (in_force && nearly.contains(edge.to)) {
      edge.nearly_named = true;
    }
  }
}

// Where a certificate's record does not say whether it is 国際的な, its standard may.
void ChainAssembler::read_standards(const Phrases& phrases) {
  std::string scratch;
  for (ChainCertificate& each : chain_->certificates) {
    if (each.international != TriState::unknown) continue;
    if (phrases.names_certificate(searchable(each.standard, traits_of(each.standard), scratch))) {
      each.international = TriState::yes;
    }
  }
}

std::unique_ptr<const ChainState> ChainAssembler::assemble(const Phrases& phrases) {
  ChainState& chain = *chain_;
  chain.ids = IdIndex(chain.parties, chain.repeated);
  PartyFinder finder(chain);
  join_edges(finder);
  match_holders(finder);
  read_standards(phrases);
  find_contractor(finder);
  match_records(finder);
  measure_tiers(chain);
  match_filings(finder);
  compare_contracts();
  find_filings_in_force(chain);
  match_named(finder);
  measure_overseas(chain);
  chain.cycles = find_cycles(chain.edges, chain.given, chain.targets, chain.parties.size());
  return std::move(chain_);
}

}  // namespace tokki::inline v0::internal
