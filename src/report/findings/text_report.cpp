#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "report/findings/formats.hpp"
#include "report/layout.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr std::size_t kIndent = 10;  // 2, then the severity's column of 8

// "  誤り    ３ ウ（2件目） 電子データの物理的保存先に係る情報等（届出書3ウ）"
std::string title(const Finding& finding, const Words& texts, const TextStyle& style) {
  const std::string lines =
      wrapped(visible(heading_of(texts, style.language)), style.width, kIndent, style.language);
  const std::string severity(severity_name(finding.severity, style.language));
  const std::string margin = "  " + inked(severity, ink_of(finding.severity), style.colour);
  // The one word that is wider than its column has a line to itself.
  if (columns(severity) + 2 >= kIndent) return margin + "\n" + lines;
  return margin + std::string(kIndent - 2 - columns(severity), ' ') + lines.substr(kIndent);
}

std::string source_line(const Report& report, const Finding& finding, const TextStyle& style) {
  std::string line(finding.rule->id);
  const std::string_view other = report.name_of(finding.at);
  if (!other.empty()) line += "  " + visible(other);
  if (finding.at.position) {
    line += fmt::format("  {}:{}", finding.at.position->line, finding.at.position->column);
  }
  const std::string margin(kIndent, ' ');
  if (const std::string pointer = visible(finding.at.pointer()); !pointer.empty()) {
    const bool fits = kIndent + columns(line) + 2 + columns(pointer) <= style.width;
    line += (fits ? "  " : "\n" + margin) + pointer;  // never cut: it is copied
  }
  return inked(margin + line, Ink::dim, style.colour) + "\n";
}

std::string quoted_clause(const Words& texts, const Edition& edition, const TextStyle& style) {
  const Clause* clause = edition.clause(texts.clause);
  if (clause == nullptr) return {};
  const bool ja = style.language == Language::ja;
  const std::string_view wording = ja ? clause->wording.ja : clause->wording.en;
  const std::string text = ja ? fmt::format("{}「{}」", texts.citation, wording)
                              : fmt::format("{}: \"{}\"", texts.citation, wording);
  return wrapped(text, style.width, kIndent, style.language);
}

// The whole of a record or list is no cell that somebody wrote.
bool is_json_container(std::string_view value) {
  return (value.starts_with('{') && value.ends_with('}')) ||
         (value.starts_with('[') && value.ends_with(']'));
}

// Line breaks within a cell, as a mark.
std::string on_one_line(std::string_view value) {
  std::string line;
  for (const char c : value) {
    if (c == '\n') {
      line += "⏎";
    } else if (c != '\r') {
      line += c;
    }
  }
  return line;
}

std::string written(const Finding& finding, const TextStyle& style) {
  constexpr std::size_t kLongest = 200;
  if (!finding.at.value || is_json_container(*finding.at.value)) return {};
  std::string value = *finding.at.value;
  if (value.size() > kLongest) {
    std::size_t cut = kLongest;
    while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80U) --cut;
    value = value.substr(0, cut) + "…";
  }
  const std::string shown = visible(
      on_one_line(value), kUnsafeOnTerminal | Traits::private_use | Traits::variation_selector);
  const bool ja = style.language == Language::ja;
  return wrapped(ja ? "記載：「" + shown + "」" : "written: \"" + shown + "\"", style.width,
                 kIndent, style.language);
}

std::string in_words(const Report& report, const Finding& finding, const TextStyle& style) {
  const Edition& edition = *report.edition;
  Words texts = words(finding, edition, style.language);
  if (style.show_values && !finding.party.empty()) {
    texts.place = place_name(finding.at, edition, style.language, finding.party);
  }
  std::string text = title(finding, texts, style);
  text += wrapped(visible(texts.message), style.width, kIndent, style.language);
  if (style.show_values) text += written(finding, style);
  std::string remedy = wrapped(visible(texts.remedy), style.width, kIndent + 3, style.language);
  remedy.replace(kIndent, 3, "-> ");
  text += remedy;
  if (style.quote) text += inked(quoted_clause(texts, edition, style), Ink::dim, style.colour);
  return text + source_line(report, finding, style);
}

}  // namespace

