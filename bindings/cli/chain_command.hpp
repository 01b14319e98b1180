// chain_command.hpp: tokki chain.
#pragma once

#include <string>

#include "checking.hpp"
#include "tokki/chain_report.hpp"

namespace tokki::cli {

struct ChainArguments : Checking {
  ChainFormat format = ChainFormat::text;
  std::string party;  ///< describe this one instead: an id, corporate number or name
};

/// Shows the chain of each dossier. Exit codes are those of tokki check.
int run_chain(const ChainArguments& arguments);

}  // namespace tokki::cli
