// Material of 甲's that is passed on: 甲's approval in advance, and recall as 甲 instructs (A3.3,
// A8). Consent to subcontract is not approval to hand over material.
#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

Place material_place(const Chain& chain, const ChainMaterial& material, auto member) {
  return place_of(chain.edges()[material.edge], &Subcontract::materials, material.index, member);
}

constexpr ChainRule kMaterialRules[] = {
    {.info = rule("material-not-approved"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainMaterial& material : chain.materials()) {
             if (!material.passed_on.known() || material.approved_on.known()) continue;
             emit(material_place(chain, material, &PassedMaterial::approved_on),
                  {.related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           }
         }},
    {.info = rule("material-approved-late"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainMaterial& material : chain.materials()) {
             if (!material.passed_on.known() || material.approved_on <= material.passed_on)
               continue;
             emit(material_place(chain, material, &PassedMaterial::approved_on),
                  {.arguments = {{"approved", material.approved_on.day()},
                                 {"passed", material.passed_on.day()}},
                   .related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           }
         }},
    {.info = rule("material-approved-same-day"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainMaterial& material : chain.materials()) {
             if (!material.passed_on.known() || material.approved_on != material.passed_on)
               continue;
             emit(material_place(chain, material, &PassedMaterial::approved_on),
                  {.arguments = {{"passed", material.passed_on.day()}},
                   .related = {material_place(chain, material, &PassedMaterial::passed_on)}});
           }
         }},
    {.info = rule("material-to-recall"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainMaterial& material : chain.materials()) {
             if (!material.recall_instructed_on.known() || material.recalled_on.known()) continue;
             emit(material_place(chain, material, &PassedMaterial::recalled_on),
                  {.arguments = {{"instructed", material.recall_instructed_on.day()}},
                   .related = {
                       material_place(chain, material, &PassedMaterial::recall_instructed_on)}});
           }
         }},
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
