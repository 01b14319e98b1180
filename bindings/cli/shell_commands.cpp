#include "shell_commands.hpp"

#include "common_options.hpp"
#include "completions.hpp"
#include "exit_codes.hpp"
#include "man_page.hpp"

namespace tokki::cli {

void add_completions_command(CommandLine& line) {
  struct Arguments {
    CommonOptions common;
    Shell shell = Shell::bash;
  };
  const auto arguments = std::make_shared<Arguments>();
  Command command = line.add(
      "completions", line.localized("シェルの補完を出力します", "Print completions for a shell"));
  command.add_choice("shell", arguments->shell,
                     Keys<Shell>{{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}},
                     {.purpose = line.localized("シェル", "The shell"),
                      .value = "bash|zsh|fish",
                      .required = true});
  command.set_examples(line,
                       "  source <(tokki completions bash)\n"
                       "  tokki completions fish > ~/.config/fish/completions/tokki.fish",
                       "  source <(tokki completions bash --lang en)\n"
                       "  tokki completions fish > ~/.config/fish/completions/tokki.fish");
  add_language_option(command, arguments->common, line);
  command.runs([arguments, &line] {
    return print_output(completions(line.table(), arguments->shell), kClean, line.language());
  });
}

void add_man_command(CommandLine& line) {
  const auto options = std::make_shared<CommonOptions>();
  Command command =
      line.add("man", line.localized("マニュアルを出力します", "Print the manual page"));
  add_language_option(command, *options, line);
  command.set_examples(line, "  tokki man > /usr/local/share/man/ja/man1/tokki.1",
                       "  tokki man --lang en > /usr/local/share/man/man1/tokki.1");
  command.runs([options, &line] {
    return print_output(man_page(line.table(), line.language()), kClean, line.language());
  });
}

}  // namespace tokki::cli
