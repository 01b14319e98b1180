// status_command.hpp: tokki status.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_status_command(CommandLine& line);

}  // namespace tokki::cli
