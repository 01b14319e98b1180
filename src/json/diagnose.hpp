// diagnose.hpp: what is wrong with a text that was refused, and where.
#pragma once

#include "json/tokens.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// The one finding that an unreadable document gets. Its line and column are yet to be counted.
[[nodiscard]] Finding diagnose(const Tokens& tokens, const Limits& limits);

}  // namespace tokki::inline v0::internal
