#include "command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <tokki/closest.hpp>
#include <tokki/tokki.hpp>

#include <algorithm>
#include <optional>
#include <sstream>

#include "did_you_mean.hpp"
#include "exit_codes.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

// Removes the line breaks of help texts: replaced by a space, but not in Japanese.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      line += text[i];
    } else if (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0x80U) {
      line += ' ';
    }
  }
  return line;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == '|') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// An option's type name describes its value: a word in capitals is a placeholder, anything else
// lists the choices.
OptionRow row_of(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  row.purpose = on_one_line(option.get_description());
  if (option.get_items_expected_max() == 0) return row;
  const std::string type = option.get_type_name();
  row.value = option.get_option_text().empty() ? type : option.get_option_text();
  row.kind = ValueKind::text;
  if (type.starts_with("FILE")) {
    row.kind = ValueKind::file;
  } else if (type == "RULE") {
    row.kind = ValueKind::rule;
  } else if (type.find('|') != std::string::npos) {
    row.kind = ValueKind::choice;
    row.choices = parts_of(type);
    row.value = "WHICH";
  }
  return row;
}

CommandRow row_of(const CLI::App& command) {
  CommandRow row;
  row.name = command.get_name();
  row.purpose = on_one_line(command.get_description());
  const CLI::App* parent = command.get_parent();  // commands inherit its footer
  if (parent == nullptr || parent->get_footer() != command.get_footer()) {
    row.footer = command.get_footer();
  }
  for (const CLI::Option* option : command.get_options({})) {
    (option->get_positional() ? row.arguments : row.options).push_back(row_of(*option));
  }
  return row;
}

std::vector<CommandRow> rows_of(const CLI::App& app) {
  std::vector<CommandRow> table{row_of(app)};
  for (const CLI::App* command : app.get_subcommands({})) table.push_back(row_of(*command));
  return table;
}

// The command or option names that may have been meant.
std::vector<std::string> known_words(const CLI::App& app, const std::string& command, bool option) {
  std::vector<std::string> words;
  for (const CommandRow& row : rows_of(app)) {
    if (!option && row.name != app.get_name()) words.push_back(row.name);
    if (!option || row.name != command) continue;
    for (const OptionRow& known : row.options) {
      words.insert(words.end(), known.names.begin(), known.names.end());
    }
  }
  return words;
}

// The message on a command or an option that does not exist.
std::optional<std::string> unknown_word(const CLI::App& app, Language language) {
  const bool ja = language == Language::ja;
  const auto chosen = app.get_subcommands();
  for (const std::string& given : app.remaining(true)) {
    const bool option = given.starts_with('-');
    if (!option && !chosen.empty()) continue;
    const std::string word = given.substr(0, given.find('='));
    const std::vector<std::string> known =
        known_words(app, chosen.empty() ? app.get_name() : chosen.front()->get_name(), option);
    const std::vector<std::string_view> words(known.begin(), known.end());
    const bool short_option = option && word.size() == 2;  // any other letter would be as similar
    const std::string what =
        ja ? word + (option ? " というオプションはありません" : " というコマンドはありません")
           : (option ? "no such option: " : "no such command: ") + word;
    return what + did_you_mean(short_option ? "" : closest(word, words), language);
  }
  return std::nullopt;
}

// The option that CLI11's message is about.
std::string option_in(const std::string& what) {
  const auto begin = what.find("--");
  return begin == std::string::npos ? ""
                                    : what.substr(begin, what.find_first_of(": ", begin) - begin);
}

