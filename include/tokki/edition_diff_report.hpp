// edition_diff_report.hpp: the differences between two editions, put into words.
#pragma once

#include <string>

#include "tokki/edition_diff.hpp"
#include "tokki/export.hpp"
#include "tokki/terms_report.hpp"

namespace tokki {

/// What was added, removed, reworded, renumbered and re-parameterised, and which rules behave
/// differently as a result.
[[nodiscard]] TOKKI_EXPORT std::string to_text(const EditionDiff& diff,
                                               const TextStyle& style = {});
/// The same for programs.
[[nodiscard]] TOKKI_EXPORT std::string to_json(const EditionDiff& diff);
/// The same as Markdown, both languages.
[[nodiscard]] TOKKI_EXPORT std::string to_markdown(const EditionDiff& diff);

}  // namespace tokki
