// check_options.hpp: the options of commands that check documents, from the command line and
// tokki.toml.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common_options.hpp"
#include "tokki/file_checker.hpp"
#include "tokki/tokki.hpp"

namespace tokki::cli {

/// The options of the command line.
struct CheckFlags {
  CommonOptions common;
  std::vector<std::string> inputs;
  FileKind kind = FileKind::automatic;
  std::optional<std::string> fail_on;
  std::string as_of;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::optional<bool> show_values;  ///< nothing: where the text is read on a terminal
};

/// The inputs, and how their findings count.
struct CheckRun {
  std::vector<std::string> inputs;
  FileKind kind = FileKind::automatic;
  std::optional<Severity> fail_on = Severity::error;  ///< nothing: never fail on findings
  std::vector<FindingWaiver> waivers;                 ///< those that have not expired
  /// The path that waivers' patterns are matched against, from a document's name.
  std::function<std::string(std::string_view)> path_of;
  CheckOptions options;
  TextStyle style;

  /// Calls `next` with the report after setting its waived findings apart.
  bool deliver(const Report& report, const std::function<bool(const Report&)>& next) const;
};

/// Adds these and the common options to a command.
void add_check_options(Command& command, CheckFlags& flags, const CommandLine& line);

/// The command line overrides tokki.toml; `settings` must outlive the run. Returns nothing after
/// printing every error. `as_text`: the output is for people.
[[nodiscard]] std::optional<CheckRun> resolve_options(const CheckFlags& flags,
                                                      const Settings& settings, bool as_text);

/// Checks all inputs, until the visitor stops.
void check_inputs(const CheckRun& run, FileVisitor visitor);

}  // namespace tokki::cli
