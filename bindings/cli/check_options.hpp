// check_options.hpp: what tokki check is asked on the command line and in tokki.toml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check_command.hpp"
#include "config.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace tokki::cli {

struct CheckRequest {
  CheckArguments arguments;
  std::optional<std::string> fail_on;
  std::string as_of;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
};

/// Adds the options of `tokki check` but those that every command has.
void add_check_options(CLI::App& command, CheckRequest& request, Language language);

/// Checks as asked: the command line wins over `config`. Returns the exit code.
int check_as_asked(CheckRequest request, const Config& config, const Editions& editions,
                   const TextStyle& style);

}  // namespace tokki::cli
