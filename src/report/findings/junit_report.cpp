// JUnit XML as CI servers read it (Jenkins, GitLab, Azure): a suite a document, a case a finding.
#include <fmt/format.h>

#include "report/findings/formats.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

// XML 1.0 cannot express most control characters, nor malformed UTF-8.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    const bool control = c < 0x20 && c != U'\n' && c != U'\t' && c != U'\r';
    if (c == U'&') {
      out += "&amp;";
    } else if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (c == U'"') {
      out += "&quot;";
    } else if (c == U'\n' || c == U'\t' || c == U'\r') {
      out += fmt::format("&#{};", static_cast<unsigned>(c));  // kept in attributes too
    } else if (control || c == 0xFFFD || c == 0xFFFE || c == 0xFFFF) {
      out += "\uFFFD";
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

class JunitReport final : public ReportWriter {
 public:
  explicit JunitReport(ReportOptions options)
      : options_(std::move(options)), language_(options_.style.language) {}

  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tokki\">\n";
  }

  void document(const Report& report, std::string& out) override {
    std::string cases;
    std::size_t failures = 0;
    for (const Finding& finding : report.findings) {
      const bool fails = options_.fail_on && finding.severity >= *options_.fail_on;
      failures += fails ? 1 : 0;
      cases += case_of(report, finding, fails ? "failure" : "skipped", {});
    }
    for (const WaivedFinding& waived : report.waived) {
      const FindingWaiver& waiver = waived.waiver;
      cases += case_of(report, waived.finding, "skipped",
                       fmt::format("{}: {} ({}, {})", language_ == Language::ja ? "免除" : "waived",
                                   waiver.reason, waiver.approver, iso(waiver.expires)));
    }
    const std::size_t found = report.findings.size() + report.waived.size();
    const std::string name = escaped(document_name(report.document));
    if (found == 0) cases = fmt::format("<testcase classname=\"{0}\" name=\"tokki\"/>\n", name);
    out += suite(name, found == 0 ? 1 : found, failures, 0, found - failures) + cases +
           "</testsuite>\n";
  }

  void unreadable(std::string_view name, std::string_view reason, std::string& out) override {
    const std::string shown = escaped(name);
    out += suite(shown, 1, 0, 1, 0);
    out += fmt::format(
        "<testcase classname=\"{0}\" name=\"tokki\"><error message=\"{1}\"/></testcase>\n", shown,
        escaped(reason));
    out += "</testsuite>\n";
  }

  void end(const Summary&, int, std::string& out) override { out += "</testsuites>\n"; }

 private:
  static std::string suite(const std::string& name, std::size_t tests, std::size_t failures,
                           std::size_t errors, std::size_t skipped) {
    return fmt::format(
        "<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n", name,
        tests, failures, errors, skipped);
  }

  [[nodiscard]] std::string case_of(const Report& report, const Finding& finding,
                                    std::string_view outcome, std::string_view waiver) const {
    const SourcePlace place = source_place(report, finding.at);
    const Words texts = words(finding, *report.edition, language_);
    std::string name(finding.rule->id);
    if (!finding.at.is_root()) name += " " + finding.at.pointer();
    std::string out =
        fmt::format("<testcase classname=\"{}\" name=\"{}\" file=\"{}\"",
                    escaped(document_name(report.document)), escaped(name), escaped(place.file));
    if (place.line) out += fmt::format(" line=\"{}\"", *place.line);
    std::string message =
        fmt::format("{}: {}", severity_name(finding.severity, language_), texts.message);
    if (!waiver.empty()) message = fmt::format("{} ({})", waiver, message);
    out += fmt::format("><{} message=\"{}\"", outcome, escaped(message));
    if (outcome == "failure") {
      std::string details = heading_of(texts, language_) + "\n" + texts.remedy;
      if (options_.style.show_values && finding.at.value) details += "\n" + *finding.at.value;
      out += fmt::format(" type=\"{}\">{}</failure>", finding.rule->id, escaped(details));
    } else {
      out += "/>";
    }
    return out + "</testcase>\n";
  }

  ReportOptions options_;
  Language language_;
};

}  // namespace

std::unique_ptr<ReportWriter> junit_writer(ReportOptions options) {
  return std::make_unique<JunitReport>(std::move(options));
}

}  // namespace tokki::inline v0::internal
