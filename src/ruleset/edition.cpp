#include "tokki/edition.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <string>

#include "embedded.hpp"
#include "json/encoder.hpp"
#include "ruleset/rule_set.hpp"
#include "terms/edition_document.hpp"
#include "terms/load.hpp"
#include "terms/overlay.hpp"
#include "text/sha256.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct Edition::State {
  explicit State(EditionFile file) : document(std::move(file)), rules(document.file()) {}

  EditionDocument document;
  RuleSet rules;
  mutable std::once_flag digest_made;
  mutable std::string digest;  // made when first asked for
};

Edition::Edition(EditionFile file) : state_(std::make_unique<State>(std::move(file))) {}
Edition::~Edition() = default;

const RuleSet& internal::rule_set_of(const Edition& edition) noexcept {
  return edition.state_->rules;
}

Edition::Loaded Edition::load(std::string_view json, Known known) {
  LoadedFile loaded = load_edition_file(json, [&](std::string_view extends) {
    const EditionFile* base = nullptr;
    for (const auto& edition : known) {
      if (edition->matches_reference(extends)) base = &edition->file();
    }
    if (base == nullptr && builtin()->matches_reference(extends)) base = &builtin()->file();
    return base;
  });
  std::shared_ptr<const Edition> edition;
  if (loaded.file) edition.reset(new Edition(std::move(*loaded.file)));
  return {std::move(edition), std::move(loaded.faults)};
}

std::shared_ptr<const Edition> Edition::builtin() {
  static const std::shared_ptr<const Edition> edition = [] {
    const Loaded loaded = load(embedded::edition);
    if (!loaded.edition) throw std::logic_error("the built-in edition is faulty");
    return loaded.edition;
  }();
  return edition;
}

std::shared_ptr<const Edition> Edition::with_rules(const List<RuleSetting>& settings) const {
  EditionFile over = file();  // an overlay of the edition over itself, with other settings
  over.rules = settings;
  over.removes = {};
  EditionFile whole = Overlay(file(), over).file();
  whole.removes = file().removes;
  return std::shared_ptr<const Edition>(new Edition(std::move(whole)));
}

const EditionFile& Edition::file() const noexcept { return state_->document.file(); }
std::string Edition::reference() const { return reference_of(file()); }
const std::string& Edition::digest() const {
  std::call_once(state_->digest_made, [&] {
    std::string text;
    JsonWriter json(text);
    Encoder(json).object(file());
    Sha256 hash;
    hash.add(text);
    state_->digest = hash.finish();
  });
  return state_->digest;
}
bool Edition::matches_reference(std::string_view reference) const noexcept {
  return tokki::matches_reference(file(), reference);
}
bool Edition::in_force_on(Day contract_day) const noexcept {
  const auto& from = file().valid_from.value;
  const auto& until = file().valid_until.value;
  return !(from && contract_day < *from) && !(until && *until < contract_day);
}

const Part* Edition::part(std::string_view key) const noexcept {
  return state_->document.part(key);
}
const Clause* Edition::clause(std::string_view key) const noexcept {
  return state_->document.clause(key);
}
const Clause* Edition::clause_about(std::string_view subject) const noexcept {
  const auto& subjects = file().subjects;
  const auto* const bound =
      std::ranges::find_if(subjects, [&](const SubjectClause& one) { return one.key == subject; });
  return bound == subjects.end() ? nullptr : clause(bound->clause);
}
const Duty* Edition::duty(std::string_view key) const noexcept {
  return state_->document.duty(key);
}
const Parameter* Edition::parameter(std::string_view key) const noexcept {
  return state_->document.parameter(key);
}
const Cell* Edition::cell(std::string_view key) const noexcept {
  return state_->document.cell(key);
}

std::vector<const Clause*> Edition::cited(std::string_view citation) const {
  return state_->document.cited(citation);
}
std::string Edition::citation(std::string_view clause_key, Language language) const {
  return state_->document.citation(clause_key, language);
}
std::vector<const Clause*> Edition::children(std::string_view key) const {
  return state_->document.children(key);
}
const std::vector<ClauseNode>& Edition::tree() const noexcept { return state_->document.tree(); }
bool Edition::within(const Clause& clause, std::string_view ancestor) const noexcept {
  return state_->document.within(clause, ancestor);
}
std::vector<const Duty*> Edition::duties(const DutyFilter& filter) const {
  return state_->document.duties(filter);
}
std::vector<SearchHit> Edition::search(std::string_view text) const {
  return state_->document.search(text);
}

bool Edition::enabled(const RuleInfo& rule) const noexcept { return state_->rules.enabled(rule); }
Severity Edition::severity(const RuleInfo& rule) const noexcept {
  return state_->rules.severity(rule);
}
Day Edition::first_contract_day() const noexcept { return state_->rules.first_contract_day(); }

}  // namespace tokki::inline v0
