// tokki: the command line. Uses only public headers.
#include <fmt/format.h>

#include <csignal>
#include <exception>
#include <string_view>

#include "chain_command.hpp"
#include "check_command.hpp"
#include "command_line.hpp"
#include "diff_command.hpp"
#include "exit_codes.hpp"
#include "output.hpp"
#include "rules_command.hpp"
#include "schema_command.hpp"
#include "shell_commands.hpp"
#include "status_command.hpp"
#include "terms_command.hpp"

namespace tokki::cli {
namespace {

// Help is written before the options are parsed, so its language is looked up first.
Language language_of_help(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    if (argument == "--lang=en") return Language::en;
    if (argument == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en")
      return Language::en;
  }
  return Language::ja;
}

int run(int argc, char** argv) {
  CommandLine line(language_of_help(argc, argv));
  add_check_command(line);
  add_chain_command(line);
  add_status_command(line);
  add_diff_command(line);
  add_explain_command(line);
  add_rules_command(line);
  add_terms_command(line);
  add_schema_command(line);
  add_completions_command(line);
  add_man_command(line);
  return line.run(argc, argv);
}

}  // namespace
}  // namespace tokki::cli

int main(int argc, char** argv) {
  using namespace tokki::cli;
  reserve_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is noticed when writing fails
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    print_error(fmt::format("internal error: {}", error.what()));
  } catch (...) {
    print_error("internal error");
  }
  return kInternal;
}
