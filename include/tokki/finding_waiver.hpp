// finding_waiver.hpp: why a finding does not count, who decided so, and until when.
//
// A waiver changes nothing about what is found. Reports show waived findings and count them apart.
#pragma once

#include <string>
#include <string_view>

#include "tokki/date.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0 {

/// Findings that do not count: those of one rule in some documents, until a day.
struct FindingWaiver {
  std::string rule;      ///< the rule's id
  std::string path;      ///< a pattern for the document's path: see matches_path()
  std::string reason;    ///< why
  std::string approver;  ///< who decided
  Day expires;           ///< the last day on which it holds
};

/// A finding, and the waiver that covers it.
struct WaivedFinding {
  Finding finding;
  FindingWaiver waiver;
};

/// True when the pattern matches the whole path. Both are divided by "/". Within a folder * and ?
/// match any characters or one, [abc] one of those; ** matches any number of folders, none
/// included. A name that begins with a dot is matched only by a pattern that does too. Characters
/// beyond ASCII match only themselves.
[[nodiscard]] TOKKI_EXPORT bool matches_path(std::string_view pattern, std::string_view path);

}  // namespace tokki::inline v0
