// chain_command.hpp: tokki chain.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_chain_command(CommandLine& line);

}  // namespace tokki::cli
