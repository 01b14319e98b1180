#include <algorithm>

#include "json/reading.hpp"
#include "record/overlap.hpp"
#include "tokki/decode.hpp"

namespace tokki {
namespace {

// The documents of one kind, whatever the version: "tokki.dossier/".
template <DocumentRecord T>
bool is_of_kind(std::string_view format) {
  constexpr std::string_view own = Description<T>::format;
  return format.starts_with(own.substr(0, own.rfind('/') + 1));
}

}  // namespace

struct Document::State {
  JsonSource source;
  ReadingResult result;
  Reading<Declaration> declaration;
  // Made when the first one is met.
  std::unique_ptr<Reading<Dossier>> dossier;
  std::unique_ptr<Reading<DossierRecord>> record;
  enum class Kind : std::uint8_t { declaration, dossier, record } kind = Kind::declaration;

  void read(std::string_view json, const Limits& limits) {
    if (source.take(json, limits, result.findings)) {
      as_kind(first_format(source.tokens()),
              [&](auto& reading) { result.decoded = reading.read_straight(source, limits); });
      if (!result.decoded && source.parse(limits, result.findings)) {
        as_kind(source.format(), [&](auto& reading) { reading.read(source, limits, result); });
        truncate(result.findings, limits.findings);
      }
    }
    result.finish(json);
  }

  // What cannot be told is taken for a declaration.
  template <class Read>
  void as_kind(std::string_view format, Read&& read) {
    if (is_of_kind<Dossier>(format)) {
      kind = Kind::dossier;
      if (!dossier) dossier = std::make_unique<Reading<Dossier>>();
      read(*dossier);
    } else if (is_of_kind<DossierRecord>(format)) {
      kind = Kind::record;
      if (!record) record = std::make_unique<Reading<DossierRecord>>();
      read(*record);
    } else {
      kind = Kind::declaration;
      read(declaration);
    }
  }
};

Document::Document() : state_(std::make_unique<State>()) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

void Document::read(std::string_view json, const Limits& limits) {
  state_->result.clear();
  state_->read(json, limits);
  for (Finding& finding : state_->result.findings) {
    if (finding.at.is_root()) finding.at.kind = kind();  // made before the kind was known
  }
}

const Declaration* Document::declaration() const noexcept {
  const bool read = state_->result.decoded && state_->kind == State::Kind::declaration;
  return read ? &state_->declaration.record : nullptr;
}
const Dossier* Document::dossier() const noexcept {
  const bool read = state_->result.decoded && state_->kind == State::Kind::dossier;
  return read ? &state_->dossier->record : nullptr;
}
const DossierRecord* Document::dossier_record() const noexcept {
  const bool read = state_->result.decoded && state_->kind == State::Kind::record;
  return read ? &state_->record->record : nullptr;
}
std::string_view Document::kind() const noexcept {
  if (!state_->result.decoded) return {};
  switch (state_->kind) {
    case State::Kind::dossier: return Description<Dossier>::kind;
    case State::Kind::record: return Description<DossierRecord>::kind;
    default: return Description<Declaration>::kind;
  }
}
const std::vector<Finding>& Document::findings() const noexcept { return state_->result.findings; }

const std::vector<Place>& Document::faulty() const noexcept { return state_->result.faulty; }

bool Document::faulty_at(const Place& place) const noexcept {
  return overlaps_any(state_->result.faulty, place);
}

}  // namespace tokki
