#include "tokki/rule_reference.hpp"

#include <fmt/format.h>

#include "report/in_language.hpp"
#include "report/markdown.hpp"
#include "report/rules/rule_example.hpp"
#include "report/terms/words.hpp"
#include "rules/catalog/subjects.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// The value of a setting, as text: 「なし」「無し」 for a list; of records, their first member.
std::string shown(const Str& text) {
  return text.empty() ? std::string() : fmt::format("「{}」", text.view());
}
std::string shown(const Date& date) { return shown(date.written); }
std::string shown(const Raw& raw) { return raw.json.str(); }
template <class T>
std::string shown(const List<T>& list);
template <Record T>
std::string shown(const T& record) {
  return shown(record.*field_at<0>(Description<T>::fields).member);
}
template <class T>
std::string shown(const List<T>& list) {
  std::string text;
  for (const T& item : list) text += shown(item);
  return text;
}

// The value in a record of a member named with dots: "lists.none".
template <Record T>
std::string value_at(const T& record, std::string_view name) {
  const std::size_t dot = name.find('.');
  const std::string_view key = name.substr(0, dot);
  std::string text;
  for_each_field<T>([&]<class M>(const Field<T, M>& field) {
    if (field.key != key) return;
    if constexpr (Record<M>) {
      text = dot == std::string_view::npos ? shown(record.*field.member)
                                           : value_at(record.*field.member, name.substr(dot + 1));
    } else {
      text = shown(record.*field.member);
    }
  });
  return text;
}

// The settings that a rule reads, by the members that hold them.
std::vector<std::string_view> settings_of(const RuleInfo& rule) {
  std::vector<std::string_view> settings;
  for (std::string_view rest = rule.reads; !rest.empty();) {
    const std::string_view setting = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), setting.size() + 1));
    if (setting == "validity") {
      for (const char* member : {"valid_from", "valid_until", "successor"}) {
        settings.emplace_back(member);
      }
    } else {
      settings.push_back(setting);
    }
  }
  return settings;
}

std::string block(std::string_view caption, std::string_view text) {
  return fmt::format("\n{}\n\n```json\n{}\n```\n", caption, text);
}

class Reference {
 public:
  explicit Reference(const Edition& edition) : edition_(edition) {}

  std::string page() {
    std::string text =
        "# 規則 / Rules\n\n"
        "tokkiの全ての規則です。指摘の重さと設定の値は、次の版によります。版の `rules` "
        "で、規則ごとに"
        "重さを変え、又は止めることができます。\n\n"
        "All rules of tokki. Severities and the values of settings are those of the edition below; "
        "an edition’s `rules` give a rule another severity or turn it off.\n\n";
    text += fmt::format("{} / {} · `{}`\n\n", inlined(edition_.file().title.ja),
                        inlined(edition_.file().title.en), edition_.reference());
    text +=
        "| 規則 / Rule | 内容 | What it is about | 重さ | Severity | 根拠 / Clause |\n"
        "|---|---|---|---|---|---|\n";
    std::string sections;
    for (const RuleInfo* rule : all_rules()) {
      const Finding found = example_finding(*rule);
      const Words ja = words(found, edition_, Language::ja);
      const Words en = words(found, edition_, Language::en);
      const Severity severity = edition_.severity(*rule);
      text += fmt::format("| [`{0}`](#{0}) | {1} | {2} | {3} | {4} | {5} |\n", rule->id,
                          rule->title.ja, rule->title.en, severity_name(severity, Language::ja),
                          severity_name(severity, Language::en),
                          rule->about.empty() ? "欄の条項 / that of the cell" : link(ja));
      sections += "\n" + section(*rule, ja, en);
    }
    text += subjects();
    text +=
        "\n## <a id=\"sample\"></a>見本 / The sample\n\n"
        "どの規則の指摘も受けない届出書です。下の例は、規則に関わらない欄を省いています。\n"
        "A declaration in which no rule finds anything. The examples below leave out what their "
        "rule does not\nneed.\n\n";
    text += fmt::format("```json\n{}\n```\n", sample_declaration());
    text +=
        "\n## <a id=\"sample-dossier\"></a>見本の案件 / The sample dossier\n\n"
        "乙と二段階の再委託先の案件です。\n"
        "A dossier of a contractor and two tiers of subcontractors.\n\n";
    text += fmt::format("```json\n{}\n```\n", sample_dossier());
    return text + sections;
  }

