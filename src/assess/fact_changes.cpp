#include "tokki/fact_changes.hpp"

#include <algorithm>
#include <utility>

#include "assess/declared_facts.hpp"
#include "changes/entry_keys.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// The cell of the form that a matter is declared in.
Path cell_of_matter(DeclaredMatter matter) {
  switch (matter) {
    case DeclaredMatter::name: return at(&Declaration::declarant, &Party::name);
    case DeclaredMatter::address: return at(&Declaration::declarant, &Party::address);
    case DeclaredMatter::medium: return at(&Declaration::storage_media);
    case DeclaredMatter::location: return at(&Declaration::storage_location);
    case DeclaredMatter::service: return at(&Declaration::online_storage, &OnlineStorage::services);
    case DeclaredMatter::subcontracting:
    case DeclaredMatter::work: break;
  }
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors);
}

// The first entry of a form that has one of the keys.
template <class T>
std::optional<std::size_t> entry_with(const List<T>& list, DeclaredMatter matter,
                                      const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (const std::string& key : entry_keys(list[i])) {
      const std::string made = statement_key(matter, key);
      if (!made.empty() && std::ranges::find(keys, made) != keys.end()) return i;
    }
  }
  return std::nullopt;
}

class FactComparison {
 public:
  FactComparison(const FiledForm& form, FilerChanges& out) : form_(form), out_(out) {}

  void add(const DeclaredFact& fact, bool older) {
    FormChange change{.kind = fact.kind, .matter = fact.matter};
    if (!fact.matter) return;
    const DeclaredMatter matter = *fact.matter;
    Path cell = cell_of_matter(matter);
    change.after = fact.record.place();
    change.after_text = fact.after_text;
    change.before_text = fact.before_text;
    written_on_form(fact, cell, change);
    if (change.kind != ChangeKind::added) change.before = on_form(cell);
    const std::string_view work = key_of(&Subcontractor::work);
    if (matter == DeclaredMatter::work && cell.key(cell.size() - 1) != work) cell.into(work);
    change.cell = Place(0, Description<Declaration>::kind, cell).cell();
    if (fact.from.known) change.since = TimeInterval{fact.from.lo, fact.from.hi};
    change.planned = fact.planned;
    change.certain = fact.open == nullptr && !fact.conflict && !fact.only_wording;
    change.older = older;
    out_.changes.push_back(std::move(change));
  }

 private:
  [[nodiscard]] Place on_form(const Path& cell) const {
    return place_in<Filing>(form_.source, at(&Filing::declaration).then(cell));
  }

  // Where the form says something else, and what.
  void written_on_form(const DeclaredFact& fact, Path& cell, FormChange& change) const {
    const Declaration& form = *form_.form;
    switch (*fact.matter) {
      case DeclaredMatter::name: change.before_text = form.declarant.name.str(); return;
      case DeclaredMatter::address: change.before_text = form.declarant.address.str(); return;
      case DeclaredMatter::medium:
        step_to(entry_with(form.storage_media, *fact.matter, fact.before_keys), cell);
        return;
      case DeclaredMatter::service:
        step_to(entry_with(form.online_storage.services, *fact.matter, fact.before_keys), cell);
        return;
      case DeclaredMatter::subcontracting:
        step_to(entry_with(form.subcontracting.subcontractors, *fact.matter, fact.before_keys),
                cell);
        return;
      case DeclaredMatter::work: {
        const auto firm = entry_with(form.subcontracting.subcontractors,
                                     DeclaredMatter::subcontracting, fact.firm_keys);
        if (!firm) return;
        step_to(firm, cell);
        cell.into(key_of(&Subcontractor::work));
        change.before_text = form.subcontracting.subcontractors[*firm].work.str();
        return;
      }
      case DeclaredMatter::location: return;
    }
  }
  static void step_to(std::optional<std::size_t> entry, Path& cell) {
    if (entry) cell.into(*entry);
  }

  const FiledForm& form_;
  FilerChanges& out_;
};

// Whether the form does not state a fact that it has to.
bool is_lacking(const FormSeries& series, const DeclaredFact& fact) {
  const std::size_t newest = series.forms().size() - 1;
  if (fact.ended || series.follows(newest, fact)) return false;
  return fact.firm_keys.empty() || series.states(newest, fact.firm_keys);
}

}  // namespace

FactsDiff compare_facts(const Dossier& dossier, const AssessOptions& options) {
  FactsDiff diff;
  diff.as_of = options.as_of.value_or(
      std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  diff.known_at = options.known_at;
  diff.edition = options.editions.all()[options.editions.choose(
      dossier.contract.edition, dossier.contract.concluded_on.value)];
  ChainBuilder builder(day_in_japan(diff.as_of), options.editions);
  builder.add(dossier);
  const Chain chain = builder.build();
  const Ledger ledger(dossier, options.known_at);
  diff.faults = ledger.faults();
  const Context context(ledger, chain, *diff.edition, diff.as_of);
  const DeclaredFacts& facts = context.declared_facts();
  std::vector<std::vector<const DeclaredFact*>> of_party(chain.parties().size());
  for (const DeclaredFact& fact : facts.all()) of_party[fact.party].push_back(&fact);
  for (ChainIndex party = 0; party < chain.parties().size(); ++party) {
    const FormSeries* const series = facts.series(party);
    if (series == nullptr) continue;
    const FiledForm& newest = series->forms().back();
    FilerChanges& filer = diff.filers.emplace_back();
    filer.filer = context.actors.name(party);
    filer.contractor = party == chain.contractor();
    filer.form = place_in<Filing>(newest.source, at(&Filing::declaration));
    filer.declared_on = newest.form->declared_on;
    filer.contended = newest.contended;
    FactComparison comparison(newest, filer);
    for (const DeclaredFact* const fact : of_party[party]) {
      if (!is_lacking(*series, *fact)) continue;
      comparison.add(*fact, fact->from.known && !series->in_force_before(fact->from));
    }
  }
  return diff;
}

}  // namespace tokki::inline v0
