#include "json/any_document.hpp"
#include "json/locate.hpp"
#include "record/overlap.hpp"
#include "tokki/decode.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// None after a move.
DocumentKind read_as(const AnyDocument* document) noexcept {
  return document == nullptr ? DocumentKind::none : document->read_as();
}

}  // namespace

struct Document::State : AnyDocument {};

Document::Document() : state_(std::make_unique<State>()) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

void Document::read(std::string_view json, const Limits& limits) {
  if (!state_) state_ = std::make_unique<State>();  // after a move
  state_->read(json, limits);
}

const Declaration* Document::declaration() const noexcept {
  return read_as(state_.get()) == DocumentKind::declaration ? &state_->declaration : nullptr;
}
const Dossier* Document::dossier() const noexcept {
  return read_as(state_.get()) == DocumentKind::dossier ? state_->dossier.get() : nullptr;
}
const DossierRecord* Document::dossier_record() const noexcept {
  return read_as(state_.get()) == DocumentKind::record ? state_->record.get() : nullptr;
}
std::string_view Document::kind() const noexcept { return name_of(read_as(state_.get())); }
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
