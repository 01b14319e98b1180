#include "common_options.hpp"

#include <fmt/format.h>

#include "edition_files.hpp"
#include "exit_codes.hpp"
#include "rule_selection.hpp"

namespace tokki::cli {

int Settings::print(const std::string& text) const {
  return print_output(text, kClean, style.language);
}

void add_language_option(Command& command, CommonOptions& options, const CommandLine& line) {
  command.add_choice("--lang", options.language, keys_of<Language>(),
                     {.purpose = line.localized("ことば", "Language"),
                      .value = line.localized("ja|en（既定：ja）", "ja|en (default: ja)")});
}

void add_common_options(Command& command, CommonOptions& options, const CommandLine& line) {
  add_language_option(command, options, line);
  command.add_choice(
      "--color", options.colour,
      Keys<Colour>{
          {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}},
      {.purpose = line.localized("色", "Colour"),
       .value =
           line.localized("auto|always|never（既定：auto）", "auto|always|never (default: auto)")});
  command.add("--config", options.config_file,
              {.purpose = line.localized("設定ファイル（既定：上へさがした tokki.toml）",
                                         "Configuration (default: the nearest\ntokki.toml upward)"),
               .value = "FILE",
               .kind = ValueKind::file});
  command.add_flag("--no-config", options.no_config,
                   line.localized("設定ファイルを用いません", "Use no configuration"));
}

void add_input_option(Command& command, FileKind& kind, const CommandLine& line) {
  command.add_choice(
      "--input", kind,
      Keys<FileKind>{
          {"auto", FileKind::automatic}, {"json", FileKind::json}, {"ndjson", FileKind::ndjson}},
      {.purpose = line.localized("入力の形式", "Input format"),
       .value =
           line.localized("auto|json|ndjson（既定：auto）", "auto|json|ndjson (default: auto)")});
}

void add_known_at_option(Command& command, std::string& known_at, const CommandLine& line) {
  command.add("--known-at", known_at,
              {.purpose = line.localized("この時までに記録されたものだけによります",
                                         "By what was on record at that instant"),
               .value = "TIME"});
}

void add_format_option(Command& command, std::string& format,
                       const std::vector<std::string_view>& formats, const CommandLine& line) {
  command.add_words(
      "--format", formats, [&format](const std::string& word) { format = word; },
      {.purpose = line.localized("出力の形式", "Output format"),
       .value = fmt::format(fmt::runtime(line.localized("{}（既定：text）", "{} (default: text)")),
                            fmt::join(formats, "|"))});
}

void add_show_values_option(Command& command, std::optional<bool>& asked, const char* ja,
                            const char* en, const CommandLine& line) {
  command.add_switch("--show-values", asked, true, line.localized(ja, en));
  command.add_switch(
      "--no-show-values", asked, false,
      line.localized("記載を示しません（端末でも）", "Withhold them, on a terminal, too"));
}

bool shows_values(std::optional<bool> asked, bool as_text) {
  return asked.value_or(as_text && is_on_terminal());
}

void add_edition_option(Command& command, CommonOptions& options, const CommandLine& line) {
  command.add("--edition", options.editions,
              {.purpose = line.localized("特記事項の版のファイル（既定：組み込みの版）",
                                         "An edition's file (default: the built-in one)"),
               .value = "FILE ...",
               .kind = ValueKind::file,
               .repeatable = true});
}

std::optional<Settings> resolve_options(const CommonOptions& options, Language of_help) {
  Settings settings;
  if (!options.no_config) {
    const std::string file = options.config_file.empty() ? nearest_config() : options.config_file;
    if (!file.empty()) {
      auto config = read_config(file, options.language.value_or(of_help));
      if (!config) return std::nullopt;
      settings.config = *std::move(config);
    }
  }
  settings.style.language =
      options.language.value_or(settings.config.language.value_or(Language::ja));
  settings.style.width = terminal_width();
  settings.style.colour = use_colour(options.colour);
  settings.editions = options.editions.empty() ? settings.config.editions : options.editions;
  return settings;
}

bool take_time(const Settings& settings, const char* option, const std::string& given,
               std::optional<Second>& to) {
  if (given.empty()) return true;
  const Instant instant{Str(given)};
  if (instant.value) {
    to = instant.value->hi;
    return true;
  }
  print_error(
      fmt::format("{} {}: {}", option, given,
                  settings.localized("日時として読み取れません（例：2025-04-01、令和7年4月1日、"
                                     "2025-04-01T09:30:00+09:00）",
                                     "neither a day nor a time (as in 2025-04-01, 令和7年4月1日 or "
                                     "2025-04-01T09:30:00+09:00)")));
  return false;
}

std::optional<Editions> load_editions(const Settings& settings) {
  return load_editions(settings.editions, settings.style);
}

std::optional<Editions> load_configured_editions(const Settings& settings) {
  const auto loaded = load_editions(settings);
  if (!loaded) return std::nullopt;
  const Config& config = settings.config;
  return with_rules(*loaded,
                    {.settings = config.rules, .select = config.select, .ignore = config.ignore});
}

}  // namespace tokki::cli
