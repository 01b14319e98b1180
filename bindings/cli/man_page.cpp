#include "man_page.hpp"

#include <fmt/format.h>
#include <tokki/tokki.hpp>

namespace tokki::cli {
namespace {

std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      default: out += c;
    }
  }
  return out;
}

std::string section(std::string_view title, std::string_view text) {
  return fmt::format(".SH {}\n{}\n", title, text);
}

// Unfilled text, for examples and tables.
std::string verbatim(std::string_view text) { return fmt::format(".nf\n{}\n.fi", roff(text)); }

std::string option(const OptionRow& row) {
  std::string head;
  for (const std::string& name : row.names) {
    head += (head.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  }
  if (!row.value.empty()) head += (head.empty() ? "\\fI" : " \\fI") + roff(row.value) + "\\fR";
  std::string text = fmt::format(".TP\n{}\n{}\n", head, roff(row.purpose));
  if (!row.choices.empty()) {
    text += fmt::format(".br\n{}\n", roff(fmt::format("{}", fmt::join(row.choices, ", "))));
  }
  return text;
}

}  // namespace

std::string man_page(const std::vector<CommandRow>& table, Language language) {
  const bool ja = language == Language::ja;
  const CommandRow& program = table.front();
  std::string page = fmt::format(".TH TOKKI 1 \"\" \"tokki {}\"\n", version());
  page += section(ja ? "名前" : "NAME", "tokki \\- " + roff(program.purpose));
  page += section(ja ? "書式" : "SYNOPSIS",
                  ja ? "\\fBtokki\\fR \\fIコマンド\\fR [\\fIオプション\\fR] [\\fI引数\\fR]"
                     : "\\fBtokki\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]");
  std::string commands;
  for (std::size_t i = 1; i < table.size(); ++i) {
    const CommandRow& command = table[i];
    std::string head = "tokki " + command.name;
    for (const OptionRow& argument : command.arguments) head += " " + argument.value;
    commands += fmt::format(".SS {}\n{}\n", roff(head), roff(command.purpose));
    for (const OptionRow& argument : command.arguments) commands += option(argument);
    for (const OptionRow& row : command.options) commands += option(row);
    if (!command.footer.empty()) commands += ".PP\n" + verbatim(command.footer) + "\n";
  }
  commands.pop_back();
  page += section(ja ? "コマンド" : "COMMANDS", commands);
  std::string options;
  for (const OptionRow& row : program.options) options += option(row);
  options.pop_back();
  page += section(ja ? "オプション" : "OPTIONS", options);
  page += section(
      ja ? "環境変数" : "ENVIRONMENT",
      ja ? ".TP\n\\fBNO_COLOR\\fR\n空でなければ色を使いません。\n"
           ".TP\n\\fBCLICOLOR_FORCE\\fR\n空でも 0 でもなければ、端末でなくても色を使います。"
         : ".TP\n\\fBNO_COLOR\\fR\nUnless empty: no colour.\n"
           ".TP\n\\fBCLICOLOR_FORCE\\fR\nUnless empty or 0: colour even where there is no "
           "terminal.");
  page += section(
      ja ? "ファイル" : "FILES",
      ja ? ".TP\n\\fItokki.toml\\fR\n作業フォルダーか、その上で最も近いフォルダーにある設定。"
         : ".TP\n\\fItokki.toml\\fR\nThe configuration, in the working directory or the "
           "nearest folder above it.");
  return page +
         section(ja ? "使用例と終了コード" : "EXAMPLES AND EXIT STATUS", verbatim(program.footer));
}

}  // namespace tokki::cli
