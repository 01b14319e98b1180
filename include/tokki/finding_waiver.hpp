// finding_waiver.hpp: findings that somebody has answered for.
//
// A waiver changes nothing about what is found. It says why a finding does not count, who
// decided so and until when; reports show it and count it apart.
#pragma once

#include <string>
#include <string_view>

#include "tokki/date.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"

namespace tokki {

struct FindingWaiver {
  std::string rule;      ///< the rule's id
  std::string path;      ///< a pattern: * and ? within a folder, [abc], ** for any folders
  std::string reason;    ///< why
  std::string approver;  ///< who decided
  Day expires;           ///< the last day on which it holds
};

struct WaivedFinding {
  Finding finding;
  FindingWaiver waiver;
};

/// True when the pattern stands for the path. Both are divided by "/"; "**" stands for any number
/// of folders, none included. Characters beyond ASCII only stand for themselves.
[[nodiscard]] TOKKI_EXPORT bool matches_path(std::string_view pattern, std::string_view path);

}  // namespace tokki
