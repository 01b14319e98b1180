// formats.hpp: the writers of the formats, each in a file of its own, and what several of them use.
// The list of formats is kReportFormats (report_writer.cpp).
#pragma once

#include "tokki/report_writer.hpp"

namespace tokki::inline v0::internal {

std::unique_ptr<ReportWriter> text_writer(ReportOptions options);
std::unique_ptr<ReportWriter> json_writer(ReportOptions options);
std::unique_ptr<ReportWriter> ndjson_writer(ReportOptions options);
std::unique_ptr<ReportWriter> sarif_writer(ReportOptions options);
std::unique_ptr<ReportWriter> junit_writer(ReportOptions options);
std::unique_ptr<ReportWriter> github_writer(ReportOptions options);
std::unique_ptr<ReportWriter> csv_writer(ReportOptions options);

/// Where a place is in the files that were read. A line of NDJSON is a document of its own,
/// whose positions count from there.
struct SourcePlace {
  std::string_view file;
  std::optional<std::uint64_t> line;
  std::optional<std::uint32_t> column;
};
[[nodiscard]] SourcePlace source_place(const Report& report, const Place& at);

/// "forms.ndjson:3"; "-" for a document without a name.
[[nodiscard]] std::string document_name(const DocumentInfo& document);

/// The place of a finding with its label and clause: "３ ア（1件目）　サービス名称［遵守事項7］".
[[nodiscard]] std::string heading_of(const Words& texts, Language language);

}  // namespace tokki::inline v0::internal
