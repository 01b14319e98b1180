// check_command.hpp: tokki check, the main job.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inputs.hpp"
#include "tokki/report_writer.hpp"
#include "tokki/tokki.hpp"

namespace tokki::cli {

struct CheckArguments {
  std::vector<std::string> inputs;
  InputKind input = InputKind::automatic;
  ReportFormat format = ReportFormat::text;
  std::optional<Severity> fail_on = Severity::error;  ///< nothing: never fail on findings
  bool statistics = false;                            ///< findings by rule instead of one by one
  std::vector<FindingWaiver> waivers;                 ///< those that hold
  /// The path that their patterns are held against, from a document's name.
  std::function<std::string(std::string_view)> path_of;
  CheckOptions options;
  TextStyle style;
};

/// Checks all inputs, writes the report to standard output, and returns the exit code.
int run_check(const CheckArguments& arguments);

}  // namespace tokki::cli
