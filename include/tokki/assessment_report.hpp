// assessment_report.hpp: how duties stand, as text for a meeting, as data, a table or a calendar.
//
// Reports name records, duties and parties by their ids and keys. What else is written in records,
// names of parties included, is withheld unless TextStyle::show_values asks for it; but a party
// without an id is named in the keys of its duty instances.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/assessor.hpp"
#include "tokki/export.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {

/// How text, Markdown and HTML list the duties: by status, and those of one status in an order;
/// what is due is always in the order of its time. `due`: by the day on which they are, or were,
/// due.
enum class AssessmentOrder : std::uint8_t {
  clause,  ///< as the edition has them
  party,   ///< by who bears them
  due,     ///< by when they are, or were, due
};
template <>
struct Description<AssessmentOrder> {
  static constexpr std::string_view name = "AssessmentOrder";
  static constexpr Choice<AssessmentOrder> choices[] = {{AssessmentOrder::clause, "clause"},
                                                        {AssessmentOrder::party, "party"},
                                                        {AssessmentOrder::due, "due"}};
};

struct AssessmentReportOptions {
  TextStyle style{};
  AssessmentOrder by = AssessmentOrder::clause;
  /// Text, Markdown, HTML: one by one, too, what is fulfilled or not triggered. Text: all entries
  /// of long lists, too, of which otherwise the first are shown.
  bool all = false;
  /// Only what is due, at most so many: first what is overdue, then the soonest.
  std::optional<std::size_t> next{};
  std::optional<std::string> bearer{};  ///< only the duties of this one: see Assessor::bearer()
  /// Only what this incident and the records about it set off (an instruction, its items), with all
  /// that is on record of it in the order of time: see Assessor::incident(). Empty: everything.
  std::string incident{};
  /// CSV: begin with the names of the columns; HTML: begin a page, else go on with one.
  bool heading = true;
  /// What was assessed, which names the records that duties rest on. Null: they are shown by their
  /// places only. Must outlive the report.
  const Assessor* records = nullptr;
};

/// The instances that a report with these options is about, in the order of the assessment.
[[nodiscard]] TOKKI_EXPORT std::vector<const DutyInstance*> selected(
    const Assessment& assessment, const AssessmentReportOptions& options);

/// How many instances have each status, by its value; and how many of the undetermined are overdue.
struct StatusCounts {
  std::array<std::size_t, std::size(Description<Status>::choices)> of{};
  std::size_t overdue = 0;
  [[nodiscard]] std::size_t operator[](Status status) const noexcept {
    return of[static_cast<std::size_t>(status)];
  }
};
[[nodiscard]] TOKKI_EXPORT StatusCounts count(std::span<const DutyInstance* const> instances);

/// A format of such reports: "text" for people; "json" (tokki.assessment/1: everything, in both
/// languages; see assessment_schema()); "ndjson" (an instance a line, with the members that JSON
/// has); "csv" (for spreadsheets: an instance a row, UTF-8 with BOM, CRLF, no cell that would run
/// as a formula); "markdown"; "html" (one page that holds all it needs, to be printed on A4);
/// "ical" (iCalendar: an event for each duty that is due or overdue at a time that is set); "oscal"
/// (NIST OSCAL assessment results 1.2.1: an observation for each instance, a finding only where it
/// is fulfilled or breached). Text, Markdown and HTML only count what is fulfilled, waived or not
/// triggered unless AssessmentReportOptions::all is set; the others hold every instance.
struct AssessmentFormat {
  std::string_view name;
  std::string (*write)(const Assessment& assessment, const AssessmentReportOptions& options);
};
/// All formats there are.
[[nodiscard]] TOKKI_EXPORT std::span<const AssessmentFormat> assessment_formats();
/// The format of that name, or null.
[[nodiscard]] TOKKI_EXPORT const AssessmentFormat* find_assessment_format(std::string_view name);

/// The status in words: 違反, "breached".
[[nodiscard]] TOKKI_EXPORT std::string_view status_name(Status status, Language language);

/// A reason in words. They never hold a value of a document.
struct ReasonWords {
  std::string message;  ///< what decided the status, or what is wanting to decide it
  std::string settles;  ///< what would settle it; empty where nothing is open
};
/// `edition`: that of the assessment.
[[nodiscard]] TOKKI_EXPORT ReasonWords words(const Reason& reason, const Edition& edition,
                                             Language language);

/// An assessment's findings as a report, which names the documents that they point into.
[[nodiscard]] TOKKI_EXPORT Report findings_report(const Assessment& assessment,
                                                  const Assessor& records);

}  // namespace tokki::inline v0
