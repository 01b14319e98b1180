#include "check_options.hpp"

#include <fmt/format.h>

#include "exit_codes.hpp"
#include "options.hpp"
#include "output.hpp"
#include "rule_selection.hpp"

namespace tokki::cli {
namespace {

// Complains of every rule that cannot be selected or ignored.
bool sound(const CheckRequest& request, Language language) {
  bool sound = true;
  const auto look = [&](const std::vector<std::string>& rules, const char* option, bool ignored) {
    for (const std::string& rule : rules) {
      const std::string fault = rule_fault(rule, ignored, language);
      if (fault.empty()) continue;
      complain(fmt::format("{}: {}", option, fault));
      sound = false;
    }
  };
  look(request.select, "--select", false);
  look(request.ignore, "--ignore", true);
  if (request.arguments.statistics && request.arguments.format != ReportFormat::text) {
    complain(language == Language::ja
                 ? "--statistics は --format text と用います（jsonの集計は summary にあります）"
                 : "--statistics goes with --format text (json has the counts in its summary)");
    sound = false;
  }
  return sound;
}

}  // namespace

void add_check_options(CLI::App& command, CheckRequest& request, Language language) {
  const auto say = [&](const char* ja, const char* en) -> std::string {
    return language == Language::ja ? ja : en;
  };
  CheckArguments& arguments = request.arguments;
  command
      .add_option("inputs", arguments.inputs,
                  say("ファイル、フォルダー、または - （標準入力）",
                      "Files, directories, or - for standard input"))
      ->required()
      ->type_name("FILE")
      ->option_text("FILE|DIR|- ...");
  take_one_of(command.add_option("--format", arguments.format,
                                 say("出力の形式：text、json、ndjson、sarif、\njunit、github、csv",
                                     "Output format: text, json, ndjson, sarif,\njunit, github, "
                                     "csv")),
              keys_of<ReportFormat>())
      ->option_text(say("WHICH（既定：text）", "WHICH (default: text)"));
  take_one_of(
      command.add_option("--input", arguments.input, say("入力の形式", "Input format")),
      Keys<InputKind>{
          {"auto", InputKind::automatic}, {"json", InputKind::json}, {"ndjson", InputKind::ndjson}})
      ->option_text(say("auto|json|ndjson（既定：auto）", "auto|json|ndjson (default: auto)"));
  take_one_of(
      command.add_option(
          "--fail-on", request.fail_on,
          say("終了コードを1にする重さ：error、warning、review、\nundetermined、note、never",
              "Exit with 1 on a finding this grave: error,\nwarning, review, undetermined, note, "
              "never")),
      {"error", "warning", "review", "undetermined", "note", "never"})
      ->option_text(say("WHICH（既定：error）", "WHICH (default: error)"));
  command
      .add_option("--select", request.select,
                  say("この規則だけを用います（構造の規則は常に用います）",
                      "Apply only these rules (and those on structure)"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE")
      ->option_text("RULE,...");
  command
      .add_option("--ignore", request.ignore, say("この規則を用いません", "Leave out these rules"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE")
      ->option_text("RULE,...");
  command
      .add_option(
          "--as-of", request.as_of,
          say("確認の基準日（既定：日本の今日）", "The day of the check (default: today in Japan)"))
      ->option_text("DATE");
  command.add_flag("--statistics", arguments.statistics,
                   say("指摘の代わりに、規則ごとの件数を多い順に示します",
                       "Instead of findings, count them by rule"));
}

int check_as_asked(CheckRequest request, const Config& config, const Editions& editions,
                   const TextStyle& style) {
  const Language language = style.language;
  if (!sound(request, language)) return kUsage;
  CheckArguments& arguments = request.arguments;
  if (!request.as_of.empty()) {
    const Date date{Str(request.as_of)};
    if (!date.value) {
      complain(fmt::format("--as-of {}: {}", request.as_of,
                           language == Language::ja
                               ? "日付として読み取れません（例：2025-04-01、令和7年4月1日）"
                               : "not a date (as in 2025-04-01 or 令和7年4月1日)"));
      return kUsage;
    }
    arguments.options.as_of = date.value;
  }
  arguments.options.editions =
      with_rules(editions, {.settings = config.rules,
                            .select = request.select.empty() ? config.select : request.select,
                            .ignore = request.ignore.empty() ? config.ignore : request.ignore});
  arguments.options.keep_values = style.show_values;
  const std::string fail_on = request.fail_on.value_or(config.fail_on.value_or("error"));
  arguments.fail_on.reset();
  for (const auto& choice : Description<Severity>::choices) {
    if (choice.key == fail_on) arguments.fail_on = choice.value;
  }
  arguments.style = style;
  arguments.waivers =
      valid_waivers(config, arguments.options.as_of.value_or(today_in_japan()), language);
  arguments.path_of = [&config](std::string_view name) { return path_in(config, name); };
  return run_check(arguments);
}

}  // namespace tokki::cli
