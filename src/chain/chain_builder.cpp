#include <unordered_set>

#include "chain/cycles.hpp"
#include "chain/distances.hpp"
#include "chain/filing_locations.hpp"
#include "chain/filings_in_force.hpp"
#include "chain/party_finder.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

Said said(const std::optional<bool>& value) {
  return value ? (*value ? Said::yes : Said::no) : Said::nothing;
}

// A cell that one leaves empty does not differ.
bool agree(std::string_view a, std::string_view b) {
  if (a == b || is_blank(a) || is_blank(b)) return true;
  std::string left;
  std::string right;
  return folded(a, left) == folded(b, right);
}

bool same_contract(const Contract& a, const Contract& b) {
  const bool same_day = !a.concluded_on.value || !b.concluded_on.value ||
                        *a.concluded_on.value == *b.concluded_on.value;
  return same_day && agree(a.course_number, b.course_number) && agree(a.title, b.title) &&
         agree(a.client, b.client) && agree(a.contractor, b.contractor);
}

}  // namespace

struct __attribute__((visibility("hidden"))) ChainBuilder::State {
  State(Day day, Editions known)
      : chain(std::make_unique<ChainState>()), editions(std::move(known)) {
    chain->as_of = day;
    for (const auto& edition : editions.all()) forms.emplace_back(edition);
  }

  /// A reference as it was written, until all parties are known.
  struct Ends {
    std::string_view from, to;
  };
  struct Filer {
    std::string_view party, id, corporate_number, name;
    CompactDay contract_day;  // of the contract that it cites
    std::string_view course_number;
  };
  struct Named {
    std::string_view name, corporate_number;
    std::uint16_t entry;
  };

  std::unique_ptr<ChainState> chain;
  Editions editions;
  std::vector<Form> forms;                // one for each edition
  std::vector<Ends> ends;                 // of each edge
  std::vector<Filer> filers;              // of each filing
  std::vector<std::vector<Named>> named;  // by each filing
  std::vector<std::string_view> holders;  // of each certificate
  std::string contractor;

  std::string_view keep(std::string_view text) const { return chain->keep(text); }

  // What the form says, read with the edition it was made under.
  const Form& look_at(const Declaration& declaration) {
    const CitedContract& cited = declaration.contract;
    Form& form = forms[editions.choose(cited.edition, cited.concluded_on.value)];
    form.look_at(declaration, chain->as_of);
    return form;
  }

  void compare_contracts() const {
    const Contract& contract = chain->contract;
    if (!chain->has_contract) return;
    const CompactDay day(contract.concluded_on);
    for (std::size_t i = 0; i < filers.size(); ++i) {
      const Filer& filer = filers[i];
      const bool other_day = filer.contract_day.known() && day.known() && filer.contract_day != day;
      chain->filings[i].other_contract =
          other_day || !agree(filer.course_number, contract.course_number);
    }
  }

