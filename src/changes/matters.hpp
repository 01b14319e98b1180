// matters.hpp: which 届出事項 a cell of the declaration belongs to.
#pragma once

#include <optional>

#include "tokki/place.hpp"
#include "tokki/records/declared_change.hpp"

namespace tokki::inline v0::internal {

/// Nothing for cells that are no 届出事項: the contract that is cited, and members of tokki's own.
[[nodiscard]] std::optional<DeclaredMatter> matter_at(const Path& path);

}  // namespace tokki::inline v0::internal
