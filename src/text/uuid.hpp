// uuid.hpp: ids that are the same in every run.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tokki::inline v0::internal {

using UuidBytes = std::array<std::uint8_t, 16>;

/// The UUID of a name in a namespace (RFC 9562, version 5).
[[nodiscard]] std::string named_uuid(const UuidBytes& name_space, std::string_view name);

/// The UUID of a name among all that tokki names: that of https://tokki.invalid/ as a URL is the
/// namespace.
[[nodiscard]] std::string named_uuid(std::string_view name);

}  // namespace tokki::inline v0::internal