// The message on an option with too few values, or too many.
std::string wrong_count(const CLI::App& app, const std::string& name, Language language) {
  const bool ja = language == Language::ja;
  const auto chosen = app.get_subcommands();
  const CLI::App& command = chosen.empty() ? app : *chosen.front();
  const CLI::Option* option = command.get_option_no_throw(name);
  const int wanted = option == nullptr ? 1 : option->get_items_expected_min();
  if (wanted > 1) {
    return ja ? fmt::format("{} には値を{}つ指定してください", name, wanted)
              : fmt::format("{} takes {} values", name, wanted);
  }
  const bool again = option != nullptr &&
                     option->count() > static_cast<std::size_t>(option->get_items_expected_max());
  if (again) return name + (ja ? " は一度だけ指定してください" : " may be given only once");
  return name + (ja ? " に値を指定してください" : " needs a value");
}

// What is wrong with a command line, and what was probably meant, in one line.
std::string usage_fault(const CLI::App& app, const CLI::ParseError& error, Language language) {
  if (auto unknown = unknown_word(app, language)) return *std::move(unknown);
  std::string what = error.what();
  const std::string option = option_in(what);
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  if (kind == CLI::ExitCodes::ArgumentMismatch) return wrong_count(app, option, language);
  if (language == Language::en) return what;
  // CLI11's messages are English; of "inputs is required" only the name is used.
  switch (kind) {
    case CLI::ExitCodes::RequiredError:
      return app.get_subcommands().empty()
                 ? "コマンドを指定してください"
                 : "足りないものがあります：" + what.substr(0, what.find(" is required"));
    case CLI::ExitCodes::ExtrasError:
      return fmt::format("余分な指定です：{}", fmt::join(app.remaining(true), " "));
    case CLI::ExitCodes::ConversionError: return option + " に値は指定できません";  // a flag
    case CLI::ExitCodes::ValidationError: return "指定できない値です：" + what;
    default: return "使い方の誤りです：" + what;
  }
}

// The message on a word that an option does not accept.
std::string not_among(const std::string& given, const std::vector<std::string_view>& words) {
  const std::string_view near = closest(given, words);
  const std::string all = fmt::format("{} ({})", given, fmt::join(words, ", "));
  return near.empty() ? all : fmt::format("{} → {}?", all, near);
}

// The type name that marks an option for completions; empty: CLI11's own.
std::string_view type_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::file: return "FILE";
    case ValueKind::rule: return "RULE";
    default: return {};
  }
}

// What an option of the command means that stands without its number; empty: it needs one.
std::string number_when_bare(const CLI::App& app, const std::string& command,
                             const std::string& name) {
  for (const CLI::App* const each : app.get_subcommands({})) {
    if (each->get_name() != command) continue;
    const CLI::Option* const option = each->get_option_no_throw(name);
    if (option != nullptr) return option->get_default_str();
  }
  return {};
}

// Whether a number begins there, perhaps one below 0, which the option refuses.
bool is_number(const char* word) {
  if (*word == '-') ++word;
  return *word >= '0' && *word <= '9';
}

// The arguments, in which every such option has a number: what follows it may be a file.
std::vector<std::string> with_numbers(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> arguments;
  for (int i = 1; i < argc; ++i) {
    arguments.emplace_back(argv[i]);
    const std::string number = number_when_bare(app, arguments.front(), arguments.back());
    if (number.empty()) continue;
    const bool given = i + 1 < argc && is_number(argv[i + 1]);
    arguments.back() += "=" + (given ? std::string(argv[++i]) : number);
  }
  return arguments;
}

void describe(CLI::Option& option, const OptionSpec& spec) {
  option.default_str(spec.when_bare);
  if (const std::string type(type_name(spec.kind)); !type.empty()) option.type_name(type);
  if (spec.required) option.required();
  option.option_text(spec.value);
}

}  // namespace

void Command::add(const std::string& name, std::string& to, const OptionSpec& spec) {
  describe(*app_->add_option(name, to, spec.purpose), spec);
}

void Command::add(const std::string& name, std::vector<std::string>& to, const OptionSpec& spec) {
  CLI::Option& option = *app_->add_option(name, to, spec.purpose);
  if (spec.comma_separated) option.delimiter(',');
  if (spec.comma_separated || spec.repeatable) option.allow_extra_args(false);
  if (spec.count != 0) option.expected(spec.count);
  describe(option, spec);
}

