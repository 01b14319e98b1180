// schema_command.hpp: tokki schema.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_schema_command(CommandLine& line);

}  // namespace tokki::cli
