// rules_command.hpp: tokki rules and tokki explain.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_rules_command(CommandLine& line);
void add_explain_command(CommandLine& line);

}  // namespace tokki::cli
