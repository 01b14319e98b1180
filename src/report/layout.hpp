// layout.hpp: text on a terminal, where a full-width character takes two columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tokki/report.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

/// The columns that a text takes. Characters of ambiguous width count as two, so that no line
/// becomes too wide.
[[nodiscard]] std::size_t columns(std::string_view text);

/// The text in lines of at most `width` columns, each behind `indent` spaces, broken where the
/// language allows it (Japanese: 禁則処理). Ends with a newline.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                                  Language language);

/// Characters that move the cursor, colour the screen or turn text around.
inline constexpr Traits kUnsafeOnTerminal =
    Traits::control | Traits::zero_width | Traits::bidi_control;

/// The text with such characters shown as their codes, <U+001B>. Every text of a document, the name
/// of its file included, must pass through this before it is printed.
[[nodiscard]] std::string visible(std::string_view text, Traits hidden = kUnsafeOnTerminal);

enum class Ink : std::uint8_t { plain, bold, dim, red, yellow, cyan, green };
[[nodiscard]] std::string inked(std::string_view text, Ink ink, bool colour);
[[nodiscard]] Ink ink_of(Severity severity);

}  // namespace tokki::inline v0::internal
