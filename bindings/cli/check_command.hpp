// check_command.hpp: tokki check.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_check_command(CommandLine& line);

}  // namespace tokki::cli
