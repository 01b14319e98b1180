#include "tokki/assessor.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "assess/ledger.hpp"
#include "json/any_document.hpp"
#include "record/place_in.hpp"
#include "record/text_store.hpp"
#include "text/sha256.hpp"
#include "tokki/encode.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

auto order_of(const RecordSource& source) {
  return std::tuple(source.document, static_cast<std::uint32_t>(source.index));
}

// The id of a record; its form's, of a filing.
template <Record T>
std::string_view id_of(const T& record) {
  if constexpr (requires { record.id; }) return record.id;
  if constexpr (std::is_same_v<T, Filing>) return record.declaration.id;
  return {};
}

}  // namespace

struct Assessor::State {
  explicit State(const Limits& given) : limits(given) {}

  // A document, compact: there may be a million, a line each.
  struct Source {
    std::string_view uri;
    std::uint32_t line;  // 0: the whole file
    DocumentKind kind;
  };

  [[nodiscard]] std::uint32_t this_document() const {
    return static_cast<std::uint32_t>(sources.size() - 1);
  }

  void begin_document(std::string_view text, std::string_view uri, std::uint32_t line,
                      DocumentKind kind) {
    of_document.add(text);
    of_documents.add("document " + of_document.finish() + "\n");
    if (last_uri != uri) last_uri = texts.keep(uri);
    sources.push_back({last_uri, line, kind});
  }

  // Takes the next record of the kind that is the `row`th of the table.
  template <class Several, class T>
  void take(std::size_t row, Several& to, T& record, RecordSource source) {
    if constexpr (is_list<Several>) {
      texts.keep_texts(record);
      to.push_back(std::move(record));
    } else {
      if (!is_empty(to)) return;  // the first contract counts
      texts.keep_texts(record);
      to = std::move(record);
    }
    from[row].push_back(source);
  }

  void take(Dossier& part) {
    std::size_t row = 0;
    RecordKinds<Dossier>::all.each([&](const auto& kind) {
      auto& records = part.*kind.in_dossier;
      auto& to = dossier.*kind.in_dossier;
      if constexpr (is_list<std::remove_cvref_t<decltype(records)>>) {
        for (std::size_t i = 0; i < records.size(); ++i) {
          take(row, to, records[i], RecordSource(this_document(), i));
        }
      } else if (!is_empty(records)) {
        take(row, to, records, RecordSource(this_document(), 0));
      }
      ++row;
    });
  }
  void take(DossierRecord& alone) {
    std::size_t row = 0;
    RecordKinds<Dossier>::all.each([&](const auto& kind) {
      auto& record = alone.*kind.in_record;
      if (!is_empty(record)) {
        take(row, dossier.*kind.in_dossier, record,
             RecordSource(this_document(), 0, DocumentKind::record));
      }
      ++row;
    });
  }
  void take(Declaration& declaration) {
    std::size_t row = 0;
    RecordKinds<Dossier>::all.each(
        [&]<class L, class R, class T>(const RecordKind<Dossier, L, R, T>& kind) {
          if constexpr (std::is_same_v<T, Filing>) {
            Filing filing;
            filing.declaration = std::move(declaration);
            take(row, dossier.*kind.in_dossier, filing,
                 RecordSource(this_document(), 0, DocumentKind::declaration));
          }
          ++row;
        });
  }

  // A place in the joined dossier, as one in the document that its record came from.
  void as_supplied(Place& place) const {
    const RecordRef record = place.record();
    const RecordKindTable& kinds = kRecordKinds<Dossier>;
    const RecordKindRow* const row = row_of_kind(record.kind, kinds);
    if (row == nullptr) return;
    const auto& of_kind = from[static_cast<std::size_t>(row - kinds.rows.data())];
    const std::size_t steps = row->repeated ? 2 : 1;
    if (record.index >= of_kind.size() || place.path.size() < steps) return;
    const Place there = place_in(*row, of_kind[record.index], place.path.after(steps), kinds);
    place.document = there.document;
    place.kind = there.kind;
    place.path = there.path;
  }
  void as_supplied(Fact& fact) const {
    const RecordKindTable& kinds = kRecordKinds<Dossier>;
    const RecordKindRow* const row = row_of_kind(fact.record, kinds);
    if (row == nullptr) return;
    const auto& of_kind = from[static_cast<std::size_t>(row - kinds.rows.data())];
    if (fact.source.index < of_kind.size()) fact.source = of_kind[fact.source.index];
  }
  void as_supplied(Finding& finding) const {
    as_supplied(finding.at);
    for (Place& related : finding.related) as_supplied(related);
    for (Replacement& step : finding.fix) as_supplied(step.at);
  }

  [[nodiscard]] std::string_view id_at(const Place& place) const {
    const RecordRef record = place.record();
    std::string_view id;
    std::size_t row = 0;
    RecordKinds<Dossier>::all.each([&](const auto& kind) {
      const std::vector<RecordSource>& of_kind = from[row++];
      if (kind.name != record.kind) return;
      // Documents come one after the other, so the records of a kind are in order.
      const RecordSource wanted(place.document, record.index);
      const auto found = std::ranges::lower_bound(of_kind, order_of(wanted), {},
                                                  [](const auto& each) { return order_of(each); });
      if (found == of_kind.end() || order_of(*found) != order_of(wanted)) return;
      const auto& records = dossier.*kind.in_dossier;
      if constexpr (is_list<std::remove_cvref_t<decltype(records)>>) {
        id = id_of(records[static_cast<std::size_t>(found - of_kind.begin())]);
      }
    });
    return id;
  }

