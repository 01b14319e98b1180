#include "chain/add_to_chain.hpp"
#include "chain/chain_assembler.hpp"
#include "form/form_analyser.hpp"
#include "record/each_record.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct __attribute__((visibility("hidden"))) ChainBuilder::State {
  State(Day day, Editions editions) : as_of(day), forms(std::move(editions)), assembler(day) {}

  Day as_of;
  FormAnalyser forms;
  ChainAssembler assembler;
};

ChainBuilder::ChainBuilder(Day as_of, Editions editions)
    : state_(std::make_unique<State>(as_of, std::move(editions))) {}
ChainBuilder::ChainBuilder(ChainBuilder&&) noexcept = default;
ChainBuilder& ChainBuilder::operator=(ChainBuilder&&) noexcept = default;
ChainBuilder::~ChainBuilder() = default;

void ChainBuilder::add(const Contract& contract, RecordSource source) {
  state_->assembler.add(contract, source);
}
void ChainBuilder::add(const Party& party, RecordSource source) {
  state_->assembler.add(party, source);
}
void ChainBuilder::add(const Subcontract& subcontract, RecordSource source) {
  state_->assembler.add(subcontract, source);
}
void ChainBuilder::add(const Filing& filing, RecordSource source) {
  state_->assembler.add(filing.party, state_->forms.analyse(filing.declaration, state_->as_of),
                        source);
}
void ChainBuilder::add(const Certificate& certificate, RecordSource source) {
  state_->assembler.add(certificate, source);
}

void ChainBuilder::add_record(std::string_view kind, std::string_view party, RecordSource source) {
  state_->assembler.add_record(kind, party, source);
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
  Chain built(state_->assembler.assemble());
  state_->assembler = ChainAssembler(state_->as_of);
  return built;
}

}  // namespace tokki::inline v0
