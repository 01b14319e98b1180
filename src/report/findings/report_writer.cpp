#include "tokki/report_writer.hpp"

#include <algorithm>

#include "report/findings/formats.hpp"

namespace tokki::inline v0 {
using namespace internal;

namespace {

constexpr ReportFormat kReportFormats[] = {
    {"text", &text_writer,
     [](const Report& report, const ReportOptions& options) {
       return to_text(report, options.style);
     }},
    {"json", &json_writer,
     [](const Report& report, const ReportOptions& options) {
       return to_json(report, options.style.show_values);
     }},
    {"ndjson", &ndjson_writer},
    {"sarif", &sarif_writer},
    {"junit", &junit_writer},
    {"github", &github_writer},
    {"csv", &csv_writer},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return kReportFormats; }

const ReportFormat* find_report_format(std::string_view name) {
  const auto* const found = std::ranges::find(kReportFormats, name, &ReportFormat::name);
  return found == std::end(kReportFormats) ? nullptr : found;
}

std::unique_ptr<ReportWriter> report_writer(std::string_view format, ReportOptions options) {
  const ReportFormat* const found = find_report_format(format);
  if (found == nullptr) return nullptr;
  if (!options.edition) options.edition = Edition::builtin();
  return found->writer(std::move(options));
}

std::string to_string(const Report& report, const ReportFormat& format, ReportOptions options) {
  options.edition = report.edition;
  options.as_of = report.as_of;
  if (format.single != nullptr) return format.single(report, options);
  Summary summary;
  summary.add(report);
  const auto gravest = summary.gravest();
  const bool failed = options.fail_on && gravest && *gravest >= *options.fail_on;
  const auto writer = format.writer(std::move(options));
  std::string text;
  writer->begin(text);
  writer->document(report, text);
  writer->end(summary, failed ? 1 : 0, text);
  return text;
}

SourcePlace internal::source_place(const Report& report, const Place& at) {
  SourcePlace place{.file = report.document.uri, .line = report.document.line, .column = {}};
  const std::string_view other = report.name_of(at);
  if (!other.empty()) place = {.file = other, .line = {}, .column = {}};
  if (at.position) {
    place.line = place.line.value_or(1) + at.position->line - 1;
    place.column = at.position->column;
  }
  return place;
}

std::string internal::document_name(const DocumentInfo& document) {
  std::string name = document.uri.empty() ? std::string("-") : document.uri;
  if (document.line) name += ":" + std::to_string(*document.line);
  return name;
}

std::string internal::heading_of(const Words& texts, Language language) {
  const bool ja = language == Language::ja;
  std::string where = texts.place.empty() ? (ja ? "文書全体" : "The document") : texts.place;
  if (!texts.label.empty() && texts.place.find(texts.label) == std::string::npos) {
    where += (ja ? "　" : " - ") + texts.label;
  }
  if (!texts.citation.empty())
    where += ja ? "［" + texts.citation + "］" : " [" + texts.citation + "]";
  return where;
}

}  // namespace tokki::inline v0
