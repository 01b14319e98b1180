#include "report/rules/rule_example.hpp"

#include <fmt/format.h>

#include "json/writer.hpp"
#include "report/rules/sample.hpp"
#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

constexpr Traits kUnseen = Traits::zero_width | Traits::bidi_control | Traits::control |
                           Traits::variation_selector | Traits::private_use;

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
  const std::string text = rule.whole_documents ? std::string(example) : indented(example);
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
      out += fmt::format("<U+{:04X}>", static_cast<unsigned>(c));
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

}  // namespace tokki::inline v0::internal
