// diff_command.hpp: tokki diff.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_diff_command(CommandLine& line);

}  // namespace tokki::cli
