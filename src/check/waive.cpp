#include <fnmatch.h>

#include <algorithm>
#include <vector>

#include "tokki/waive.hpp"

namespace tokki::inline v0 {
namespace {

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    segments.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

}  // namespace

bool matches_path(std::string_view pattern, std::string_view path) {
  const std::vector<std::string> wanted = segments_of(pattern);
  const std::vector<std::string> given = segments_of(path);
  // reached[j]: the pattern so far stands for the first j segments.
  std::vector<bool> reached(given.size() + 1, false);
  reached[0] = true;
  for (const std::string& step : wanted) {
    std::vector<bool> next(given.size() + 1, false);
    for (std::size_t j = 0; j <= given.size(); ++j) {
      if (step == "**") {
        next[j] = reached[j] || (j > 0 && next[j - 1]);
      } else if (j > 0 && reached[j - 1]) {
        next[j] = ::fnmatch(step.c_str(), given[j - 1].c_str(), FNM_PERIOD) == 0;
      }
    }
    reached = std::move(next);
  }
  return reached.back();
}

Report waive(Report report, std::span<const FindingWaiver> waivers,
             const std::function<std::string(std::string_view)>& path_of) {
  std::vector<Finding> counted;
  for (Finding& finding : report.findings) {
    const std::string_view elsewhere = report.name_of(finding.at);
    const std::string path = path_of(elsewhere.empty() ? report.document.uri : elsewhere);
    const auto covering = std::ranges::find_if(waivers, [&](const FindingWaiver& waiver) {
      return waiver.rule == finding.rule->id && report.as_of <= waiver.expires &&
             matches_path(waiver.path, path);
    });
    if (covering == waivers.end()) {
      counted.push_back(std::move(finding));
    } else {
      report.waived.push_back({std::move(finding), *covering});
    }
  }
  report.findings = std::move(counted);
  return report;
}

Report waive(Report report, std::span<const FindingWaiver> waivers) {
  return waive(std::move(report), waivers, [](std::string_view name) { return std::string(name); });
}

}  // namespace tokki::inline v0
