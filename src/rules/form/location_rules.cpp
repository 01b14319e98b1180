// Row 2, and row 3 compared with it (X1): "Japan only" means all data, cloud included.
#include <algorithm>

#include "form/form_locations.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/lexicon.hpp"

namespace tokki::inline v0::internal {
namespace {

Path service_cell(std::size_t i) {
  return at(&Declaration::online_storage, &OnlineStorage::services, i);
}
Path overseas_cell(std::size_t i) {
  return at(&Declaration::storage_location, &StorageLocation::countries, i);
}
Path region_boxes() { return at(&Declaration::storage_location, &StorageLocation::ticked); }

constexpr std::string_view kJapanOnly = "declaration.storage_location.ticked.japan_only";
constexpr std::string_view kAbroad = "declaration.storage_location.ticked.abroad";
constexpr std::string_view kRow2 = "declaration.storage_location";

// Calls `visit(path, reading, text)` for each cell of rows 1 and 4 that suggests data abroad.
template <class Visit>
void each_mention_abroad(const FormFacts& form, Visit&& visit) {
  const Declaration& declaration = form.declaration();
  for (std::size_t i = 0; i < declaration.storage_media.size(); ++i) {
    const StorageMedium& medium = declaration.storage_media[i];
    if (!form.medium(i).hints_abroad) continue;
    visit(at(&Declaration::storage_media, i, &StorageMedium::name), form.medium(i), medium.name);
  }
  if (form.subcontracting() == Answer::no) return;
  for (std::size_t i = 0; i < declaration.subcontracting.subcontractors.size(); ++i) {
    const CellReading& work = form.subcontractor(i).work;
    if (!work.hints_abroad) continue;
    visit(
        at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::work),
        work, declaration.subcontracting.subcontractors[i].work);
  }
}

LocationReading read(std::string_view text) {
  std::string scratch;
  return read_locations(searchable(text, traits_of(text), scratch));
}

void japan_only_contradicted(const FormFacts& form, const Emit& emit) {
  if (form.region() != StorageRegion::japan_only) return;
  const auto contradict = [&](const Path& path, CountryCode country) {
    emit(path, {.arguments = {{"country", country},
                              {"row", CellPlace{kRow2}},
                              {"box", CellLabel{kJapanOnly}},
                              {"abroad", CellLabel{kAbroad}}},
                .related = {region_boxes()}});
  };
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    if (reading.surely_abroad()) contradict(path(), *reading.foreign());
  });
  each_mention_abroad(form, [&](const Path& path, const CellReading& cell, std::string_view text) {
    if (cell.surely_abroad) contradict(path, *read(text).foreign());
  });
}

void japan_only_doubtful(const FormFacts& form, const Emit& emit) {
  if (form.region() != StorageRegion::japan_only) return;
  const auto doubt = [&](const Path& path) {
    emit(path, {.arguments = {{"row", CellPlace{kRow2}}, {"box", CellLabel{kJapanOnly}}},
                .related = {region_boxes()}});
  };
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    const bool open = reading.suggests_abroad() || reading.hedged;
    if (open && !reading.surely_abroad()) doubt(path());
  });
  each_mention_abroad(form, [&](const Path& path, const CellReading& cell, std::string_view) {
    if (!cell.surely_abroad) doubt(path);
  });
  if (form.own_media_abroad()) doubt(at(&Declaration::declarant, &Party::address));
}

// True when every filled country cell of row 2 was understood and names nothing but Japan.
bool names_only_japan(const FormFacts& form) {
  bool only = true;
  bool any = false;
  each_overseas_country(form, [&](std::size_t, const LocationReading& reading) {
    any = any || reading.named.contains(kJapan);
    only = only && reading.named.contains(kJapan) && !reading.suggests_abroad();
  });
  return any && only;
}

template <bool only_japan>
void overseas_country_is_japan(const FormFacts& form, const Emit& emit) {
  if (form.region() != StorageRegion::abroad || names_only_japan(form) != only_japan) return;
  each_overseas_country(form, [&](std::size_t i, const LocationReading& reading) {
    if (!reading.named.contains(kJapan)) return;
    emit(overseas_cell(i),
         {.arguments = {{"box", CellLabel{kJapanOnly}}}, .related = {region_boxes()}});
  });
}

// Calls `visit(path, facts)` for each country cell that matters and is not simply one country;
// `path()` makes the path, so that it is made only when needed.
template <class Visit>
void each_unusual_country(const FormFacts& form, Visit&& visit) {
  const Declaration& declaration = form.declaration();
  if (form.region() != StorageRegion::japan_only) {
    const auto& countries = declaration.storage_location.countries;
    for (std::size_t i = 0; i < countries.size(); ++i) {
      if (!countries[i].value) visit([&] { return overseas_cell(i); }, form.country(i));
    }
  }
  if (form.online() == Answer::no) return;
  const auto& services = declaration.online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    for (std::size_t c = 0; c < services[i].countries.size(); ++c) {
      if (services[i].countries[c].value) continue;
      visit([&] { return country_cell(i, c); }, form.country(i, c));
    }
  }
}

