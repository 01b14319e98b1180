// changes.cpp: what changed in what was declared.
#include <string>
#include <utility>

#include "guard.hpp"
#include "handles.hpp"

using namespace tokki::c;
using tokki::Declaration;
using tokki::FactsDiff;
using tokki::FormChange;
using tokki::FormDiff;

namespace {

static_assert(TOKKI_REWRITTEN == static_cast<int>(tokki::ChangeKind::rewritten));

const Declaration& declaration_given(const tokki_document* document) {
  const Declaration* const form = given(document).document.declaration();
  if (form == nullptr) {
    refuse(TOKKI_WRONG_TYPE, {"届出書（tokki.declaration/1）ではありません",
                              "the document is no declaration (tokki.declaration/1)"});
  }
  return *form;
}

const tokki_changes::Change& change_given(const tokki_changes* changes, std::size_t index) {
  const auto& all = given(changes).changes;
  if (index >= all.size()) {
    refuse(TOKKI_NOT_FOUND, {"その番号の変更はありません", "there is no change of that index"});
  }
  return all[index];
}

std::string pointer_to(const std::optional<tokki::Place>& place) {
  return place ? place->pointer() : std::string();
}

tokki_interval seconds_of(const std::optional<tokki::TimeInterval>& interval) {
  if (!interval) return {TOKKI_NO_TIME, TOKKI_NO_TIME};
  return {interval->lo.time_since_epoch().count(), interval->hi.time_since_epoch().count()};
}

tokki::ChangesReportOptions report_options(const tokki_changes& of,
                                           const tokki_changes_style* style) {
  const tokki_changes_style asked = adopted(style);
  return {.style = style_given(asked.width, asked.language, asked.flags,
                               TOKKI_COLOUR | TOKKI_SHOW_VALUES),
          .before_name = std::string(given(asked.before)),
          .after_name = std::string(given(asked.after)),
          .records = of.records.get()};
}

}  // namespace

tokki_changes::tokki_changes(FormDiff made)
    : diff(std::move(made)), terms(std::get<FormDiff>(diff).edition), edition(terms->reference()) {
  const auto& forms = std::get<FormDiff>(diff);
  for (const FormChange& each : forms.changes) {
    Change& one = changes.emplace_back(nullptr, &each);
    if (!forms.other_contract) one.owed = owed_on(each, *terms);
    one.before = pointer_to(each.before);
    one.after = pointer_to(each.after);
  }
}

tokki_changes::tokki_changes(FactsDiff made, std::shared_ptr<const tokki::Assessor> of)
    : diff(std::move(made)),
      records(std::move(of)),
      terms(std::get<FactsDiff>(diff).edition),
      edition(terms->reference()) {
  const auto document = [&](const std::optional<tokki::Place>& place) {
    return place ? records->name_of(place->document) : std::string();
  };
  for (const tokki::FilerChanges& filer : std::get<FactsDiff>(diff).filers) {
    for (const FormChange& each : filer.changes) {
      changes.push_back({&filer, &each, owed_on(each, *terms, filer.contractor),
                         pointer_to(each.before), pointer_to(each.after), document(each.before),
                         document(each.after)});
    }
  }
}

tokki_status tokki_compare(const tokki_document* before, const tokki_document* after,
                           const tokki_edition* const* editions, size_t edition_count,
                           tokki_changes** out, tokki_error* error) {
  return guarded(error, [&] {
    tokki_changes*& made = emptied(out);
    made = new tokki_changes(compare(declaration_given(before), declaration_given(after),
                                     editions_given(editions, edition_count)));
  });
}

tokki_status tokki_compare_facts(tokki_assessor* assessor, const tokki_assess_options* options,
                                 tokki_changes** out, tokki_error* error) {
  return guarded(error, [&] {
    tokki_changes*& made = emptied(out);
    const tokki::AssessOptions asked = options_given(options);
    auto records = closed(assessor);
    expect_dossier(*records);
    FactsDiff diff = records->changes(asked);
    made = new tokki_changes(std::move(diff), std::move(records));
  });
}

void tokki_changes_free(tokki_changes* changes) { delete changes; }

tokki_text tokki_changes_edition(const tokki_changes* changes) {
  return changes == nullptr ? tokki_text{nullptr, 0} : lent(changes->edition);
}

int32_t tokki_changes_found(const tokki_changes* changes) {
  if (changes == nullptr) return 0;
  return std::visit([](const auto& diff) { return diff.changed(); }, changes->diff) ? 1 : 0;
}

size_t tokki_changes_size(const tokki_changes* changes) {
  return changes == nullptr ? 0 : changes->changes.size();
}

tokki_status tokki_changes_change(const tokki_changes* changes, size_t index, tokki_change* out,
                                  tokki_error* error) {
  return guarded(error, [&] {
    const tokki_changes::Change& each = change_given(changes, index);
    const FormChange& change = *each.change;
    fill_struct(out,
                {.size = 0,
                 .filer = lent(each.filer == nullptr ? std::string_view() : each.filer->filer),
                 .matter = lent(change.matter ? tokki::key_of(*change.matter) : std::string_view()),
                 .cell = lent(change.cell),
                 .before = lent(each.before),
                 .after = lent(each.after),
                 .before_document = lent(each.before_document),
                 .after_document = lent(each.after_document),
                 .since = seconds_of(change.since),
                 .kind = static_cast<int32_t>(change.kind),
                 .planned = change.planned ? 1 : 0,
                 .certain = change.certain ? 1 : 0,
                 .older = change.older ? 1 : 0,
                 .duty_count = static_cast<uint32_t>(each.owed.size()),
                 .reserved = 0});
  });
}

tokki_status tokki_changes_duty(const tokki_changes* changes, size_t index, size_t duty,
                                tokki_text* out, tokki_error* error) {
  return guarded(error, [&] {
    wanted(out) = {nullptr, 0};
    const auto& owed = change_given(changes, index).owed;
    if (duty >= owed.size()) {
      refuse(TOKKI_NOT_FOUND,
             {"その番号の義務はありません", "the change sets off no duty of that index"});
    }
    *out = lent(owed[duty]->key.view());
  });
}

tokki_status tokki_changes_write(const tokki_changes* changes, tokki_text format,
                                 const tokki_changes_style* style, tokki_string** out,
                                 tokki_error* error) {
  return guarded(error, [&] {
    tokki_string*& made = emptied(out);
    const tokki::ChangesFormat& chosen = format_given<&tokki::changes_formats>(format);
    const tokki::ChangesReportOptions options = report_options(given(changes), style);
    const auto* const forms = std::get_if<FormDiff>(&changes->diff);
    made = new tokki_string{forms != nullptr
                                ? chosen.forms(*forms, options)
                                : chosen.facts(std::get<FactsDiff>(changes->diff), options)};
  });
}
