// check_command.hpp: tokki check, the main job.
#pragma once

#include "checking.hpp"
#include "tokki/report_writer.hpp"

namespace tokki::cli {

struct CheckArguments : Checking {
  ReportFormat format = ReportFormat::text;
  bool statistics = false;  ///< findings by rule instead of one by one
};

/// Checks all inputs, writes the report to standard output, and returns the exit code.
int run_check(const CheckArguments& arguments);

}  // namespace tokki::cli
