// chain_command.hpp: tokki chain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inputs.hpp"
#include "tokki/chain_report.hpp"
#include "tokki/tokki.hpp"

namespace tokki::cli {

struct ChainArguments {
  std::vector<std::string> inputs;
  InputKind input = InputKind::automatic;
  ChainFormat format = ChainFormat::text;
  std::string party;  ///< describe this one instead: an id, corporate number or name
  std::optional<Severity> fail_on = Severity::error;
  CheckOptions options;
  TextStyle style;
};

/// Shows the chain of each dossier. Exit codes are those of tokki check.
int run_chain(const ChainArguments& arguments);

}  // namespace tokki::cli