void Summary::add(const Report& report) {
  ++documents;
  if (!report.findings.empty()) ++documents_with_findings;
  waived += report.waived.size();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    ++findings[static_cast<std::size_t>(finding.severity)];
    RuleCount& count = rules[finding.rule->id];
    ++count.findings;
    const auto before = report.findings.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::ranges::none_of(report.findings.begin(), before,
                             [&](const Finding& other) { return other.rule == finding.rule; })) {
      ++count.documents;
    }
  }
}

std::vector<std::pair<std::string_view, RuleCount>> Summary::most_frequent() const {
  std::vector<std::pair<std::string_view, RuleCount>> sorted(rules.begin(), rules.end());
  std::ranges::stable_sort(sorted, std::greater(),
                           [](const auto& entry) { return entry.second.findings; });
  return sorted;
}

std::optional<Severity> Summary::gravest() const noexcept {
  for (std::size_t i = findings.size(); i-- > 0;) {
    if (findings[i] != 0) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

std::string to_text(const Report& report, const TextStyle& style) {
  if (report.findings.empty()) return {};
  std::string text = inked(visible(document_name(report.document)), Ink::bold, style.colour) + "\n";
  for (const Finding& finding : report.findings) text += in_words(report, finding, style);
  return text + "\n";
}

std::string to_text(const Summary& summary, const TextStyle& style) {
  const bool ja = style.language == Language::ja;
  std::string counts;
  for (std::size_t i = summary.findings.size(); i-- > 0;) {
    const auto severity = static_cast<Severity>(i);
    const std::uint64_t count = summary.findings[i];
    if (count == 0) continue;
    if (!counts.empty()) counts += ja ? "、" : ", ";
    const std::string item =
        ja ? fmt::format("{} {}件", severity_name(severity, style.language), count)
           : fmt::format("{} {}{}", count, severity_name(severity, style.language),
                         count == 1 || severity == Severity::undetermined ? "" : "s");
    counts += inked(item, ink_of(severity), style.colour);
  }
  if (counts.empty())
    counts = inked(ja ? "指摘はありません" : "no findings", Ink::green, style.colour);
  std::string text;
  if (summary.documents == 0) {
    text = ja ? "確認できた文書はありません" : "No document was checked";
  } else if (ja) {
    text = fmt::format("{}件の文書を確認しました（指摘あり {}件）\n{}", summary.documents,
                       summary.documents_with_findings, counts);
  } else {
    text = fmt::format("{} document{} checked, {} with findings\n{}", summary.documents,
                       summary.documents == 1 ? "" : "s", summary.documents_with_findings, counts);
  }
  if (summary.waived != 0) {
    text += ja ? fmt::format("\n免除により数えない指摘 {}件", summary.waived)
               : fmt::format("\n{} finding{} waived, not counted", summary.waived,
                             summary.waived == 1 ? "" : "s");
  }
  if (summary.unreadable_inputs != 0) {
    text += ja ? fmt::format("\n読めなかった入力 {}件", summary.unreadable_inputs)
               : fmt::format("\n{} input{} could not be read", summary.unreadable_inputs,
                             summary.unreadable_inputs == 1 ? "" : "s");
  }
  return text + "\n";
}

std::string statistics(const Summary& summary, const TextStyle& style) {
  const bool ja = style.language == Language::ja;
  std::string text;
  for (const auto& [rule, count] : summary.most_frequent()) {
    const std::string findings = fmt::format("{:>8}", count.findings);
    text += inked(findings, Ink::bold, style.colour) + "  ";
    text += ja ? fmt::format("{:<36}{}件の文書\n", rule, count.documents)
               : fmt::format("{:<36}in {} document{}\n", rule, count.documents,
                             count.documents == 1 ? "" : "s");
  }
  return text;
}

namespace {

class TextReport final : public ReportWriter {
 public:
  explicit TextReport(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string&) override {}
  void document(const Report& report, std::string& out) override {
    if (!options_.statistics) out += to_text(report, options_.style);
  }
  void unreadable(std::string_view, std::string_view, std::string&) override {}
  void end(const Summary& summary, int, std::string& out) override {
    if (options_.statistics && !summary.rules.empty()) {
      out += statistics(summary, options_.style) + "\n";
    }
    out += to_text(summary, options_.style);
  }

 private:
  ReportOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> internal::text_writer(ReportOptions options) {
  return std::make_unique<TextReport>(std::move(options));
}

}  // namespace tokki::inline v0
