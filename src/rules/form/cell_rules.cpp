// Texts that make no sense in a cell, whatever the cell is about.
#include <algorithm>

#include "record/each_text.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/folded_characters.hpp"

namespace tokki::inline v0::internal {
namespace {

void emit_where(const FormFacts& form, const Emit& emit, CellMeaning wanted) {
  for (const CellWithMeaning& cell : form.cells_with_meaning()) {
    if (has(cell.meaning, wanted)) emit(cell.path);
  }
}

// The path without indices, which is the same for all entries of a list.
Path keys_of(const Path& path) {
  Path keys;
  for (std::size_t step = 0; step < path.size(); ++step) {
    if (!path.is_index(step)) keys.into(path.key(step));
  }
  return keys;
}

// Rows 2 to 4 begin with boxes to tick.
bool has_boxes(const Path& path) {
  bool boxes = false;
  for_each_field<Declaration>([&]<class M>(const Field<Declaration, M>& row) {
    if constexpr (Record<M>) {
      if (row.key != path.key(0)) return;
      for_each_field<M>([&](const auto& field) { boxes = boxes || field.key == "ticked"; });
    }
  });
  return boxes;
}

// Cells that must name one party, location or thing, and the phrases that name none.
void entry_unidentified(const FormFacts& form, const Emit& emit) {
  struct NamingCell {
    Path keys;
    std::string_view what;
    CellMeaning names_none;
  };
  constexpr CellMeaning kNoParty = CellMeaning::unidentified | CellMeaning::undisclosed_location;
  constexpr CellMeaning kNoThing = kNoParty | CellMeaning::vague_work;
  static const NamingCell kNamingCells[] = {
      {at(&Declaration::declarant, &Party::name), "party", kNoParty | CellMeaning::oneself},
      {at(&Declaration::declarant, &Party::address), "address", kNoParty},
      {at(&Declaration::contract, &CitedContract::course_number), "number", kNoThing},
      {at(&Declaration::storage_media, &StorageMedium::name), "thing", kNoThing},
      {at(&Declaration::storage_location, &StorageLocation::overseas_data), "thing", kNoThing},
      {at(&Declaration::online_storage, &OnlineStorage::services, &Service::name), "thing",
       kNoThing | CellMeaning::unstated_location},
      {at(&Declaration::online_storage, &OnlineStorage::services, &Service::provider), "party",
       kNoParty},
      {at(&Declaration::subcontracting, &Subcontracting::subcontractors, &Subcontractor::name),
       "party", kNoParty},
  };
  for (const CellWithMeaning& cell : form.cells_with_meaning()) {
    if (!has(cell.meaning, kNoThing | CellMeaning::unstated_location | CellMeaning::oneself))
      continue;
    if (has(cell.meaning, CellMeaning::undecided)) continue;  // which another rule reports
    if (form.is_unasked(cell.path)) continue;                 // which contradicts its box already
    const Path keys = keys_of(cell.path);
    for (const NamingCell& naming : kNamingCells) {
      if (keys != naming.keys || !has(cell.meaning, naming.names_none)) continue;
      emit(cell.path, {.arguments = {{"what", Token{std::string(naming.what)}}}});
    }
  }
}

// 入札により決定: cells that say what is to be told beside 未定, and are no locations, dates or
// ids.
void entry_partly_undecided(const FormFacts& form, const Emit& emit) {
  static const Path kCells[] = {
      at(&Declaration::declarant, &Party::name),
      at(&Declaration::declarant, &Party::address),
      at(&Declaration::contract, &CitedContract::course_number),
      at(&Declaration::storage_media, &StorageMedium::name),
      at(&Declaration::storage_location, &StorageLocation::overseas_data),
      at(&Declaration::online_storage, &OnlineStorage::services, &Service::provider),
      at(&Declaration::subcontracting, &Subcontracting::subcontractors, &Subcontractor::name),
      at(&Declaration::subcontracting, &Subcontracting::subcontractors, &Subcontractor::work),
  };
  for (const CellWithMeaning& cell : form.cells_with_meaning()) {
    if (!has(cell.meaning, CellMeaning::partly_undecided) || form.is_unasked(cell.path)) continue;
    if (std::ranges::find(kCells, keys_of(cell.path)) != std::end(kCells)) emit(cell.path);
  }
}

// Media, services and subcontractors are to be listed one by one.
void entry_left_open(const FormFacts& form, const Emit& emit) {
  const Declaration& declaration = form.declaration();
  for (std::size_t i = 0; i < declaration.storage_media.size(); ++i) {
    if (form.medium(i).ends_with_others)
      emit(at(&Declaration::storage_media, i, &StorageMedium::name));
  }
  if (form.online() == Answer::yes) {
    for (std::size_t i = 0; i < declaration.online_storage.services.size(); ++i) {
      if (!form.service(i).name.ends_with_others) continue;
      emit(at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::name));
    }
  }
  if (form.subcontracting() == Answer::yes) {
    for (std::size_t i = 0; i < declaration.subcontracting.subcontractors.size(); ++i) {
      if (!form.subcontractor(i).ends_with_others) continue;
      emit(at(&Declaration::subcontracting, &Subcontracting::subcontractors, i,
              &Subcontractor::name));
    }
  }
}

// 〇〇, ××, XXXX: the filler of specimen forms.
bool has_placeholder(std::string_view text) {
  const auto is_filler = [](char32_t c) {
    constexpr std::u32string_view kFiller = U"〇○◯×△□◇＿＊*XxＸｘ";
    return kFiller.find(c) != std::u32string_view::npos;
  };
  // 二〇〇五 and 一〇〇番地 are numbers, MAXX and XXL words.
  const auto belongs_to = [](char32_t filler, char32_t beside) {
    constexpr std::u32string_view kDigits = U"一二三四五六七八九十年";
    if (filler == U'〇') return kDigits.find(beside) != std::u32string_view::npos;
    return is_latin(folded_character(filler, 0)) && is_latin(folded_character(beside, 0));
  };
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    char32_t after = 0;
    std::size_t count = 1;
    for (std::size_t next = at; next < text.size(); at = next, ++count) {
      after = next_character(text, next);
      if (after != c) break;
      after = 0;
    }
    if (count > 1 && is_filler(c) && !belongs_to(c, before) && !belongs_to(c, after)) return true;
    before = c;
  }
  return false;
}

