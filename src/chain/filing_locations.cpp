#include "chain/filing_locations.hpp"

#include "form/form_locations.hpp"

namespace tokki::inline v0::internal {
namespace {

void add(DeclaredLocation::From from, std::size_t entry, const LocationReading& reading,
         std::string_view service, std::vector<DeclaredLocation>& locations) {
  const auto at = capped<std::uint16_t>(entry);
  for (const CountryCode country : reading.named) {
    locations.push_back({from, country, reading.certain, at, service});
  }
  for (const CountryCode country : reading.suggested) {
    if (!reading.named.contains(country)) locations.push_back({from, country, false, at, service});
  }
  if (reading.abroad && !reading.suggested.foreign() && !reading.named.foreign()) {
    locations.push_back({from, {}, false, at, service});
  }
}

}  // namespace

void read_locations(const FormFacts& form, ChainState& chain, ChainFiling& out) {
  using From = DeclaredLocation::From;
  const Declaration& declaration = form.declaration();
  out.region = form.region();
  out.online = form.online();
  out.subcontracting = form.subcontracting();
  each_overseas_country(form, [&](std::size_t i, const LocationReading& reading) {
    add(From::storage_location, i, reading, {}, out.locations);
  });
  if (out.region == StorageRegion::abroad && out.locations.empty()) {
    out.locations.push_back({From::storage_location, {}, true, 0, {}});
  }
  if (out.region == StorageRegion::japan_only) {
    out.locations.push_back({From::storage_location, kJapan, true, 0, {}});
  }
  const auto& services = declaration.online_storage.services;
  each_service_location(form, [&](std::size_t i, const auto&, const LocationReading& reading) {
    add(From::service, i, reading, chain.keep(services[i].name), out.locations);
  });
  if (out.online != Answer::no) {
    for (const Service& service : services) out.services.push_back(chain.keep(service.name));
  }
  const auto& media = declaration.storage_media;
  for (std::size_t i = 0; i < media.size(); ++i) {
    if (!form.medium(i).says_nothing()) out.media.push_back(chain.keep(media[i].name));
  }
}

}  // namespace tokki::inline v0::internal
