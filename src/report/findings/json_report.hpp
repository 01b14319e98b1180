// json_report.hpp: findings as JSON, the same in a report and in a line of NDJSON.
#pragma once

#include <span>

#include "json/writer.hpp"
#include "tokki/edition.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0::internal {

inline constexpr std::string_view kReportFormat = "tokki.report/1";

/// A whole report, or the counts of many, as an object.
void write_report(const Report& report, bool show_values, JsonWriter& json);
void write_summary(const Summary& summary, JsonWriter& json);

/// The members of one of a report's findings.
void write_finding(const Report& report, const Finding& finding, bool show_values,
                   JsonWriter& json);
void write_finding(const Report& report, const WaivedFinding& waived, bool show_values,
                   JsonWriter& json);

/// The member that holds a message's arguments; none where there are none.
void write_arguments(std::span<const Argument> arguments, bool show_values, JsonWriter& json);

/// The members that tell which document it is and the edition it was checked with.
void write_document(const Report& report, JsonWriter& json);

}  // namespace tokki::inline v0::internal
