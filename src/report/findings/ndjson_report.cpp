#include "report/findings/formats.hpp"
#include "report/findings/json_report.hpp"

namespace tokki {
namespace {

// One line a finding, its document in front. What could not be read has a line too, so that a
// stream never looks whole when it is not.
class NdjsonWriter final : public ReportWriter {
 public:
  explicit NdjsonWriter(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string&) override {}
  void document(const Report& report, std::string& out) override {
    for (const Finding& finding : report.findings) line(report, finding, out);
    for (const WaivedFinding& waived : report.waived) line(report, waived, out);
  }
  void unreadable(std::string_view name, std::string_view reason, std::string& out) override {
    JsonObject(out).text("unreadable", name).text("reason", reason).end();
    out += '\n';
  }
  void end(const Summary&, int, std::string&) override {}

 private:
  void line(const Report& report, const auto& finding, std::string& out) const {
    JsonObject object(out);
    write_document(report, object);
    write_finding(finding, *report.edition, options_.style.show_values, object);
    object.end();
    out += '\n';
  }

  ReportOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> ndjson_writer(ReportOptions options) {
  return std::make_unique<NdjsonWriter>(std::move(options));
}

}  // namespace tokki
