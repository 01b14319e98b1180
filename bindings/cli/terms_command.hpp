// terms_command.hpp: tokki terms.
#pragma once

#include "command_line.hpp"

namespace tokki::cli {

void add_terms_command(CommandLine& line);

}  // namespace tokki::cli
