#include "report/changes/view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/record_kinds.hpp"
#include "report/findings/message.hpp"
#include "report/in_language.hpp"
#include "report/terms/words.hpp"

namespace tokki::inline v0::internal {

ChangesView::ChangesView(const FormDiff& diff, const ChangesReportOptions& options)
    : forms_(&diff), edition_(*diff.edition), options_(options) {
  ComparedForms& both = compared_.emplace_back();
  const auto named = [&](const std::string& name, const Date& day, const char* ja, const char* en) {
    return (name.empty() ? localized(ja, en) : name) + filed_on(day);
  };
  both.title = named(options.before_name, diff.before_day, "変更前の届出書", "earlier form") +
               " -> " + named(options.after_name, diff.after_day, "変更後の届出書", "later form");
  both.other_contract = diff.other_contract;
  if (diff.other_contract) {
    both.remarks.push_back(
        localized("異なる契約を挙げる届出書です", "The declarations cite different contracts"));
  }
  both.changes = diff.changes;
}

ChangesView::ChangesView(const FactsDiff& diff, const ChangesReportOptions& options)
    : facts_(&diff), edition_(*diff.edition), options_(options) {
  for (const FilerChanges& filer : diff.filers) {
    ComparedForms& one = compared_.emplace_back();
    one.filer = &filer;
    one.title = localized("届出者 ", "Filer ") + filer.filer + filed_on(filer.declared_on);
    if (filer.contended) {
      one.remarks.push_back(
          localized("同じ日付の届出書がほかにあり、どれが有効か定まりません",
                    "There is another declaration of the same day; which one counts is not clear"));
    }
    one.changes = filer.changes;
  }
}

std::string ChangesView::filed_on(const Date& day) const {
  if (!day.value) return localized("（届出日不明）", " (not dated)");
  const std::string text = date_text(*day.value, language());
  return localized("（", " (filed ") + text + localized("届出）", ")");
}

bool ChangesView::changed() const {
  return forms_ != nullptr ? forms_->changed() : facts_->changed();
}

std::string ChangesView::heading() const {
  if (forms_ != nullptr) return localized("届出書の比較", "Declarations compared");
  const Day day = day_in_japan(facts_->as_of);
  const std::string when =
      facts_->as_of == end_of(day) ? date_text(day, language()) : iso(facts_->as_of);
  return localized("記録と届出書の比較　", "Records and declarations compared, as of ") + when +
         localized("時点", "");
}

std::vector<const Duty*> ChangesView::owed() const {
  std::vector<const Duty*> all;
  for (const Duty& duty : edition_.file().duties) {
    const bool any = std::ranges::any_of(compared_, [&](const ComparedForms& each) {
      return std::ranges::any_of(each.changes, [&](const FormChange& change) {
        const auto owed = each.owed(change, edition_);
        return std::ranges::find(owed, &duty) != owed.end();
      });
    });
    if (any) all.push_back(&duty);
  }
  return all;
}

std::string ChangesView::done_by() const {
  if (forms_ == nullptr || forms_->other_contract) return {};
  const auto& before = forms_->before_day.value;
  const auto& after = forms_->after_day.value;
  if (!before || !after || *after <= *before) return {};
  return localized("変更後の届出書を甲に届け出ていれば、これらは行われています",
                   "Where the later form has been filed with the client, this is done");
}

bool ChangesView::withholds() const {
  return !options_.style.show_values &&
         std::ranges::any_of(compared_, [](const ComparedForms& each) {
           return std::ranges::any_of(each.changes,
                                      [](const FormChange& change) { return !change.choice; });
         });
}

std::string ChangesView::kind(const FormChange& change) const {
  switch (change.kind) {
    case ChangeKind::added: return localized("追加", "added");
    case ChangeKind::removed: return localized("削除", "removed");
    case ChangeKind::changed: return localized("変更", "changed");
    case ChangeKind::rewritten: return localized("表記", "rewritten");
  }
  return {};
}

std::string ChangesView::where(const FormChange& change, Language language) const {
  if (forms_ != nullptr) {
    return place_name(change.after ? *change.after : *change.before, edition_, language);
  }
  const Cell* const cell = edition_.cell(change.cell);
  return cell == nullptr ? change.cell : std::string(in(cell->place, language));
}

std::string ChangesView::label(const FormChange& change, Language language) const {
  const Cell* const cell = edition_.cell(change.cell);
  return cell == nullptr ? change.cell : std::string(in(cell->label, language));
}

std::string_view ChangesView::clause(const FormChange& change) const {
  const Cell* const cell = edition_.cell(change.cell);
  return cell == nullptr ? std::string_view() : cell->clause.view();
}

std::string ChangesView::citation(const FormChange& change, Language language) const {
  const std::string_view key = clause(change);
  return key.empty() ? std::string() : cite(edition_, key, language);
}

std::string ChangesView::shown(const FormChange& change, const std::string& text) const {
  if (text.empty()) return {};
  if (!change.choice) return options_.style.show_values ? text : std::string();
  std::string words;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string key = text.substr(begin, end - begin);
    std::string word = key;
    if (key == "true") word = localized("はい", "yes");
    if (key == "false") word = localized("いいえ", "no");
    if (const Cell* const cell = edition_.cell(change.cell + "." + key)) {
      word = in(cell->label, language());
    }
    words += (words.empty() ? "" : localized("、", ", ")) + word;
    begin = end + 1;
  }
  return words;
}
std::string ChangesView::before(const FormChange& change) const {
  return shown(change, change.before_text);
}
std::string ChangesView::after(const FormChange& change) const {
  return shown(change, change.after_text);
}

std::vector<std::string> ChangesView::remarks(const FormChange& change) const {
  std::vector<std::string> remarks;
  if (change.since) {
    const Day day = day_in_japan(change.since->lo);
    const bool whole_day = *change.since == day_in_japan(day);
    const std::string since = whole_day ? date_text(day, language()) : iso(change.since->lo);
    remarks.push_back(localized("", "since ") + since + localized("から", ""));
  } else if (facts_ != nullptr) {
    remarks.push_back(localized("いつからかは記録にない", "since when is not on record"));
  }
  if (change.planned) remarks.push_back(localized("予定", "planned"));
  if (change.older) {
    remarks.push_back(localized("最初の届出より前から。変更ではなく、届出書の記載漏れの可能性",
                                "before the first declaration: no change, perhaps an omission"));
  }
  if (!change.certain) {
    remarks.push_back(localized("要確認：変更に当たるかは記録からは決まらない",
                                "to be looked at: the records leave open whether it is a change"));
  }
  return remarks;
}

std::string ChangesView::record(const FormChange& change) const {
  if (facts_ == nullptr || !change.after) return {};
  const RecordRef of = change.after->record();
  const RecordKindRow* const row = row_of_kind(of.kind, kRecordKinds<Dossier>);
  if (row == nullptr) return {};
  std::string name(of.kind);
  std::ranges::replace(name, '_', ' ');
  if (language() == Language::ja) {
    const std::string key = fmt::format("{}.{}", kRecordKinds<Dossier>.dossier, row->list);
    if (const Cell* const cell = edition_.cell(key)) name = cell->label.ja.str();
  }
  if (options_.records != nullptr) {
    const std::string_view id = options_.records->id_at(*change.after);
    if (!id.empty()) return name.append(" ").append(id);
  }
  return name.append(" ").append(change.after->pointer());
}

}  // namespace tokki::inline v0::internal
