// markdown.hpp: text that is safe to put into Markdown.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tokki::inline v0::internal {

/// Text within a table's cell or a list's item.
[[nodiscard]] std::string inlined(std::string_view text);

/// A row of a table.
[[nodiscard]] std::string row(std::span<const std::string> cells);
/// A row of a table with a column for each language.
[[nodiscard]] std::string row(std::string_view japanese, std::string_view english);

/// The key of a clause or a rule, as the name of an anchor. Dots are replaced, since not every
/// renderer keeps them.
[[nodiscard]] std::string anchor(std::string_view key);

}  // namespace tokki::inline v0::internal
