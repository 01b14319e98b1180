#include "rules_command.hpp"

#include <fmt/format.h>
#include <tokki/rule.hpp>
#include <tokki/rule_reference.hpp>

#include "common_options.hpp"
#include "exit_codes.hpp"
#include "rule_selection.hpp"

namespace tokki::cli {
namespace {

struct RulesArguments {
  CommonOptions common;
  std::string rule;
  std::string format = "text";
};

int explain_rule(const RulesArguments& arguments, const Settings& settings) {
  const RuleInfo* rule = find_rule(arguments.rule);
  if (rule == nullptr) {
    print_error(rule_fault(arguments.rule, RuleUse::selected, settings.style.language));
    return kUsage;
  }
  const auto known = load_configured_editions(settings);
  if (!known) return kUsage;
  return settings.print(explain(*rule, *known->first(), settings.style));
}

int list_rules(const RulesArguments& arguments, const Settings& settings) {
  const auto known = load_configured_editions(settings);
  if (!known) return kUsage;
  const Edition& edition = *known->first();
  if (arguments.format == "markdown") return settings.print(rule_reference(edition));
  std::string text;
  for (const RuleInfo* rule : all_rules()) {
    const std::string off = settings.localized("（用いません）", "(off)");
    const std::string_view severity =
        severity_name(edition.severity(*rule), settings.style.language);
    const std::string_view title =
        settings.style.language == Language::ja ? rule->title.ja : rule->title.en;
    text +=
        fmt::format("{:<36}{:<14}{}\n", rule->id, edition.enabled(*rule) ? severity : off, title);
  }
  return settings.print(text);
}

}  // namespace

void add_explain_command(CommandLine& line) {
  const auto arguments = std::make_shared<RulesArguments>();
  Command command =
      line.add("explain", line.localized("規則の目的、根拠、例、直し方を示します",
                                         "Show a rule's purpose, clause, examples and remedy"));
  command.add("rule", arguments->rule,
              {.purpose = line.localized("規則の名前（tokki rules で一覧）",
                                         "The rule's id (see tokki rules)"),
               .value = "RULE",
               .kind = ValueKind::rule,
               .required = true});
  command.set_examples(line, "  tokki explain japan-only-contradicted",
                       "  tokki explain japan-only-contradicted --lang en");
  add_common_options(command, arguments->common, line);
  add_edition_option(command, arguments->common, line);
  runs(command, line, arguments, explain_rule);
}

void add_rules_command(CommandLine& line) {
  const auto arguments = std::make_shared<RulesArguments>();
  Command command = line.add("rules", line.localized("規則の一覧を示します", "List all rules"));
  command.add_words(
      "--format", {"text", "markdown"},
      [arguments](const std::string& word) { arguments->format = word; },
      {.purpose = line.localized("出力の形式", "Output format"),
       .value = line.localized("text|markdown（既定：text）", "text|markdown (default: text)")});
  command.set_examples(line, "  tokki rules\n  tokki rules --format markdown > 規則.md",
                       "  tokki rules --lang en\n  tokki rules --format markdown > rules.md");
  add_common_options(command, arguments->common, line);
  add_edition_option(command, arguments->common, line);
  runs(command, line, arguments, list_rules);
}

}  // namespace tokki::cli
