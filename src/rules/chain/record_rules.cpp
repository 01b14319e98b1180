// Records as records: their ids, what they correct, whom they cite, and when they happened.
#include "rules/chain/record_rules.hpp"

#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

template <RecordFaultKind kind>
void emit_faults(const RecordsOfDossier& dossier, const Emit& emit) {
  for (const RecordFault& fault : dossier.faults) {
    if (fault.kind != kind) continue;
    if (emit.full()) return;
    Details details;
    if (fault.other) details.related = {*fault.other};
    emit(fault.at, std::move(details));
  }
}

constexpr RecordRule kRecordRules[] = {
    {.info = rule("record-repeated"), .check = emit_faults<RecordFaultKind::repeated>},
    {.info = rule("record-corrects-nothing"),
     .check = emit_faults<RecordFaultKind::nothing_to_undo>},
    {.info = rule("record-corrections-circle"), .check = emit_faults<RecordFaultKind::circle>},
    {.info = rule("record-corrected-twice"),
     .check = emit_faults<RecordFaultKind::corrected_twice>},
    {.info = rule("record-cites-unknown"),
     .check =
         [](const RecordsOfDossier& dossier, const Emit& emit) {
           dossier.records.each_unknown(dossier.chain, [&](const Place& place) {
             if (!emit.full()) emit(place);
           });
         }},
    {.info = rule("record-before-contract"),
     .check =
         [](const RecordsOfDossier& dossier, const Emit& emit) {
           const CompactDay concluded(dossier.chain.contract().concluded_on);
           if (!concluded.known()) return;
           dossier.records.each_before(day_in_japan(concluded.day()).lo, [&](const Place& place) {
             if (emit.full()) return;
             emit(place,
                  {.arguments = {{"contract", concluded.day()}},
                   .related = {place_in_contract(dossier.chain, at(&Contract::concluded_on))}});
           });
         }},
};
static_assert(binds_each(kRecordCatalog, kRecordRules));

}  // namespace

std::span<const RecordRule> record_rules() { return kRecordRules; }

}  // namespace tokki::inline v0::internal
