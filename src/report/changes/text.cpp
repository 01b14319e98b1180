// Changes on a terminal.
#include <fmt/format.h>

#include "report/changes/view.hpp"
#include "report/in_language.hpp"
#include "report/layout.hpp"
#include "report/terms/words.hpp"

namespace tokki::inline v0::internal {
namespace {

Ink ink_of_kind(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return Ink::green;
    case ChangeKind::removed: return Ink::red;
    case ChangeKind::changed: return Ink::yellow;
    case ChangeKind::rewritten: return Ink::dim;
  }
  return Ink::plain;
}

class ChangesText {
 public:
  explicit ChangesText(const ChangesView& view) : view_(view), style_(view.options().style) {}

  std::string text() {
    out_ += inked(paragraph(view_.heading(), 0), Ink::bold, style_.colour);
    for (const ComparedForms& each : view_.compared()) compared(each);
    if (view_.compared().empty()) {
      out_ +=
          paragraph(view_.localized("届出書の記録がありません", "No declaration is on record"), 0);
    }
    owed();
    if (view_.withholds()) {
      out_ += "\n" + inked(paragraph(view_.localized(
                                         "欄の記載は --show-values で示します（個人情報にご注意く"
                                         "ださい）",
                                         "What is written in the cells is shown with --show-values "
                                         "(personal data)"),
                                     0),
                           Ink::dim, style_.colour);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kIndent = 2;
  static constexpr std::size_t kColumn = 12;  // behind the kind of a change

  [[nodiscard]] std::string paragraph(const std::string& text, std::size_t indent) const {
    return wrapped(visible(text), style_.width, indent, style_.language);
  }

  void compared(const ComparedForms& each) {
    out_ += "\n" + inked(paragraph(each.title, 0), Ink::bold, style_.colour);
    for (const std::string& remark : each.remarks) {
      out_ += inked(paragraph(remark, kIndent), Ink::yellow, style_.colour);
    }
    std::size_t changed = 0;
    for (const FormChange& change : each.changes) changed += change.changes_meaning() ? 1 : 0;
    const std::size_t rewritten = each.changes.size() - changed;
    if (changed == 0) out_ += paragraph(view_.localized("変更はありません", "No change"), kIndent);
    group(each, true, changed, view_.localized("変更", "Changes"));
    group(each, false, rewritten,
          view_.localized("表記だけの違い。意味は同じで、変更ではありません",
                          "Written differently, with the same meaning: no change"));
  }

  void group(const ComparedForms& each, bool meaning, std::size_t count, const std::string& title) {
    if (count == 0) return;
    out_ += "\n" + inked(paragraph(style_.language == Language::ja
                                       ? fmt::format("{}（{}件）", title, count)
                                       : fmt::format("{} ({})", title, count),
                                   0),
                         Ink::bold, style_.colour);
    for (const FormChange& change : each.changes) {
      if (change.changes_meaning() == meaning) this->change(change);
    }
  }

  void change(const FormChange& change) {
    const std::string citation = view_.citation(change, style_.language);
    const std::string lines =
        paragraph(view_.where(change, style_.language) + view_.localized("　", "  ") +
                      view_.label(change, style_.language) +
                      (citation.empty()
                           ? ""
                           : view_.localized("（", " (") + citation + view_.localized("）", ")")),
                  kColumn);
    const std::string kind = view_.kind(change);
    const std::size_t width = kIndent + columns(kind);
    out_ += std::string(kIndent, ' ') + inked(kind, ink_of_kind(change.kind), style_.colour) +
            lines.substr(std::min(lines.size(), width));
    text_line(view_.before(change), "-", Ink::red);
    text_line(view_.after(change), "+", Ink::green);
    std::string remarks;
    for (const std::string& remark : view_.remarks(change)) {
      remarks += (remarks.empty() ? "" : view_.localized("。", "; ")) + remark;
    }
    if (const std::string record = view_.record(change); !record.empty()) {
      remarks += (remarks.empty() ? "" : view_.localized("。", "; ")) +
                 view_.localized("記録：", "record: ") + record;
    }
    if (!remarks.empty()) out_ += inked(paragraph(remarks, kColumn), Ink::dim, style_.colour);
  }

  void text_line(const std::string& text, std::string_view mark, Ink ink) {
    if (text.empty()) return;
    std::string lines = paragraph(text, kColumn + 2);
    lines.replace(kColumn, 1, mark);
    out_ += inked(lines, ink, style_.colour);
  }

  void owed() {
    const std::vector<const Duty*> duties = view_.owed();
    if (duties.empty()) return;
    out_ += "\n" +
            inked(paragraph(view_.localized("変更により要するもの", "What the changes set off"), 0),
                  Ink::bold, style_.colour);
    for (const Duty* const duty : duties) {
      out_ += paragraph(cite(view_.edition(), duty->clause, style_.language) +
                            view_.localized("：", ": ") +
                            std::string(in(duty->summary, style_.language)),
                        kIndent);
    }
    if (const std::string done = view_.done_by(); !done.empty()) out_ += paragraph(done, kIndent);
  }

  const ChangesView& view_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

std::string changes_text(const ChangesView& view) { return ChangesText(view).text(); }

}  // namespace tokki::inline v0::internal
