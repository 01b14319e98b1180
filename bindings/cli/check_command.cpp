#include "check_command.hpp"

#include <unistd.h>

#include <fmt/format.h>
#include <tokki/closest.hpp>

#include <algorithm>
#include <filesystem>

#include "exit_codes.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

// Progress on standard error, only for people who wait and look.
class Progress {
 public:
  explicit Progress(Language language)
      : language_(language), shown_(::isatty(STDERR_FILENO) == 1 && ::isatty(STDOUT_FILENO) != 1) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void step() {
    constexpr std::uint64_t kEvery = 10'000;
    if (!shown_ || ++count_ % kEvery != 0) return;
    fmt::print(stderr, "\r{}{}", count_, language_ == Language::ja ? "件…" : " documents…");
    std::fflush(stderr);
    visible_ = true;
  }
  void clear() {
    if (visible_) fmt::print(stderr, "\r\x1b[K");
    visible_ = false;
  }

 private:
  Language language_;
  bool shown_;
  bool visible_ = false;
  std::uint64_t count_ = 0;
};

// Standard output, written in large pieces as reports come.
class Output {
 public:
  Output(const CheckArguments& arguments, Day as_of)
      : writer_(report_writer(arguments.format, {.style = arguments.style,
                                                 .fail_on = arguments.fail_on,
                                                 .as_of = as_of,
                                                 .edition = arguments.options.editions.first(),
                                                 .statistics = arguments.statistics})) {
    writer_->begin(buffer_);
  }

  bool document(const Report& report) {
    writer_->document(report, buffer_);
    constexpr std::size_t kEnough = std::size_t{1} << 16U;
    return buffer_.size() < kEnough || flush();
  }
  void unreadable(const Unreadable& input) {
    writer_->unreadable(input.name, input.reason, buffer_);
  }
  bool end(const Summary& summary, int exit_code) {
    writer_->end(summary, exit_code, buffer_);
    return flush();
  }
  bool flush() {
    const bool done = buffer_.empty() || put(buffer_);
    buffer_.clear();
    return done;
  }

 private:
  std::unique_ptr<ReportWriter> writer_;
  std::string buffer_;
};

// The name in that folder that was probably meant.
std::string near_name(const std::string& name) {
  const std::filesystem::path path(name);
  std::error_code error;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::vector<std::string> names;
  std::filesystem::directory_iterator entries(folder, error);
  for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
    names.push_back(entries->path().filename().string());
  }
  std::ranges::sort(names);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string near(closest(path.filename().string(), views));
  return near.empty() ? near : (path.parent_path() / near).string();
}

std::string complaint(const Unreadable& input, Language language) {
  const bool ja = language == Language::ja;
  std::error_code error;
  const bool missing = !std::filesystem::exists(std::filesystem::symlink_status(input.name, error));
  if (const std::string near = missing ? near_name(input.name) : std::string(); !near.empty()) {
    return fmt::format(fmt::runtime(ja ? "{}: 読めません（{}）。もしかして {}"
                                       : "{}: cannot be read ({}); did you mean {}?"),
                       input.name, input.reason, near);
  }
  return fmt::format(fmt::runtime(ja ? "{}: 読めません（{}）。場所と権限を確認してください"
                                     : "{}: cannot be read ({}); check its path and permissions"),
                     input.name, input.reason);
}

int exit_code(const CheckArguments& arguments, const Summary& summary) {
  if (summary.unreadable_inputs != 0) return kUnreadable;
  const auto gravest = summary.gravest();
  return arguments.fail_on && gravest && *gravest >= *arguments.fail_on ? kFindings : kClean;
}

}  // namespace

int run_check(const CheckArguments& arguments) {
  Checker checker(arguments.options);
  Output output(arguments, checker.as_of());
  Progress progress(arguments.style.language);
  Summary summary;
  bool writing = true;
  InputEvents events;
  events.document = [&](std::string_view text, const std::string& name,
                        std::optional<std::uint64_t> line) {
    const Report& found = checker.check(text, name, line);
    const auto counted = [&](const Report& report) {
      summary.add(report);
      progress.step();
      writing = writing && output.document(report);
      return writing;
    };
    if (arguments.waivers.empty() || found.findings.empty()) return counted(found);
    return counted(waive(found, arguments.waivers, checker.as_of(), arguments.path_of));
  };
  events.unreadable = [&](const Unreadable& input) {
    ++summary.unreadable_inputs;
    writing = writing && output.flush();  // so that the complaint comes after what preceded it
    output.unreadable(input);
    complain(complaint(input, arguments.style.language));
  };
  read_inputs(arguments.inputs, arguments.input, arguments.options.limits.document_bytes, events);
  progress.clear();
  const int code = exit_code(arguments, summary);
  writing = writing && output.end(summary, code);
  if (!writing && !reader_is_gone()) {
    complain(arguments.style.language == Language::ja ? "標準出力に書き込めません"
                                                      : "standard output cannot be written");
    return kInternal;
  }
  return code;
}

}  // namespace tokki::cli
