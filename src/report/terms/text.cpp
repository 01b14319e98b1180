// The terms on a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "report/layout.hpp"
#include "report/terms/forms.hpp"
#include "report/terms/words.hpp"

namespace tokki::inline v0::internal {
namespace {

class TermsText {
 public:
  TermsText(const Edition& edition, const TextStyle& style)
      : edition_(edition), style_(style), language_(style.language) {}

  // Each clause on lines of its own under the title of its part, indented by its depth.
  std::string tree() {
    const EditionFile& file = edition_.file();
    std::string text = bold(std::string(in(file.title, language_))) + "\n" +
                       dim(edition_.reference() + "  " + std::string(in(file.issuer, language_))) +
                       "\n";
    std::string_view part;
    for (const ClauseNode& node : edition_.tree()) {
      const Clause& clause = *node.clause;
      if (clause.part != part) {
        part = clause.part;
        text += "\n" + bold(std::string(in(edition_.part(part)->title, language_))) + "\n";
      }
      std::string numbered(clause.number);
      if (!numbered.empty()) numbered += ' ';
      numbered += in(clause.wording, language_);
      const std::string lines = paragraph(numbered, kKeyColumn + 2 * node.depth);
      const std::string key(clause.key);
      const std::size_t gap = kKeyColumn > key.size() ? kKeyColumn - key.size() : 1;
      text += dim(key) + std::string(gap, ' ') + lines.substr(std::min(lines.size(), kKeyColumn));
    }
    return text;
  }

  std::string clause(const Clause& clause) {
    std::string text =
        bold(cite(edition_, clause.key, language_)) + "  " + dim(clause.key.str()) + "\n";
    const Language other = language_ == Language::ja ? Language::en : Language::ja;
    text += paragraph(std::string(in(clause.wording, language_)), 2);
    text += "\n" + wrapped(in(clause.wording, other), style_.width, 2, other);
    for (const Sic& sic : clause.sic) {
      item("原文のまま", "Sic",
           "「" + sic.text.str() + "」 " + std::string(in(sic.note, language_)), text);
    }
    item("順序の疑い", "Order", std::string(in(clause.order_doubt, language_)), text);
    for (const DefinedTerm& defined : clause.defines) {
      item("定義", "Defines",
           fmt::format(fmt::runtime(ja() ? "{}：{}" : "{}: {}"), defined.term.view(),
                       in(defined.meaning, language_)),
           text);
    }
    for (const CrossReference& reference : clause.refers) {
      std::string targets;
      for (const Str& key : reference.clauses) {
        if (!targets.empty()) targets += ja() ? "、" : ", ";
        targets += cite(edition_, key, language_);
      }
      item("参照", "Refers", fmt::format("「{}」-> {}", reference.text.view(), targets), text);
    }
    for (const CitedLaw& law : clause.laws) item("法令", "Law", cited_law(law, language_), text);
    for (const Duty* duty : duties_stated_by(edition_, clause)) text += "\n" + this->duty(*duty);
    std::string rules;
    for (const RuleInfo* rule : rules_under(edition_, clause)) {
      if (!rules.empty()) rules += ", ";
      rules += rule->id;
    }
    if (!rules.empty()) text += '\n';
    item("規則", "Rules", unbroken(rules), text);
    const auto children = edition_.children(clause.key);
    if (edition_.part(clause.key) == nullptr && !children.empty()) {
      std::string keys;
      for (const Clause* child : children) keys += (keys.empty() ? "" : ", ") + child->key.str();
      item("細目", "Beneath", keys, text);
    }
    return text;
  }

  std::string duty(const Duty& duty) {
    const std::string key(duty.key);
    std::string text = paragraph(key + "  " + duty_heading(edition_, duty, language_), 2);
    text.replace(2, key.size(), bold(key));
    text += paragraph(std::string(in(duty.summary, language_)), 4);
    for (const LabelledField& field : duty_fields(duty, language_)) {
      entry(field.label, field.is_ids ? unbroken(field.text) : field.text, 4, text);
    }
    return text;
  }

