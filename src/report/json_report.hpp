// json_report.hpp: findings as JSON, the same in a report and in a line of NDJSON.
#pragma once

#include <nlohmann/json.hpp>

#include "tokki/report.hpp"

namespace tokki {

inline constexpr std::string_view kReportFormat = "tokki.report/1";

[[nodiscard]] nlohmann::ordered_json finding_json(const Finding& finding, const Edition& edition,
                                                  bool show_values);
[[nodiscard]] nlohmann::ordered_json finding_json(const WaivedFinding& waived,
                                                  const Edition& edition, bool show_values);

/// Which document it is, and the edition it was checked with.
[[nodiscard]] nlohmann::ordered_json document_json(const Report& report);

/// On one line. A path on Linux is bytes, not text; whatever is no UTF-8 in it is replaced.
[[nodiscard]] std::string dumped(const nlohmann::ordered_json& json);

}  // namespace tokki
