#include "usage_fault.hpp"

#include <fmt/format.h>
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
    return what + word + guess(closest(word, words), language);
  }
  return std::nullopt;
}

const char* kind_of(const CLI::ParseError& error) {
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError: return "足りないものがあります：";
    case CLI::ExitCodes::ExtrasError: return "知らない指定があります：";
    case CLI::ExitCodes::ValidationError:
    case CLI::ExitCodes::ConversionError: return "指定できない値です：";
    default: return "使い方の誤りです：";
  }
}

}  // namespace

std::string usage_fault(const CLI::App& app, const CLI::ParseError& error, Language language) {
  if (auto unknown = unknown_word(app, language)) return *std::move(unknown);
  std::string what = error.what();
  if (language == Language::en) return what;
  // CLI11 speaks English; of "inputs is required" only the name is needed.
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
    if (app.get_subcommands().empty()) return "コマンドを指定してください";
    what = what.substr(0, what.find(" is required"));
  }
  return kind_of(error) + what;
}

}  // namespace tokki::cli
