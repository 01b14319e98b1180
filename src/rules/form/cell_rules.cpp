// What stands in a cell that cannot stand there, whatever the cell is about.
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/folded_characters.hpp"

namespace tokki {
namespace {

void emit_where(const Form& form, const Emit& emit, Saying saying) {
  for (const SaidCell& cell : form.said()) {
    if (has(cell.saying, saying)) emit(cell.path);
  }
}

// Cells that must name one party, place or thing, and the phrases that name none.
void entry_unidentified(const Form& form, const Emit& emit) {
  struct Naming {
    std::string_view cell;
    Saying nothing;
  };
  constexpr Saying kNobody = Saying::unidentified | Saying::undisclosed_place;
  constexpr Saying kNothing = kNobody | Saying::vague_work;
  constexpr Naming kNaming[] = {
      {"declaration.declarant.name", kNobody | Saying::oneself},
      {"declaration.declarant.address", kNobody},
      {"declaration.contract.course_number", kNothing},
      {"declaration.storage_media.name", kNothing},
      {"declaration.storage_location.overseas_data", kNothing},
      {"declaration.online_storage.services.name", kNothing | Saying::unstated_place},
      {"declaration.online_storage.services.provider", kNobody},
      {"declaration.subcontracting.subcontractors.name", kNobody},
  };
  for (const SaidCell& said : form.said()) {
    if (!has(said.saying, kNothing | Saying::unstated_place | Saying::oneself)) continue;
    if (has(said.saying, Saying::undecided)) continue;  // said by that rule
    const std::string cell = Place(0, Description<Declaration>::kind, said.path).cell();
    for (const Naming& naming : kNaming) {
      if (cell == naming.cell && has(said.saying, naming.nothing)) emit(said.path);
    }
  }
}

// Media, services and subcontractors are to be listed one by one.
void entry_left_open(const Form& form, const Emit& emit) {
  const Declaration& declaration = form.declaration();
  const auto look_at = [&](const auto& list, auto name, auto&& path_of) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (form.phrases().left_open(form.searchable(list[i].*name))) emit(path_of(i));
    }
  };
  look_at(declaration.storage_media, &StorageMedium::name,
          [](std::size_t i) { return at(&Declaration::storage_media, i, &StorageMedium::name); });
  if (form.online() == Answer::yes) {
    look_at(declaration.online_storage.services, &Service::name, [](std::size_t i) {
      return at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::name);
    });
  }
  if (form.subcontracting() == Answer::yes) {
    look_at(declaration.subcontracting.subcontractors, &Subcontractor::name, [](std::size_t i) {
      return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i,
                &Subcontractor::name);
    });
  }
}

// The printed title, be it quoted as on the form and with its （コース番号 …） or without.
bool is_printed_title(const Form& form, std::string_view title) {
  std::string_view key = form.key(title);
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"「", "」"}, {"『", "』"}}) {
    if (!key.starts_with(open) || !key.ends_with(close)) continue;
    key.remove_prefix(open.size());
    key.remove_suffix(close.size());
  }
  if (!key.starts_with(form.phrases().contract_title)) return false;
  key.remove_prefix(form.phrases().contract_title.size());
  const Cell* number = form.edition().cell("declaration.contract.course_number");
  return key.empty() || (number != nullptr && key.starts_with('(') && key.ends_with(')') &&
                         key.substr(1).starts_with(number->label.ja.view()));
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
         [](const Form& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (!cell.detail && !cell.says_none) emit(cell.path);
           }
         },
     .when = sign::missing},
    {.info = rule("cell-says-none"),
     .check =
         [](const Form& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (cell.says_none) emit(cell.path);
           }
         },
     .when = sign::missing},
    {.info = rule("entry-refers-elsewhere"),
     .check = [](const Form& form, const Emit& emit) { emit_where(form, emit, Saying::elsewhere); },
     .when = sign::said},
    {.info = rule("entry-undecided"),
     .check =
         [](const Form& form, const Emit& emit) {
           const auto is_location = [](const Path& path) {
             const std::size_t last = path.size() - 1;
             return path.key(path.is_index(last) ? last - 1 : last) ==
                    (path.is_index(last) ? key_of(&Service::countries)
                                         : key_of(&Service::data_location));
           };
           for (const SaidCell& cell : form.said()) {
             if (has(cell.saying, Saying::undecided) && !is_location(cell.path)) emit(cell.path);
           }
         },
     .when = sign::said},
    {.info = rule("entry-unidentified"), .check = entry_unidentified, .when = sign::said},
    {.info = rule("entry-left-open"),
     .check = entry_left_open,
     .when = sign::others | sign::subcontractor},
    {.info = rule("blank-form-text"),
     .check =
         [](const Form& form, const Emit& emit) {
           emit_where(form, emit, Saying::prompt);
           emit_where(form, emit, Saying::example);
         },
     .when = sign::said},
    {.info = rule("placeholder-text"),
     .check =
         [](const Form& form, const Emit& emit) {
           if (!form.may_hold_placeholders()) return;
           each_text(form, [&](const Path& path, std::string_view text) {
             if (has_placeholder(text)) emit(path);
           });
         }},
    {.info = rule("contract-title-differs"),
     .check =
         [](const Form& form, const Emit& emit) {
           const std::string_view title = form.declaration().contract.title;
           const std::string_view printed = form.edition().file().form.contract_title;
           if (title == printed || is_blank(title) || is_printed_title(form, title)) return;
           emit(at(&Declaration::contract, &CitedContract::title),
                {.arguments = {{"printed", Token{std::string(printed)}}}});
         }},
    {.info = rule("supersedes-itself"),
     .check =
         [](const Form& form, const Emit& emit) {
           const Declaration& declaration = form.declaration();
           if (!is_blank(declaration.id) && declaration.id == declaration.supersedes) {
             emit(at(&Declaration::supersedes), {.related = {at(&Declaration::id)}});
           }
         }},
};
static_assert(binds_each(kCellCatalog, kCellRules));

}  // namespace

std::span<const FormRule> cell_rules() { return kCellRules; }

}  // namespace tokki
