// report_writer.hpp: the reports of many documents as one stream, in one of several formats.
//
//     std::string text;
//     tokki::Summary summary;
//     const auto writer = tokki::report_writer("sarif", {.as_of = tokki::today_in_japan()});
//     writer->begin(text);
//     for (const std::string& form : forms) {
//       const tokki::Report report = tokki::check(form);
//       writer->document(report, text);
//       summary.add(report);
//     }
//     const bool failed = summary.gravest() == tokki::Severity::error;
//     writer->end(summary, failed ? 1 : 0, text);
//
// All formats hold the same findings. Nothing is kept of a document that was written; only SARIF
// keeps the names of the files, which its end lists.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tokki/export.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {

struct ReportOptions {
  TextStyle style{};                                  ///< only text heeds width and colour
  std::optional<Severity> fail_on = Severity::error;  ///< what counts as a failure, if anything
  Day as_of{};                                        ///< the day of the check
  std::shared_ptr<const Edition> edition{};           ///< SARIF lists its rules; null: built in
  bool statistics = false;                            ///< text: findings by rule, not one by one
};

/// Writes one stream. Every call appends to `out`, which the caller may empty between calls. Not
/// safe for concurrent use.
class ReportWriter {
 public:
  ReportWriter() = default;
  ReportWriter(const ReportWriter&) = delete;
  ReportWriter& operator=(const ReportWriter&) = delete;
  virtual ~ReportWriter() = default;

  /// Call once, first.
  virtual void begin(std::string& out) = 0;
  virtual void document(const Report& report, std::string& out) = 0;
  /// An input that could not be read, and why.
  virtual void unreadable(std::string_view name, std::string_view reason, std::string& out) = 0;
  /// Call once, last. `exit_code` is what the program is going to return.
  virtual void end(const Summary& summary, int exit_code, std::string& out) = 0;
};

/// A format of reports: "text" for people, "json" (tokki.report/1: everything, in both languages;
/// see report_schema()), "ndjson" (one finding a line, with its document), "sarif" (SARIF 2.1.0,
/// one run), "junit" (JUnit XML: a suite a document; a failure is a finding at the fail level or
/// above), "github" (workflow commands, which GitHub shows beside the lines of a change), "csv"
/// (for spreadsheets: UTF-8 with BOM, CRLF, no cell that would run as a formula).
struct ReportFormat {
  std::string_view name;
  std::unique_ptr<ReportWriter> (*writer)(ReportOptions options);
  /// One report where it is the only one and needs nothing around it; null: a stream of one.
  std::string (*single)(const Report& report, const ReportOptions& options) = nullptr;
};

/// All formats there are.
[[nodiscard]] TOKKI_EXPORT std::span<const ReportFormat> report_formats();
/// The format of that name, or null.
[[nodiscard]] TOKKI_EXPORT const ReportFormat* find_report_format(std::string_view name);

/// A writer of the format of that name; null when there is none.
[[nodiscard]] TOKKI_EXPORT std::unique_ptr<ReportWriter> report_writer(std::string_view format,
                                                                       ReportOptions options);

/// One report by itself: as text (empty without findings) and as JSON (an object) without what a
/// stream has around its documents, else as a stream of one document. The edition and the day are
/// those of the report.
[[nodiscard]] TOKKI_EXPORT std::string to_string(const Report& report, const ReportFormat& format,
                                                 ReportOptions options = {});

}  // namespace tokki::inline v0
