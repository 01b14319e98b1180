#include "report/rules/rule_example.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/rules/sample.hpp"
#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

constexpr Traits kUnseen = Traits::zero_width | Traits::bidi_control | Traits::control |
                           Traits::variation_selector | Traits::private_use;

// As JSON escapes it, so that the example stays what it is.
std::string escaped(char32_t c) {
  if (c < 0x10000) return fmt::format("\\u{:04X}", static_cast<unsigned>(c));
  const auto rest = static_cast<unsigned>(c) - 0x10000U;
  return fmt::format("\\u{:04X}\\u{:04X}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

}  // namespace

Finding example_finding(const RuleInfo& rule) {
  Finding found;
  found.rule = &rule;
  if (rule.fires.empty()) return found;
  const Examples examples = examples_of(rule);
  const Report report =
      check(examples.fires, {.editions = examples.edition, .as_of = kSampleDay, .limits = {}});
  for (const Finding& finding : report.findings) {
    if (finding.rule == &rule) found = finding;
  }
  return found;
}

std::string example_text(const RuleInfo& rule, std::string_view example) {
  using Json = nlohmann::ordered_json;
  const Json json = Json::parse(example, nullptr, false);
  const bool whole = json.is_discarded() || rule.whole_documents;
  const std::string text =
      whole ? std::string(example) : json.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c == U'\n') {
      out += '\n';
    } else if (c == 0xFFFD) {  // examples of encodings are no UTF-8
      for (std::size_t i = begin; i < at; ++i) {
        out += fmt::format("<{:02X}>", static_cast<unsigned char>(text[i]));
      }
    } else if (has(traits_of(c), kUnseen)) {
      out += whole ? fmt::format("<U+{:04X}>", static_cast<unsigned>(c)) : escaped(c);
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

}  // namespace tokki
