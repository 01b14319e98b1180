#include "decode/json_source.hpp"

#include <algorithm>
#include <new>

#include "decode/diagnose.hpp"
#include "decode/structural_rules.hpp"

namespace tokki {
namespace {

constexpr std::size_t kDeepest = 1024;  // the walk over extensions is recursive

}  // namespace

bool JsonSource::take(std::string_view json, const Limits& limits, std::vector<Finding>& findings) {
  marked_ = json.starts_with(kByteOrderMark);
  text_ = json.substr(marked_ ? kByteOrderMark.size() : 0);
  const auto error = find_tokens(limits);
  return !error || report(error, limits, findings);
}

bool JsonSource::parse(const Limits& limits, std::vector<Finding>& findings) {
  // Both stages are public; what is documented is only their sum, which copies texts once more.
  auto error = simdjson::SUCCESS;
  if (document_.capacity() < text_.size()) error = document_.allocate(parser_.capacity());
  if (!error) error = parser_.implementation->stage2(document_);
  if (error) return report(error, limits, findings);
  root_ = document_.root();
  if (marked_) {
    Finding& finding = findings.emplace_back();
    finding.rule = &structural("byte-order-mark");
    finding.severity = finding.rule->severity;
  }
  return true;
}

bool JsonSource::report(simdjson::error_code error, const Limits& limits,
                        std::vector<Finding>& findings) {
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // says nothing of the document
  findings.push_back(diagnose(text_, error, limits));
  if (marked_) findings.back().at.position->offset += kByteOrderMark.size();
  return false;
}

simdjson::error_code JsonSource::find_tokens(const Limits& limits) {
  if (text_.size() > limits.document_bytes) return simdjson::CAPACITY;
  copy_.assign(text_);
  copy_.append(std::max(Tokens::kPadding, std::size_t{simdjson::SIMDJSON_PADDING}), '\0');
  text_ = std::string_view(copy_).substr(0, text_.size());
  const std::size_t depth = std::min(limits.depth, kDeepest);
  if (depth != allocated_depth_ || parser_.capacity() < text_.size()) {
    // Grown by hand, since the parser's own growing would forget the depth.
    const std::size_t capacity = std::max(text_.size(), std::size_t{4096});
    if (const auto error = parser_.allocate(capacity, depth)) return error;
    allocated_depth_ = depth;
  }
  return parser_.implementation->stage1(reinterpret_cast<const std::uint8_t*>(text_.data()),
                                        text_.size(), simdjson::stage1_mode::regular);
}

JsonSource::Tokens JsonSource::tokens() const {
  const auto& found = *parser_.implementation;
  const std::uint32_t* const begin = found.structural_indexes.get();
  return {text_.data(), begin, begin + found.n_structural_indexes};
}

std::string_view JsonSource::format() const {
  simdjson::dom::object object;
  std::string_view format;
  if (root_.get(object) || object.at_key("format").get(format)) return {};
  return format;
}

}  // namespace tokki
