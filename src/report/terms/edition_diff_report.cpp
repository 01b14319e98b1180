#include "tokki/edition_diff_report.hpp"

#include <fmt/format.h>

#include "json/encoder.hpp"
#include "report/layout.hpp"
#include "report/terms/words.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

/// One line of the report, with the text before and after.
struct Line {
  Text what;  // 追加, "added"
  std::string where;
  std::string before, after;
};
struct Section {
  Text title;
  std::vector<Line> lines;
};

constexpr Text kAdded{"追加", "added"};
constexpr Text kRemoved{"削除", "removed"};
constexpr Text kChanged{"変更", "changed"};
constexpr Text kReworded{"文言変更", "reworded"};
constexpr Text kTranslated{"訳の変更", "retranslated"};
constexpr Text kRenumbered{"番号変更", "renumbered"};
constexpr Text kAnnotated{"注記の変更", "annotated"};

template <class T>
Text what_of(const Change<T>& change) {
  return change.added() ? kAdded : change.removed() ? kRemoved : kChanged;
}

// 特記事項3(4)（A3.4）, cited as each edition does.
std::string cited(const EditionDiff& diff, const Change<Clause>& change, Language language) {
  const Edition& of = change.removed() ? *diff.before : *diff.after;
  return fmt::format("{} [{}]", cite(of, change.key, language), change.key);
}

std::vector<Line> clause_lines(const EditionDiff& diff, Language language) {
  std::vector<Line> lines;
  for (const Change<Clause>& change : diff.clauses) {
    const std::string where = cited(diff, change, language);
    if (change.before == nullptr) {
      lines.push_back({kAdded, where, "", std::string(in(change.after->wording, language))});
      continue;
    }
    if (change.after == nullptr) {
      lines.push_back({kRemoved, where, std::string(in(change.before->wording, language)), ""});
      continue;
    }
    if (!(change.before->wording.ja == change.after->wording.ja)) {
      lines.push_back({kReworded, where, std::string(in(change.before->wording, language)),
                       std::string(in(change.after->wording, language))});
    } else if (change.changed("wording")) {
      lines.push_back(
          {kTranslated, where, change.before->wording.en.str(), change.after->wording.en.str()});
    }
    const std::string before = cite(*diff.before, change.key, language);
    const std::string after = cite(*diff.after, change.key, language);
    if (before != after) {
      lines.push_back(
          {kRenumbered, fmt::format("{} -> {} [{}]", before, after, change.key), "", ""});
    }
    for (const std::string_view member : {"sic", "defines", "refers", "laws"}) {
      if (change.changed(member)) {
        lines.push_back({kAnnotated, where + " " + std::string(member), "", ""});
      }
    }
  }
  return lines;
}

std::string summary_of(const Parameter& parameter) {
  return fmt::format("{} ({})", parameter.value.value_or(0), parameter.text.view());
}
std::string summary_of(const Duty& duty, Language language) {
  return std::string(in(duty.summary, language));
}
std::string summary_of(const Cell& cell, Language language) {
  return fmt::format("{} {}", in(cell.place, language), in(cell.label, language));
}
std::string summary_of(const Part& part, Language language) {
  return std::string(in(part.title, language));
}

template <class T>
std::vector<Line> lines_of(const std::vector<Change<T>>& changes, auto&& summarise) {
  std::vector<Line> lines;
  for (const Change<T>& change : changes) {
    std::string where(change.key);
    std::string members;
    for (const std::string_view member : change.members) {
      members += (members.empty() ? "" : ", ") + std::string(member);
    }
    if (!members.empty()) where += " (" + members + ")";
    lines.push_back({what_of(change), where, change.before ? summarise(*change.before) : "",
                     change.after ? summarise(*change.after) : ""});
    if (lines.back().before == lines.back().after) {
      lines.back().before.clear();
      lines.back().after.clear();
    }
  }
  return lines;
}

std::string state_of(bool enabled, Severity severity, Language language) {
  if (!enabled) return language == Language::ja ? "無効" : "off";
  return std::string(severity_name(severity, language));
}

std::vector<Line> rule_lines(const EditionDiff& diff, Language language) {
  std::vector<Line> lines;
  for (const RuleChange& change : diff.rules) {
    std::string where(change.rule->id);
    std::string because;
    for (const std::string& each : change.reasons) because += (because.empty() ? "" : ", ") + each;
    if (!because.empty()) where += " (" + because + ")";
    const std::string before = state_of(change.enabled_before, change.severity_before, language);
    const std::string after = state_of(change.enabled_after, change.severity_after, language);
    const bool same = before == after;
    lines.push_back({kChanged, where, same ? "" : before, same ? "" : after});
  }
  return lines;
}

