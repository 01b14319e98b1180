#include "json/reading.hpp"

#include <algorithm>

#include "json/diagnose.hpp"
#include "json/positions.hpp"
#include "record/emit.hpp"
#include "record/overlap.hpp"

namespace tokki::inline v0::internal {

void ReadingResult::finish(const Tokens& tokens, const Limits& limits) {
  const bool unexplained = !decoded && findings.empty();
  if (tokens.refusal() != Refusal::none || unexplained) {
    findings.assign(1, diagnose(tokens, limits));
  } else {
    truncate(findings, limits.findings);
  }
  if (findings.empty()) return;
  std::vector<Position*> positions;
  for (Finding& finding : findings) {
    // Only "findings-truncated" has none yet: it concerns the whole document.
    if (!finding.at.position) finding.at.position = Position{.offset = tokens.cursor().offset()};
    positions.push_back(&*finding.at.position);
  }
  count_lines(tokens.text(), positions);
  for (Finding& finding : findings) {
    if (tokens.has_mark()) finding.at.position->offset += kByteOrderMark.size();
    const std::string_view rule = finding.rule->id;
    if (rule == "wrong-type" || rule == "unknown-choice" || rule == "limit-exceeded") {
      faulty.push_back(finding.at);
    }
  }
  sort_places(faulty);
}

}  // namespace tokki::inline v0::internal
