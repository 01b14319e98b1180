#include "report/formats.hpp"
#include "report/json_report.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

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
    out += dumped(Json{{"unreadable", name}, {"reason", reason}}) + "\n";
  }
  void end(const Summary&, int, std::string&) override {}

 private:
  void line(const Report& report, const auto& finding, std::string& out) const {
    Json json = document_json(report);
    json.update(finding_json(finding, *report.edition, options_.style.show_values));
    out += dumped(json) + "\n";
  }

  ReportOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> ndjson_writer(ReportOptions options) {
  return std::make_unique<NdjsonWriter>(std::move(options));
}

}  // namespace tokki
