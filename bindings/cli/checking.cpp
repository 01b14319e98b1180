#include "checking.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "options.hpp"
#include "output.hpp"
#include "rule_selection.hpp"

namespace tokki::cli {
namespace {

// Complains of every rule that cannot be named so.
bool sound_rules(const std::vector<std::string>& rules, const char* option, RuleUse use,
                 Language language) {
  bool sound = true;
  for (const std::string& rule : rules) {
    const std::string fault = rule_fault(rule, use, language);
    if (fault.empty()) continue;
    complain(fmt::format("{} {}", option, fault));
    sound = false;
  }
  return sound;
}

}  // namespace

bool Checking::deliver(const Report& report, const std::function<bool(const Report&)>& next) const {
  if (waivers.empty() || report.findings.empty()) return next(report);
  return next(waive(report, waivers, options.as_of.value_or(Day{}), path_of));
}

void add_checking(CLI::App& command, CheckingRequest& request, Language language) {
  const auto say = [&](const char* ja, const char* en) -> std::string {
    return language == Language::ja ? ja : en;
  };
  command
      .add_option("inputs", request.inputs,
                  say("ファイル、フォルダー、または - （標準入力）",
                      "Files, directories, or - for standard input"))
      ->required()
      ->type_name("FILE")
      ->option_text("FILE|DIR|- ...");
  take_one_of(
      command.add_option("--input", request.kind, say("入力の形式", "Input format")),
      Keys<FileKind>{
          {"auto", FileKind::automatic}, {"json", FileKind::json}, {"ndjson", FileKind::ndjson}})
      ->option_text(say("auto|json|ndjson（既定：auto）", "auto|json|ndjson (default: auto)"));
  take_one_of(
      command.add_option(
          "--fail-on", request.fail_on,
          say("終了コードを1にする重さ：error、warning、review、\nundetermined、note、never",
              "Exit with 1 on a finding this grave: error,\nwarning, review, undetermined, note, "
              "never")),
      {"error", "warning", "review", "undetermined", "note", "never"})
      ->option_text(say("WHICH（既定：error）", "WHICH (default: error)"));
  const auto add_rules = [&](const char* name, std::vector<std::string>& rules,
                             const std::string& purpose) {
    command.add_option(name, rules, purpose)
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("RULE")
        ->option_text("RULE,...");
  };
  add_rules("--select", request.select,
            say("これらの規則だけを用います（構造の規則は常に\n用います）",
                "Apply only these rules (and those on structure)"));
  add_rules("--ignore", request.ignore, say("これらの規則を用いません", "Leave out these rules"));
  command
      .add_option(
          "--as-of", request.as_of,
          say("確認の基準日（既定：日本の今日）", "The day of the check (default: today in Japan)"))
      ->option_text("DATE");
}

bool settle(const CheckingRequest& request, const Config& config, const Editions& editions,
            const TextStyle& style, Checking& checking) {
  const Language language = style.language;
  bool sound = sound_rules(request.select, "--select", RuleUse::selected, language);
  sound = sound_rules(request.ignore, "--ignore", RuleUse::changed, language) && sound;
  const Date asked{Str(request.as_of)};
  if (!request.as_of.empty() && !asked.value) {
    complain(fmt::format("--as-of {}: {}", request.as_of,
                         language == Language::ja
                             ? "日付として読み取れません（例：2025-04-01、令和7年4月1日）"
                             : "not a date (as in 2025-04-01 or 令和7年4月1日)"));
    sound = false;
  }
  if (!sound) return false;
  const Day as_of = request.as_of.empty() ? today_in_japan() : *asked.value;
  checking.inputs = request.inputs;
  checking.kind = request.kind;
  checking.fail_on = value_of<Severity>(request.fail_on.value_or(config.fail_on.value_or("error")));
  checking.waivers = valid_waivers(config, as_of, language);
  checking.path_of = [&config](std::string_view name) { return path_in(config, name); };
  checking.options.editions =
      with_rules(editions, {.settings = config.rules,
                            .select = request.select.empty() ? config.select : request.select,
                            .ignore = request.ignore.empty() ? config.ignore : request.ignore});
  checking.options.as_of = as_of;
  checking.options.keep_values = style.show_values;
  checking.options.across = std::make_shared<AcrossContracts>();
  checking.style = style;
  return true;
}

void check_inputs(const Checking& checking, FileVisitor visitor) {
  FileChecker checker(checking.options, std::move(visitor), checking.kind);
  for (const std::string& name : checking.inputs) {
    const bool goes_on =
        name == "-" ? checker.check_stream(STDIN_FILENO, "<stdin>") : checker.check(name);
    if (!goes_on) return;
  }
}

}  // namespace tokki::cli
