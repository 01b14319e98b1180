// Row 2, and row 3 held against it (X1): "Japan only" means all of it, cloud included.
#include <algorithm>

#include "form/form_locations.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/folded_characters.hpp"

namespace tokki {
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

void japan_only_contradicted(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::japan_only) return;
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    if (!surely_abroad(reading)) return;
    emit(path(), {.arguments = {{"country", *reading.named.foreign()},
                                {"row", CellPlace{kRow2}},
                                {"box", CellLabel{kJapanOnly}},
                                {"abroad", CellLabel{kAbroad}}},
                  .related = {region_boxes()}});
  });
}

void japan_only_doubtful(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::japan_only) return;
  const auto doubt = [&](const Path& path) {
    emit(path, {.arguments = {{"row", CellPlace{kRow2}}, {"box", CellLabel{kJapanOnly}}},
                .related = {region_boxes()}});
  };
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    const bool open = reading.suggests_abroad() || reading.hedged;
    if (open && !surely_abroad(reading)) doubt(path());
  });
  // A medium or work may well be named after a country, so that nothing there is certain.
  const Declaration& declaration = form.declaration();
  for (std::size_t i = 0; i < declaration.storage_media.size(); ++i) {
    if (form.medium(i).hints_abroad) {
      doubt(at(&Declaration::storage_media, i, &StorageMedium::name));
    }
  }
  if (form.subcontracting() == Answer::no) return;
  for (std::size_t i = 0; i < declaration.subcontracting.subcontractors.size(); ++i) {
    if (form.work(i).hints_abroad) {
      doubt(at(&Declaration::subcontracting, &Subcontracting::subcontractors, i,
               &Subcontractor::work));
    }
  }
}

// True when every filled country cell of row 2 was understood and names nothing but Japan.
bool names_only_japan(const Form& form) {
  bool only = true;
  bool any = false;
  each_overseas_country(form, [&](std::size_t, const LocationReading& reading) {
    any = any || reading.named.contains(kJapan);
    only = only && reading.named.contains(kJapan) && !reading.suggests_abroad();
  });
  return any && only;
}

template <bool only_japan>
void overseas_country_is_japan(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::abroad || names_only_japan(form) != only_japan) return;
  each_overseas_country(form, [&](std::size_t i, const LocationReading& reading) {
    if (!reading.named.contains(kJapan)) return;
    emit(overseas_cell(i),
         {.arguments = {{"box", CellLabel{kJapanOnly}}}, .related = {region_boxes()}});
  });
}

bool is_undisclosed(const Form& form, std::string_view text) {
  return has(form.saying_of(text), Saying::undisclosed_place);
}

// Calls `visit(path, cell)` for each country cell that is to be read.
template <class Visit>
void each_country_cell(const Form& form, Visit&& visit) {
  const Declaration& declaration = form.declaration();
  if (form.region() != StorageRegion::japan_only) {
    for (std::size_t i = 0; i < declaration.storage_location.countries.size(); ++i) {
      visit([&] { return overseas_cell(i); }, declaration.storage_location.countries[i]);
    }
  }
  if (form.online() == Answer::no) return;
  const auto& services = declaration.online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    for (std::size_t c = 0; c < services[i].countries.size(); ++c) {
      visit([&] { return country_cell(i, c); }, services[i].countries[c]);
    }
  }
}

void country_not_recognised(const Form& form, const Emit& emit) {
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (cell.value || is_blank(cell.written)) return;
    constexpr Saying kReported = Saying::none | Saying::undisclosed_place | Saying::undecided |
                                 Saying::elsewhere | Saying::prompt;
    if (has(form.saying_of(cell.written), kReported)) return;
    if (form.locations_in(cell.written).named.empty()) emit(path());
  });
  if (form.region() != StorageRegion::abroad || form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const LocationReading& place = form.service(i).place;
    const bool no_country = place.named.empty() && place.suggested.empty();
    if (place.abroad && no_country && is_empty(services[i].countries)) emit(location_cell(i));
  }
}

void countries_left_open(const Form& form, const Emit& emit) {
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (cell.value) return;
    if (form.locations_in(cell.written).named.empty()) return;
    if (has(form.read(cell.written).topics, Topic::others)) emit(path());
  });
}

// A country said outright is what is meant, not one left out: 米国を除く, 米国又は英国, 米国・EU.
void country_doubtful(const Form& form, const Emit& emit) {
  constexpr Topic kTurns = Topic::negation | Topic::undisclosed | Topic::plan;
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (cell.value) return;
    const LocationReading& places = form.locations_in(cell.written);
    if (places.named.empty()) return;
    const bool doubtful = places.abroad || places.hedged || places.alternatives;
    const Topic topics = form.read(cell.written).topics;
    if (has(topics, Topic::others)) return;  // left open
    if (doubtful || has(topics, kTurns)) emit(path());
  });
}

// All that row 2 names, which may be more than one cell does, sorted; valid until the next call.
const std::vector<CountryCode>& countries_of_row_2(const Form& form) {
  thread_local std::vector<CountryCode> countries;  // keeps its storage
  countries.clear();
  each_overseas_country(form, [](std::size_t, const LocationReading& reading) {
    for (const CountrySet* said : {&reading.named, &reading.suggested}) {
      countries.insert(countries.end(), said->begin(), said->end());
    }
  });
  std::ranges::sort(countries);
  return countries;
}

void overseas_country_unlisted(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::abroad) return;
  const std::vector<CountryCode>& listed = countries_of_row_2(form);
  if (listed.empty()) return;  // reported as missing or not recognised
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    for (const CountrySet* said : {&reading.named, &reading.suggested}) {
      for (const CountryCode country : *said) {
        if (country == kJapan || std::ranges::binary_search(listed, country)) continue;
        emit(path(),
             {.arguments = {{"country", country}, {"row", CellPlace{kRow2}}},
              .related = {at(&Declaration::storage_location, &StorageLocation::countries)}});
        return;
      }
    }
  });
}

