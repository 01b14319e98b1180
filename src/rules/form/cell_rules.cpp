// What stands in a cell that cannot stand there, whatever the cell is about.
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
    const std::string cell = said.path.cell("declaration");
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
    {.info = {.id = "cell-blank",
              .severity = Severity::error,
              .clause = {},
              .message = {"記載がありません。", "This is blank."},
              .remedy = {"この欄を記載してください。", "Fill it in."},
              .why = {"様式が記載を求める欄であり、空欄のままでは受け付けられないため。",
                      "The form asks for it; a blank cannot be accepted."},
              .fires = R"({"declarant": {"address": "　"}})",
              .near_miss = R"({"declarant": {"representative": ""}})"},
     .check =
         [](const Form& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (!cell.detail && !cell.says_none) emit(cell.path);
           }
         },
     .when = sign::missing},
    {.info = {.id = "cell-says-none",
              .severity = Severity::error,
              .clause = {},
              .message = {"記載が求められる欄に「なし」等と書かれています。",
                          "The form asks for something here, and the cell says \"none\"."},
              .remedy = {"実際の内容を記載するか、チェックを改めてください。",
                         "Fill in what applies, or tick the other box."},
              .why = {"「なし」は空欄と変わらず、求められた事項の届出にならないため。",
                      "\"None\" declares no more than a blank does."},
              .fires = R"({"storage_media": [{"name": "特になし"}]})",
              .near_miss = R"({"storage_media": [{"name": "なしのつぶて株式会社製USBメモリ"}]})",
              .reads = "lists.none"},
     .check =
         [](const Form& form, const Emit& emit) {
           for (const MissingCell& cell : form.missing()) {
             if (cell.says_none) emit(cell.path);
           }
         },
     .when = sign::missing},
    {.info =
         {.id = "entry-refers-elsewhere",
          .severity = Severity::review,
          .clause = {},
          .message = {"他の箇所を見るよう書かれているだけです。",
                      "The cell only refers to something else."},
          .remedy = {"参照先が添えられているか確認し、この欄に直接記載するよう求めてください。",
                     "See whether what it refers to is at hand, and have it written here."},
          .why =
              {"同上や別紙の中身は、この届出書だけでは確かめられないため。",
               "What \"ditto\" or \"see attachment\" stands for cannot be checked from the form."},
          .fires = R"({"online_storage": {"services": [{"name": "さくらのクラウド",
                           "provider": "同上", "data_location": "日本国内"}]}})",
          .near_miss = R"({"declarant": {"name": "同上院株式会社"}})",
          .reads = "lists.elsewhere"},
     .check = [](const Form& form, const Emit& emit) { emit_where(form, emit, Saying::elsewhere); },
     .when = sign::said},
    {.info =
         {.id = "entry-undecided",
          .severity = Severity::review,
          .clause = {},
          .message = {"まだ決まっていないと書かれています。",
                      "The cell says that this is not decided yet."},
          .remedy = {"いつ決まるかを確認し、決まり次第の再提出を求めてください。",
                     "Ask when it will be, and have the form filed again then."},
          .why = {"内容に変更があれば再度の届出が要るため。",
                  "Once it is decided the declaration changes and must be filed again."},
          .fires =
              R"({"subcontracting": {"subcontractors": [{"name": "選定中", "work": "修了証の印刷"}]}})",
          .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "選定中央印刷株式会社", "work": "修了証の印刷"}]}})",
          .reads = "lists.undecided"},
     .check =
         [](const Form& form, const Emit& emit) {
           const auto about_place = [](const std::string& pointer) {
             return pointer.ends_with("/data_location") ||
                    pointer.find("/countries/") != std::string::npos;
           };
           for (const SaidCell& cell : form.said()) {
             if (has(cell.saying, Saying::undecided) && !about_place(cell.path.pointer()))
               emit(cell.path);
           }
         },
     .when = sign::said},
    {.info =
         {.id = "entry-unidentified",
          .severity = Severity::error,
          .clause = {},
          .message = {"だれ（どこ、何）のことか特定できない記載です。",
                      "What is written identifies no particular party, place or thing."},
          .remedy = {"正式な名称、住所又は番号を記載してください。",
                     "Write the proper name, address or number."},
          .why = {"「A社」や「不明」では、相手先や対象を確かめられないため。",
                  "With \"Company A\" or \"unknown\" there is nobody to ask and nothing to check."},
          .fires =
              R"({"subcontracting": {"subcontractors": [{"name": "Ａ社", "work": "修了証の印刷"}]}})",
          .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "株式会社Ａ社印刷", "work": "修了証の印刷"}]}})",
          .reads = "lists.unidentified lists.oneself lists.undisclosed_places lists.vague_work "
                   "lists.unstated_places lists.undecided"},
     .check = entry_unidentified,
     .when = sign::said},
    {.info = {.id = "entry-left-open",
              .severity = Severity::review,
              .clause = {},
              .message = {"ほかにもあるような記載ですが、名称がすべては書かれていません。",
                          "There seem to be others, which are not named."},
              .remedy = {"すべて記載するよう届出者に求めてください。",
                         "Ask the filer to name them all."},
              .why = {"「等」や「ほか」では、残りを確かめられないため。",
                      "\"And others\" does not say what the rest is."},
              .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "株式会社あおば 他２社", "work": "修了証の印刷"}]}})",
              .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "株式会社その他大勢", "work": "修了証の印刷等"}]}})",
              .reads = "lists.and_others lists.unidentified"},
     .check = entry_left_open,
     .when = sign::others | sign::subcontractor},
    {.info = {.id = "blank-form-text",
              .severity = Severity::error,
              .clause = {},
              .message = {"様式に印刷された例や見出しが、記載として残っています。",
                          "An example or a prompt printed on the blank form was left in."},
              .remedy = {"印刷された文言を消し、実際の内容を記載してください。",
                         "Remove the printed text and fill in what applies."},
              .why = {"様式の文言は届出の内容ではないため。",
                      "What is printed on the form declares nothing."},
              .fires = R"({"storage_media": [{"name": "例 USBメモリ、社内PC内ストレージ"}]})",
              .near_miss = R"({"storage_media": [{"name": "例会用USBメモリ"}]})",
              .reads = "lists.example_marks lists.prompts"},
     .check =
         [](const Form& form, const Emit& emit) {
           emit_where(form, emit, Saying::prompt);
           emit_where(form, emit, Saying::example);
         },
     .when = sign::said},
    {.info = {.id = "placeholder-text",
              .severity = Severity::warning,
              .clause = {},
              .message = {"「〇〇」「××」などの記入見本の文字が残っています。",
                          "Filler such as 〇〇 or XX was left in."},
              .remedy = {"実際の名称や番号に直してください。",
                         "Replace it with the real name or number."},
              .why = {"記入見本を写したままの届出書を受け付けないため。",
                      "A copied specimen must not pass for a declaration."},
              .fires = R"({"declarant": {"name": "株式会社〇〇スクール"}})",
              .near_miss = R"({"declarant": {"name": "株式会社〇スクール"}})"},
     .check =
         [](const Form& form, const Emit& emit) {
           if (!form.may_hold_placeholders()) return;
           each_text(form, [&](const Path& path, std::string_view text) {
             if (has_placeholder(text)) emit(path);
           });
         }},
    {.info = {.id = "contract-title-differs",
              .severity = Severity::review,
              .clause = "F.statement",
              .message = {"契約書名が、様式に印刷された「{printed}」と異なります。",
                          "The contract's title is not the one printed on the form, {printed}."},
              .remedy = {"対象の契約に間違いがないか確認してください。",
                         "Make sure that the form is about the right contract."},
              .why = {"別の契約の届出書が紛れ込むことがあるため。",
                      "A declaration for another contract may have strayed in."},
              .fires = R"({"contract": {"title": "清掃業務委託契約書"}})",
              .near_miss = R"({"contract": {"title": "「委託訓練契約書（コース番号 5-07）」"}})",
              .reads = "form.contract_title"},
     .check =
         [](const Form& form, const Emit& emit) {
           const std::string_view title = form.declaration().contract.title;
           const std::string_view printed = form.edition().file().form.contract_title;
           if (title == printed || is_blank(title) || is_printed_title(form, title)) return;
           emit(at(&Declaration::contract, &CitedContract::title),
                {.arguments = {{"printed", Token{std::string(printed)}}}});
         }},
    {.info = {.id = "supersedes-itself",
              .severity = Severity::error,
              .clause = "F.change",
              .message = {"差し替える届出書として、自身の識別子が書かれています。",
                          "The declaration says that it replaces itself."},
              .remedy = {"差し替える前の届出書の識別子を記載してください。",
                         "Give the id of the declaration that it replaces."},
              .why = {"どの届出書が有効かを、届出の順からたどれるようにするため。",
                      "The declaration in force is found by following what replaces what."},
              .fires = R"({"id": "2025-0001", "supersedes": "2025-0001"})",
              .near_miss = R"({"id": "2025-0002", "supersedes": "2025-0001"})"},
     .check =
         [](const Form& form, const Emit& emit) {
           const Declaration& declaration = form.declaration();
           if (!is_blank(declaration.id) && declaration.id == declaration.supersedes) {
             emit(at(&Declaration::supersedes), {.related = {at(&Declaration::id)}});
           }
         }},
};
static_assert(complete(kCellRules));

}  // namespace

std::span<const FormRule> cell_rules() { return kCellRules; }

}  // namespace tokki
