#include "json/tokens.hpp"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <new>

namespace tokki::inline v0::internal {
namespace {

Refusal refusal_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::SUCCESS: return Refusal::none;
    case simdjson::MEMALLOC: throw std::bad_alloc();  // not a fault of the document
    case simdjson::CAPACITY: return Refusal::document_size;
    case simdjson::DEPTH_ERROR: return Refusal::depth;
    case simdjson::UNESCAPED_CHARS: return Refusal::control_in_string;
    case simdjson::STRING_ERROR: return Refusal::bad_escape;
    case simdjson::NUMBER_ERROR: return Refusal::bad_number;
    default: return Refusal::other;
  }
}

}  // namespace

// Both stages of simdjson and the tokens are public members, but only running both is documented,
// which copies texts once more. Tests check the behaviour that is relied on.
struct Tokens::Parser {
  simdjson::dom::parser parser;
  simdjson::dom::document document;
  std::size_t allocated_depth = 0;

  simdjson::error_code find_tokens(std::string_view text, std::size_t depth) {
    if (!parser.implementation || depth != allocated_depth || parser.capacity() < text.size()) {
      // Allocates explicitly: when the parser grows by itself it resets the depth.
      const std::size_t capacity = std::max(text.size(), std::size_t{4096});
      if (const auto error = parser.allocate(capacity, depth)) return error;
      allocated_depth = depth;
    }
    return parser.implementation->stage1(reinterpret_cast<const std::uint8_t*>(text.data()),
                                         text.size(), simdjson::stage1_mode::regular);
  }

  simdjson::error_code parse(std::string_view text) {
    if (document.capacity() < text.size()) {
      if (const auto error = document.allocate(parser.capacity())) return error;
    }
    return parser.implementation->stage2(document);
  }
};

Tokens::Tokens() : parser_(std::make_unique<Parser>()) {}
Tokens::Tokens(Tokens&&) noexcept = default;
Tokens& Tokens::operator=(Tokens&&) noexcept = default;
Tokens::~Tokens() = default;

bool Tokens::take(std::string_view json, const Limits& limits) {
  text_ = {};
  parsed_ = false;
  escapes_ = false;
  marked_ = json.starts_with(kByteOrderMark);
  if (marked_) json.remove_prefix(kByteOrderMark.size());
  if (json.size() > limits.document_bytes) {
    refusal_ = Refusal::document_size;
    return false;
  }
  copy_.assign(json);
  copy_.append(std::max(Cursor::kPadding, std::size_t{simdjson::SIMDJSON_PADDING}), '\0');
  text_ = std::string_view(copy_).substr(0, json.size());
  refusal_ = refusal_of(parser_->find_tokens(text_, limits.applied_depth()));
  if (refusal_ != Refusal::none) return false;
  escapes_ = text_.find('\\') != std::string_view::npos;
  return !escapes_ || validate();
}

bool Tokens::validate() {
  if (!parsed_ && refusal_ == Refusal::none) {
    refusal_ = refusal_of(parser_->parse(text_));
    parsed_ = true;
  }
  return refusal_ == Refusal::none;
}

Cursor Tokens::cursor() const {
  const auto& found = *parser_->parser.implementation;
  const std::uint32_t* const begin = found.structural_indexes.get();
  return {std::to_address(text_.begin()), begin, begin + found.n_structural_indexes};
}

}  // namespace tokki::inline v0::internal
