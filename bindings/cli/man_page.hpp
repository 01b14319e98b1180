// man_page.hpp: tokki man, the manual page.
#pragma once

#include <tokki/report.hpp>

#include <string>

#include "command_table.hpp"

namespace tokki::cli {

/// The page in the format of man(7).
[[nodiscard]] std::string man_page(const std::vector<CommandRow>& table, Language language);

}  // namespace tokki::cli
