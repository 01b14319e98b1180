// json_source.hpp: a text that is to be read as JSON; storage is reused from one text to the next.
//
// simdjson reads in two stages: it finds the tokens, then parses them into its DOM. Most documents
// can be read from their tokens.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "tokki/decode.hpp"

namespace tokki {

class JsonSource {
 public:
  /// Where the tokens of a text begin: brackets, commas and colons, strings, other scalars.
  struct Tokens {
    /// What must be readable behind the text, the first byte of it a NUL.
    static constexpr std::size_t kPadding = 64;
    const char* text;
    const std::uint32_t* begin;
    const std::uint32_t* end;  // to be read, too: it says where the text ends
  };

  /// Takes a copy of the next text and finds its tokens. What is wrong goes to `findings`; false
  /// when it is no JSON.
  bool take(std::string_view json, const Limits& limits, std::vector<Finding>& findings);
  /// The text without a byte order mark; empty when it is beyond the limit. Valid until the next
  /// one is taken.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Tokens tokens() const;
  /// Whether any text of the document may have been written with an escape.
  [[nodiscard]] bool has_escapes() const { return text_.find('\\') != std::string_view::npos; }
  /// Whether the tokens are all there is: nothing to be unescaped, no mark to be reported.
  [[nodiscard]] bool is_usual() const { return !marked_ && !has_escapes(); }

  /// Parses the tokens. What is wrong goes to `findings`; false when the text is no JSON after all.
  bool parse(const Limits& limits, std::vector<Finding>& findings);
  [[nodiscard]] simdjson::dom::element root() const { return root_; }
  /// What the root's member "format" says; empty when it says nothing.
  [[nodiscard]] std::string_view format() const;

 private:
  simdjson::error_code find_tokens(std::string_view json, const Limits& limits);
  bool report(simdjson::error_code error, std::string_view json, const Limits& limits,
              std::vector<Finding>& findings) const;

  std::string copy_;  // with the padding
  std::string_view text_;
  bool marked_ = false;  // with a byte order mark
  simdjson::dom::parser parser_;
  std::size_t allocated_depth_ = 0;
  simdjson::dom::document document_;
  simdjson::dom::element root_;
};

}  // namespace tokki
