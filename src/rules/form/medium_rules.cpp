// Row 1: the media, by themselves and against row 3.
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"

namespace tokki::inline v0::internal {
namespace {

Path medium_cell(std::size_t i) { return at(&Declaration::storage_media, i, &StorageMedium::name); }

template <bool doubtful>
void online_but_denied(const FormFacts& form, const Emit& emit) {
  if (form.online() != Answer::no) return;
  const auto contradicted = [&](const Path& cell) {
    emit(cell, {.arguments = {{"row", CellPlace{"declaration.online_storage"}}},
                .related = {at(&Declaration::online_storage, &OnlineStorage::ticked)}});
  };
  for (std::size_t i = 0; i < form.declaration().storage_media.size(); ++i) {
    const CellReading& medium = form.medium(i);
    if (medium.online && medium.doubtful == doubtful) contradicted(medium_cell(i));
  }
  if (!doubtful) return;
  // An outline and a work are sentences, and what they say of a service is for a reader.
  if (form.outline().online && !form.outline().doubtful) {
    contradicted(at(&Declaration::storage_location, &StorageLocation::overseas_data));
  }
  if (form.subcontracting() == Answer::no) return;
  for (std::size_t i = 0; i < form.declaration().subcontracting.subcontractors.size(); ++i) {
    const CellReading& work = form.subcontractor(i).work;
    if (work.online && !work.doubtful) {
      contradicted(at(&Declaration::subcontracting, &Subcontracting::subcontractors, i,
                      &Subcontractor::work));
    }
  }
}

// OneDrive is listed when Microsoft 365, the suite it comes with, is.
bool is_listed(const FormFacts& form, std::uint32_t wanted) {
  const std::vector<bool>& listed = form.services_listed();
  if (listed[wanted]) return true;
  const auto& services = form.edition().file().services;
  for (std::size_t named = 0; named < listed.size(); ++named) {
    if (listed[named] && (services[named].name == services[wanted].part_of ||
                          services[named].part_of == services[wanted].name)) {
      return true;
    }
  }
  return false;
}

void online_but_unlisted(const FormFacts& form, const Emit& emit) {
  if (form.online() != Answer::yes) return;
  for (const auto& [medium, service] : form.services_in_media()) {
    if (form.medium(medium).doubtful || is_listed(form, service)) continue;
    emit(medium_cell(medium),
         {.arguments = {{"service", Token{form.edition().file().services[service].name.str()}},
                        {"row", CellPlace{"declaration.online_storage"}}},
          .related = {at(&Declaration::online_storage, &OnlineStorage::services)}});
  }
}

void printed_example_repeated(const FormFacts& form, const Emit& emit) {
  if (form.repeats_printed_media()) emit(at(&Declaration::storage_media));
  if (form.repeats_printed_overseas_data()) emit(at(&Declaration::storage_location));
}

constexpr FormRule kMediumRules[] = {
    {.info = rule("media-online-service-denied"),
     .check = online_but_denied<false>,
     .triggers = FormTrigger::online_medium},
    {.info = rule("media-online-service-doubtful"),
     .check = online_but_denied<true>,
     .triggers = FormTrigger::online_medium},
    {.info = rule("media-online-service-unlisted"),
     .check = online_but_unlisted,
     .triggers = FormTrigger::online_medium},
    {.info = rule("media-none"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (form.says_no_media(cell)) emit(cell.path);
           }
           if (!form.says_no_media()) return;
           for (std::size_t i = 0; i < form.declaration().storage_media.size(); ++i) {
             const CellReading& medium = form.medium(i);
             if (medium.no_data && !medium.says_nothing()) emit(medium_cell(i));
           }
         },
     .triggers = FormTrigger::missing | FormTrigger::no_data},
    {.info = rule("printed-example-repeated"),
     .check = printed_example_repeated,
     .triggers = FormTrigger::printed_example},
};
static_assert(binds_each(kMediumCatalog, kMediumRules));

}  // namespace

std::span<const FormRule> medium_rules() { return kMediumRules; }

}  // namespace tokki::inline v0::internal
