// shell_commands.hpp: tokki completions and tokki man.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_completions_command(CommandLine& line);
void add_man_command(CommandLine& line);

}  // namespace tokki::cli
