#include "usage_fault.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <tokki/closest.hpp>

#include <optional>

#include "command_table.hpp"
#include "guess.hpp"

namespace tokki::cli {
namespace {

// The words that may stand in the place of `given`.
std::vector<std::string> known_words(const CLI::App& app, const std::string& command, bool option) {
  std::vector<std::string> words;
  for (const CommandRow& row : command_table(app)) {
    if (!option && row.name != app.get_name()) words.push_back(row.name);
    if (!option || row.name != command) continue;
    for (const OptionRow& known : row.options) {
      words.insert(words.end(), known.names.begin(), known.names.end());
    }
  }
  return words;
}

// A command or an option that there is none of.
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
    const std::string what = option ? (ja ? "知らないオプションです：" : "no such option: ")
                                    : (ja ? "知らないコマンドです：" : "no such command: ");
    const bool short_option = option && word.size() == 2;  // where any other is as near
    return what + word + guess(short_option ? "" : closest(word, words), language);
  }
  return std::nullopt;
}

// The option that CLI11 complains of.
std::string option_in(const std::string& what) {
  const auto begin = what.find("--");
  return begin == std::string::npos ? ""
                                    : what.substr(begin, what.find_first_of(": ", begin) - begin);
}

// An option that was given too few values, or too many.
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

}  // namespace

std::string usage_fault(const CLI::App& app, const CLI::ParseError& error, Language language) {
  if (auto unknown = unknown_word(app, language)) return *std::move(unknown);
  std::string what = error.what();
  const std::string option = option_in(what);
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  if (kind == CLI::ExitCodes::ArgumentMismatch) return wrong_count(app, option, language);
  if (language == Language::en) return what;
  // CLI11 speaks English; of "inputs is required" only the name is needed.
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

}  // namespace tokki::cli
