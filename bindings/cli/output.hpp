// output.hpp: writes to standard output and notices failures; properties of the terminal.
#pragma once

#include <tokki/report.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tokki::cli {

/// Occupies the descriptors of closed standard streams, so that a file opened later cannot become
/// standard input after "<&-". To be called first.
void reserve_standard_streams();

/// Writes all of `text` to standard output. Returns false when that failed (a closed pipe, a full
/// disk); nothing more should be written then.
[[nodiscard]] bool write_output(std::string_view text);

/// The exit code after all output: `code`, or, after printing an error, kInternal when writing
/// failed. A closed pipe (EPIPE) is no failure.
[[nodiscard]] int exit_code_after_output(int code, Language language);

/// Writes all of the output, and returns the exit code likewise.
[[nodiscard]] int print_output(std::string_view text, int code, Language language);

/// Prints one line on standard error: "tokki: …".
void print_error(std::string_view line);

enum class Colour : std::uint8_t { automatic, always, never };

/// Whether to write in colour. `automatic`: NO_COLOR and then CLICOLOR_FORCE decide
/// (https://no-color.org, https://bixense.com/clicolors); without them only a terminal has colour.
[[nodiscard]] bool use_colour(Colour asked);

/// Whether standard output is a terminal.
[[nodiscard]] bool is_on_terminal();

/// The columns of the terminal on standard output; 80 when it is none.
[[nodiscard]] std::size_t terminal_width();

}  // namespace tokki::cli
