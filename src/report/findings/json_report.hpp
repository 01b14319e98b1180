// json_report.hpp: findings as JSON, the same in a report and in a line of NDJSON.
#pragma once

#include "json/json_object.hpp"
#include "tokki/report.hpp"

namespace tokki {

inline constexpr std::string_view kReportFormat = "tokki.report/1";

/// A finding's members.
void write_finding(const Finding& finding, const Edition& edition, bool show_values,
                   JsonObject& object);
void write_finding(const WaivedFinding& waived, const Edition& edition, bool show_values,
                   JsonObject& object);

/// Which document it is, and the edition it was checked with.
void write_document(const Report& report, JsonObject& object);

}  // namespace tokki
