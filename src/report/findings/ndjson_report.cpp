#include "report/findings/formats.hpp"
#include "report/findings/json_report.hpp"

namespace tokki::inline v0::internal {
namespace {

// A line for each finding, which begins with its document. An input that could not be read has a
// line too, so that readers notice an incomplete stream.
class NdjsonReport final : public ReportWriter {
 public:
  explicit NdjsonReport(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string&) override {}
  void document(const Report& report, std::string& out) override {
    for (const Finding& finding : report.findings) line(report, finding, out);
    for (const WaivedFinding& waived : report.waived) line(report, waived, out);
  }
  void unreadable(std::string_view name, std::string_view reason, std::string& out) override {
    JsonWriter json(out);
    json.object([&] {
      json.member("unreadable", name);
      json.member("reason", reason);
    });
    out += '\n';
  }
  void end(const Summary&, int, std::string&) override {}

 private:
  void line(const Report& report, const auto& finding, std::string& out) const {
    JsonWriter json(out);
    json.object([&] {
      write_document(report, json);
      write_finding(report, finding, options_.style.show_values, json);
    });
    out += '\n';
  }

  ReportOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> ndjson_writer(ReportOptions options) {
  return std::make_unique<NdjsonReport>(std::move(options));
}

}  // namespace tokki::inline v0::internal
