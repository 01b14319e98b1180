// completions.hpp: tokki completions, scripts that let a shell complete the command line.
#pragma once

#include <string>

#include "command_table.hpp"

namespace tokki::cli {

enum class Shell : std::uint8_t { bash, zsh, fish };

[[nodiscard]] std::string completions(const std::vector<CommandRow>& table, Shell shell);

}  // namespace tokki::cli