  std::string duties(std::span<const Duty* const> duties) {
    std::string text;
    std::string_view clause;
    for (const Duty* duty : duties) {
      if (duty->clause != clause) {
        clause = duty->clause;
        text += (text.empty() ? "" : "\n") + bold(cite(edition_, clause, language_)) + "\n";
      }
      text += this->duty(*duty);
    }
    return text + "\n" + fmt::format(fmt::runtime(ja() ? "{}件\n" : "{} found\n"), duties.size());
  }

  std::string found(std::span<const SearchHit> hits) {
    std::string text;
    const Clause* clause = nullptr;
    for (const SearchHit& hit : hits) {
      if (hit.clause != clause) {
        clause = hit.clause;
        text += (text.empty() ? "" : "\n") + bold(cite(edition_, clause->key, language_)) + "  " +
                dim(clause->key.str()) + "\n";
      }
      text += paragraph(std::string(hit.text), 2);
    }
    return text + (text.empty() ? "" : "\n") +
           fmt::format(fmt::runtime(ja() ? "{}件\n" : "{} found\n"), hits.size());
  }

 private:
  static constexpr std::size_t kKeyColumn = 22;
  static constexpr std::string_view kUnbrokenHyphen = "\u2011";

  [[nodiscard]] bool ja() const { return language_ == Language::ja; }
  [[nodiscard]] std::string bold(const std::string& text) const {
    return inked(text, Ink::bold, style_.colour);
  }
  [[nodiscard]] std::string dim(const std::string& text) const {
    return inked(text, Ink::dim, style_.colour);
  }
  [[nodiscard]] std::string paragraph(const std::string& text, std::size_t indent) const {
    return wrapped(text, style_.width, indent, language_);
  }
  // Ids are not broken at their hyphens, so that they can be copied.
  static std::string unbroken(std::string text) {
    for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at)) {
      text.replace(at, 1, kUnbrokenHyphen);
    }
    return text;
  }
  static std::string with_plain_hyphens(std::string text) {
    for (std::size_t at = text.find(kUnbrokenHyphen); at != std::string::npos;
         at = text.find(kUnbrokenHyphen, at)) {
      text.replace(at, kUnbrokenHyphen.size(), "-");
    }
    return text;
  }

  // An entry: a name, then its content, whose further lines are indented.
  void entry(std::string_view name, const std::string& content, std::size_t indent,
             std::string& text) const {
    if (content.empty()) return;
    const std::size_t column = indent + 20;
    const std::string lines = paragraph(content, column);
    text += std::string(indent, ' ') + dim(std::string(name)) +
            std::string(column - indent - std::min(column - indent, columns(name)), ' ') +
            with_plain_hyphens(lines.substr(std::min(lines.size(), column)));
  }
  void item(std::string_view japanese, std::string_view english, const std::string& content,
            std::string& text) const {
    entry(ja() ? japanese : english, content, 2, text);
  }

  const Edition& edition_;
  const TextStyle& style_;
  Language language_;
};

}  // namespace

std::string terms_tree_text(const Edition& edition, const TextStyle& style) {
  return TermsText(edition, style).tree();
}

std::string terms_clauses_text(const Edition& edition, std::span<const Clause* const> clauses,
                               const TextStyle& style) {
  std::string text;
  for (const Clause* clause : clauses) {
    text += (text.empty() ? "" : "\n") + TermsText(edition, style).clause(*clause);
  }
  return text;
}

std::string terms_found_text(const Edition& edition, std::span<const SearchHit> hits,
                             const TextStyle& style) {
  return TermsText(edition, style).found(hits);
}

std::string terms_duties_text(const Edition& edition, std::span<const Duty* const> duties,
                              const TextStyle& style) {
  return TermsText(edition, style).duties(duties);
}

}  // namespace tokki::inline v0::internal
