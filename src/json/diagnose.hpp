// diagnose.hpp: what is wrong with a text that simdjson refused, and where.
#pragma once

#include <simdjson.h>

#include <string_view>

#include "tokki/decode.hpp"

namespace tokki {

/// The one finding that an unreadable document gets.
[[nodiscard]] Finding diagnose(std::string_view json, simdjson::error_code error,
                               const Limits& limits);

}  // namespace tokki