std::vector<Section> sections_of(const EditionDiff& diff, Language language) {
  const auto summarise = [language](const auto& entry) { return summary_of(entry, language); };
  std::vector<Section> sections{
      {{"部", "Parts"}, lines_of(diff.parts, summarise)},
      {{"条項", "Clauses"}, clause_lines(diff, language)},
      {{"値", "Parameters"},
       lines_of(diff.parameters, [](const Parameter& p) { return summary_of(p); })},
      {{"義務", "Duties"}, lines_of(diff.duties, summarise)},
      {{"様式の欄", "Cells of the form"}, lines_of(diff.cells, summarise)},
      {{"既知のサービス", "Known services"},
       lines_of(diff.services, [](const KnownService&) { return std::string(); })},
      {{"設定", "Settings"}, {}},
      {{"変わる規則", "Rules that behave differently"}, rule_lines(diff, language)},
  };
  for (const std::string& setting : diff.settings) {
    sections[sections.size() - 2].lines.push_back({kChanged, setting, "", ""});
  }
  std::erase_if(sections, [](const Section& section) { return section.lines.empty(); });
  return sections;
}

void write_texts(std::string_view key, const auto& texts, JsonWriter& json) {
  json.key(key).array(texts, [&](std::string_view text) { json.value(text); });
}

template <class T>
void write_changes(std::string_view key, const std::vector<Change<T>>& changes, JsonWriter& json) {
  json.key(key).array(changes, [&](const Change<T>& change) {
    json.object([&] {
      json.member("key", change.key);
      json.member("change", what_of(change).en);
      if (!change.members.empty()) write_texts("members", change.members, json);
      if (change.before != nullptr) Encoder(json.key("before")).object(*change.before);
      if (change.after != nullptr) Encoder(json.key("after")).object(*change.after);
    });
  });
}

}  // namespace

std::string to_text(const EditionDiff& diff, const TextStyle& style) {
  const bool ja = style.language == Language::ja;
  std::string text =
      inked(diff.before->reference() + " -> " + diff.after->reference(), Ink::bold, style.colour) +
      "\n";
  if (diff.empty()) return text + (ja ? "違いはありません\n" : "no difference\n");
  const auto shown = [&](const std::string& content, std::string_view mark, Ink ink) {
    if (content.empty()) return std::string();
    constexpr std::size_t kIndent = 6;
    std::string lines = wrapped(content, style.width, kIndent, style.language);
    lines.replace(kIndent - 2, 1, mark);
    return inked(lines, ink, style.colour);
  };
  for (const Section& section : sections_of(diff, style.language)) {
    text += "\n" + inked(in(section.title, style.language), Ink::bold, style.colour) + "\n";
    for (const Line& line : section.lines) {
      text += wrapped(std::string(in(line.what, style.language)) + "  " + line.where, style.width,
                      2, style.language);
      text += shown(line.before, "-", Ink::red) + shown(line.after, "+", Ink::green);
    }
  }
  return text;
}

std::string to_markdown(const EditionDiff& diff) {
  std::string text = fmt::format("# {} → {}\n", diff.before->reference(), diff.after->reference());
  for (const Language language : {Language::ja, Language::en}) {
    for (const Section& section : sections_of(diff, language)) {
      text += fmt::format("\n## {}\n\n", in(section.title, language));
      for (const Line& line : section.lines) {
        text += fmt::format("- {}: `{}`\n", in(line.what, language), line.where);
        if (!line.before.empty()) text += "  - before: " + line.before + "\n";
        if (!line.after.empty()) text += "  - after: " + line.after + "\n";
      }
    }
  }
  return text;
}

std::string to_json(const EditionDiff& diff) {
  std::string out;
  JsonWriter json(out);
  json.object([&] {
    json.member("format", "tokki.terms-diff/1");
    json.member("before", diff.before->reference());
    json.member("after", diff.after->reference());
    write_changes("parts", diff.parts, json);
    write_changes("clauses", diff.clauses, json);
    write_changes("parameters", diff.parameters, json);
    write_changes("duties", diff.duties, json);
    write_changes("cells", diff.cells, json);
    write_changes("services", diff.services, json);
    write_texts("settings", diff.settings, json);
    json.key("rules").array(diff.rules, [&](const RuleChange& change) {
      json.object([&] {
        json.member("rule", change.rule->id);
        json.member("before",
                    state_of(change.enabled_before, change.severity_before, Language::en));
        json.member("after", state_of(change.enabled_after, change.severity_after, Language::en));
        write_texts("because", change.reasons, json);
      });
    });
  });
  return indented(out) + "\n";
}

}  // namespace tokki::inline v0
