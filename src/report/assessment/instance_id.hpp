// instance_id.hpp: ids of what a report tells of, for programs that keep them from one report to
// the next.
#pragma once

#include <string>
#include <string_view>

#include "tokki/assessor.hpp"

namespace tokki::inline v0::internal {

/// The UUID of something about the contract of these records: `kind` tells an instance from its
/// observation. Contracts have no id of their own; who concluded it with whom, when, and its number
/// tell one from another. It does not depend on when the contract is looked at.
[[nodiscard]] std::string contract_uuid(const Assessor* records, std::string_view kind,
                                        std::string_view name);

}  // namespace tokki::inline v0::internal
