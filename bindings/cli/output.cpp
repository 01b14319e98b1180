#include "output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "exit_codes.hpp"

namespace tokki::cli {
namespace {

int write_error = 0;

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

void reserve_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    // Opened for the opposite direction, so that using it fails as on a closed stream.
    static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

bool write_output(std::string_view text) {
  if (write_error != 0) return false;
  if (write_all(STDOUT_FILENO, text)) return true;
  write_error = errno;
  return false;
}

int exit_code_after_output(int code, Language language) {
  if (write_error == 0 || write_error == EPIPE) return code;
  print_error(language == Language::ja ? "標準出力に書き込めません"
                                       : "standard output cannot be written");
  return kInternal;
}

int print_output(std::string_view text, int code, Language language) {
  static_cast<void>(write_output(text));
  return exit_code_after_output(code, language);
}

void print_error(std::string_view line) {
  std::string text("tokki: ");
  text.append(line).append("\n");
  static_cast<void>(write_all(STDERR_FILENO, text));
}

bool use_colour(Colour asked) {
  if (asked != Colour::automatic) return asked == Colour::always;
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  if (!variable("NO_COLOR").empty()) return false;
  if (const auto forced = variable("CLICOLOR_FORCE"); !forced.empty() && forced != "0") return true;
  const std::string_view terminal = variable("TERM");
  return !terminal.empty() && terminal != "dumb" && ::isatty(STDOUT_FILENO) == 1;
}

bool is_on_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

std::size_t terminal_width() {
  constexpr std::size_t kDefault = 80;
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kWidest = 120;  // longer lines are hard to read
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 1 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
      size.ws_col == 0) {
    return kDefault;
  }
  return std::clamp<std::size_t>(size.ws_col, kNarrowest, kWidest);
}

}  // namespace tokki::cli
