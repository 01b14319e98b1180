// positions.hpp: lines and columns of offsets.
#pragma once

#include <string_view>
#include <vector>

#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// Fills in lines and columns of positions whose offsets are known, in one pass over the text.
void count_lines(std::string_view text, std::vector<Position*> positions);

}  // namespace tokki::inline v0::internal
