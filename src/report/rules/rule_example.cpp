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

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (next_character(text, at) == 0xFFFD) return false;
  }
  return true;
}

// printf of every shell knows octal escapes.
std::string written_by_printf(std::string_view bytes) {
  std::string out = "printf '";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x20 && byte < 0x7F && c != '\\' && c != '%' && c != '\'';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("\\{:03o}", byte);
    }
  }
  return out + "' > form.json";
}

// Invisible characters in strings of JSON as escapes.
std::string without_unseen(std::string_view json) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(json, at);
    if (c == U'\n' || !has(traits_of(c), kUnseen)) {
      out.append(json, begin, at - begin);
    } else if (c > 0xFFFF) {
      const char32_t above = c - 0x10000;
      out +=
          fmt::format("\\u{:04X}\\u{:04X}", 0xD800U + (above >> 10U), 0xDC00U + (above & 0x3FFU));
    } else {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    }
  }
  return out;
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
  const bool as_bytes = example.starts_with("\xEF\xBB\xBF") || !is_utf8(example);
  if (as_bytes) return written_by_printf(example);
  return without_unseen(rule.whole_documents ? std::string(example) : indented(example));
}

}  // namespace tokki::inline v0::internal
