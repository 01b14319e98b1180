#include "report/csv.hpp"
#include "report/findings/formats.hpp"
#include "report/in_language.hpp"

namespace tokki::inline v0::internal {
namespace {

constexpr Text kFindingColumns[] = {{"ファイル", "File"}, {"文書（行）", "Document (line)"},
                                    {"行", "Line"},       {"列", "Column"},
                                    {"重さ", "Severity"}, {"規則", "Rule"},
                                    {"欄", "Place"},      {"欄の名称", "Label"},
                                    {"根拠", "Clause"},   {"指摘", "Message"},
                                    {"直し方", "Remedy"}, {"JSON Pointer", "JSON Pointer"},
                                    {"免除", "Waiver"}};

class CsvReport final : public ReportWriter {
 public:
  explicit CsvReport(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string& out) override {
    out += kByteOrderMark;
    std::vector<std::string> names = in(kFindingColumns, options_.style.language);
    if (options_.style.show_values)
      names.emplace_back(options_.style.language == Language::ja ? "記載" : "Written");
    append_csv_row(names, out);
  }

  void document(const Report& report, std::string& out) override {
    for (const Finding& finding : report.findings) finding_row(report, finding, {}, out);
    for (const WaivedFinding& waived : report.waived) {
      const FindingWaiver& waiver = waived.waiver;
      finding_row(report, waived.finding,
                  waiver.reason + " (" + waiver.approver + ", " + iso(waiver.expires) + ")", out);
    }
  }

  void unreadable(std::string_view name, std::string_view reason, std::string& out) override {
    std::vector<std::string> cells(kColumns + (options_.style.show_values ? 1 : 0));
    cells[0] = name;
    cells[kSeverityColumn] =
        options_.style.language == Language::ja ? "読めない入力" : "unreadable";
    cells[kMessageColumn] = reason;
    append_csv_row(cells, out);
  }

  void end(const Summary&, int, std::string&) override {}

 private:
  static constexpr std::size_t kColumns = std::size(kFindingColumns);
  static constexpr std::size_t kSeverityColumn = 4;
  static constexpr std::size_t kMessageColumn = 9;

  void finding_row(const Report& report, const Finding& finding, std::string_view waiver,
                   std::string& out) const {
    const auto number = [](const auto& given) {
      return given ? std::to_string(*given) : std::string();
    };
    const SourcePlace place = source_place(report, finding.at);
    const Words texts = words(finding, *report.edition, options_.style.language);
    std::vector<std::string> cells{
        std::string(place.file),
        number(report.document.line),
        number(place.line),
        number(place.column),
        std::string(severity_name(finding.severity, options_.style.language)),
        std::string(finding.rule->id),
        texts.place,
        texts.label,
        texts.citation,
        texts.message,
        texts.remedy,
        finding.at.pointer(),
        std::string(waiver)};
    if (options_.style.show_values) cells.push_back(finding.at.value.value_or(""));
    append_csv_row(cells, out);
  }

  ReportOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> csv_writer(ReportOptions options) {
  return std::make_unique<CsvReport>(std::move(options));
}

}  // namespace tokki::inline v0::internal
