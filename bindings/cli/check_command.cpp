#include "check_command.hpp"

#include <unistd.h>

#include <fmt/format.h>
#include <tokki/report_writer.hpp>

#include "check_options.hpp"
#include "exit_codes.hpp"
#include "io_error.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

// Progress on standard error, only on a terminal, when the output goes elsewhere.
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

struct CheckArguments : CheckFlags {
  std::string format = "text";  // one of report_formats()
  bool quote = false;
  bool statistics = false;  // findings by rule instead of one by one
};

// Standard output, written in large pieces.
class Output {
 public:
  Output(const CheckArguments& arguments, const CheckRun& run)
      : writer_(report_writer(arguments.format, {.style = run.style,
                                                 .fail_on = run.fail_on,
                                                 .as_of = *run.options.as_of,
                                                 .edition = run.options.editions.first(),
                                                 .statistics = arguments.statistics})) {
    writer_->begin(buffer_);
  }

  bool document(const Report& report) {
    writer_->document(report, buffer_);
    constexpr std::size_t kEnough = std::size_t{1} << 16U;
    return buffer_.size() < kEnough || flush();
  }
  void unreadable(const UnreadableFile& file, Language language) {
    writer_->unreadable(file.path, io_error(file, language).reason, buffer_);
  }
  bool end(const Summary& summary, int exit_code) {
    writer_->end(summary, exit_code, buffer_);
    return flush();
  }
  bool flush() {
    const bool done = buffer_.empty() || write_output(buffer_);
    buffer_.clear();
    return done;
  }

 private:
  std::unique_ptr<ReportWriter> writer_;
  std::string buffer_;
};

int exit_code(const CheckRun& run, const Summary& summary) {
  if (summary.unreadable_inputs != 0) return kUnreadable;
  const auto gravest = summary.gravest();
  return run.fail_on && gravest && *gravest >= *run.fail_on ? kFindings : kClean;
}

// Checks all inputs, and writes the report to standard output.
int run_check(const CheckArguments& arguments, const CheckRun& run) {
  const Language language = run.style.language;
  Output output(arguments, run);
  Progress progress(language);
  Summary summary;
  bool writing = true;
  FileVisitor visitor;
  visitor.report = [&](const Report& report) {
    return run.deliver(report, [&](const Report& counted) {
      summary.add(counted);
      return writing = writing && output.document(counted);
    });
  };
  visitor.document_read = [&] { progress.step(); };
  visitor.unreadable = [&](const UnreadableFile& file) {
    ++summary.unreadable_inputs;
    writing = writing && output.flush();  // so that the message comes after earlier output
    output.unreadable(file, language);
    print_error(error_line(file, language));
  };
  check_inputs(run, std::move(visitor));
  progress.clear();
  const int code = exit_code(run, summary);
  if (writing) static_cast<void>(output.end(summary, code));
  return exit_code_after_output(code, language);
}

int check(const CheckArguments& arguments, const Settings& settings) {
  auto run = resolve_options(arguments, settings, arguments.format == "text");
  if (!run) return kUsage;
  run->style.quote = arguments.quote;
  if (arguments.statistics && arguments.format != "text") {
    print_error(settings.localized(
        "--statistics は --format text と用います（jsonの集計は summary にあります）",
        "--statistics goes with --format text (json has the counts in its summary)"));
    return kUsage;
  }
  return run_check(arguments, *run);
}

std::vector<std::string_view> report_format_names() {
  std::vector<std::string_view> names;
  for (const ReportFormat& format : report_formats()) names.push_back(format.name);
  return names;
}

// For the help: on two lines.
std::string listed_formats(std::string_view comma) {
  const std::vector<std::string_view> names = report_format_names();
  std::string text(names.front());
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += comma;
    if (i == (names.size() + 1) / 2) {
      if (text.ends_with(' ')) text.pop_back();
      text += '\n';
    }
    text += names[i];
  }
  return text;
}

}  // namespace

void add_check_command(CommandLine& line) {
  const auto arguments = std::make_shared<CheckArguments>();
  Command command = line.add(
      "check", line.localized("届出書や案件を確認します", "Check declarations and dossiers"));
  add_check_options(command, *arguments, line);
  command.add_words("--format", report_format_names(),
                    [arguments](const std::string& name) { arguments->format = name; },
                    {.purpose = line.localized("出力の形式：", "Output format: ") +
                                listed_formats(line.localized("、", ", ")),
                     .value = line.localized("WHICH（既定：text）", "WHICH (default: text)")});
  command.add_flag("--quote", arguments->quote,
                   line.localized("指摘ごとに条項の文言を示します",
                                  "Quote the wording of each finding's clause"));
  command.add_flag("--statistics", arguments->statistics,
                   line.localized("指摘の代わりに、規則ごとの件数を多い順に示します",
                                  "Instead of findings, count them by rule"));
  runs<CheckArguments>(command, line, arguments, check);
}

}  // namespace tokki::cli
