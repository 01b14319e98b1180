#include "tokki/report_writer.hpp"

#include "report/findings/formats.hpp"

namespace tokki {

std::unique_ptr<ReportWriter> report_writer(ReportFormat format, ReportOptions options) {
  if (!options.edition) options.edition = Edition::builtin();
  switch (format) {
    case ReportFormat::json: return json_writer(std::move(options));
    case ReportFormat::ndjson: return ndjson_writer(std::move(options));
    case ReportFormat::sarif: return sarif_writer(std::move(options));
    case ReportFormat::junit: return junit_writer(std::move(options));
    case ReportFormat::github: return github_writer(std::move(options));
    case ReportFormat::csv: return csv_writer(std::move(options));
    default: return text_writer(std::move(options));
  }
}

SourcePlace source_place(const Report& report, const Place& at) {
  SourcePlace place{.file = report.document.uri, .line = report.document.line, .column = {}};
  const std::string_view other = report.name_of(at);
  if (!other.empty()) place = {.file = other, .line = {}, .column = {}};
  if (at.position) {
    place.line = place.line.value_or(1) + at.position->line - 1;
    place.column = at.position->column;
  }
  return place;
}

std::string document_name(const DocumentInfo& document) {
  std::string name = document.uri.empty() ? std::string("-") : document.uri;
  if (document.line) name += ":" + std::to_string(*document.line);
  return name;
}

std::string heading_of(const Words& said, Language language) {
  const bool ja = language == Language::ja;
  std::string where = said.place.empty() ? (ja ? "文書全体" : "The document") : said.place;
  if (!said.label.empty() && said.place.find(said.label) == std::string::npos) {
    where += (ja ? "　" : " - ") + said.label;
  }
  if (!said.citation.empty())
    where += ja ? "［" + said.citation + "］" : " [" + said.citation + "]";
  return where;
}

}  // namespace tokki
