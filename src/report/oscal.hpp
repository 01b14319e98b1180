// oscal.hpp: what the OSCAL documents have in common: https://pages.nist.gov/OSCAL/
#pragma once

#include <string>
#include <string_view>

#include "json/writer.hpp"

namespace tokki::inline v0::internal {

inline constexpr std::string_view kOscalVersion = "1.2.1";
inline constexpr std::string_view kOscalNamespace =
    "https://tokki.invalid/ns/oscal";  // of tokki's own properties

inline void write_property(std::string_view name, std::string_view value, JsonWriter& json) {
  json.object([&] {
    json.member("name", name);
    json.member("ns", kOscalNamespace);
    json.member("value", value);
  });
}

/// The id of a duty's part in the catalog, which the results refer to.
inline std::string oscal_duty_id(std::string_view duty) { return std::string(duty) + "_duty"; }

}  // namespace tokki::inline v0::internal
