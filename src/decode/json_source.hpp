// json_source.hpp: a text, parsed as JSON; storage is reused from one text to the next.
#pragma once

#include <simdjson.h>

#include <string_view>
#include <vector>

#include "tokki/decode.hpp"

namespace tokki {

class JsonSource {
 public:
  /// Parses `json`, which must outlive the use of root(). What is wrong goes to `findings`; false
  /// when it is no JSON.
  bool parse(std::string_view json, const Limits& limits, std::vector<Finding>& findings);

  [[nodiscard]] simdjson::dom::element root() const { return root_; }
  /// The text without a byte order mark.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Whether any text of the document may have been written with an escape.
  [[nodiscard]] bool has_escapes() const { return text_.find('\\') != std::string_view::npos; }
  /// What the root's member "format" says; empty when it says nothing.
  [[nodiscard]] std::string_view format() const;

 private:
  simdjson::error_code parse_text(const Limits& limits);

  simdjson::dom::parser parser_;
  std::size_t allocated_depth_ = 0;
  simdjson::dom::element root_;
  std::string_view text_;
};

}  // namespace tokki
