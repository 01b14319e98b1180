#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/in_language.hpp"
#include "report/layout.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIndent = 2;

std::string shown(const RuleInfo& rule, std::string_view example) {
  const Json json = Json::parse(example, nullptr, false);
  const std::string text = json.is_discarded() || rule.whole_documents
                               ? std::string(example)
                               : json.dump(2, ' ', false, Json::error_handler_t::replace);
  const std::string margin(kIndent + 2, ' ');
  std::string out = margin;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c == U'\n') {
      out += "\n" + margin;
    } else if (c == 0xFFFD || (c < 0x20)) {  // examples of encodings are no UTF-8
      for (std::size_t i = begin; i < at; ++i) {
        out += fmt::format("<{:02X}>", static_cast<unsigned char>(text[i]));
      }
    } else {
      out.append(text, begin, at - begin);
    }
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
  std::string text =
      inked(rule.id, Ink::bold, style.colour) + "  " +
      inked(severity_name(severity, style.language), ink_of(severity), style.colour) + "\n";
  text += heading("なぜ", "Why") + paragraph(ja ? rule.why.ja : rule.why.en);

  Finding found;
  found.rule = &rule;
  if (!rule.fires.empty()) {
    const Examples examples = examples_of(rule);
    const Report report = check(examples.fires, {.editions = examples.edition});
    for (const Finding& finding : report.findings) {
      if (finding.rule == &rule) found = finding;
    }
  }
  const Words said = words(found, edition, style.language);
  if (const Clause* clause = edition.clause(said.clause)) {
    text += heading("根拠", "Clause");
    text += paragraph(ja ? fmt::format("{}「{}」", said.citation, clause->wording.ja.view())
                         : fmt::format("{}: \"{}\"", said.citation, clause->wording.en.view()));
  }
  std::string duties;
  for (const Duty* duty : edition.duties({.rule = rule.id})) {
    duties += paragraph(fmt::format("{} {}", duty->key.view(), in(duty->summary, style.language)));
  }
  if (!duties.empty()) text += heading("確かめる義務", "Duties it checks") + duties;
  text += heading("指摘", "It says") + paragraph(said.message);
  text += heading("直し方", "What to do") + paragraph(said.remedy);
  if (!rule.fires.empty()) {
    text += heading("指摘される例", "An example that fires") + shown(rule, rule.fires);
    text += heading("指摘されない例", "A near miss") + shown(rule, rule.near_miss);
  }
  if (!rule.under.empty()) {
    text += heading("例の前提となる版", "In an edition with") + shown(rule, rule.under);
  }
  return text;
}

}  // namespace tokki
