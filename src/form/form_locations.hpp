// form_locations.hpp: the cells of a form that give the location of data.
#pragma once

#include "form/form_facts.hpp"

namespace tokki::inline v0::internal {

inline Path location_cell(std::size_t i) {
  return at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::data_location);
}
inline Path country_cell(std::size_t i, std::size_t country) {
  return at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::countries,
            country);
}

// Calls `visit(service, path, reading)` for each location cell of row 3; `path()` makes the path,
// so that it is made only when needed.
template <class Visit>
void each_service_location(const FormFacts& form, Visit&& visit) {
  if (form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    for (std::size_t c = 0; c < services[i].countries.size(); ++c) {
      visit(i, [&] { return country_cell(i, c); }, form.country(i, c).location);
    }
    visit(i, [&] { return location_cell(i); }, form.service(i).location_reading);
  }
}

// Row 2 under "abroad": `visit(index, reading)` for each filled country cell.
template <class Visit>
void each_overseas_country(const FormFacts& form, Visit&& visit) {
  if (form.region() != StorageRegion::abroad) return;
  const auto& countries = form.declaration().storage_location.countries;
  for (std::size_t i = 0; i < countries.size(); ++i) {
    if (!form.country(i).cell.says_nothing()) visit(i, form.country(i).location);
  }
}

}  // namespace tokki::inline v0::internal
