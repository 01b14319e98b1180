// The terms as Markdown, Japanese and English side by side.
#include <fmt/format.h>

#include "report/markdown.hpp"
#include "report/terms/forms.hpp"
#include "report/terms/words.hpp"

namespace tokki::inline v0::internal {
namespace {

class TermsMarkdown {
 public:
  explicit TermsMarkdown(const Edition& edition) : edition_(edition) {}

  std::string page() {
    const EditionFile& file = edition_.file();
    std::string text = fmt::format("# {} / {}\n\n{} / {} · `{}`\n\n", inlined(file.title.ja),
                                   inlined(file.title.en), inlined(file.issuer.ja),
                                   inlined(file.issuer.en), edition_.reference());
    text +=
        "拘束力があるのは日本語の文言です。英語は参考訳です。\n"
        "The Japanese wording binds; the English is there to help.\n";
    if (!file.parameters.empty()) {
      text += "\n| 値 | Parameter | |\n|---|---|---|\n";
      for (const Parameter& parameter : file.parameters) {
        text += fmt::format("| {} | {} | {} = {} ({}) |\n", inlined(parameter.label.ja),
                            inlined(parameter.label.en), parameter.key.view(),
                            parameter.value.value_or(0), link(parameter.clause, Language::ja));
      }
    }
    std::string_view part;
    for (const ClauseNode& node : edition_.tree()) {
      if (node.clause->part != part) {
        part = node.clause->part;
        const Wording& title = edition_.part(part)->title;
        text += fmt::format("\n## <a id=\"part-{}\"></a>{} / {}\n", part, inlined(title.ja),
                            inlined(title.en));
      }
      text += "\n" + clause(*node.clause, "###");
    }
    return text;
  }

  std::string clause(const Clause& clause, std::string_view heading) {
    std::string text = fmt::format("{} <a id=\"{}\"></a>{} / {}\n\n", heading, anchor(clause.key),
                                   inlined(cite(edition_, clause.key, Language::ja)),
                                   inlined(cite(edition_, clause.key, Language::en)));
    text += fmt::format("`{}`\n\n| 日本語 | English |\n|---|---|\n", clause.key.view());
    text += row(clause.wording.ja, clause.wording.en);
    std::string notes;
    for (const Sic& sic : clause.sic) {
      notes += note("原文のまま / sic", fmt::format("「{}」 {} / {}", sic.text.view(),
                                                    sic.note.ja.view(), sic.note.en.view()));
    }
    if (!is_empty(clause.order_doubt)) {
      notes += note("順序の疑い / order", both(clause.order_doubt));
    }
    for (const DefinedTerm& defined : clause.defines) {
      notes +=
          note("定義 / defines", fmt::format("{}：{}", defined.term.view(), both(defined.meaning)));
    }
    for (const CrossReference& reference : clause.refers) {
      std::string targets;
      for (const Str& key : reference.clauses) {
        targets += (targets.empty() ? "" : ", ") + link(key, Language::ja);
      }
      notes += fmt::format("- 参照 / refers: 「{}」 → {}\n", inlined(reference.text), targets);
    }
    for (const CitedLaw& law : clause.laws) {
      notes +=
          note("法令 / law", cited_law(law, Language::ja) + " / " + cited_law(law, Language::en));
    }
    std::string rules;
    for (const RuleInfo* rule : rules_under(edition_, clause)) {
      rules += fmt::format("{}`{}`", rules.empty() ? "" : ", ", rule->id);
    }
    if (!rules.empty()) notes += "- 規則 / rules: " + rules + "\n";
    if (!notes.empty()) text += "\n" + notes;
    for (const Duty* duty : duties_stated_by(edition_, clause)) {
      // A duty that several clauses state is written out once, under the first.
      if (duty->clause == clause.key) {
        text += "\n" + this->duty(*duty);
      } else {
        text += fmt::format("\n**{}**: {}\n", duty->key.view(), link(duty->clause, Language::ja));
      }
    }
    return text;
  }

  std::string duty(const Duty& duty) {
    std::string text = fmt::format("**{}** {} / {}\n\n| | |\n|---|---|\n", duty.key.view(),
                                   inlined(duty_heading(edition_, duty, Language::ja)),
                                   inlined(duty_heading(edition_, duty, Language::en)));
    text += row(duty.summary.ja, duty.summary.en);
    const auto japanese = duty_fields(duty, Language::ja);
    const auto english = duty_fields(duty, Language::en);
    for (std::size_t i = 0; i < japanese.size(); ++i) {
      text += row(fmt::format("{}：{}", japanese[i].label, japanese[i].text),
                  fmt::format("{}: {}", english[i].label, english[i].text));
    }
    return text;
  }

  std::string link(std::string_view key, Language language) {
    const bool part = edition_.part(key) != nullptr;
    return fmt::format("[{}](#{}{})", inlined(cite(edition_, key, language)), part ? "part-" : "",
                       anchor(key));
  }

 private:
  static std::string both(const Wording& words) { return words.ja.str() + " / " + words.en.str(); }
  static std::string note(std::string_view name, const std::string& content) {
    return fmt::format("- {}: {}\n", name, inlined(content));
  }

  const Edition& edition_;
};

}  // namespace

std::string terms_page(const Edition& edition) { return TermsMarkdown(edition).page(); }

std::string terms_clauses_markdown(const Edition& edition, Clauses clauses) {
  std::string text;
  for (const Clause* clause : clauses) {
    text += (text.empty() ? "" : "\n") + TermsMarkdown(edition).clause(*clause, "##");
  }
  return text;
}

std::string terms_found_markdown(const Edition& edition, Hits hits) {
  std::string text;
  for (const SearchHit& hit : hits) {
    text += fmt::format("- {} `{}`: {}\n", inlined(cite(edition, hit.clause->key, Language::ja)),
                        hit.clause->key.view(), inlined(hit.text));
  }
  return text;
}

std::string terms_duties_markdown(const Edition& edition, Duties duties) {
  std::string text;
  std::string_view clause;
  for (const Duty* duty : duties) {
    if (duty->clause != clause) {
      clause = duty->clause;
      text += fmt::format("{}## {} / {}\n", text.empty() ? "" : "\n",
                          inlined(cite(edition, clause, Language::ja)),
                          inlined(cite(edition, clause, Language::en)));
    }
    text += "\n" + TermsMarkdown(edition).duty(*duty);
  }
  return text;
}

}  // namespace tokki::inline v0::internal