void country_not_recognised(const FormFacts& form, const Emit& emit) {
  each_unusual_country(form, [&](const auto& path, const CountryFacts& facts) {
    constexpr CellMeaning kReported = CellMeaning::none | CellMeaning::undisclosed_location |
                                      CellMeaning::undecided | CellMeaning::elsewhere |
                                      CellMeaning::prompt;
    if (facts.cell.blank || has(facts.cell.meaning, kReported)) return;
    if (facts.location.named.empty()) emit(path());
  });
  if (form.region() != StorageRegion::abroad || form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const LocationReading& location = form.service(i).location_reading;
    const bool no_country = location.named.empty() && location.suggested.empty();
    if (location.abroad && no_country && is_empty(services[i].countries)) emit(location_cell(i));
  }
}

void countries_left_open(const FormFacts& form, const Emit& emit) {
  each_unusual_country(form, [&](const auto& path, const CountryFacts& facts) {
    if (!facts.location.named.empty() && has(facts.topics, Topic::others)) emit(path());
  });
}

// Cells that name a country without stating it outright: 米国を除く, 米国又は英国, 米国・EU.
void country_doubtful(const FormFacts& form, const Emit& emit) {
  constexpr Topic kQualified = Topic::negation | Topic::undisclosed | Topic::plan;
  each_unusual_country(form, [&](const auto& path, const CountryFacts& facts) {
    const LocationReading& location = facts.location;
    if (location.named.empty()) return;
    if (has(facts.topics, Topic::others)) return;  // countries_left_open() reports it
    const bool doubtful = location.abroad || location.hedged || location.alternatives;
    if (doubtful || has(facts.topics, kQualified)) emit(path());
  });
}

void overseas_country_unlisted(const FormFacts& form, const Emit& emit) {
  if (form.region() != StorageRegion::abroad) return;
  const std::vector<CountryCode>& listed = form.overseas_countries();
  if (listed.empty()) return;  // reported as missing or not recognised
  const auto compare = [&](const auto& path, const LocationReading& reading) {
    for (const CountrySet* countries : {&reading.named, &reading.suggested}) {
      for (const CountryCode country : *countries) {
        if (country == kJapan || std::ranges::binary_search(listed, country)) continue;
        emit(path(),
             {.arguments = {{"country", country}, {"row", CellPlace{kRow2}}},
              .related = {at(&Declaration::storage_location, &StorageLocation::countries)}});
        return;
      }
    }
  };
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    compare(path, reading);
  });
  each_mention_abroad(form, [&](const Path& path, const CellReading&, std::string_view text) {
    compare([&] { return path; }, read(text));
  });
  compare([&] { return at(&Declaration::storage_location, &StorageLocation::overseas_data); },
          read(form.declaration().storage_location.overseas_data));
}

void service_places_disagree(const FormFacts& form, const Emit& emit) {
  if (form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const ServiceFacts& facts = form.service(i);
    if (facts.listed.empty()) continue;
    CountrySet mentioned = facts.location_reading.named;
    for (const CountryCode code : facts.location_reading.suggested) mentioned.insert(code);
    if (mentioned.empty()) continue;
    if (std::ranges::none_of(mentioned, [&](CountryCode c) { return facts.listed.contains(c); })) {
      Path countries = service_cell(i);
      emit(location_cell(i), {.related = {countries.into(std::string_view("countries"))}});
    }
  }
}

void place_undisclosed(const FormFacts& form, const Emit& emit) {
  each_unusual_country(form, [&](const auto& path, const CountryFacts& facts) {
    if (has(facts.cell.meaning, CellMeaning::undisclosed_location)) emit(path());
  });
  for (std::size_t i = 0; i < form.declaration().online_storage.services.size(); ++i) {
    if (form.service(i).location_undisclosed) emit(location_cell(i));
  }
}

void place_not_stated(const FormFacts& form, const Emit& emit) {
  for (std::size_t i = 0; i < form.declaration().online_storage.services.size(); ++i) {
    if (form.service(i).location_unstated) emit(location_cell(i));
  }
}

constexpr FormRule kLocationRules[] = {
    {.info = rule("japan-only-contradicted"),
     .check = japan_only_contradicted,
     .triggers = FormTrigger::hints_abroad},
    {.info = rule("japan-only-doubtful"),
     .check = japan_only_doubtful,
     .triggers = FormTrigger::hints_abroad},
    {.info = rule("overseas-country-is-japan"),
     .check = overseas_country_is_japan<true>,
     .triggers = FormTrigger::overseas},
    {.info = rule("overseas-countries-include-japan"),
     .check = overseas_country_is_japan<false>,
     .triggers = FormTrigger::overseas},
    {.info = rule("country-not-recognised"),
     .check = country_not_recognised,
     .triggers = FormTrigger::country | FormTrigger::two_locations},
    {.info = rule("country-doubtful"), .check = country_doubtful, .triggers = FormTrigger::country},
    {.info = rule("countries-left-open"),
     .check = countries_left_open,
     .triggers = FormTrigger::country},
    {.info = rule("overseas-country-unlisted"),
     .check = overseas_country_unlisted,
     .triggers = FormTrigger::overseas},
    {.info = rule("service-places-disagree"),
     .check = service_places_disagree,
     .triggers = FormTrigger::two_locations},
    {.info = rule("place-undisclosed"),
     .check = place_undisclosed,
     .triggers = FormTrigger::meaning | FormTrigger::undisclosed},
    {.info = rule("place-not-stated"),
     .check = place_not_stated,
     .triggers = FormTrigger::unstated},
};
static_assert(binds_each(kLocationCatalog, kLocationRules));

}  // namespace

std::span<const FormRule> location_rules() { return kLocationRules; }

}  // namespace tokki::inline v0::internal
