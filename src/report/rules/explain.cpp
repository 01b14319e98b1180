#include <fmt/format.h>

#include "report/in_language.hpp"
#include "report/layout.hpp"
#include "report/rules/rule_example.hpp"
#include "tokki/report.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr std::size_t kIndent = 2;

std::string shown(const RuleInfo& rule, std::string_view example) {
  const std::string margin(kIndent + 2, ' ');
  std::string out = margin;
  for (const char c : example_text(rule, example)) {
    out += c;
    if (c == '\n') out += margin;
  }
  return out + "\n";
}

}  // namespace

std::string explain(const RuleInfo& rule, const Edition& edition, const TextStyle& style) {
  const bool ja = style.language == Language::ja;
  const auto heading = [&](std::string_view japanese, std::string_view english) {
    return "\n" + inked(ja ? japanese : english, Ink::bold, style.colour) + "\n";
  };
  const auto paragraph = [&](std::string_view text) {
    return wrapped(text, style.width, kIndent, style.language);
  };
  const Severity severity = edition.severity(rule);
  std::string text = inked(rule.id, Ink::bold, style.colour) + "  " +
                     inked(severity_name(severity, style.language), ink_of(severity), style.colour);
  if (!edition.enabled(rule)) text += ja ? "（この版では用いません）" : "  (off in this edition)";
  text += '\n' + paragraph(in(rule.title, style.language));
  text += heading("なぜ", "Why") + paragraph(in(rule.why, style.language));

  const Words texts = words(example_finding(rule), edition, style.language);
  if (const Clause* clause = edition.clause(texts.clause)) {
    text += heading("根拠", "Clause");
    text += paragraph(ja ? fmt::format("{}「{}」", texts.citation, clause->wording.ja.view())
                         : fmt::format("{}: \"{}\"", texts.citation, clause->wording.en.view()));
  }
  std::string duties;
  for (const Duty* duty : edition.duties({.rule = rule.id})) {
    duties += paragraph(fmt::format("{} {}", duty->key.view(), in(duty->summary, style.language)));
  }
  if (!duties.empty()) text += heading("確認する義務", "Duties it checks") + duties;
  text += heading("指摘", "It says") + paragraph(texts.message);
  text += heading("直し方", "What to do") + paragraph(texts.remedy);
  if (rule.fires.empty()) return text;
  const Examples examples = short_examples_of(rule);
  text += heading("指摘される例", "An example that fires") + shown(rule, examples.fires);
  text += heading("指摘されない例", "A near miss") + shown(rule, examples.near_miss);
  if (!examples.edition_document.empty()) {
    text +=
        heading("例の前提となる版（--edition で与える）", "In this edition, given by --edition") +
        shown(rule, examples.edition_document);
  }
  return text;
}

}  // namespace tokki::inline v0
