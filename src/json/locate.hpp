// locate.hpp: finds the positions in a text of the places that findings point to.
#pragma once

#include <span>

#include "json/tokens.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// Fills in the positions that are not yet known, and, when `keep_values`, what is written there.
/// All places are in the text of `tokens`.
void locate(Tokens& tokens, std::span<Place* const> places, bool keep_values);
/// The same for all places of the findings but those in other documents.
void locate(Tokens& tokens, std::vector<Finding>& findings, bool keep_values);

}  // namespace tokki::inline v0::internal
