// Records as records: their ids, what they correct, what they name, and when they happened.
#include "rules/chain/record_rules.hpp"

#include <algorithm>

#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"
#include "tokki/assess.hpp"
#include "tokki/closest.hpp"

namespace tokki::inline v0::internal {
namespace {

template <RecordFaultKind kind>
void emit_faults(const RecordsOfDossier& dossier, const Emit& emit) {
  for (const RecordFault& fault : dossier.states.faults) {
    if (fault.kind != kind) continue;
    if (emit.full()) return;
    Details details;
    if (fault.other) details.related = {*fault.other};
    emit(fault.at, std::move(details));
  }
}

// Calls `visit(reference)` for the members that cite a record's id, but those that cite a party.
template <class Visit>
void each_citation(const RecordsOfDossier& dossier, const Emit& emit, Visit&& visit) {
  std::unordered_set<std::string_view> parties;
  if (!dossier.records.references().empty()) {
    for (const ChainParty& party : dossier.chain.parties()) parties.insert(party.id);
  }
  for (const RegisteredReference& reference : dossier.records.references()) {
    if (emit.full()) return;
    if (reference.to != TextKind::record_id || parties.contains(reference.name)) continue;
    visit(reference);
  }
}

void emit_unknown(const RecordsOfDossier& dossier, const Emit& emit) {
  each_citation(dossier, emit, [&](const RegisteredReference& reference) {
    if (dossier.records.knows(reference.name)) return;
    emit(dossier.records.place_of(reference.at));
  });
}

// A record that no longer counts itself may cite what it likes.
void emit_withdrawn(const RecordsOfDossier& dossier, const Emit& emit) {
  const auto& withdrawn = dossier.states.withdrawn;
  if (withdrawn.empty()) return;
  each_citation(dossier, emit, [&](const RegisteredReference& reference) {
    const auto cited = withdrawn.find(reference.name);
    if (cited == withdrawn.end()) return;
    if (!dossier.states.counts[reference.at.kind][reference.record]) return;
    emit(dossier.records.place_of(reference.at), {.related = {cited->second}});
  });
}

// All that members of a kind may name.
std::vector<std::string_view> names_of(TextKind to, const Edition& edition) {
  std::vector<std::string_view> names;
  if (to == TextKind::record_kind) {
    for (const RecordKindRow& row : kRecordKinds<Dossier>.rows) names.push_back(row.name);
  } else if (to == TextKind::reading) {
    for (const ReadingInfo& reading : all_readings()) names.push_back(reading.id);
  } else {
    for (const Duty& duty : edition.file().duties) names.push_back(duty.key);
    if (to == TextKind::duty_or_clause) {
      for (const Clause& clause : edition.file().clauses) names.push_back(clause.key);
    }
  }
  return names;
}

struct NamedThing {
  TextKind to;
  std::string_view token;  // which the message chooses its words by
};
constexpr NamedThing kNamedThings[] = {{TextKind::duty, "duty"},
                                       {TextKind::duty_or_clause, "basis"},
                                       {TextKind::reading, "reading"},
                                       {TextKind::record_kind, "kind"}};

void emit_misnamed(const RecordsOfDossier& dossier, const Emit& emit) {
  for (const NamedThing& thing : kNamedThings) {
    std::vector<std::string_view> names;
    std::unordered_set<std::string_view> known;
    for (const RegisteredReference& reference : dossier.records.references()) {
      if (reference.to != thing.to) continue;
      if (emit.full()) return;
      if (names.empty()) {
        names = names_of(thing.to, dossier.edition);
        known.insert(names.begin(), names.end());
      }
      if (known.contains(reference.name)) continue;
      const std::string_view near = closest(reference.name, names);
      emit(dossier.records.place_of(reference.at),
           {.arguments = {{"what", Token{std::string(thing.token)}},
                          {"suggestion", Token{std::string(near.empty() ? "none" : near)}}}});
    }
  }
}

void emit_reversed_spans(const RecordsOfDossier& dossier, const Emit& emit) {
  for (const RegisteredMember& span : dossier.records.reversed_spans()) {
    if (emit.full()) return;
    emit(dossier.records.place_of(span));
  }
}

void emit_before_contract(const RecordsOfDossier& dossier, const Emit& emit) {
  const CompactDay concluded(dossier.chain.contract().concluded_on);
  if (!concluded.known()) return;
  dossier.records.each_before(day_in_japan(concluded.day()).lo, [&](const Place& place) {
    if (emit.full()) return;
    emit(place, {.arguments = {{"contract", concluded.day()}},
                 .related = {place_in_contract(dossier.chain, at(&Contract::concluded_on))}});
  });
}

constexpr RecordRule kRecordRules[] = {
    {.info = rule("record-repeated"), .check = emit_faults<RecordFaultKind::repeated>},
    {.info = rule("record-corrects-nothing"),
     .check = emit_faults<RecordFaultKind::nothing_to_undo>},
    {.info = rule("record-corrects-itself"), .check = emit_faults<RecordFaultKind::itself>},
    {.info = rule("record-corrections-circle"), .check = emit_faults<RecordFaultKind::circle>},
    {.info = rule("record-corrected-twice"),
     .check = emit_faults<RecordFaultKind::corrected_twice>},
    {.info = rule("record-cites-unknown"), .check = emit_unknown},
    {.info = rule("record-cites-withdrawn"), .check = emit_withdrawn},
    {.info = rule("record-names-unknown"), .check = emit_misnamed},
    {.info = rule("record-span-reversed"), .check = emit_reversed_spans},
    {.info = rule("record-before-contract"), .check = emit_before_contract},
};
static_assert(binds_each(kRecordCatalog, kRecordRules));

}  // namespace

std::span<const RecordRule> record_rules() { return kRecordRules; }

}  // namespace tokki::inline v0::internal
