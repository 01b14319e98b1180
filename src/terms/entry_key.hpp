// entry_key.hpp: the keys of the entries of an edition's lists.
#pragma once

#include <string_view>

#include "tokki/records/edition_file.hpp"

namespace tokki::inline v0::internal {

inline std::string_view key_of_entry(const auto& entry) { return entry.key; }
inline std::string_view key_of_entry(const KnownService& service) { return service.name; }
inline std::string_view key_of_entry(const RuleSetting& setting) { return setting.rule; }

}  // namespace tokki::inline v0::internal
