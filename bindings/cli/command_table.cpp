#include "command_table.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace tokki::cli {
namespace {

// Help breaks long texts; between Japanese characters nothing takes the break's place.
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

// What an option takes is told by its type's name: words in capitals stand for something, anything
// else is the choices themselves.
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
  const CLI::App* parent = command.get_parent();  // whose footer commands inherit
  if (parent == nullptr || parent->get_footer() != command.get_footer()) {
    row.footer = command.get_footer();
  }
  for (const CLI::Option* option : command.get_options({})) {
    (option->get_positional() ? row.arguments : row.options).push_back(row_of(*option));
  }
  return row;
}

}  // namespace

std::vector<CommandRow> command_table(const CLI::App& app) {
  std::vector<CommandRow> table{row_of(app)};
  for (const CLI::App* command : app.get_subcommands({})) table.push_back(row_of(*command));
  return table;
}

}  // namespace tokki::cli
