// syntax_error.hpp: where a text stops being JSON.
//
// Only for refused texts. Reads byte by byte, since a text with unbalanced quotes has no usable
// tokens.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tokki::inline v0::internal {

struct SyntaxError {
  /// The last byte of the first token that is not allowed there, or the first byte that cannot be
  /// part of a token; the size of the text when that ends too early.
  std::size_t offset = 0;
  /// Whether a whole value comes before it.
  bool trailing = false;
};

/// Nothing when the text follows the grammar. A number beyond what a double can hold does not.
std::optional<SyntaxError> find_syntax_error(std::string_view json);

/// Where the first integer begins that 64 bits do not hold, in a text that follows the grammar.
std::optional<std::size_t> find_huge_integer(std::string_view json);

}  // namespace tokki::inline v0::internal
