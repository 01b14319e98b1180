// chain.cpp: chains: building them from dossiers, and queries.
#include <utility>

#include "guard.hpp"
#include "handles.hpp"

using namespace tokki::c;

namespace {

static_assert(TOKKI_NOBODY == tokki::kNoIndex);
static_assert(TOKKI_MISSING == static_cast<int>(tokki::Expected::missing) &&
              TOKKI_NOT_IN_CHAIN == static_cast<int>(tokki::Expected::not_in_chain));
static_assert(TOKKI_YES == static_cast<int>(tokki::TriState::yes) &&
              TOKKI_NO == static_cast<int>(tokki::TriState::no));

static_assert(4 == static_cast<int>(tokki::ConsentState::written) &&
              2 == static_cast<int>(tokki::FlowDownState::complete));

/// The entry at an index; refuses an index out of range.
template <class Entries>
const auto& entry(const Entries& entries, std::size_t index) {
  if (index >= entries.size()) {
    refuse(TOKKI_NOT_FOUND,
           {"その番号のものは連鎖にありません", "the chain has nothing of that index"});
  }
  return entries[index];
}

tokki_day lent_day(tokki::CompactDay day) {
  return tokki::c::lent(day.known() ? std::optional(day.day()) : std::nullopt);
}

template <class E>
int32_t number(E value) {
  return static_cast<int32_t>(value);
}

/// Adds the document that was read to the chain being built.
void add_document(tokki_chain_builder& builder) {
  const std::uint32_t number = builder.documents++;
  if (const auto* dossier = builder.document.dossier()) {
    builder.builder.add(*dossier, number);
  } else if (const auto* record = builder.document.dossier_record()) {
    builder.builder.add(*record, number);
  }
}

}  // namespace

tokki_status tokki_chain_builder_new(const tokki_chain_options* options, tokki_chain_builder** out,
                                     tokki_error* error) {
  return guarded(error, [&] {
    tokki_chain_builder*& made = emptied(out);
    const tokki_chain_options asked = adopted(options);
    only_flags(asked.flags, 0);
    const auto as_of = given(asked.as_of);
    auto builder = std::make_unique<tokki_chain_builder>(
        tokki::ChainBuilder(as_of ? *as_of : tokki::today_in_japan(),
                            editions_given(asked.editions, asked.edition_count)));
    builder->limits = adopted_limits(asked.limits);
    made = builder.release();
  });
}

tokki_status tokki_chain_builder_add(tokki_chain_builder* builder, tokki_text json,
                                     tokki_report** faults, tokki_error* error) {
  return guarded(error, [&] {
    if (faults != nullptr) *faults = nullptr;
    given(builder);
    const std::scoped_lock held(builder->lock);
    if (!builder->whole) refuse(TOKKI_NO_MEMORY, kNoMemory);
    const tokki::Document& document = builder->document;
    builder->document.read(given(json), builder->limits);
    std::unique_ptr<tokki_report> found;
    if (faults != nullptr) found = report_of(document.findings(), document.kind());
    const bool usable = document.dossier() != nullptr || document.dossier_record() != nullptr;
    if (usable) {
      builder->whole = false;
      add_document(*builder);
      builder->whole = true;
    }
    if (faults != nullptr) *faults = found.release();
    if (!usable) {
      refuse(TOKKI_FAULTY, {"案件（tokki.dossier/1）ともその一件とも読めません",
                            "this is neither a dossier (tokki.dossier/1) nor a record of one"});
    }
  });
}

tokki_status tokki_chain_builder_build(tokki_chain_builder* builder, tokki_chain** out,
                                       tokki_error* error) {
  return guarded(error, [&] {
    tokki_chain*& made = emptied(out);
    given(builder);
    const std::scoped_lock held(builder->lock);
    if (!builder->whole) refuse(TOKKI_NO_MEMORY, kNoMemory);
    builder->whole = false;
    made = new tokki_chain(builder->builder.build());
    builder->whole = true;
    builder->documents = 0;
  });
}

void tokki_chain_builder_free(tokki_chain_builder* builder) { delete builder; }

