// liability.hpp: for whose acts 乙 is liable, too (特記事項6).
#pragma once

#include <vector>

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {

/// One entry for each party below 乙 of whose breaches or incidents something is on record, and for
/// each party of an incident that no subcontract leads to.
[[nodiscard]] std::vector<Liability> liabilities(const Context& context, const Earlier& decided);

}  // namespace tokki::inline v0::internal
