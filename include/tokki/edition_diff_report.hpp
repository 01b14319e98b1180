// edition_diff_report.hpp: the differences between two editions, put into words.
#pragma once

#include <string>

#include "tokki/edition_diff.hpp"
#include "tokki/export.hpp"
#include "tokki/terms_report.hpp"

namespace tokki::inline v0 {

/// What was added, removed, reworded and renumbered, which numbers changed, and which rules behave
/// differently as a result, as text for a terminal in the style's language.
[[nodiscard]] TOKKI_EXPORT std::string to_text(const EditionDiff& diff,
                                               const TextStyle& style = {});
/// The same as a JSON object, in both languages.
[[nodiscard]] TOKKI_EXPORT std::string to_json(const EditionDiff& diff);
/// The same as a Markdown page, in both languages.
[[nodiscard]] TOKKI_EXPORT std::string to_markdown(const EditionDiff& diff);

}  // namespace tokki::inline v0