  void join_edges(PartyFinder& finder) const {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (const std::size_t far = i + IdIndex::kFar; far < ends.size()) {
        chain->ids.prefetch(ends[far].from);
        chain->ids.prefetch(ends[far].to);
      }
      if (const std::size_t near = i + IdIndex::kNear; near < ends.size()) {
        chain->ids.prefetch_id(ends[near].from);
        chain->ids.prefetch_id(ends[near].to);
      }
      ChainEdge& edge = chain->edges[i];
      const auto [from, from_matched] = finder.by_reference(ends[i].from);
      const auto [to, to_matched] = finder.by_reference(ends[i].to);
      edge.from = from;
      edge.from_matched = from_matched;
      edge.to = to;
      edge.to_matched = to_matched;
    }
    const auto count = chain->edges.size();
    const auto parties = chain->parties.size();
    chain->given = Grouped(parties, count, [&](std::size_t i) { return chain->edges[i].from; });
    chain->received = Grouped(parties, count, [&](std::size_t i) { return chain->edges[i].to; });
    // Beside one another, where walks want them: what an edge says is far from the next edge.
    chain->targets.reserve(chain->given.all().size());
    for (const ChainIndex i : chain->given.all()) chain->targets.push_back(chain->edges[i].to);
  }

  void match_holders(PartyFinder& finder) const {
    for (std::size_t i = 0; i < holders.size(); ++i) {
      const auto [party, matched] = finder.by_reference(holders[i]);
      chain->certificates[i].party = party;
      chain->certificates[i].matched = matched;
    }
  }

  // The contract names 乙, or it is the one party that entrusts work and receives none.
  void find_contractor(PartyFinder& finder) const {
    const auto [party, matched] = finder.by_reference(contractor);
    chain->contractor = party;
    chain->contractor_matched = matched;
    if (party != kNobody || !contractor.empty()) return;
    ChainIndex only = kNobody;
    for (ChainIndex i = 0; i < chain->parties.size(); ++i) {
      if (!chain->received.of(i).empty()) continue;
      if (only != kNobody) return;
      only = i;
    }
    chain->contractor = only;
  }

  void match_filings(PartyFinder& finder) const {
    for (std::size_t i = 0; i < filers.size(); ++i) {
      const Filer& filer = filers[i];
      ChainFiling& filing = chain->filings[i];
      const auto [party, matched] = filed_by(filer, finder);
      filing.party = party;
      filing.matched = matched;
      if (party == kNobody) filing.nearly = finder.by_look(filer.name);
    }
    chain->filed = Grouped(chain->parties.size(), filers.size(),
                           [&](std::size_t i) { return chain->filings[i].party; });
  }
  static FoundParty filed_by(const Filer& filer, PartyFinder& finder) {
    for (const std::string_view id : {filer.party, filer.id}) {
      if (const ChainIndex party = finder.by_id(id); party != kNobody) return {party, Match::id};
    }
    if (const ChainIndex party = finder.by_number(filer.corporate_number); party != kNobody) {
      return {party, Match::corporate_number};
    }
    if (const ChainIndex party = finder.by_name(filer.name); party != kNobody) {
      return {party, Match::name};
    }
    return {};
  }

  // Whom row 4 names: first among those the filer entrusts work to, then in the whole chain.
  void match_named(PartyFinder& everybody) const {
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (named[i].empty()) continue;
      ChainFiling& filing = chain->filings[i];
      std::vector<ChainIndex> entrusted;
      for (const ChainIndex e : chain->given.of(filing.party)) {
        if (chain->edges[e].to != kNobody) entrusted.push_back(chain->edges[e].to);
      }
      PartyFinder direct(*chain, std::move(entrusted));
      for (const Named& each : named[i]) {
        filing.subcontractors.push_back(subcontractor(each, direct, everybody));
      }
      if (filing.party != kNobody && chain->in_force[filing.party] == i) mark_named_edges(filing);
    }
  }
  static NamedSubcontractor subcontractor(const Named& given, PartyFinder& direct,
                                          PartyFinder& everybody) {
    for (PartyFinder* const finder : {&direct, &everybody}) {
      ChainIndex party = finder->by_number(given.corporate_number);
      if (party == kNobody) party = finder->by_name(given.name);
      if (party != kNobody) return {party, given.entry, false};
    }
    const ChainIndex nearly = direct.by_look(given.name);
    return {nearly, given.entry, nearly != kNobody};
  }
  void mark_named_edges(const ChainFiling& filing) const {
    std::unordered_set<ChainIndex> on_form;
    for (const NamedSubcontractor& each : filing.subcontractors) {
      if (each.party != kNobody && !each.nearly) on_form.insert(each.party);
    }
    for (const ChainIndex e : chain->given.of(filing.party)) {
      chain->edges[e].named_on_form = on_form.contains(chain->edges[e].to);
    }
  }
};

ChainBuilder::ChainBuilder(Day as_of, Editions editions)
    : state_(std::make_unique<State>(as_of, std::move(editions))) {}
ChainBuilder::ChainBuilder(ChainBuilder&&) noexcept = default;
ChainBuilder& ChainBuilder::operator=(ChainBuilder&&) noexcept = default;
ChainBuilder::~ChainBuilder() = default;

void ChainBuilder::add(const Contract& contract, RecordSource source) {
  ChainState& chain = *state_->chain;
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
  state_->contractor = contract.contractor.str();
}

void ChainBuilder::add(const Party& party, RecordSource source) {
  State& state = *state_;
  state.chain->parties.push_back(
      {state.keep(party.id), state.keep(party.name), state.keep(party.corporate_number), source});
}