  // docs/assessment.md, which says what is hashed, changes with this.
  [[nodiscard]] std::string digest(const Assessment& assessment, const Editions& editions) const {
    Sha256 hash(of_documents);
    for (const auto& edition : editions.all()) {
      hash.add("edition " + edition->reference() + " " + edition->digest() + "\n");
    }
    hash.add("as_of " + iso(assessment.as_of) + "\n");
    if (assessment.known_at) hash.add("known_at " + iso(*assessment.known_at) + "\n");
    hash.add("tokki " TOKKI_VERSION "\n");
    return "sha256:" + hash.finish();
  }

  void clear() {
    (void)of_documents.finish();
    dossier = Dossier();  // borrows from the texts
    texts = TextStore();
    for (auto& of_kind : from) of_kind.clear();
    sources.clear();
    faults.clear();
    undecoded = 0;
    last_uri = {};
  }

  Limits limits;
  AnyDocument reader;
  TextStore texts;
  Dossier dossier;
  // For each record, by kind.
  std::array<std::vector<RecordSource>, kRecordKindRows<Dossier>.size()> from;
  std::vector<Source> sources;
  std::vector<Finding> faults;
  std::size_t undecoded = 0;
  Sha256 of_document;         // reused
  Sha256 of_documents;        // of a line for each
  std::string_view last_uri;  // lines of one file share its name
};

Assessor::Assessor(const Limits& limits) : state_(std::make_unique<State>(limits)) {}
Assessor::Assessor(Assessor&&) noexcept = default;
Assessor& Assessor::operator=(Assessor&&) noexcept = default;
Assessor::~Assessor() = default;

void Assessor::add(std::string_view json, std::string_view uri, std::optional<std::uint64_t> line) {
  State& state = *state_;
  AnyDocument& reader = state.reader;
  reader.read(json, state.limits);
  state.begin_document(json, uri, static_cast<std::uint32_t>(line.value_or(0)), reader.read_as());
  for (Finding& finding : reader.result.findings) {
    finding.at.document = state.this_document();
    for (Place& related : finding.related) related.document = state.this_document();
    state.faults.push_back(std::move(finding));
  }
  switch (reader.read_as()) {
    case DocumentKind::dossier: return state.take(*reader.dossier);
    case DocumentKind::record: return state.take(*reader.record);
    case DocumentKind::declaration: return state.take(reader.declaration);
    default: ++state.undecoded;
  }
}

void Assessor::add(const Dossier& dossier, std::string_view uri) {
  state_->begin_document(to_json(dossier), uri, 0, DocumentKind::dossier);
  Dossier copy = dossier;
  state_->take(copy);
}

Assessment Assessor::assess(const AssessOptions& options) const {
  Assessment assessment = tokki::assess(state_->dossier, options);
  for (DutyInstance& instance : assessment.instances) {
    for (Fact& fact : instance.facts) state_->as_supplied(fact);
  }
  for (Liability& liability : assessment.liabilities) {
    for (Fact& incident : liability.incidents) state_->as_supplied(incident);
  }
  for (RecordFault& fault : assessment.faults) {
    state_->as_supplied(fault.at);
    if (fault.other) state_->as_supplied(*fault.other);
  }
  assessment.findings = state_->faults;
  assessment.digest = state_->digest(assessment, options.editions);
  return assessment;
}

FactsDiff Assessor::changes(const AssessOptions& options) const {
  FactsDiff diff = compare_facts(state_->dossier, options);
  for (FilerChanges& filer : diff.filers) {
    state_->as_supplied(filer.form);
    for (FormChange& change : filer.changes) {
      if (change.before) state_->as_supplied(*change.before);
      if (change.after) state_->as_supplied(*change.after);
    }
  }
  for (RecordFault& fault : diff.faults) {
    state_->as_supplied(fault.at);
    if (fault.other) state_->as_supplied(*fault.other);
  }
  return diff;
}

const Dossier& Assessor::dossier() const noexcept { return state_->dossier; }
std::size_t Assessor::documents() const noexcept { return state_->sources.size(); }
std::size_t Assessor::undecoded() const noexcept { return state_->undecoded; }

bool Assessor::holds_dossier() const noexcept {
  return std::ranges::any_of(state_->sources, [](const State::Source& source) {
    return source.kind == DocumentKind::dossier || source.kind == DocumentKind::record;
  });
}

std::string Assessor::name_of(std::uint32_t document) const {
  if (document >= state_->sources.size()) return {};
  const State::Source& source = state_->sources[document];
  std::string name(source.uri);
  if (source.line != 0) name += ":" + std::to_string(source.line);
  return name;
}

std::string_view Assessor::kind_of(std::uint32_t document) const {
  return document < state_->sources.size() ? internal::name_of(state_->sources[document].kind)
                                           : std::string_view();
}

std::string_view Assessor::id_at(const Place& place) const { return state_->id_at(place); }

std::optional<std::string> Assessor::bearer(std::string_view party) const {
  const Dossier& dossier = state_->dossier;
  if (party == "甲" || (!party.empty() && party == dossier.contract.client)) return std::string();
  for (const Party& each : dossier.parties) {
    if (each.id == party || each.name == party || each.corporate_number == party) {
      return each.id.empty() ? each.name.str() : each.id.str();
    }
  }
  return std::nullopt;
}

std::optional<std::string> Assessor::incident(std::string_view id) const {
  const Ledger ledger(state_->dossier, {});
  const std::string_view root = ledger.root(id);
  for (const Entry<Incident>& entry : ledger.all<Incident>()) {
    if (entry.id == root) return std::string(root);
  }
  return std::nullopt;
}

void Assessor::clear() { state_->clear(); }

}  // namespace tokki::inline v0