void Command::add_flag(const std::string& name, bool& to, const std::string& purpose) {
  app_->add_flag(name, to, purpose);
}

void Command::add_switch(const std::string& name, std::optional<bool>& to, bool on,
                         const std::string& purpose) {
  app_->add_flag_callback(name, [&to, on] { to = on; }, purpose);
}

void Command::add_words(const std::string& name, std::vector<std::string_view> words,
                        const std::function<void(const std::string&)>& take,
                        const OptionSpec& spec) {
  CLI::Option& option = *app_->add_option_function<std::string>(name, take, spec.purpose);
  option.type_name(fmt::format("{}", fmt::join(words, "|")));
  option.check({[words = std::move(words)](std::string& given) {
                  return std::ranges::find(words, given) != words.end() ? std::string()
                                                                        : not_among(given, words);
                },
                ""});
  describe(option, spec);
}

void Command::set_footer(const std::string& text) { app_->footer(text); }
void Command::set_examples(const CommandLine& line, const char* ja, const char* en) {
  set_footer(line.localized("例：\n", "Examples:\n") + line.localized(ja, en));
}
void Command::runs(std::function<int()> job) {
  app_->callback([chosen = job_, job = std::move(job)] { *chosen = job; });
}

struct CommandLine::State {
  Language language;
  CLI::App app{};
  std::function<int()> job{};
};

CommandLine::CommandLine(Language language) : state_(new State{.language = language}) {
  CLI::App& app = state_->app;
  app.description(
      localized("委託契約の情報セキュリティ特記事項にもとづく届出書を確認します。",
                "Checks declarations under the information-security special terms of contracts."));
  app.name("tokki");
  app.get_formatter()->label("Usage", localized("使い方", "Usage"));
  app.get_formatter()->label("Positionals", localized("引数", "Positionals"));
  app.option_defaults()->group(localized("オプション", "Options"));
  app.require_subcommand(1);
  app.set_version_flag("--version", fmt::format("tokki {}", version()),
                       localized("版を表示します", "Print the version"));
  app.set_help_flag("-h,--help", localized("使い方を表示します", "Print this help"));
  app.footer(
      localized("例：\n  tokki check 届出書.json\n  tokki check 届出書フォルダー --lang en\n"
                "  cat forms.ndjson | tokki check - --format json\n"
                "終了コード：0 --fail-on 以上の指摘なし、1 同じく指摘あり、2 使い方の誤り、\n"
                "            3 開けない入力あり、70 内部エラー",
                "Examples:\n  tokki check form.json\n  tokki check forms/ --lang en\n"
                "  cat forms.ndjson | tokki check - --format json\n"
                "Exit codes: 0 no finding as grave as --fail-on, 1 such findings, 2 usage,\n"
                "            3 an input that cannot be opened, 70 internal error"));
}
CommandLine::~CommandLine() = default;

Language CommandLine::language() const noexcept { return state_->language; }

Command CommandLine::add(const char* name, const std::string& purpose) {
  CLI::App& command = *state_->app.add_subcommand(name, purpose);
  command.group(localized("コマンド", "Subcommands"));
  command.set_help_flag("-h,--help", localized("使い方を表示します", "Print this help"));
  return {command, state_->job};
}

int CommandLine::run(int argc, char** argv) {
  CLI::App& app = state_->app;
  try {
    std::vector<std::string> arguments = with_numbers(app, argc, argv);
    std::ranges::reverse(arguments);  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      std::ostringstream text;
      app.exit(error, text, text);
      return print_output(text.str(), kClean, language());
    }
    print_error(usage_fault(app, error, language()));
    print_error(localized("使い方は tokki --help を見てください", "see tokki --help"));
    return kUsage;
  }
  return state_->job();
}

std::vector<CommandRow> CommandLine::table() const { return rows_of(state_->app); }

}  // namespace tokki::cli
