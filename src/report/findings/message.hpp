// message.hpp: message patterns with typed arguments, put into words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tokki/edition.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// The message that an ICU pattern makes of these arguments. It never holds a value of a document.
/// `cell` is the key of the cell that the message is about, if any.
[[nodiscard]] std::string filled_in(std::string_view pattern, std::span<const Argument> arguments,
                                    const Edition& edition, Language language,
                                    std::string_view cell = {});

/// A day for people: 2025年4月1日, 2025-04-01.
[[nodiscard]] std::string date_text(Day day, Language language);

}  // namespace tokki::inline v0::internal
