// report_writer.hpp: the reports of many documents as one stream, in the format a reader expects.
//
//   const auto writer = tokki::report_writer(tokki::ReportFormat::sarif, {.as_of =
//   checker.as_of()}); std::string text; writer->begin(text); writer->document(checker.check(form,
//   "form.json"), text); writer->end(summary, exit_code, text);
//
// All formats hold the same findings. Nothing is kept of a document that was written; only SARIF
// keeps the names of the files, which its end lists.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "tokki/export.hpp"
#include "tokki/report.hpp"

namespace tokki {

enum class ReportFormat : std::uint8_t {
  text,    ///< for people
  json,    ///< tokki.report/1: everything, in both languages; see report_schema()
  ndjson,  ///< one finding a line, with its document
  sarif,   ///< SARIF 2.1.0, one run
  junit,   ///< JUnit XML: a suite a document; a failure is a finding at the fail level or above
  github,  ///< workflow commands, which GitHub shows beside the lines of a change
  csv,     ///< for spreadsheets: UTF-8 with BOM, CRLF, no cell that would run as a formula
};
template <>
struct Description<ReportFormat> {
  static constexpr std::string_view name = "ReportFormat";
  static constexpr Choice<ReportFormat> choices[] = {
      {ReportFormat::text, "text"},     {ReportFormat::json, "json"},
      {ReportFormat::ndjson, "ndjson"}, {ReportFormat::sarif, "sarif"},
      {ReportFormat::junit, "junit"},   {ReportFormat::github, "github"},
      {ReportFormat::csv, "csv"}};
};

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

[[nodiscard]] TOKKI_EXPORT std::unique_ptr<ReportWriter> report_writer(ReportFormat format,
                                                                       ReportOptions options);

}  // namespace tokki
