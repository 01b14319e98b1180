// Whether the form was checked with the terms it was made under, and what those terms add to it.
#include "rules/form/form_rules.hpp"
#include "ruleset/extensions_schema.hpp"

namespace tokki {
namespace {

std::string validity(const EditionFile& edition) {
  const auto end = [](const Date& day) { return day.value ? iso(*day.value) : std::string(".."); };
  return end(edition.valid_from) + "/" + end(edition.valid_until);  // ISO 8601-2
}

constexpr FormRule kEditionChoiceRules[] = {
    {{.id = "edition-unknown",
      .severity = Severity::error,
      .clause = {},
      .message = {"この版の特記事項が見つからないため、「{edition}」で確かめました。",
                  "This edition of the terms is not known; \"{edition}\" was used instead."},
      .remedy = {"その版のファイルを --edition で渡すか、版の名前を直してください。",
                 "Give its file with --edition, or correct the name of the edition."},
      .why = {"文言や様式は発注者ごとに異なり、別の版で確かめた結果は当てにならないため。",
              "Offices word their terms differently: what another edition says may not hold."},
      .fires = R"({"contract": {"edition": "nowhere/1"}})",
      .near_miss = R"({"contract": {"edition": "itaku-kunren"}})"},
     [](const Form& form, const Emit& emit) {
       const Str& reference = form.declaration().contract.edition;
       if (is_blank(reference) || form.edition().answers_to(reference)) return;
       emit(at(&Declaration::contract, &CitedContract::edition),
            {.arguments = {{"edition", Token{form.edition().reference()}}}});
     }},
    {{.id = "edition-not-in-force",
      .severity = Severity::warning,
      .clause = {},
      .message = {"{contract}の契約に、特記事項の版「{edition}」（有効期間 {validity}）は効力が"
                  "ありません。",
                  "For a contract of {contract} the edition \"{edition}\" (in force {validity}) is "
                  "not in force."},
      .remedy = {"契約日を確かめ、その日に効力のある版で確かめ直してください。",
                 "Check the contract's day, and check again with the edition of that day."},
      .why = {"契約に添付された特記事項は、その契約日のものであるため。",
              "The terms attached to a contract are those of its day."},
      .fires = R"({"contract": {"concluded_on": "令和7年3月31日"}})",
      .near_miss = R"({"contract": {"concluded_on": "令和7年4月1日"}})",
      .reads = "validity",
      .under = R"({"valid_from": "令和7年4月1日"})"},
     [](const Form& form, const Emit& emit) {
       const auto& concluded = form.declaration().contract.concluded_on.value;
       if (!concluded || form.edition().in_force_on(*concluded)) return;
       emit(at(&Declaration::contract, &CitedContract::concluded_on),
            {.arguments = {{"contract", *concluded},
                           {"edition", Token{form.edition().reference()}},
                           {"validity", Token{validity(form.edition().file())}}}});
     }},
    {{.id = "extensions-invalid",
      .severity = Severity::error,
      .clause = {},
      .message = {"追加欄の記載が、この版の定め {expected} に合いません。",
                  "What is written here does not match what the edition asks for: {expected}."},
      .remedy = {"定めに合うように改めてください（tokki schema declaration で確かめられます）。",
                 "Correct it to match; tokki schema declaration shows the whole."},
      .why = {"発注者が様式に加えた欄も、届出の一部であるため。",
              "The cells that an office adds to the form are part of the declaration."},
      .fires = R"({"extensions": {"trainees": "二十人"}})",
      .near_miss = R"({"extensions": {"trainees": 20}})",
      .reads = "extensions_schema",
      .under = R"({"extensions_schema": {"properties": {"trainees": {"type": "integer"}}}})"},
     [](const Form& form, const Emit& emit) {
       const Raw& extensions = form.declaration().extensions;
       const ExtensionsSchema* schema = form.edition().extensions_schema();
       if (schema == nullptr || is_empty(extensions)) return;
       for (ExtensionFault& fault : schema->faults_in(extensions.json)) {
         emit.inside(at(&Declaration::extensions), fault.pointer,
                     {.arguments = {{"expected", Token{std::move(fault.expected)}}}});
       }
     }},
};
static_assert(complete(kEditionChoiceRules));

}  // namespace

std::span<const FormRule> edition_choice_rules() { return kEditionChoiceRules; }

}  // namespace tokki
