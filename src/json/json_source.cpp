#include "json/json_source.hpp"

#include <algorithm>
#include <memory>
#include <new>

#include "json/diagnose.hpp"
#include "rules/catalog/structural_rules.hpp"

namespace tokki {
namespace {

constexpr std::size_t kDeepest = 1024;  // the walk over extensions is recursive

}  // namespace

bool JsonSource::take(std::string_view json, const Limits& limits, std::vector<Finding>& findings) {
  marked_ = json.starts_with(kByteOrderMark);
  if (marked_) json.remove_prefix(kByteOrderMark.size());
  const auto error = find_tokens(json, limits);
  return !error || report(error, json, limits, findings);
}

bool JsonSource::parse(const Limits& limits, std::vector<Finding>& findings) {
  // Both stages are public, and the tokens of the first; what is documented is only their sum,
  // which copies texts once more. Tests hold simdjson to what is relied on.
  auto error = simdjson::SUCCESS;
  if (document_.capacity() < text_.size()) error = document_.allocate(parser_.capacity());
  if (!error) error = parser_.implementation->stage2(document_);
  if (error) return report(error, text_, limits, findings);
  root_ = document_.root();
  if (marked_) {
    Finding& finding = findings.emplace_back();
    finding.rule = &structural("byte-order-mark");
    finding.severity = finding.rule->severity;
  }
  return true;
}

bool JsonSource::report(simdjson::error_code error, std::string_view json, const Limits& limits,
                        std::vector<Finding>& findings) const {
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // says nothing of the document
  Limits applied = limits;
  applied.depth = std::min(limits.depth, kDeepest);
  findings.push_back(diagnose(json, error, applied));
  if (marked_) findings.back().at.position->offset += kByteOrderMark.size();
  return false;
}

simdjson::error_code JsonSource::find_tokens(std::string_view json, const Limits& limits) {
  text_ = {};
  if (json.size() > limits.document_bytes) return simdjson::CAPACITY;
  copy_.assign(json);
  copy_.append(std::max(Tokens::kPadding, std::size_t{simdjson::SIMDJSON_PADDING}), '\0');
  text_ = std::string_view(copy_).substr(0, json.size());
  const std::size_t depth = std::min(limits.depth, kDeepest);
  if (!parser_.implementation || depth != allocated_depth_ || parser_.capacity() < text_.size()) {
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
  return {std::to_address(text_.begin()), begin, begin + found.n_structural_indexes};
}

std::string_view JsonSource::format() const {
  simdjson::dom::object object;
  std::string_view format;
  if (root_.get(object) || object.at_key("format").get(format)) return {};
  return format;
}

}  // namespace tokki
