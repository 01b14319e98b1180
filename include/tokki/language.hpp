// language.hpp: the languages that words are made in.
#pragma once

#include <cstdint>

namespace tokki::inline v0 {

/// Japanese or English.
enum class Language : std::uint8_t { ja, en };

}  // namespace tokki::inline v0
