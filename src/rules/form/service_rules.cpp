// Row 3 against the compliance items (X6), services that are only planned, and their providers.
#include <algorithm>

#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"

namespace tokki::inline v0::internal {
namespace {

Path service_name_cell(std::size_t i) {
  return at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::name);
}

void emit_kinds(const FormFacts& form, const Emit& emit,
                std::initializer_list<ServiceKind> wanted) {
  if (form.online() != Answer::yes) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const Ticked<ServiceKind> kinds = form.service(i).name.kinds;
    const auto* const kind =
        std::ranges::find_if(wanted, [&](ServiceKind one) { return kinds.has(one); });
    if (kind != wanted.end())
      emit(service_name_cell(i), {.arguments = {{"kind", Term{key_of(*kind)}}}});
  }
}

void emit_plans(const FormFacts& form, const Emit& emit, CellReading ServiceFacts::* text,
                Str Service::* cell) {
  if (form.online() != Answer::yes) return;
  for (std::size_t i = 0; i < form.declaration().online_storage.services.size(); ++i) {
    const CellReading& reading = form.service(i).*text;
    if (!has(reading.topics, Topic::plan)) continue;
    constexpr CellMeaning kPartly = CellMeaning::example | CellMeaning::partly_undecided;
    if (reading.meaning != CellMeaning::unlisted && !has(reading.meaning, kPartly)) continue;
    emit(at(&Declaration::online_storage, &OnlineStorage::services, i, cell));
  }
}

constexpr FormRule kServiceRules[] = {
    {.info = rule("service-kind-restricted"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           using enum ServiceKind;
           emit_kinds(form, emit,
                      {map, word_processing, spreadsheet, schedule, bookmark, data_sharing});
         },
     .triggers = FormTrigger::known_service},
    {.info = rule("service-anonymous"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           emit_kinds(form, emit, {ServiceKind::anonymous_mail, ServiceKind::file_exchange});
         },
     .triggers = FormTrigger::known_service},
    {.info = rule("provider-is-oneself"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           if (form.online() != Answer::yes) return;
           for (const CellWithMeaning& cell : form.cells_with_meaning()) {
             if (!has(cell.meaning, CellMeaning::oneself)) continue;
             const Place place(0, Description<Declaration>::kind, cell.path);
             if (place.cell() == "declaration.online_storage.services.provider") emit(place);
           }
         },
     .triggers = FormTrigger::meaning},
    {.info = rule("service-only-planned"),
     .check = [](const FormFacts& form,
                 const Emit& emit) { emit_plans(form, emit, &ServiceFacts::name, &Service::name); },
     .triggers = FormTrigger::plan},
    {.info = rule("place-only-planned"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           emit_plans(form, emit, &ServiceFacts::location, &Service::data_location);
         },
     .triggers = FormTrigger::plan},
};
static_assert(binds_each(kServiceCatalog, kServiceRules));

}  // namespace

std::span<const FormRule> service_rules() { return kServiceRules; }

}  // namespace tokki::inline v0::internal
