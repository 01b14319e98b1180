#include "chain/chain_assembler.hpp"
#include "form/form_analyser.hpp"

namespace tokki {

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
  Chain built(state_->assembler.assemble());
  state_->assembler = ChainAssembler(state_->as_of);
  return built;
}

}  // namespace tokki
