// config.hpp: tokki.toml, the configuration of a project's checks.
#pragma once

#include <tokki/finding_waiver.hpp>
#include <tokki/report.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tokki::cli {

/// The content of a tokki.toml. Absent members leave the defaults; the command line overrides it.
struct Config {
  std::string file;                   ///< its path; empty when there is none
  std::string folder;                 ///< what its paths are relative to
  std::vector<std::string> editions;  ///< paths, or the built-in one's id
  std::optional<Language> language;
  std::optional<std::string> fail_on;  ///< a severity or "never"
  std::vector<std::string> select;     ///< rules
  std::vector<std::string> ignore;
  List<RuleSetting> rules;
  std::vector<FindingWaiver> waivers;
  std::vector<unsigned> waiver_lines;
};

/// The path of the tokki.toml nearest to the working directory: there or in a folder above it.
/// Empty when there is none.
[[nodiscard]] std::string nearest_config();

/// Reads a tokki.toml strictly. Nothing, after printing all errors with their lines, when it is
/// faulty.
[[nodiscard]] std::optional<Config> read_config(const std::string& file, Language language);

/// The waivers that are valid on `day`; prints an error for each that has expired.
[[nodiscard]] std::vector<FindingWaiver> valid_waivers(const Config& config, Day day,
                                                       Language language);

/// A path relative to the configuration's folder, to be matched against waivers' patterns.
[[nodiscard]] std::string path_in(const Config& config, std::string_view name);

}  // namespace tokki::cli
