// waive.hpp: sets apart the findings of a report that are waived.
//
//   const std::vector<tokki::FindingWaiver> waivers{
//       {.rule = "japan-only-doubtful", .path = "forms/**/*.json", .reason = "...",
//        .approver = "...", .expires = std::chrono::year(2027) / 3 / 31}};
//   report = tokki::waive(std::move(report), waivers);
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "tokki/check.hpp"
#include "tokki/export.hpp"
#include "tokki/finding_waiver.hpp"

namespace tokki::inline v0 {

/// The report with those findings moved to `waived` that one of the waivers covers on the day of
/// the check. A waiver's pattern is matched against what `path_of` makes of the name of the
/// document in which a finding is.
[[nodiscard]] TOKKI_EXPORT Report
waive(Report report, std::span<const FindingWaiver> waivers,
      const std::function<std::string(std::string_view name)>& path_of);
/// The same, with patterns matched against the documents' names themselves.
[[nodiscard]] TOKKI_EXPORT Report waive(Report report, std::span<const FindingWaiver> waivers);

}  // namespace tokki::inline v0
