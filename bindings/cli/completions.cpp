#include "completions.hpp"

#include <fmt/format.h>
#include <tokki/rule.hpp>

namespace tokki::cli {
namespace {

std::string all_rule_ids() {
  std::string ids;
  for (const RuleInfo* rule : all_rules()) {
    ids.append(ids.empty() ? "" : " ").append(rule->id);
  }
  return ids;
}

std::string words_of(const OptionRow& row) {
  return row.kind == ValueKind::rule ? all_rule_ids()
                                     : fmt::format("{}", fmt::join(row.choices, " "));
}

std::string names_of(const std::vector<OptionRow>& options) {
  std::string names;
  for (const OptionRow& option : options) {
    for (const std::string& name : option.names) {
      names.append(names.empty() ? "" : " ").append(name);
    }
  }
  return names;
}

std::string command_names(const std::vector<CommandRow>& table, const char* between) {
  std::string names;
  for (std::size_t i = 1; i < table.size(); ++i) {
    names.append(names.empty() ? "" : between).append(table[i].name);
  }
  return names;
}

// Within single quotes: how a shell writes a quote, and what its completion reads as its own.
std::string quoted(std::string_view text, std::string_view quote, std::string_view special = {}) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += quote;
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string for_bash(const std::vector<CommandRow>& table) {
  std::string values;
  std::string commands;
  const auto complete = [](const OptionRow& row) -> std::string {
    switch (row.kind) {
      case ValueKind::file: return "compopt -o filenames; _tokki_answer -f";
      case ValueKind::choice:
      case ValueKind::rule: return fmt::format("_tokki_answer -W \"{}\"", words_of(row));
      default: return ":";
    }
  };
  for (std::size_t i = 1; i < table.size(); ++i) {
    const CommandRow& command = table[i];
    for (const OptionRow& option : command.options) {
      if (option.kind == ValueKind::none) continue;
      for (const std::string& name : option.names) {
        values += fmt::format("    {}:{}) {}; return ;;\n", command.name, name, complete(option));
      }
    }
    commands += fmt::format("    {}) options=\"{}\"", command.name, names_of(command.options));
    if (!command.arguments.empty()) {
      commands += fmt::format("\n      [[ $cur == -* ]] || {{ {}; return; }}",
                              complete(command.arguments.front()));
    }
    commands += " ;;\n";
  }
  return fmt::format(R"(# bash completion of tokki: source <(tokki completions bash)
_tokki_answer() {{ mapfile -t COMPREPLY < <(compgen "$@" -- "$cur"); }}
_tokki() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command= options= i
  COMPREPLY=()
  # --option=value comes as three words
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${{COMP_WORDS[COMP_CWORD-2]}}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      {commands_or}) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $command:$prev in
{values}  esac
  case $command in
    '') options="{commands_and} {own}" ;;
{commands}  esac
  _tokki_answer -W "$options"
}}
complete -F _tokki tokki
)",
                     fmt::arg("commands_or", command_names(table, "|")), fmt::arg("values", values),
                     fmt::arg("commands_and", command_names(table, " ")),
                     fmt::arg("own", names_of(table[0].options)), fmt::arg("commands", commands));
}

std::string for_zsh(const std::vector<CommandRow>& table) {
  constexpr std::string_view kQuote = "'\\''";
  const auto action = [](const OptionRow& row) -> std::string {
    switch (row.kind) {
      case ValueKind::file: return "_files";
      case ValueKind::choice:
      case ValueKind::rule: return "(" + words_of(row) + ")";
      default: return " ";
    }
  };
  const auto specs = [&](const CommandRow& command) {
    std::string text;
    for (const OptionRow& option : command.options) {
      for (const std::string& name : option.names) {
        text += fmt::format(" \\\n        '*{}[{}]", name, quoted(option.purpose, kQuote, "[]:"));
        if (option.kind != ValueKind::none) text += fmt::format(":value:{}", action(option));
        text += '\'';
      }
    }
    for (const OptionRow& argument : command.arguments) {
      text += fmt::format(" \\\n        '*:argument:{}'", action(argument));
    }
    return text;
  };
  std::string described;
  std::string commands;
  for (std::size_t i = 1; i < table.size(); ++i) {
    described +=
        fmt::format("\n        '{}:{}'", table[i].name, quoted(table[i].purpose, kQuote, ":"));
    commands += fmt::format("      {}) _arguments{} ;;\n", table[i].name, specs(table[i]));
  }
  return fmt::format(R"(#compdef tokki
# zsh completion of tokki: write this to a file _tokki in a folder of $fpath
_tokki() {{
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C{own} \
        '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=({described})
      _describe command commands ;;
    rest)
      case $line[1] in
{commands}      esac ;;
  esac
}}
if [[ $funcstack[1] == _tokki ]]; then _tokki "$@"; else compdef _tokki tokki; fi
)",
                     fmt::arg("own", specs(table[0])), fmt::arg("described", described),
                     fmt::arg("commands", commands));
}

std::string for_fish(const std::vector<CommandRow>& table) {
  constexpr std::string_view kQuote = "\\'";
  std::string text =
      "# fish completion of tokki: tokki completions fish | source\n"
      "complete -c tokki -n __fish_use_subcommand -f\n";
  const auto option_lines = [&](const CommandRow& command, const std::string& when) {
    for (const OptionRow& option : command.options) {
      text += "complete -c tokki -n " + when;
      for (const std::string& name : option.names) {
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      switch (option.kind) {
        case ValueKind::none: break;
        case ValueKind::file: text += " -r -F"; break;
        case ValueKind::text: text += " -x"; break;
        default: text += fmt::format(" -x -a '{}'", words_of(option));
      }
      text += fmt::format(" -d '{}'\n", quoted(option.purpose, kQuote, "\\"));
    }
  };
  option_lines(table[0], "__fish_use_subcommand");
  for (std::size_t i = 1; i < table.size(); ++i) {
    const CommandRow& command = table[i];
    text += fmt::format("complete -c tokki -n __fish_use_subcommand -f -a {} -d '{}'\n",
                        command.name, quoted(command.purpose, kQuote, "\\"));
    const std::string when = fmt::format("'__fish_seen_subcommand_from {}'", command.name);
    option_lines(command, when);
    if (command.arguments.empty()) {
      text += "complete -c tokki -n " + when + " -f\n";
    } else if (const OptionRow& argument = command.arguments.front();
               argument.kind != ValueKind::file) {
      text += fmt::format("complete -c tokki -n {} -f -a '{}'\n", when, words_of(argument));
    }
  }
  return text;
}

}  // namespace

std::string completions(const std::vector<CommandRow>& table, Shell shell) {
  switch (shell) {
    case Shell::zsh: return for_zsh(table);
    case Shell::fish: return for_fish(table);
    default: return for_bash(table);
  }
}

}  // namespace tokki::cli
