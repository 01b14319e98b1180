// Whether the form was checked with the terms it was made under, and what those terms add to it.
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "ruleset/rule_set.hpp"

namespace tokki::inline v0::internal {
namespace {

std::string validity(const EditionFile& edition) {
  const auto end = [](const Date& day) { return day.value ? iso(*day.value) : std::string(".."); };
  return end(edition.valid_from) + "/" + end(edition.valid_until);  // ISO 8601-2
}

std::vector<ExtensionFault> extension_faults(const FormFacts& form) {
  const ExtensionsSchema* const schema = rule_set_of(form.edition()).extensions_schema();
  if (schema == nullptr) return {};
  const Raw& extensions = form.declaration().extensions;
  return schema->faults_in(is_empty(extensions) ? std::string_view("{}") : extensions.json.view());
}

Place place_of_fault(const ExtensionFault& fault) {
  Place place(at(&Declaration::extensions));
  place.below = fault.below;
  return place;
}

constexpr FormRule kEditionChoiceRules[] = {
    {.info = rule("edition-unknown"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const Str& reference = form.declaration().contract.edition;
           if (is_blank(reference) || form.edition().matches_reference(reference)) return;
           emit(at(&Declaration::contract, &CitedContract::edition),
                {.arguments = {{"edition", Token{form.edition().reference()}}}});
         }},
    {.info = rule("edition-not-in-force"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const auto& concluded = form.declaration().contract.concluded_on.value;
           if (!concluded || form.edition().in_force_on(*concluded)) return;
           emit(at(&Declaration::contract, &CitedContract::concluded_on),
                {.arguments = {{"contract", *concluded},
                               {"edition", Token{form.edition().reference()}},
                               {"validity", Token{validity(form.edition().file())}}}});
         }},
    {.info = rule("extensions-invalid"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (ExtensionFault& fault : extension_faults(form)) {
             if (!fault.missing.empty()) continue;
             emit(place_of_fault(fault),
                  {.arguments = {{"expected", Token{std::move(fault.expected)}}}});
           }
         }},
    {.info = rule("extensions-missing"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (ExtensionFault& fault : extension_faults(form)) {
             if (fault.missing.empty()) continue;
             emit(place_of_fault(fault),
                  {.arguments = {{"label", Token{std::move(fault.missing)}}}});
           }
         }},
};
static_assert(binds_each(kEditionChoiceCatalog, kEditionChoiceRules));

}  // namespace

std::span<const FormRule> edition_choice_rules() { return kEditionChoiceRules; }

}  // namespace tokki::inline v0::internal
