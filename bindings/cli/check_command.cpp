#include "check_command.hpp"

#include <unistd.h>

#include <fmt/format.h>

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

// Writes reports as they come, so that memory does not grow with their number.
class Output {
 public:
  Output(const CheckArguments& arguments, const Checker& checker)
      : arguments_(arguments), checker_(checker) {}

  bool begin() {
    if (arguments_.format == Format::text) return true;
    return put(fmt::format(R"({{"format":"tokki.report/1","tokki":"{}","as_of":"{}","documents":[)",
                           version(), iso(checker_.as_of())));
  }

  bool document(const Report& report) {
    if (arguments_.format == Format::text) {
      const std::string text = to_text(report, arguments_.style);
      return text.empty() || buffered(text);
    }
    const std::string json = to_json(report, arguments_.style.show_values);
    return buffered(std::exchange(first_, false) ? "\n" + json : ",\n" + json);
  }

  bool end(const Summary& summary, const std::string& unreadable) {
    if (arguments_.format == Format::text) {
      return buffered(to_text(summary, arguments_.style)) && flush();
    }
    return buffered(fmt::format("\n],\"unreadable\":[{}],\"summary\":{}}}\n", unreadable,
                                to_json(summary))) &&
           flush();
  }

  bool flush() {
    const bool done = buffer_.empty() || put(buffer_);
    buffer_.clear();
    return done;
  }

 private:
  bool buffered(std::string_view text) {
    constexpr std::size_t kEnough = std::size_t{1} << 16U;
    buffer_ += text;
    return buffer_.size() < kEnough || flush();
  }

  const CheckArguments& arguments_;
  const Checker& checker_;
  std::string buffer_;
  bool first_ = true;
};

int exit_code(const CheckArguments& arguments, const Summary& summary) {
  if (summary.unreadable_inputs != 0) return kUnreadable;
  const auto gravest = summary.gravest();
  return arguments.fail_on && gravest && *gravest >= *arguments.fail_on ? kFindings : kClean;
}

}  // namespace

int run_check(const CheckArguments& arguments) {
  Checker checker(arguments.options);
  Output output(arguments, checker);
  Progress progress(arguments.style.language);
  Summary summary;
  std::string unreadable;
  bool writing = output.begin();
  InputEvents events;
  std::optional<DossierChecker> dossier;  // while its documents are being read
  const auto hand_on = [&](const Report& report) {
    summary.add(report);
    writing = writing && output.document(report);
    return writing;
  };
  events.open_dossier = [&] { dossier.emplace(arguments.options); };
  events.close_dossier = [&] {
    dossier->finish(hand_on);
    dossier.reset();
  };
  events.document = [&](std::string_view text, const std::string& name,
                        std::optional<std::uint64_t> line) {
    progress.step();
    if (!dossier) return hand_on(checker.check(text, name, line));
    dossier->add(text, name, line);
    return writing;
  };
  events.unreadable = [&](const Unreadable& input) {
    ++summary.unreadable_inputs;
    writing = writing && output.flush();  // so that the complaint comes after what preceded it
    complain(complaint(input, arguments.style.language));
    if (!unreadable.empty()) unreadable += ',';
    unreadable += json_string(input.name);
  };
  read_inputs(arguments.inputs, arguments.input, arguments.options.limits.document_bytes, events,
              arguments.style.language);
  progress.clear();
  writing = writing && output.end(summary, unreadable);
  if (!writing && !reader_is_gone()) {
    complain(arguments.style.language == Language::ja ? "標準出力に書き込めません"
                                                      : "standard output cannot be written");
    return kInternal;
  }
  return exit_code(arguments, summary);
}

}  // namespace tokki::cli
