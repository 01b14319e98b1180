// common_options.hpp: the options that most commands take.
#pragma once

#include <tokki/editions.hpp>
#include <tokki/file_checker.hpp>
#include <tokki/instant.hpp>
#include <tokki/report.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command_line.hpp"
#include "config.hpp"
#include "exit_codes.hpp"
#include "output.hpp"

namespace tokki::cli {

/// The options of the command line.
struct CommonOptions {
  std::optional<Language> language;
  Colour colour = Colour::automatic;
  std::string config_file;
  bool no_config = false;
  std::vector<std::string> editions;  ///< files
};

/// The same, completed by tokki.toml.
struct Settings {
  Config config;
  TextStyle style;                    ///< width and colour suit the terminal
  std::vector<std::string> editions;  ///< files

  [[nodiscard]] std::string localized(const char* ja, const char* en) const {
    return style.language == Language::ja ? ja : en;
  }
  /// Writes a command's whole output.
  [[nodiscard]] int print(const std::string& text) const;
};

/// --lang. Commands that do not read tokki.toml have the language that was found for their help.
void add_language_option(Command& command, CommonOptions& options, const CommandLine& line);
/// --lang, --color, --config, --no-config.
void add_common_options(Command& command, CommonOptions& options, const CommandLine& line);
/// --input.
void add_input_option(Command& command, FileKind& kind, const CommandLine& line);
/// --known-at.
void add_known_at_option(Command& command, std::string& known_at, const CommandLine& line);
/// --format, of those that a table of the library names; text is the default.
void add_format_option(Command& command, std::string& format,
                       const std::vector<std::string_view>& formats, const CommandLine& line);
/// --show-values and --no-show-values.
void add_show_values_option(Command& command, std::optional<bool>& asked, const char* ja,
                            const char* en, const CommandLine& line);
/// Whether to show what is written in the cells: as asked, else where a person reads the text on a
/// terminal. What goes to a file or a pipeline withholds it.
[[nodiscard]] bool shows_values(std::optional<bool> asked, bool as_text);
/// --edition.
void add_edition_option(Command& command, CommonOptions& options, const CommandLine& line);

/// The command line overrides tokki.toml. Nothing, after printing errors, when that is faulty.
[[nodiscard]] std::optional<Settings> resolve_options(const CommonOptions& options,
                                                      Language of_help);

/// Lets the command do `job(arguments, settings)`. Arguments have a member `common`.
template <class Arguments>
void runs(Command& command, const CommandLine& line, std::shared_ptr<Arguments> arguments,
          int (*job)(const Arguments&, const Settings&)) {
  command.runs([arguments = std::move(arguments), job, of_help = line.language()] {
    const auto settings = resolve_options(arguments->common, of_help);
    return settings ? job(*arguments, *settings) : kUsage;
  });
}

/// Reads the instant that an option gives into `to`: a day means its end, a minute its last second.
/// False after printing an error; what is not given stays as it is.
[[nodiscard]] bool take_time(const Settings& settings, const char* option, const std::string& given,
                             std::optional<Second>& to);

/// The editions of --edition, in order. Nothing, after printing errors, when one is faulty.
[[nodiscard]] std::optional<Editions> load_editions(const Settings& settings);
/// The same with the rule settings of tokki.toml, as checks apply them.
[[nodiscard]] std::optional<Editions> load_configured_editions(const Settings& settings);

}  // namespace tokki::cli
