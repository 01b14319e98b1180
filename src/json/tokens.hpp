// tokens.hpp: a text that is to be read as JSON, and where its tokens begin.
//
// simdjson reads in two stages: it finds the tokens, then parses them. Records are read from the
// tokens; the second stage runs only when a text has something that readers do not check
// themselves: escapes, numbers, values that they skip.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "json/cursor.hpp"
#include "tokki/decode.hpp"

namespace tokki::inline v0::internal {

/// Why a text is not a JSON document within the limits.
enum class Refusal : std::uint8_t {
  none,
  document_size,
  depth,
  control_in_string,
  bad_escape,
  bad_number,
  other,
};

/// Owns a copy of the text; its storage is reused from one text to the next.
class Tokens {
 public:
  Tokens();
  Tokens(Tokens&&) noexcept;
  Tokens& operator=(Tokens&&) noexcept;
  ~Tokens();

  /// Takes the next text and finds its tokens. False when it is no JSON: see refusal(). When true,
  /// its UTF-8, its escapes and the ends of its strings are right.
  bool take(std::string_view json, const Limits& limits);
  /// Whether the text is one JSON value within the limits. Parses it when that is not yet known.
  bool validate();
  [[nodiscard]] Refusal refusal() const { return refusal_; }
  /// Whether it was necessary to parse the text.
  [[nodiscard]] bool were_parsed() const { return parsed_; }

  /// The text without a byte order mark; empty when it is beyond the limit. Valid until the next
  /// one is taken.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool has_mark() const { return marked_; }
  [[nodiscard]] bool has_escapes() const { return escapes_; }
  /// At the first token. Needs a text that take() found tokens in.
  [[nodiscard]] Cursor cursor() const;

 private:
  struct Parser;

  std::unique_ptr<Parser> parser_;
  std::string copy_;  // with the padding
  std::string_view text_;
  bool marked_ = false;  // with a byte order mark
  bool escapes_ = false;
  bool parsed_ = false;
  Refusal refusal_ = Refusal::none;
};

}  // namespace tokki::inline v0::internal
