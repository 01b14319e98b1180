// command_table.hpp: the commands and their options as rows, from which completions and the man
// page are made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tokki::cli {

enum class ValueKind : std::uint8_t { none, text, choice, file, rule };

struct OptionRow {
  std::vector<std::string> names;  ///< with dashes; empty for a positional
  std::string value;               ///< as help writes it: FILE, "ja|en"; empty for a flag
  ValueKind kind = ValueKind::none;
  std::vector<std::string> choices;  ///< when the kind is choice
  std::string purpose;               ///< on one line
};

struct CommandRow {
  std::string name;
  std::string purpose;
  std::vector<OptionRow> options;
  std::vector<OptionRow> arguments;  ///< positionals
  std::string footer;                ///< examples, as printed under help
};

}  // namespace tokki::cli