constexpr FormRule kCellRules[] = {
    {.info = rule("cell-blank"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (!cell.detail && !cell.says_none) emit(cell.path);
           }
         },
     .triggers = FormTrigger::missing},
    {.info = rule("cell-says-none"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (!cell.says_none || form.says_no_media(cell)) continue;
             emit(cell.path,
                  {.arguments = {{"boxes", Token{has_boxes(cell.path) ? "yes" : "no"}}}});
           }
         },
     .triggers = FormTrigger::missing},
    {.info = rule("entry-refers-elsewhere"),
     .check = [](const FormFacts& form,
                 const Emit& emit) { emit_where(form, emit, CellMeaning::elsewhere); },
     .triggers = FormTrigger::meaning},
    {.info = rule("entry-undecided"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const auto is_location = [](const Path& path) {
             const std::size_t last = path.size() - 1;
             return path.key(path.is_index(last) ? last - 1 : last) ==
                    (path.is_index(last) ? key_of(&Service::countries)
                                         : key_of(&Service::data_location));
           };
           for (const CellWithMeaning& cell : form.cells_with_meaning()) {
             if (has(cell.meaning, CellMeaning::undecided) && !is_location(cell.path))
               emit(cell.path);
           }
           entry_partly_undecided(form, emit);
         },
     .triggers = FormTrigger::meaning},
    {.info = rule("entry-unidentified"),
     .check = entry_unidentified,
     .triggers = FormTrigger::meaning},
    {.info = rule("entry-left-open"),
     .check = entry_left_open,
     .triggers = FormTrigger::ends_with_others},
    {.info = rule("blank-form-text"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           // What is left beside a box that is not ticked is said once for its row.
           std::string_view unasked_row;
           for (const CellWithMeaning& cell : form.cells_with_meaning()) {
             if (!has(cell.meaning, CellMeaning::prompt)) continue;
             if (form.is_unasked(cell.path)) {
               if (cell.path.key(0) == unasked_row) continue;
               unasked_row = cell.path.key(0);
             }
             emit(cell.path);
           }
           emit_where(form, emit, CellMeaning::example);
         },
     .triggers = FormTrigger::meaning},
    {.info = rule("placeholder-text"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           if (!form.may_hold_placeholders()) return;
           each_text(form.declaration(), [&](const Path& path, std::string_view text, TextKind) {
             if (!has_placeholder(text)) return;
             if (!is_struck_out(text) || !form.is_unasked(path)) emit(path);
           });
         }},
    {.info = rule("contract-title-differs"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           if (!form.title_differs()) return;
           const Str& printed = form.edition().file().form.contract_title;
           emit(at(&Declaration::contract, &CitedContract::title),
                {.arguments = {{"printed", Token{printed.str()}}}});
         },
     .triggers = FormTrigger::contract_title},
    {.info = rule("supersedes-itself"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           const Declaration& declaration = form.declaration();
           if (declaration.supersedes.empty() || is_blank(declaration.id)) return;
           std::string scratch;
           const std::string own(folded(declaration.id, scratch));
           if (own == folded(declaration.supersedes, scratch)) {
             emit(at(&Declaration::supersedes), {.related = {at(&Declaration::id)}});
           }
         }},
};
static_assert(binds_each(kCellCatalog, kCellRules));

}  // namespace

std::span<const FormRule> cell_rules() { return kCellRules; }

}  // namespace tokki::inline v0::internal