const tokki_record* tokki_chain_contract(const tokki_chain* chain) {
  return chain == nullptr ? nullptr : &chain->contract;
}
uint32_t tokki_chain_contractor(const tokki_chain* chain) {
  return chain == nullptr ? TOKKI_NOBODY : chain->chain.contractor();
}

tokki_status tokki_chain_find(const tokki_chain* chain, tokki_text reference, uint32_t* out,
                              tokki_error* error) {
  return guarded(error, [&] { wanted(out) = given(chain).chain.find(given(reference)); });
}

uint32_t tokki_chain_party_count(const tokki_chain* chain) {
  return chain == nullptr ? 0 : static_cast<uint32_t>(chain->chain.parties().size());
}

tokki_status tokki_chain_party(const tokki_chain* chain, uint32_t index, tokki_party* out,
                               tokki_error* error) {
  return guarded(error, [&] {
    const tokki::Chain& asked = given(chain).chain;
    const tokki::ChainParty& party = entry(asked.parties(), index);
    const auto tier = asked.tier(index);
    fill_struct(out, {.size = 0,
                      .id = tokki::c::lent(party.id),
                      .name = tokki::c::lent(party.name),
                      .corporate_number = tokki::c::lent(party.corporate_number),
                      .tier = tier ? static_cast<int32_t>(*tier) : -1,
                      .expected = number(asked.expected(index))});
  });
}

uint32_t tokki_chain_edge_count(const tokki_chain* chain) {
  return chain == nullptr ? 0 : static_cast<uint32_t>(chain->chain.edges().size());
}

tokki_status tokki_chain_edge(const tokki_chain* chain, uint32_t index, tokki_edge* out,
                              tokki_error* error) {
  return guarded(error, [&] {
    const tokki::Chain& asked = given(chain).chain;
    const tokki::ChainEdge& edge = entry(asked.edges(), index);
    fill_struct(out, {.size = 0,
                      .from = edge.from,
                      .to = edge.to,
                      .document = edge.source.document,
                      .entry = edge.source.index,
                      .starts_on = lent_day(edge.starts_on),
                      .consent_on = lent_day(edge.consent_on),
                      .flow_down_on = lent_day(edge.flow_down_on),
                      .consent = number(edge.consent_state),
                      .flow_down = number(edge.flow_down),
                      .planned = number(edge.planned),
                      .subsidiary = number(edge.subsidiary),
                      .handles_data = number(edge.handles_data),
                      .begun = number(asked.begun(edge)),
                      .reserved = 0});
  });
}

tokki_status tokki_chain_path(const tokki_chain* chain, uint32_t party, uint32_t* edges,
                              size_t capacity, size_t* length, tokki_error* error) {
  return guarded(error, [&] {
    const tokki::Chain& asked = given(chain).chain;
    wanted(length) = 0;
    entry(asked.parties(), party);
    const std::vector<tokki::ChainIndex> path = asked.path_to(party);
    if (capacity != 0 && !path.empty()) {
      std::copy_n(path.begin(), std::min(capacity, path.size()), &wanted(edges));
    }
    *length = path.size();
  });
}

size_t tokki_chain_exposure_count(const tokki_chain* chain) {
  return chain == nullptr ? 0 : chain->exposure.size();
}

tokki_status tokki_chain_exposure(const tokki_chain* chain, size_t index, tokki_exposure* out,
                                  tokki_error* error) {
  return guarded(error, [&] {
    const tokki::Exposure& fact = entry(given(chain).exposure, index);
    const tokki::RecordSource source = chain->chain.filings()[fact.filing].source;
    const bool named = fact.country != tokki::CountryCode{};
    fill_struct(out, {.size = 0,
                      .party = fact.party,
                      .document = source.document,
                      .entry = source.index,
                      .certain = fact.certain ? 1 : 0,
                      .country = tokki::c::lent(named ? fact.country.view() : std::string_view()),
                      .service = tokki::c::lent(fact.service),
                      .medium = tokki::c::lent(fact.medium)});
  });
}

void tokki_chain_free(tokki_chain* chain) { delete chain; }
