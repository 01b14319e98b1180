// checking.hpp: what every command that checks documents is asked, on the command line and in
// tokki.toml.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "config.hpp"
#include "tokki/file_checker.hpp"
#include "tokki/tokki.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace tokki::cli {

/// What is to be read, and how its findings count.
struct Checking {
  std::vector<std::string> inputs;
  FileKind kind = FileKind::automatic;
  std::optional<Severity> fail_on = Severity::error;  ///< nothing: never fail on findings
  std::vector<FindingWaiver> waivers;                 ///< those that hold
  /// The path that their patterns are held against, from a document's name.
  std::function<std::string(std::string_view)> path_of;
  CheckOptions options;
  TextStyle style;

  /// Gives the report to `next`, with the findings set apart that are waived.
  bool deliver(const Report& report, const std::function<bool(const Report&)>& next) const;
};

/// The same as asked on the command line, before tokki.toml has its say.
struct CheckingRequest {
  std::vector<std::string> inputs;
  FileKind kind = FileKind::automatic;
  std::optional<std::string> fail_on;
  std::string as_of;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
};

/// Adds the options to a command.
void add_checking(CLI::App& command, CheckingRequest& request, Language language);

/// Settles `checking`: the command line wins over `config`, which must outlive it. Returns false
/// after complaining of all that is wrong.
bool settle(const CheckingRequest& request, const Config& config, const Editions& editions,
            const TextStyle& style, Checking& checking);

/// Checks all inputs, until the visitor stops.
void check_inputs(const Checking& checking, FileVisitor visitor);

}  // namespace tokki::cli
