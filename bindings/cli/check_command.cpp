#include "check_command.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include "exit_codes.hpp"
#include "io_error.hpp"
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
  void unreadable(const UnreadableFile& file, Language language) {
    writer_->unreadable(file.path, io_error(file, language).reason, buffer_);
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

int exit_code(const CheckArguments& arguments, const Summary& summary) {
  if (summary.unreadable_inputs != 0) return kUnreadable;
  const auto gravest = summary.gravest();
  return arguments.fail_on && gravest && *gravest >= *arguments.fail_on ? kFindings : kClean;
}

}  // namespace

int run_check(const CheckArguments& arguments) {
  Output output(arguments, *arguments.options.as_of);
  Progress progress(arguments.style.language);
  Summary summary;
  bool writing = true;
  FileVisitor visitor;
  visitor.report = [&](const Report& report) {
    return arguments.deliver(report, [&](const Report& counted) {
      summary.add(counted);
      return writing = writing && output.document(counted);
    });
  };
  visitor.document_read = [&] { progress.step(); };
  visitor.unreadable = [&](const UnreadableFile& file) {
    ++summary.unreadable_inputs;
    writing = writing && output.flush();  // so that the complaint comes after what preceded it
    output.unreadable(file, arguments.style.language);
    complain(complaint(file, arguments.style.language));
  };
  check_inputs(arguments, std::move(visitor));
  progress.clear();
  const int code = exit_code(arguments, summary);
  if (writing) static_cast<void>(output.end(summary, code));
  return after_output(code, arguments.style.language);
}

}  // namespace tokki::cli
