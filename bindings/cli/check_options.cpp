#include "check_options.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "output.hpp"
#include "rule_selection.hpp"
#include "tokki/waive.hpp"

namespace tokki::cli {
namespace {

// Prints an error for every rule that the option does not accept.
bool known_rules(const std::vector<std::string>& rules, const char* option, RuleUse use,
                 Language language) {
  bool sound = true;
  for (const std::string& rule : rules) {
    const std::string fault = rule_fault(rule, use, language);
    if (fault.empty()) continue;
    print_error(fmt::format("{} {}", option, fault));
    sound = false;
  }
  return sound;
}

}  // namespace

bool CheckRun::deliver(const Report& report, const std::function<bool(const Report&)>& next) const {
  if (waivers.empty() || report.findings.empty()) return next(report);
  return next(waive(report, waivers, path_of));
}

void add_check_options(Command& command, CheckFlags& flags, const CommandLine& line) {
  command.add("inputs", flags.inputs,
              {.purpose = line.localized("ファイル、フォルダー、または - （標準入力）",
                                         "Files, directories, or - for standard input"),
               .value = "FILE|DIR|- ...",
               .kind = ValueKind::file,
               .required = true});
  add_input_option(command, flags.kind, line);
  command.add_words(
      "--fail-on", {"error", "warning", "review", "undetermined", "note", "never"},
      [&flags](const std::string& word) { flags.fail_on = word; },
      {.purpose = line.localized("終了コードを1にする重さ：error、warning、review、\n"
                                 "undetermined、note、never",
                                 "Exit with 1 on a finding this grave: error,\nwarning, "
                                 "review, undetermined, note, never"),
       .value = line.localized("WHICH（既定：error）", "WHICH (default: error)")});
  const auto add_rules = [&](const char* name, std::vector<std::string>& rules,
                             std::string purpose) {
    command.add(name, rules,
                {.purpose = std::move(purpose),
                 .value = "RULE,...",
                 .kind = ValueKind::rule,
                 .comma_separated = true});
  };
  add_rules("--select", flags.select,
            line.localized("これらの規則だけを用います（構造の規則は常に\n用います）",
                           "Apply only these rules (and those on structure)"));
  add_rules("--ignore", flags.ignore,
            line.localized("これらの規則を用いません", "Leave out these rules"));
  command.add("--as-of", flags.as_of,
              {.purpose = line.localized("確認の基準日（既定：日本の今日）",
                                         "The day of the check (default: today in Japan)"),
               .value = "DATE"});
  add_common_options(command, flags.common, line);
  add_edition_option(command, flags.common, line);
  add_show_values_option(command, flags.show_values,
                         "欄の記載も示します（個人情報。既定：端末に\ntext で示すとき）",
                         "Show what is written in the cells: personal data\n(default: text on a "
                         "terminal)",
                         line);
}

std::optional<CheckRun> resolve_options(const CheckFlags& flags, const Settings& settings,
                                        bool as_text) {
  const auto loaded = load_editions(settings);
  if (!loaded) return std::nullopt;
  const Config& config = settings.config;
  const Language language = settings.style.language;
  bool sound = known_rules(flags.select, "--select", RuleUse::selected, language);
  sound = known_rules(flags.ignore, "--ignore", RuleUse::changed, language) && sound;
  const Date asked{Str(flags.as_of)};
  if (!flags.as_of.empty() && !asked.value) {
    print_error(
        fmt::format("--as-of {}: {}", flags.as_of,
                    settings.localized("日付として読み取れません（例：2025-04-01、令和7年4月1日）",
                                       "not a date (as in 2025-04-01 or 令和7年4月1日)")));
    sound = false;
  }
  if (!sound) return std::nullopt;
  const Day as_of = flags.as_of.empty() ? today_in_japan() : *asked.value;
  CheckRun run;
  run.inputs = flags.inputs;
  run.kind = flags.kind;
  run.fail_on = value_of<Severity>(flags.fail_on.value_or(config.fail_on.value_or("error")));
  run.waivers = valid_waivers(config, as_of, language);
  run.path_of = [&config](std::string_view name) { return path_in(config, name); };
  run.options.editions =
      with_rules(*loaded, {.settings = config.rules,
                           .select = flags.select.empty() ? config.select : flags.select,
                           .ignore = flags.ignore.empty() ? config.ignore : flags.ignore});
  run.options.as_of = as_of;
  run.options.keep_values = shows_values(flags.show_values, as_text);
  run.options.across = std::make_shared<AcrossContracts>();
  run.style = settings.style;
  run.style.show_values = run.options.keep_values;
  return run;
}

void check_inputs(const CheckRun& run, FileVisitor visitor) {
  FileChecker checker(run.options, std::move(visitor), run.kind);
  for (const std::string& name : run.inputs) {
    const bool goes_on =
        name == "-" ? checker.check_stream(STDIN_FILENO, "<stdin>") : checker.check(name);
    if (!goes_on) return;
  }
}

}  // namespace tokki::cli
