#include <algorithm>

#include "json/format_member.hpp"
#include "json/locate.hpp"
#include "json/reading.hpp"
#include "record/overlap.hpp"
#include "tokki/decode.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// The documents of one kind, whatever the version: "tokki.dossier/".
template <DocumentRecord T>
bool is_of_kind(std::string_view format) {
  constexpr std::string_view own = Description<T>::format;
  return format.starts_with(own.substr(0, own.rfind('/') + 1));
}

}  // namespace

struct Document::State {
  Tokens tokens;
  ReaderStorage storage;
  ReadingResult result;
  Declaration declaration;
  // Made when the first one is met.
  std::unique_ptr<Dossier> dossier;
  std::unique_ptr<DossierRecord> record;
  enum class Kind : std::uint8_t { declaration, dossier, record } kind = Kind::declaration;

  void read(std::string_view json, const Limits& limits) {
    result.clear();
    if (tokens.take(json, limits)) {
      as_kind(format_of(tokens.cursor(), storage.folded),
              [&](auto& out) { read_record(tokens, limits, storage, out, result); });
    }
    result.finish(tokens, limits);
  }

  // A document without a format is read as a declaration.
  template <class Read>
  void as_kind(std::string_view format, Read&& read) {
    if (is_of_kind<Dossier>(format)) {
      kind = Kind::dossier;
      if (!dossier) dossier = std::make_unique<Dossier>();
      read(*dossier);
    } else if (is_of_kind<DossierRecord>(format)) {
      kind = Kind::record;
      if (!record) record = std::make_unique<DossierRecord>();
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
  if (!state_) state_ = std::make_unique<State>();
  state_->read(json, limits);
  for (Finding& finding : state_->result.findings) {
    if (finding.at.is_root()) finding.at.kind = kind();  // made before the kind was known
  }
}

const Declaration* Document::declaration() const noexcept {
  const bool read = state_ && state_->result.decoded && state_->kind == State::Kind::declaration;
  return read ? &state_->declaration : nullptr;
}
const Dossier* Document::dossier() const noexcept {
  const bool read = state_ && state_->result.decoded && state_->kind == State::Kind::dossier;
  return read ? state_->dossier.get() : nullptr;
}
const DossierRecord* Document::dossier_record() const noexcept {
  const bool read = state_ && state_->result.decoded && state_->kind == State::Kind::record;
  return read ? state_->record.get() : nullptr;
}
std::string_view Document::kind() const noexcept {
  if (!state_ || !state_->result.decoded) return {};
  switch (state_->kind) {
    case State::Kind::dossier: return Description<Dossier>::kind;
    case State::Kind::record: return Description<DossierRecord>::kind;
    default: return Description<Declaration>::kind;
  }
}
const std::vector<Finding>& Document::findings() const noexcept {
  if (state_) return state_->result.findings;
  static const std::vector<Finding> none;
  return none;
}

const std::vector<Place>& Document::faulty() const noexcept {
  if (state_) return state_->result.faulty;
  static const std::vector<Place> none;
  return none;
}

bool Document::faulty_at(const Place& place) const noexcept {
  return overlaps_any(faulty(), place);
}

void Document::locate(std::vector<Finding>& findings, bool keep_values) const {
  if (state_) tokki::locate(state_->tokens, findings, keep_values);
}

}  // namespace tokki::inline v0
