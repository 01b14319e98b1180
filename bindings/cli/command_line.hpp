// command_line.hpp: declares commands and their options. Only command_line.cpp includes CLI11,
// which takes long to compile.
#pragma once

#include <tokki/describe.hpp>
#include <tokki/report.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command_table.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace tokki::cli {

/// The words an option takes and what they mean.
template <class E>
using Keys = std::vector<std::pair<std::string_view, E>>;

template <Enumeration E>
Keys<E> keys_of() {
  Keys<E> keys;
  for (const auto& choice : Description<E>::choices) keys.emplace_back(choice.key, choice.value);
  return keys;
}

/// An option's help, and the values it takes.
struct OptionSpec {
  std::string purpose;
  std::string value{};               ///< as help shows it: FILE, "ja|en"
  ValueKind kind = ValueKind::text;  ///< for completions
  bool required = false;
  bool comma_separated = false;  ///< of a list: one argument holds several values
  bool repeatable = false;       ///< of a list: each value after its own --option
  int count = 0;                 ///< of a list: exactly so many values; 0: any number
  std::string when_bare{};       ///< of a number: what the option alone means; empty: it needs one
};

class CommandLine;

/// A command being declared. Names without dashes are positional arguments. What options are read
/// into must live until the command runs.
class Command {
 public:
  void add(const std::string& name, std::string& to, const OptionSpec& spec);
  void add(const std::string& name, std::vector<std::string>& to, const OptionSpec& spec);
  void add_flag(const std::string& name, bool& to, const std::string& purpose);
  /// A flag that sets `to` to `on`: one of two opposite ones.
  void add_switch(const std::string& name, std::optional<bool>& to, bool on,
                  const std::string& purpose);
  /// An option that takes only those words.
  void add_words(const std::string& name, std::vector<std::string_view> words,
                 const std::function<void(const std::string& word)>& take, const OptionSpec& spec);
  /// The same for the values of an enumeration; `to` is an E or a std::optional<E>.
  template <class E, class To>
  void add_choice(const std::string& name, To& to, const Keys<E>& keys, const OptionSpec& spec) {
    std::vector<std::string_view> words;
    for (const auto& [word, value] : keys) words.push_back(word);
    const auto take = [&to, keys](const std::string& given) {
      for (const auto& [word, value] : keys) {
        if (given == word) to = value;
      }
    };
    add_words(name, std::move(words), take, spec);
  }

  /// What help shows below the options: examples.
  void set_footer(const std::string& text);
  void set_examples(const CommandLine& line, const char* ja, const char* en);

  /// Sets the function that runs the command and returns the exit code.
  void runs(std::function<int()> job);

 private:
  friend class CommandLine;
  Command(CLI::App& app, std::function<int()>& job) : app_(&app), job_(&job) {}
  CLI::App* app_;
  std::function<int()>* job_;  // of the command that was chosen
};

/// The program's commands.
class CommandLine {
 public:
  /// `language`: of help and usage errors.
  explicit CommandLine(Language language);
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;
  ~CommandLine();

  [[nodiscard]] Language language() const noexcept;
  [[nodiscard]] std::string localized(const char* ja, const char* en) const {
    return language() == Language::ja ? ja : en;
  }

  Command add(const char* name, const std::string& purpose);

  /// Parses the arguments, and runs the command that they name. Returns the exit code.
  int run(int argc, char** argv);

  /// The program itself, without its commands, and then each of them.
  [[nodiscard]] std::vector<CommandRow> table() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tokki::cli
