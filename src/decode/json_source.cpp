#include "decode/json_source.hpp"

#include <algorithm>
#include <new>

#include "decode/diagnose.hpp"
#include "decode/structural_rules.hpp"

namespace tokki {
namespace {

constexpr std::size_t kDeepest = 1024;  // the walk over extensions is recursive

}  // namespace

bool JsonSource::parse(std::string_view json, const Limits& limits,
                       std::vector<Finding>& findings) {
  const std::size_t skipped = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  text_ = json.substr(skipped);
  if (text_.empty()) text_ = "";  // simdjson takes no null pointer, even for nothing
  if (const auto error = parse_text(limits)) {
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // says nothing of the document
    findings.push_back(diagnose(text_, error, limits));
    findings.back().at.position->offset += skipped;
    return false;
  }
  if (skipped != 0) {
    Finding& finding = findings.emplace_back();
    finding.rule = &structural("byte-order-mark");
    finding.severity = finding.rule->severity;
  }
  return true;
}

simdjson::error_code JsonSource::parse_text(const Limits& limits) {
  if (text_.size() > limits.document_bytes) return simdjson::CAPACITY;
  const std::size_t depth = std::min(limits.depth, kDeepest);
  if (depth != allocated_depth_ || parser_.capacity() < text_.size()) {
    // Grown by hand, since the parser's own growing would forget the depth.
    const std::size_t capacity = std::max(text_.size(), std::size_t{4096});
    if (const auto error = parser_.allocate(capacity, depth)) return error;
    allocated_depth_ = depth;
  }
  return parser_.parse(text_.data(), text_.size()).get(root_);
}

std::string_view JsonSource::format() const {
  simdjson::dom::object object;
  std::string_view format;
  if (root_.get(object) || object.at_key("format").get(format)) return {};
  return format;
}

}  // namespace tokki
