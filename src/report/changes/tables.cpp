// Changes as tables: CSV and Markdown.
#include <fmt/format.h>

#include <span>

#include "report/changes/view.hpp"
#include "report/csv.hpp"
#include "report/in_language.hpp"
#include "report/markdown.hpp"
#include "report/terms/words.hpp"
#include "tokki/decode.hpp"

namespace tokki::inline v0::internal {
namespace {

std::string joined_remarks(const ChangesView& view, const FormChange& change) {
  std::string text;
  for (const std::string& remark : view.remarks(change)) {
    text += (text.empty() ? "" : view.localized("。", "; ")) + remark;
  }
  return text;
}

std::string joined_duties(const ChangesView& view, const ComparedForms& of,
                          const FormChange& change) {
  std::string text;
  for (const Duty* const duty : of.owed(change, view.edition())) {
    text += (text.empty() ? "" : view.localized("、", ", ")) +
            cite(view.edition(), duty->clause, view.language());
  }
  return text;
}

// The columns of both tables.
std::vector<std::string> column_names(const ChangesView& view) {
  if (view.language() == Language::ja) {
    return {"届出書", "区分",   "欄",   "見出し", "条項",
            "変更前", "変更後", "備考", "記録",   "要するもの"};
  }
  return {"Declaration", "Change", "Place", "Label",  "Clause",
          "Before",      "After",  "Notes", "Record", "Sets off"};
}
std::vector<std::string> cells_of(const ChangesView& view, const ComparedForms& of,
                                  const FormChange& change) {
  return {of.title,
          view.kind(change),
          view.where(change, view.language()),
          view.label(change, view.language()),
          view.citation(change, view.language()),
          view.before(change),
          view.after(change),
          joined_remarks(view, change),
          view.record(change),
          joined_duties(view, of, change)};
}

}  // namespace

std::string changes_csv(const ChangesView& view) {
  std::string out(kByteOrderMark);
  append_csv_row(column_names(view), out);
  for (const ComparedForms& each : view.compared()) {
    for (const FormChange& change : each.changes) {
      append_csv_row(cells_of(view, each, change), out);
    }
  }
  return out;
}

std::string changes_markdown(const ChangesView& view) {
  std::string out = "# " + inlined(view.heading()) + "\n";
  for (const ComparedForms& each : view.compared()) {
    out += "\n## " + inlined(each.title) + "\n\n";
    for (const std::string& remark : each.remarks) out += inlined(remark) + "\n\n";
    if (each.changes.empty()) {
      out += view.localized("変更はありません", "No change") + "\n";
      continue;
    }
    // Which declaration it is about stands in the heading.
    const auto in_table = [](const std::vector<std::string>& cells) {
      return row(std::span(cells).subspan(1));
    };
    out += in_table(column_names(view));
    out += "|---|---|---|---|---|---|---|---|---|\n";
    for (const FormChange& change : each.changes) out += in_table(cells_of(view, each, change));
  }
  const std::vector<const Duty*> duties = view.owed();
  if (duties.empty()) return out;
  out += "\n## " + view.localized("変更により要するもの", "What the changes set off") + "\n\n";
  for (const Duty* const duty : duties) {
    out += "- " + inlined(cite(view.edition(), duty->clause, view.language())) +
           view.localized("：", ": ") + inlined(in(duty->summary, view.language())) + "\n";
  }
  if (const std::string done = view.done_by(); !done.empty()) out += "\n" + inlined(done) + "\n";
  return out;
}

}  // namespace tokki::inline v0::internal
