#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "chain/chain_state.hpp"
#include "chain/cycles.hpp"
#include "rules/form_places.hpp"
#include "text/corporate_number.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

Said said(const std::optional<bool>& value) {
  return value ? (*value ? Said::yes : Said::no) : Said::nothing;
}

template <class T>
T capped(std::size_t value) {
  return static_cast<T>(std::min<std::size_t>(value, std::numeric_limits<T>::max()));
}

// 法人番号 as it is compared: its digits.
std::string digits_of(std::string_view number) {
  std::string scratch;
  std::string digits;
  for (const char c : folded(number, scratch)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool same_text(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::string left;
  std::string right;
  return folded(a, left) == folded(b, right);
}

// What two records say of the contract; a cell that one leaves empty does not differ.
bool same_contract(const Contract& a, const Contract& b) {
  const auto agrees = [](std::string_view x, std::string_view y) {
    return is_blank(x) || is_blank(y) || same_text(x, y);
  };
  const bool same_day = !a.concluded_on.value || !b.concluded_on.value ||
                        *a.concluded_on.value == *b.concluded_on.value;
  return same_day && agrees(a.course_number, b.course_number) && agrees(a.title, b.title) &&
         agrees(a.client, b.client) && agrees(a.contractor, b.contractor);
}

}  // namespace

struct __attribute__((visibility("hidden"))) ChainBuilder::State {
  State(Day day, Editions known)
      : chain(std::make_unique<Chain::State>()), editions(std::move(known)) {
    chain->as_of = day;
    for (const auto& edition : editions.all()) forms.emplace_back(edition);
  }

  std::string_view keep(std::string_view text) const {
    if (text.empty()) return {};
    auto* const copy = static_cast<char*>(chain->texts.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
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

  std::unique_ptr<Chain::State> chain;
  Editions editions;
  std::vector<Form> forms;                // one for each edition
  std::vector<Ends> ends;                 // of each edge
  std::vector<Filer> filers;              // of each filing
  std::vector<std::vector<Named>> named;  // by each filing
  std::vector<std::string_view> holders;  // of each certificate
  std::string contractor;

  // Only wanted when something is not referred to by id.
  std::unordered_map<std::string, ChainIndex> by_number, by_name;
  bool indexed = false;

  void index_names() {
    if (std::exchange(indexed, true)) return;
    for (ChainIndex i = 0; i < chain->parties.size(); ++i) {
      const ChainParty& party = chain->parties[i];
      if (std::string digits = digits_of(party.corporate_number); !digits.empty()) {
        by_number.emplace(std::move(digits), i);
      }
      if (!is_blank(party.name)) by_name.emplace(name_key(party.name), i);
    }
  }

  ChainIndex by_id(std::string_view id) const { return chain->ids.find(id); }
  ChainIndex number(std::string_view text) {
    index_names();
    const auto found = by_number.find(digits_of(text));
    return found == by_number.end() || is_blank(text) ? kNobody : found->second;
  }
  ChainIndex name(std::string_view text) {
    index_names();
    if (is_blank(text)) return kNobody;
    const auto found = by_name.find(name_key(text));
    return found == by_name.end() ? kNobody : found->second;
  }
  ChainIndex reference(std::string_view text, Match& how) {
    how = Match::none;
    ChainIndex found = kNobody;
    const auto by = [&](ChainIndex party, Match match) {
      if (found == kNobody && party != kNobody) {
        found = party;
        how = match;
      }
      return found != kNobody;
    };
    if (text.empty() || by(by_id(text), Match::id)) return found;
    if (by(number(text), Match::corporate_number)) return found;
    by(name(text), Match::name);
    return found;
  }

  // Looking at every party for one that only looks alike is for chains that people can read.
  ChainIndex lookalike(std::string_view text, std::span<const ChainIndex> among) const {
    constexpr std::size_t kMany = 10'000;
    if (is_blank(text) || among.size() > kMany) return kNobody;
    for (const ChainIndex i : among) {
      if (look_alike(text, chain->parties[i].name)) return i;
    }
    return kNobody;
  }

  // What the form says, read with the edition it was made under.
  const Form& look_at(const Declaration& declaration) {
    const CitedContract& cited = declaration.contract;
    Form& form = forms[editions.choose(cited.edition, cited.concluded_on.value)];
    form.look_at(declaration, chain->as_of);
    return form;
  }

  void read_places(const Form& form, ChainFiling& out) {
    const Declaration& declaration = form.declaration();
    out.place = form.place();
    out.online = form.online();
    out.subcontracting = form.subcontracting();
    const auto add = [&](NamedPlace::From from, std::size_t entry, const PlaceReading& reading,
                         std::string_view service) {
      for (const CountrySet* set : {&reading.named, &reading.suggested}) {
        for (const CountryCode country : *set) {
          if (set == &reading.suggested && reading.named.contains(country)) continue;
          out.places.push_back({from, country, reading.certain && set == &reading.named,
                                capped<std::uint16_t>(entry), service});
        }
      }
      if (reading.abroad && !reading.suggested.foreign() && !reading.named.foreign()) {
        out.places.push_back({from, {}, false, capped<std::uint16_t>(entry), service});
      }
    };
    each_overseas_country(form, [&](std::size_t i, const PlaceReading& reading) {
      add(NamedPlace::From::storage_location, i, reading, {});
    });
    if (out.place == Place::abroad && out.places.empty()) {
      out.places.push_back({NamedPlace::From::storage_location, {}, true, 0, {}});
    }
    if (out.place == Place::japan_only) {
      out.places.push_back({NamedPlace::From::storage_location, kJapan, true, 0, {}});
    }
    const auto& services = declaration.online_storage.services;
    each_service_place(form, [&](std::size_t i, const auto&, const PlaceReading& reading) {
      add(NamedPlace::From::service, i, reading, keep(services[i].name));
    });
    if (out.online != Answer::no) {
      for (const Service& service : services) out.services.push_back(keep(service.name));
    }
    for (const StorageMedium& medium : declaration.storage_media) {
      if (!form.says_nothing(medium.name)) out.media.push_back(keep(medium.name));
    }
  }

  void compare_contracts() {
    const Contract& contract = chain->contract;
    if (!chain->has_contract) return;
    const CompactDay day(contract.concluded_on);
    for (std::size_t i = 0; i < filers.size(); ++i) {
      const Filer& filer = filers[i];
      const bool other_day = filer.contract_day.known() && day.known() && filer.contract_day != day;
      const bool other_number = !is_blank(filer.course_number) &&
                                !is_blank(contract.course_number) &&
                                !same_text(filer.course_number, contract.course_number);
      chain->filings[i].other_contract = other_day || other_number;
    }
  }

  void index_ids() const { chain->ids = IdIndex(chain->parties, chain->repeated); }

  void join_edges() {
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
      edge.from = reference(ends[i].from, edge.from_matched);
      edge.to = reference(ends[i].to, edge.to_matched);
    }
    const auto count = chain->edges.size();
    const auto parties = chain->parties.size();
    chain->given = Grouped(parties, count, [&](std::size_t i) { return chain->edges[i].from; });
    chain->received = Grouped(parties, count, [&](std::size_t i) { return chain->edges[i].to; });
    // Beside one another, where walks want them: what an edge says is far from the next edge.
    chain->targets.reserve(chain->given.all().size());
    for (const ChainIndex i : chain->given.all()) chain->targets.push_back(chain->edges[i].to);
  }

  void match_holders() {
    for (std::size_t i = 0; i < holders.size(); ++i) {
      ChainCertificate& certificate = chain->certificates[i];
      certificate.party = reference(holders[i], certificate.matched);
    }
  }

  // The contract names 乙, or it is the one party that entrusts work and receives none.
  void find_contractor() {
    chain->contractor = reference(contractor, chain->contractor_matched);
    if (chain->contractor != kNobody || !contractor.empty()) return;
    ChainIndex only = kNobody;
    for (ChainIndex i = 0; i < chain->parties.size(); ++i) {
      if (!chain->received.of(i).empty()) continue;
      if (only != kNobody) return;
      only = i;
    }
    chain->contractor = only;
  }

  void measure_tiers() const {
    chain->tiers.assign(chain->parties.size(), kNobody);
    chain->came_by.assign(chain->parties.size(), kNobody);
    if (chain->contractor == kNobody) return;
    std::vector<ChainIndex> reached{chain->contractor};
    chain->tiers[chain->contractor] = 0;
    for (std::size_t at = 0; at < reached.size(); ++at) {
      const ChainIndex from = reached[at];
      std::size_t next = chain->given.begin_of(from);
      for (const ChainIndex i : chain->given.of(from)) {
        const ChainIndex to = chain->targets[next++];
        if (to == kNobody || chain->tiers[to] != kNobody) continue;
        chain->tiers[to] = chain->tiers[from] + 1;
        chain->came_by[to] = i;
        reached.push_back(to);
      }
    }
  }

  void match_filings() {
    std::vector<ChainIndex> everybody;
    for (std::size_t i = 0; i < filers.size(); ++i) {
      const Filer& filer = filers[i];
      ChainFiling& filing = chain->filings[i];
      const auto try_match = [&](ChainIndex found, Match how) {
        if (filing.party == kNobody && found != kNobody) {
          filing.party = found;
          filing.matched = how;
        }
        return filing.party != kNobody;
      };
      if (try_match(by_id(filer.party), Match::id) || try_match(by_id(filer.id), Match::id) ||
          try_match(number(filer.corporate_number), Match::corporate_number) ||
          try_match(name(filer.name), Match::name)) {
        continue;
      }
      if (everybody.empty()) {
        for (ChainIndex p = 0; p < chain->parties.size(); ++p) everybody.push_back(p);
      }
      filing.nearly = lookalike(filer.name, everybody);
    }
    chain->filed = Grouped(chain->parties.size(), filers.size(),
                           [&](std::size_t i) { return chain->filings[i].party; });
  }

  void find_filings_in_force() const {
    if (chain->filings.empty()) return;
    chain->in_force.assign(chain->parties.size(), kNobody);
    const CompactDay today{std::optional(chain->as_of)};
    for (ChainIndex party = 0; party < chain->parties.size(); ++party) {
      const auto filed = chain->filed.of(party);
      for (const ChainIndex i : filed) {
        const ChainFiling& newer = chain->filings[i];
        if (newer.supersedes.empty() || newer.declared_on > today) continue;
        for (const ChainIndex j : filed) {
          if (j != i && chain->filings[j].id == newer.supersedes)
            chain->filings[j].superseded = true;
        }
      }
      ChainIndex latest = kNobody;
      for (const ChainIndex i : filed) {
        const ChainFiling& filing = chain->filings[i];
        if (filing.superseded || filing.declared_on > today) continue;
        if (latest == kNobody || filing.declared_on >= chain->filings[latest].declared_on)
          latest = i;
      }
      chain->in_force[party] = latest;
      if (latest == kNobody) continue;
      for (const ChainIndex i : filed) {
        ChainFiling& filing = chain->filings[i];
        if (i == latest || filing.superseded || filing.declared_on > today) continue;
        if (filing.declared_on == chain->filings[latest].declared_on) {
          filing.contended = true;
        } else {
          filing.superseded = true;
        }
      }
    }
  }

  // Whom row 4 names: first among those the filer entrusts work to.
  void match_named() {
    for (std::size_t i = 0; i < named.size(); ++i) {
      ChainFiling& filing = chain->filings[i];
      std::vector<ChainIndex> direct;
      for (const ChainIndex e : chain->given.of(filing.party)) {
        if (chain->edges[e].to != kNobody) direct.push_back(chain->edges[e].to);
      }
      for (const Named& each : named[i]) {
        NamedSubcontractor& found = filing.subcontractors.emplace_back();
        found.entry = each.entry;
        for (const ChainIndex party : direct) {
          const ChainParty& candidate = chain->parties[party];
          const std::string digits = digits_of(each.corporate_number);
          const bool same_number =
              !digits.empty() && digits == digits_of(candidate.corporate_number);
          if (same_number || same_name(candidate.name, each.name)) found.party = party;
        }
        if (found.party == kNobody) found.party = number(each.corporate_number);
        if (found.party == kNobody) found.party = name(each.name);
        if (found.party == kNobody) {
          found.party = lookalike(each.name, direct);
          found.nearly = found.party != kNobody;
        }
      }
      if (filing.party == kNobody || chain->in_force[filing.party] != i ||
          filing.subcontracting == Answer::no) {
        continue;
      }
      for (const ChainIndex e : chain->given.of(filing.party)) {
        ChainEdge& edge = chain->edges[e];
        edge.named_on_form =
            std::ranges::any_of(filing.subcontractors, [&](const NamedSubcontractor& each) {
              return each.party == edge.to && !each.nearly && edge.to != kNobody;
            });
      }
    }
  }

  // How far each party is from data abroad, going down: a walk up from all who keep some.
  void measure_overseas() const {
    std::vector<ChainIndex> reached;
    for (ChainIndex party = 0; party < chain->in_force.size(); ++party) {
      const ChainIndex filing = chain->in_force[party];
      if (filing == kNobody) continue;
      const bool abroad = std::ranges::any_of(chain->filings[filing].places, &NamedPlace::abroad);
      if (abroad) reached.push_back(party);
    }
    if (reached.empty()) return;
    chain->overseas.assign(chain->parties.size(), kNobody);
    chain->keeper.assign(chain->parties.size(), kNobody);
    for (const ChainIndex party : reached) {
      chain->overseas[party] = 0;
      chain->keeper[party] = party;
    }
    for (std::size_t at = 0; at < reached.size(); ++at) {
      for (const ChainIndex i : chain->received.of(reached[at])) {
        const ChainIndex from = chain->edges[i].from;
        if (from == kNobody || chain->overseas[from] != kNobody) continue;
        chain->overseas[from] = chain->overseas[reached[at]] + 1;
        chain->keeper[from] = chain->keeper[reached[at]];
        reached.push_back(from);
      }
    }
  }
};

ChainBuilder::ChainBuilder(Day as_of, Editions editions)
    : state_(std::make_unique<State>(as_of, std::move(editions))) {}
ChainBuilder::ChainBuilder(ChainBuilder&&) noexcept = default;
ChainBuilder& ChainBuilder::operator=(ChainBuilder&&) noexcept = default;
ChainBuilder::~ChainBuilder() = default;

void ChainBuilder::add(const Contract& contract, RecordSource source) {
  if (is_empty(contract)) return;
  Chain::State& chain = *state_->chain;
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
  state.read_places(form, out);
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
  const auto source = [document](std::size_t i) {
    return RecordSource{document, static_cast<std::uint32_t>(i)};
  };
  add(dossier.contract, source(0));
  for (std::size_t i = 0; i < dossier.parties.size(); ++i) add(dossier.parties[i], source(i));
  for (std::size_t i = 0; i < dossier.subcontracts.size(); ++i) {
    add(dossier.subcontracts[i], source(i));
  }
  for (std::size_t i = 0; i < dossier.declarations.size(); ++i) {
    add(dossier.declarations[i], source(i));
  }
  for (std::size_t i = 0; i < dossier.certificates.size(); ++i) {
    add(dossier.certificates[i], source(i));
  }
}

Chain ChainBuilder::build() {
  State& state = *state_;
  state.index_ids();
  state.join_edges();
  state.match_holders();
  state.find_contractor();
  state.measure_tiers();
  state.match_filings();
  state.compare_contracts();
  state.find_filings_in_force();
  state.match_named();
  state.measure_overseas();
  state.chain->cycles = find_cycles(state.chain->edges, state.chain->given, state.chain->targets,
                                    state.chain->parties.size());
  Chain chain(std::move(state.chain));
  *this = ChainBuilder(chain.as_of(), state_->editions);
  return chain;
}

}  // namespace tokki