void service_places_disagree(const Form& form, const Emit& emit) {
  if (form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const ServiceFacts& facts = form.service(i);
    if (facts.listed.empty()) continue;
    CountrySet said = facts.place.named;
    for (const CountryCode code : facts.place.suggested) said.insert(code);
    if (said.empty()) continue;
    if (std::ranges::none_of(said, [&](CountryCode c) { return facts.listed.contains(c); })) {
      Path countries = service_cell(i);
      emit(location_cell(i), {.related = {countries.into(std::string_view("countries"))}});
    }
  }
}

// 非公開, or a sentence with 非公開 that names no place: 日本（詳細は非公開） says enough.
bool leaves_place_undisclosed(const Form& form, std::size_t i) {
  const ServiceFacts& facts = form.service(i);
  if (has(facts.location.saying, Saying::undisclosed_place)) return true;
  if (!has(facts.location.topics, Topic::undisclosed) || !facts.listed.empty()) return false;
  const Str& written = form.declaration().online_storage.services[i].data_location;
  const LocationReading& places = form.locations_in(written);
  return places.named.empty() && places.suggested.empty();
}

void place_undisclosed(const Form& form, const Emit& emit) {
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (!cell.value && is_undisclosed(form, cell.written)) emit(path());
  });
  if (form.online() == Answer::no) return;
  for (std::size_t i = 0; i < form.declaration().online_storage.services.size(); ++i) {
    if (leaves_place_undisclosed(form, i)) emit(location_cell(i));
  }
}

// Takes `name` off the front of `text`, whatever their width, case and spaces; false when it does
// not stand there.
bool take_off(const Form& form, std::string_view& text, std::string_view name) {
  std::string scratch;  // the form's may hold the text
  FoldedCharacters wanted(form.searchable(name, scratch));
  FoldedCharacters here(text);
  while (wanted.next()) {
    if (!here.next() || here.character() != wanted.character()) return false;
  }
  text.remove_prefix(here.end());
  return here.end() != 0;
}

// AWS, Google社のデータセンター: whose it is, not where.
bool says_only_whose(const Form& form, const Service& service) {
  std::string_view rest = form.searchable(service.data_location);
  if (const auto known = form.phrases().services.prefix(rest)) {
    rest.remove_prefix(known->end);
  } else if (!take_off(form, rest, service.provider) && !take_off(form, rest, service.name)) {
    return false;
  }
  for (const std::string_view glue : {" ", "社", "の"}) {
    if (rest.starts_with(glue)) rest.remove_prefix(glue.size());
  }
  if (rest.starts_with("。")) rest.remove_prefix(std::string_view("。").size());
  return is_blank(rest) || has(form.phrases().saying_of(rest, rest), Saying::unstated_place);
}

// 提供元による, 自動選択: a text without a word for a place or a part of an address.
bool names_no_location(const ServiceFacts& facts, std::string_view written) {
  const TextReading& text = facts.location;
  constexpr Saying kReported = Saying::none | Saying::undisclosed_place | Saying::elsewhere |
                               Saying::prompt | Saying::example;
  if (text.blank || has(text.saying, kReported)) return false;
  if (has(text.topics, Topic::japan | Topic::undisclosed)) return false;
  if (facts.place.abroad || !facts.place.named.empty() || !facts.place.suggested.empty()) {
    return false;
  }
  constexpr std::u32string_view kPartsOfAddresses = U"県郡市区町村〒";
  for (std::size_t at = 0; at < written.size();) {
    if (kPartsOfAddresses.find(next_character(written, at)) != std::u32string_view::npos) {
      return false;
    }
  }
  return !Country(Str(written)).value;
}

void place_not_stated(const Form& form, const Emit& emit) {
  if (form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const ServiceFacts& facts = form.service(i);
    if (!facts.listed.empty()) continue;
    if (has(facts.location.saying, Saying::unstated_place) || says_only_whose(form, services[i]) ||
        names_no_location(facts, services[i].data_location)) {
      emit(location_cell(i));
    }
  }
}

constexpr FormRule kLocationRules[] = {
    {.info = rule("japan-only-contradicted"),
     .check = japan_only_contradicted,
     .when = sign::hints_abroad},
    {.info = rule("japan-only-doubtful"), .check = japan_only_doubtful, .when = sign::hints_abroad},
    {.info = rule("overseas-country-is-japan"),
     .check = overseas_country_is_japan<true>,
     .when = sign::overseas},
    {.info = rule("overseas-countries-include-japan"),
     .check = overseas_country_is_japan<false>,
     .when = sign::overseas},
    {.info = rule("country-not-recognised"),
     .check = country_not_recognised,
     .when = sign::odd_country | sign::two_locations},
    {.info = rule("country-doubtful"), .check = country_doubtful, .when = sign::odd_country},
    {.info = rule("countries-left-open"), .check = countries_left_open, .when = sign::odd_country},
    {.info = rule("overseas-country-unlisted"),
     .check = overseas_country_unlisted,
     .when = sign::overseas},
    {.info = rule("service-places-disagree"),
     .check = service_places_disagree,
     .when = sign::two_locations},
    {.info = rule("place-undisclosed"),
     .check = place_undisclosed,
     .when = sign::said | sign::undisclosed},
    {.info = rule("place-not-stated"), .check = place_not_stated},
};
static_assert(binds_each(kLocationCatalog, kLocationRules));

}  // namespace

std::span<const FormRule> location_rules() { return kLocationRules; }

}  // namespace tokki
