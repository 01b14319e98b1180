// reading.hpp: one document of any described kind, read from JSON into a record that is reused.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoder.hpp"
#include "decode/diagnose.hpp"
#include "decode/scan.hpp"

namespace tokki {

template <DocumentRecord T>
class Reading {
 public:
  T record;
  bool decoded = false;
  std::vector<Finding> findings;
  std::vector<std::string> faulty;  // pointers at, above and below which nothing more is said
  Traits traits = Traits::plain;

  void read(std::string_view json, const Limits& limits) {
    decoded = false;
    traits = Traits::plain;
    findings.clear();
    faulty.clear();
    const std::size_t skipped = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    if (skipped != 0) add(structural("byte-order-mark"), {});
    const std::string_view text = json.substr(skipped);
    simdjson::dom::element root;
    if (const auto error = parse(text, limits, root)) {
      findings.assign(1, diagnose(text, error, limits));
      findings.front().at.position->offset += skipped;
    } else {
      read_root(root, text, limits);
    }
    if (findings.empty()) return;
    locate(json, findings);
    for (const Finding& finding : findings) {
      const std::string_view rule = finding.rule->id;
      if (rule == "wrong-type" || rule == "unknown-choice" || rule == "limit-exceeded") {
        faulty.push_back(finding.at.pointer);
      }
    }
  }

 private:
  static constexpr std::size_t kDeepest = 1024;  // the walk over extensions is recursive

  simdjson::error_code parse(std::string_view text, const Limits& limits,
                             simdjson::dom::element& root) {
    if (text.size() > limits.document_bytes) return simdjson::CAPACITY;
    const std::size_t depth = std::min(limits.depth, kDeepest);
    if (depth != allocated_depth_ || parser_.capacity() < text.size()) {
      // Grown by hand, since the parser's own growing would forget the depth.
      const std::size_t capacity = std::max(text.size(), std::size_t{4096});
      if (const auto error = parser_.allocate(capacity, depth)) return error;
      allocated_depth_ = depth;
    }
    return parser_.parse(text.data(), text.size()).get(root);
  }

  void read_root(simdjson::dom::element root, std::string_view text, const Limits& limits) {
    simdjson::dom::object object;
    Decoder decoder(limits, findings, scratch_);
    if (root.get(object)) return decoder.wrong_type("object", root);
    if (!format_is_right(object, decoder)) return;
    decoder.document(object, record);
    decoded = true;
    traits = decoder.traits();
    if (!scratch_.slices.empty()) cut(text);
  }

  bool format_is_right(const simdjson::dom::object& root, Decoder& decoder) {
    constexpr std::string_view expected = Description<T>::format;
    constexpr std::string_view family = expected.substr(0, expected.rfind('/') + 1);
    Path path;
    path.into(std::string_view("format"));
    simdjson::dom::element format;
    std::string_view found;
    const auto wanted = [&] { return Argument{"expected", Token{std::string(expected)}}; };
    if (root.at_key("format").get(format) || format.is_null()) {
      decoder.report(structural("format-missing"), path, {wanted()});
    } else if (format.get(found)) {
      decoder.report(structural("wrong-type"), path,
                     {{"expected", Term{"string"}}, {"found", Term{type_of(format)}}});
    } else if (found != expected) {
      const std::string_view problem = !found.starts_with(family)           ? "other-format"
                                       : found.substr(family.size()) == "0" ? "older-format"
                                                                            : "newer-format";
      decoder.report(structural("format-unknown"), path,
                     {wanted(), {"problem", Term{problem}}, {"found", Value{std::string(found)}}});
    } else {
      return true;
    }
    return false;
  }

  // Raw members keep the document's own bytes: a number or a space rewritten would be a change.
  // They are copied, since the text is the caller's.
  void cut(std::string_view text) {
    slices_.clear();
    for (const auto& slice : scratch_.slices) slices_.append().assign(root_member(text, slice.key));
    for (std::size_t i = 0; i < slices_.size(); ++i) {
      scratch_.slices[i].member->json = Str::borrow(slices_[i]);
    }
  }

  void add(const RuleInfo& rule, std::vector<Argument> arguments) {
    Finding& finding = findings.emplace_back();
    finding.rule = &rule;
    finding.severity = rule.severity;
    finding.arguments = std::move(arguments);
  }

  simdjson::dom::parser parser_;
  std::size_t allocated_depth_ = 0;
  List<std::string> slices_;  // what the record's Raw members borrow
  Decoder::Scratch scratch_;
};

}  // namespace tokki
