// output.hpp: writing to standard output so that a failure is noticed, and asking the terminal.
#pragma once

#include <tokki/report.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tokki::cli {

/// Keeps the numbers of standard streams that are closed from being given to the next file opened:
/// "<&-" must not make a declaration the standard input. To be called first.
void reserve_standard_streams();

/// Writes all of `text` to standard output. Returns false when that failed (a closed pipe, a full
/// disk); nothing more should be written then.
[[nodiscard]] bool put(std::string_view text);

/// The exit code after the last put: `code`, or, after complaining of it, that of output that
/// failed. That the reader went away (EPIPE) is no fault of anybody's.
[[nodiscard]] int after_output(int code, Language language);

/// The same after putting all there is.
[[nodiscard]] int written(std::string_view text, int code, Language language);

/// One line on standard error.
void complain(std::string_view line);

enum class Colour : std::uint8_t { automatic, always, never };

/// Whether to write in colour. Left to us, NO_COLOR and then CLICOLOR_FORCE decide
/// (https://no-color.org, https://bixense.com/clicolors); else colour is for terminals.
[[nodiscard]] bool colour_is_welcome(Colour asked);

/// The columns of the terminal on standard output; 80 when it is none.
[[nodiscard]] std::size_t terminal_width();

}  // namespace tokki::cli
