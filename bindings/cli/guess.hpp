// guess.hpp: did you mean …?
#pragma once

#include <tokki/report.hpp>

#include <string>
#include <string_view>

namespace tokki::cli {

/// To be put after a complaint: that `near` may be what was meant. Empty when nothing is near.
[[nodiscard]] std::string guess(std::string_view near, Language language);

}  // namespace tokki::cli
