// 法人番号 of the filer and of the subcontractors. The form does not ask for it; given, it must be
// right, since parties are matched by it.
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/corporate_number.hpp"

namespace tokki::inline v0::internal {
namespace {

Path path_of(const GivenNumber& given) {
  if (!given.subcontractor) return at(&Declaration::declarant, &Party::corporate_number);
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, *given.subcontractor,
            &Subcontractor::corporate_number);
}

bool is_plain(std::string_view text) {
  return text.size() == std::tuple_size_v<CorporateNumber>;  // what is left is ASCII digits only
}

constexpr FormRule kCorporateNumberRules[] = {
    {.info = rule("corporate-number-malformed"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const GivenNumber& given : form.numbers()) {
             if (!given.number) emit(path_of(given));
           }
         },
     .triggers = FormTrigger::number},
    {.info = rule("corporate-number-check-digit"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const GivenNumber& given : form.numbers()) {
             if (given.number && !check_digit_fits(*given.number)) emit(path_of(given));
           }
         },
     .triggers = FormTrigger::number},
    {.info = rule("corporate-number-government-code"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const GivenNumber& given : form.numbers()) {
             if (given.number && is_local_government(*given.number) &&
                 check_digit_fits(*given.number) && !government_code_fits(*given.number)) {
               emit(path_of(given));
             }
           }
         },
     .triggers = FormTrigger::number},
    {.info = rule("corporate-number-notation"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const GivenNumber& given : form.numbers()) {
             if (!given.number || is_plain(given.text)) continue;
             const Path path = path_of(given);
             emit(path, {.fix = {{path, digits(*given.number)}}});
           }
         },
     .triggers = FormTrigger::number},
};
static_assert(binds_each(kCorporateNumberCatalog, kCorporateNumberRules));

}  // namespace

std::span<const FormRule> corporate_number_rules() { return kCorporateNumberRules; }

}  // namespace tokki::inline v0::internal
