// html.hpp: pages that hold all they need, to be read on a screen and printed on A4.
#pragma once

#include <string>
#include <string_view>

#include "tokki/language.hpp"

namespace tokki::inline v0::internal {

/// Text for SVG and HTML.
[[nodiscard]] std::string escaped_xml(std::string_view text);

/// The beginning of a page, up to its body, with the style that all pages share and more of its
/// own. What follows is the body; no end tag is needed.
[[nodiscard]] std::string html_start(std::string_view title, std::string_view style,
                                     Language language);

}  // namespace tokki::inline v0::internal
