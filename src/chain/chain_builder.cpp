#include <stdexcept>

#include "chain/add_to_chain.hpp"
#include "chain/chain_assembler.hpp"
#include "form/form_analyser.hpp"
#include "record/each_record.hpp"
#include "ruleset/rule_set.hpp"
#include "tokki/edition.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct __attribute__((visibility("hidden"))) ChainBuilder::State {
  State(Day day, const Editions& editions) : as_of(day), forms(editions), assembler(day) {}

  Day as_of;
  FormAnalyser forms;
  ChainAssembler assembler;
};

ChainBuilder::ChainBuilder(Day as_of, const Editions& editions)
    : state_(std::make_unique<State>(as_of, editions)) {}
ChainBuilder::ChainBuilder(ChainBuilder&&) noexcept = default;
ChainBuilder& ChainBuilder::operator=(ChainBuilder&&) noexcept = default;
ChainBuilder::~ChainBuilder() = default;

ChainBuilder::State& ChainBuilder::state() {
  if (!state_) throw std::logic_error("tokki::ChainBuilder: moved from");
  return *state_;
}

void ChainBuilder::add(const Contract& contract, RecordSource source) {
  state().assembler.add(contract, source);
}
void ChainBuilder::add(const Party& party, RecordSource source) {
  state().assembler.add(party, source);
}
void ChainBuilder::add(const Subcontract& subcontract, RecordSource source) {
  state().assembler.add(subcontract, source);
}
void ChainBuilder::add(const Filing& filing, RecordSource source) {
  State& state = this->state();
  state.assembler.add(filing.party, state.forms.analyse(filing.declaration, state.as_of), source);
}
void ChainBuilder::add(const Certificate& certificate, RecordSource source) {
  state().assembler.add(certificate, source);
}

void ChainBuilder::add_record(std::string_view kind, std::string_view party, RecordSource source) {
  state().assembler.add_record(kind, party, source);
}

void ChainBuilder::add(const Dossier& dossier, std::uint32_t document) {
  each_record(dossier, document, [this](const auto& record, RecordSource source) {
    add_to_chain<Dossier>(*this, record, source);
  });
}

void ChainBuilder::add(const DossierRecord& record, std::uint32_t document) {
  each_record_alone<Dossier>(record, document, [this](const auto& one, RecordSource source) {
    add_to_chain<Dossier>(*this, one, source);
  });
}

Chain ChainBuilder::build() {
  State& state = this->state();
  const Editions& editions = state.forms.editions();
  const Contract& contract = state.assembler.contract();
  const Edition& edition =
      *editions.all()[editions.choose(contract.edition, contract.concluded_on.value)];
  Chain built(state.assembler.assemble(rule_set_of(edition).phrases()));
  state.assembler = ChainAssembler(state.as_of);
  return built;
}

}  // namespace tokki::inline v0
