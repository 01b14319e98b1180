// did_you_mean.hpp: suggestions for misspelt words.
#pragma once

#include <tokki/report.hpp>

#include <string>
#include <string_view>

namespace tokki::cli {

/// "; did you mean `near`?", to be appended to an error. Empty when `near` is empty.
[[nodiscard]] std::string did_you_mean(std::string_view near, Language language);

}  // namespace tokki::cli
