// check_command.hpp: tokki check, the main job.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inputs.hpp"
#include "tokki/tokki.hpp"

namespace tokki::cli {

enum class Format : std::uint8_t { text, json };

struct CheckArguments {
  std::vector<std::string> inputs;
  InputKind input = InputKind::automatic;
  Format format = Format::text;
  std::optional<Severity> fail_on = Severity::error;  ///< nothing: never fail on findings
  CheckOptions options;
  TextStyle style;
};

/// Checks all inputs, writes the report to standard output, and returns the exit code.
int run_check(const CheckArguments& arguments);

}  // namespace tokki::cli