void ChainBuilder::add(const Subcontract& subcontract, RecordSource source) {
  State& state = *state_;
  const auto index = static_cast<ChainIndex>(state.chain->edges.size());
  ChainEdge& edge = state.chain->edges.emplace_back();
  edge.source = source;
  edge.work = state.keep(subcontract.work);
  edge.starts_on = CompactDay(subcontract.starts_on);
  edge.planned = said(subcontract.planned);
  edge.handles_data = said(subcontract.handles_electronic_data);
  edge.subsidiary = said(subcontract.subsidiary);
  for (std::size_t i = 0; i < subcontract.consents.size(); ++i) {
    const Consent& consent = subcontract.consents[i];
    const ConsentState form = !consent.form                             ? ConsentState::unstated
                              : consent.form == ConsentForm::written    ? ConsentState::written
                              : consent.form == ConsentForm::electronic ? ConsentState::electronic
                                                                        : ConsentState::other_form;
    const CompactDay day(consent.given_on);
    const bool earlier = day.known() && (!edge.consent_on.known() || day < edge.consent_on);
    if (form < edge.consent_state || (form == edge.consent_state && !earlier)) continue;
    edge.consent_state = form;
    edge.consent_on = day;
    edge.consent = capped<std::uint16_t>(i);
  }
  const FlowDown& flow_down = subcontract.flow_down;
  edge.flow_down_on = CompactDay(flow_down.agreed_on);
  if (flow_down.special_terms == true && flow_down.compliance_items == true) {
    edge.flow_down = FlowDownState::complete;
  } else if (flow_down.special_terms == false || flow_down.compliance_items == false) {
    edge.flow_down = FlowDownState::incomplete;
  }
  for (std::size_t i = 0; i < subcontract.materials.size(); ++i) {
    const PassedMaterial& material = subcontract.materials[i];
    state.chain->materials.push_back(
        {index, capped<std::uint16_t>(i), state.keep(material.name), CompactDay(material.passed_on),
         CompactDay(material.approved_on), CompactDay(material.recall_instructed_on),
         CompactDay(material.recalled_on)});
  }
  state.ends.push_back({state.keep(subcontract.from), state.keep(subcontract.to)});
}

void ChainBuilder::add(const Filing& filing, RecordSource source) {
  State& state = *state_;
  const Declaration& declaration = filing.declaration;
  ChainFiling& out = state.chain->filings.emplace_back();
  out.source = source;
  out.declared_on = CompactDay(declaration.declared_on);
  out.id = state.keep(declaration.id);
  out.supersedes = state.keep(declaration.supersedes);
  const Form& form = state.look_at(declaration);
  read_locations(form, *state.chain, out);
  const Party& declarant = declaration.declarant;
  state.filers.push_back({state.keep(filing.party), state.keep(declarant.id),
                          state.keep(declarant.corporate_number), state.keep(declarant.name),
                          CompactDay(declaration.contract.concluded_on),
                          state.keep(declaration.contract.course_number)});
  auto& named = state.named.emplace_back();
  if (out.subcontracting == Answer::no) return;
  const auto& subcontractors = declaration.subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    if (form.says_nothing(subcontractors[i].name)) continue;
    named.push_back({state.keep(subcontractors[i].name),
                     state.keep(subcontractors[i].corporate_number), capped<std::uint16_t>(i)});
  }
}

void ChainBuilder::add(const Certificate& certificate, RecordSource source) {
  ChainCertificate& out = state_->chain->certificates.emplace_back();
  out.source = source;
  out.valid_until = CompactDay(certificate.valid_until);
  out.relied_on = CompactDay(certificate.relied_on);
  state_->holders.push_back(state_->keep(certificate.party));
}

void ChainBuilder::add(const Dossier& dossier, std::uint32_t document) {
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    const auto& member = dossier.*kind.in_dossier;
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
      for (std::size_t i = 0; i < member.size(); ++i) add(member[i], {document, i});
    } else {
      add(member, {document});
    }
  });
}

void ChainBuilder::add(const DossierRecord& record, std::uint32_t document) {
  const RecordSource source(document, 0, DocumentKind::record);
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    const auto& member = record.*kind.in_record;
    constexpr bool contract = std::is_same_v<decltype(member), const Contract&>;
    if (contract || !is_empty(member)) add(member, source);
  });
}

Chain ChainBuilder::build() {
  State& state = *state_;
  ChainState& chain = *state.chain;
  chain.ids = IdIndex(chain.parties, chain.repeated);
  PartyFinder finder(chain);
  state.join_edges(finder);
  state.match_holders(finder);
  state.find_contractor(finder);
  measure_tiers(chain);
  state.match_filings(finder);
  state.compare_contracts();
  find_filings_in_force(chain);
  state.match_named(finder);
  measure_overseas(chain);
  chain.cycles = find_cycles(chain.edges, chain.given, chain.targets, chain.parties.size());
  Chain built(std::move(state.chain));
  *this = ChainBuilder(built.as_of(), state_->editions);
  return built;
}

}  // namespace tokki