 private:
  // What rules and reports are about, and which clause of the edition speaks of it.
  std::string subjects() {
    std::string text =
        "\n## <a id=\"subjects\"></a>対象と条項 / Subjects and clauses\n\n"
        "規則は対象を指し、版がその条項を定めます（`subjects`"
        "）。条項に結び付けられていない対象の規則は用いません。\n"
        "Rules are about subjects, and an edition says which clause speaks of each (`subjects`). "
        "Rules on\nwhat it binds to no clause are off.\n\n"
        "| 対象 / Subject | 日本語 | English | 条項 / Clause |\n|---|---|---|---|\n";
    for (const SubjectInfo& subject : kSubjects) {
      const Clause* const clause = edition_.clause_about(subject.key);
      text +=
          fmt::format("| `{}` | {} | {} | {} |\n", subject.key, subject.name.ja, subject.name.en,
                      clause == nullptr ? std::string("—")
                                        : inlined(edition_.citation(clause->key, Language::ja)));
    }
    return text;
  }

  std::string section(const RuleInfo& rule, const Words& ja, const Words& en) {
    const Severity severity = edition_.severity(rule);
    std::string text =
        fmt::format("## <a id=\"{0}\"></a>`{0}`\n\n{1} / {2}\n\n{3} / {4}", rule.id, rule.title.ja,
                    rule.title.en, severity_name(severity, Language::ja),
                    severity_name(severity, Language::en));
    if (!ja.citation.empty()) {
      text += fmt::format(" · {} / {}", link(ja), inlined(en.citation));
    }
    text += "\n\n| 日本語 | English |\n|---|---|\n";
    const auto both = [&](std::string_view japanese, std::string_view english, std::string_view a,
                          std::string_view b) {
      text += row(fmt::format("{}：{}", japanese, a), fmt::format("{}: {}", english, b));
    };
    both("なぜ", "Why", rule.why.ja, rule.why.en);
    if (const Clause* clause = edition_.clause(ja.clause)) {
      // A rule on any cell rests on what that cell’s clause asks.
      const bool of_cell = rule.about.empty();
      both(of_cell ? "条項（例の欄のもの）" : "条項",
           of_cell ? "Clause (of the example’s cell)" : "Clause",
           fmt::format("「{}」", clause->wording.ja.view()),
           fmt::format("“{}”", clause->wording.en.view()));
    }
    for (const Duty* duty : edition_.duties({.rule = rule.id})) {
      both("確認する義務", "Duty it checks",
           fmt::format("{} {}", duty->key.view(), duty->summary.ja.view()),
           fmt::format("{} {}", duty->key.view(), duty->summary.en.view()));
    }
    both("指摘", "It says", ja.message, en.message);
    both("直し方", "What to do", ja.remedy, en.remedy);

    std::string settings;
    for (const std::string_view setting : settings_of(rule)) {
      const std::string value = value_at(edition_.file(), setting);
      settings +=
          fmt::format("- `{}`: {}\n", setting, value.empty() ? "（なし / none）" : inlined(value));
    }
    if (!settings.empty()) text += "\n設定 / Settings\n\n" + settings;
    if (rule.fires.empty()) return text;
    const Examples examples = short_examples_of(rule);
    text += block("指摘される例 / Fires", example_text(rule, examples.fires));
    text += block("指摘されない例 / Near miss", example_text(rule, examples.near_miss));
    if (!examples.edition_document.empty()) {
      text +=
          block("例の前提となる版（`--edition` で与える） / In this edition, given by `--edition`",
                example_text(rule, examples.edition_document));
    }
    return text;
  }

  static std::string link(const Words& texts) {
    return texts.citation.empty()
               ? std::string()
               : fmt::format("[{}](terms.md#{})", inlined(texts.citation), anchor(texts.clause));
  }

  const Edition& edition_;
};

}  // namespace

std::string rule_reference(const Edition& edition) { return Reference(edition).page(); }

}  // namespace tokki::inline v0
