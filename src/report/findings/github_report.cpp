#include <fmt/format.h>

#include "report/findings/formats.hpp"

namespace tokki::inline v0::internal {
namespace {

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions: a message may
// hold anything but line ends, which would end the command; a property neither ":" nor ",".
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += property ? "%3A" : ":"; break;
      case ',': out += property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

std::string_view github_level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    default: return "notice";
  }
}

class GithubReport final : public ReportWriter {
 public:
  explicit GithubReport(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string&) override {}

  void document(const Report& report, std::string& out) override {
    const Language language = options_.style.language;
    for (const Finding& finding : report.findings) {
      const SourcePlace place = source_place(report, finding.at);
      const Words texts = words(finding, *report.edition, language);
      out += fmt::format("::{} file={}", github_level(finding.severity), escaped(place.file, true));
      if (place.line) out += fmt::format(",line={}", *place.line);
      if (place.column) out += fmt::format(",col={}", *place.column);
      const std::string title =
          fmt::format("{} ({})", finding.rule->id, severity_name(finding.severity, language));
      out += fmt::format(",title={}::", escaped(title, true));
      std::string message =
          heading_of(texts, language) + "\n" + texts.message + "\n" + texts.remedy;
      if (options_.style.show_values && finding.at.value) message += "\n" + *finding.at.value;
      out += escaped(message, false) + "\n";
    }
  }

  void unreadable(std::string_view name, std::string_view reason, std::string& out) override {
    const bool ja = options_.style.language == Language::ja;
    out += fmt::format("::error file={},title={}::{}\n", escaped(name, true),
                       ja ? "読めません" : "cannot be read", escaped(reason, false));
  }

  // A plain line of the log with the number of waived findings, which have no annotations.
  void end(const Summary& summary, int, std::string& out) override {
    out += to_text(summary, {.language = options_.style.language});
  }

 private:
  ReportOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> github_writer(ReportOptions options) {
  return std::make_unique<GithubReport>(std::move(options));
}

}  // namespace tokki::inline v0::internal
