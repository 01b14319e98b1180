// Material of 甲's that is passed on: 甲's approval in advance, and recall as 甲 instructs (A3.3,
// A8). Consent to subcontract is not approval to hand over material.
#include "chain/chain_time.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

Place material_place(const Chain& chain, const ChainMaterial& material, auto member) {
  return place_of(chain.edges()[material.edge], &Subcontract::materials, material.index, member);
}

CompactDay today(const Chain& chain) { return CompactDay{std::optional(chain.as_of())}; }

// Calls `visit(material)` for what was passed on, on a known day.
template <class Visit>
void each_passed(const Chain& chain, Visit&& visit) {
  for (const ChainMaterial& material : chain.materials()) {
    if (has_come(material.passed_on, today(chain))) visit(material);
  }
}

// Whether 甲 approved before the material was passed on, by what is on record.
Truth approved(const Chain& chain, const ChainMaterial& material) {
  if (!material.approved_on.written()) return Truth::no;
  if (!material.passed_on.written() || lies_ahead(material.approved_on, today(chain))) {
    return Truth::open;
  }
  const Second now = day_in_japan(chain.as_of()).hi;
  return before(moment(material.approved_on, now), moment(material.passed_on, now));
}

// What is on record of the passing on, and of the approval, leaves open which came first; but the
// same day is for another rule.
void approval_order_unknown(const Chain& chain, const Emit& emit) {
  for (const ChainMaterial& material : chain.materials()) {
    if (!material.passed_on.written() || lies_ahead(material.passed_on, today(chain))) continue;
    if (!material.approved_on.written()) continue;
    const bool ahead = lies_ahead(material.approved_on, today(chain));
    if (material.passed_on.known() && material.approved_on.known() && !ahead) continue;
    const bool passing = material.approved_on.known() && !ahead;
    emit(passing ? material_place(chain, material, &PassedMaterial::passed_on)
                 : material_place(chain, material, &PassedMaterial::approved_on),
         {.arguments = {
              {"ahead", Token{ahead ? "yes" : "no"}},
              {"approved", ahead ? Content(material.approved_on.day()) : Content(Token{})}}});
  }
}

// Material is listed, but no day says that it was passed on. Where only an approval is on record
// it may be passed on yet, and nothing is wrong.
void passing_unrecorded(const Chain& chain, const Emit& emit) {
  for (const ChainMaterial& material : chain.materials()) {
    if (material.passed_on.known()) continue;
    const bool has_approval = material.approved_on.written();
    if (has_approval &&
        (material.passed_on.written() ||  // another rule speaks of the order
         !(material.recall_instructed_on.written() || material.recalled_on.written()))) {
      continue;
    }
    emit(material_place(chain, material, &PassedMaterial::passed_on),
         {.arguments = {{"approval", Token{has_approval ? "yes" : "no"}}},
          .related = {material_place(chain, material, &PassedMaterial::approved_on)}});
  }
}

// What 甲 has instructed to recall, and what no record says has been recalled by now. What
// 特記事項8 says is about material passed on with approval.
template <bool with_approval>
void emit_to_recall(const Chain& chain, const Emit& emit) {
  for (const ChainMaterial& material : chain.materials()) {
    if (!has_come(material.recall_instructed_on, today(chain))) continue;
    const bool recalled =
        material.recalled_on.written() && !lies_ahead(material.recalled_on, today(chain));
    if (recalled || (approved(chain, material) != Truth::no) != with_approval) continue;
    emit(material_place(chain, material, &PassedMaterial::recalled_on),
         {.arguments = {{"instructed", material.recall_instructed_on.day()}},
          .related = {material_place(chain, material, &PassedMaterial::recall_instructed_on)}});
  }
}

constexpr ChainRule kMaterialRules[] = {
    {.info = rule("material-not-approved"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_passed(chain, [&](const ChainMaterial& material) {
             if (material.approved_on.written()) return;
             emit(material_place(chain, material, &PassedMaterial::approved_on),
                  {.related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           });
         }},
    {.info = rule("material-approved-late"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_passed(chain, [&](const ChainMaterial& material) {
             if (!has_come(material.approved_on, today(chain))) return;
             if (material.approved_on <= material.passed_on) return;
             emit(material_place(chain, material, &PassedMaterial::approved_on),
                  {.arguments = {{"approved", material.approved_on.day()},
                                 {"passed", material.passed_on.day()}},
                   .related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           });
         }},
    {.info = rule("material-approved-same-day"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_passed(chain, [&](const ChainMaterial& material) {
             if (material.approved_on != material.passed_on) return;
             emit(material_place(chain, material, &PassedMaterial::approved_on),
                  {.arguments = {{"passed", material.passed_on.day()}},
                   .related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           });
         }},
    {.info = rule("material-approval-order-unknown"), .check = approval_order_unknown},
    {.info = rule("material-passing-unrecorded"), .check = passing_unrecorded},
    {.info = rule("material-to-recall"), .check = emit_to_recall<true>},
    {.info = rule("unapproved-material-to-recall"), .check = emit_to_recall<false>},
    {.info = rule("material-days-contradict"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainMaterial& material : chain.materials()) {
             if (!material.recalled_on.known() || !material.passed_on.known()) continue;
             if (material.recalled_on >= material.passed_on) continue;
             emit(material_place(chain, material, &PassedMaterial::recalled_on),
                  {.arguments = {{"recalled", material.recalled_on.day()},
                                 {"passed", material.passed_on.day()}},
                   .related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           }
         }},
};
static_assert(binds_each(kMaterialCatalog, kMaterialRules));

}  // namespace

std::span<const ChainRule> chain_material_rules() { return kMaterialRules; }

}  // namespace tokki::inline v0::internal
