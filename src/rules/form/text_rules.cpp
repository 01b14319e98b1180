// The characters of the form: what nobody can see, cannot be printed everywhere, or deceives.
#include <fmt/format.h>

#include <vector>

#include "rules/form/form_rules.hpp"
#include "text/look_alike.hpp"

namespace tokki {
namespace {

// Emits once for each cell with such a character. The form as a whole is asked first.
template <Traits wanted, class Test>
void emit_cells(const Form& form, const Emit& emit, Test&& is_meant) {
  static_assert(has(kOddCharacters, wanted), "rules on text wait for sign::odd_characters");
  if (!has(form.traits(), wanted)) return;
  each_text(form, [&](const Path& path, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_character(text, at);
      if (!is_meant(c, traits_of(c))) continue;
      emit(
          path,
          {.arguments = {{"character", Token{fmt::format("U+{:04X}", static_cast<unsigned>(c))}}}});
      return;
    }
  });
}

template <Traits wanted>
void emit_trait(const Form& form, const Emit& emit) {
  emit_cells<wanted>(form, emit, [](char32_t, Traits traits) { return has(traits, wanted); });
}

void control_character(const Form& form, const Emit& emit) {
  emit_cells<Traits::control>(form, emit, [](char32_t c, Traits traits) {
    return c != 0 && has(traits, Traits::control);  // NUL is refused while decoding
  });
}

void outside_jis(const Form& form, const Emit& emit) {
  emit_cells<Traits::outside_jis>(form, emit, [](char32_t, Traits traits) {
    // Those that normalisation resolves (㋿ is 令和) are readable everywhere once read.
    return has(traits, Traits::outside_jis) &&
           (has(traits, Traits::private_use) || !has(traits, Traits::compatibility));
  });
}

// The names of the form: the declarant's, then the providers', then the subcontractors'.
class Names {
 public:
  explicit Names(const Declaration& declaration)
      : declaration_(declaration),
        providers_(declaration.online_storage.services.size()),
        count_(1 + providers_ + declaration.subcontracting.subcontractors.size()) {}

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    if (i == 0) return declaration_.declarant.name;
    if (i <= providers_) return declaration_.online_storage.services[i - 1].provider;
    return declaration_.subcontracting.subcontractors[i - 1 - providers_].name;
  }
  [[nodiscard]] Path path(std::size_t i) const {
    if (i == 0) return at(&Declaration::declarant, &Party::name);
    if (i <= providers_) {
      return at(&Declaration::online_storage, &OnlineStorage::services, i - 1, &Service::provider);
    }
    return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i - 1 - providers_,
              &Subcontractor::name);
  }

 private:
  const Declaration& declaration_;
  std::size_t providers_;
  std::size_t count_;
};

void names_look_alike(const Form& form, const Emit& emit) {
  const Names names(form.declaration());
  if (names.size() < 2) return;
  thread_local std::vector<LookAlikeName> ready;  // keeps its storage
  ready.clear();
  for (std::size_t i = 0; i < names.size(); ++i) ready.emplace_back(names[i], form.traits());
  each_look_alike(ready, [&](std::size_t later, std::size_t earlier) {
    emit(names.path(later), {.related = {names.path(earlier)}});
  });
}

constexpr FormRule kTextRules[] = {
    {.info = {.id = "bidi-control",
              .severity = Severity::error,
              .clause = {},
              .message =
                  {"文字の並びを見かけ上変える制御文字（{character}）が含まれています。",
                   "There is a control character ({character}) that reorders what is displayed."},
              .remedy = {"この欄を入力しなおしてください。", "Type this cell anew."},
              .why = {"見えている名称と実際の名称を違わせることができるため。",
                      "It can make a name look like another one."},
              .fires = R"({"declarant": {"name": "株式会社\u202eみどり"}})",
              .near_miss = R"({"declarant": {"name": "株式会社みどり"}})"},
     .check = emit_trait<Traits::bidi_control>,
     .when = sign::odd_characters},
    {.info = {.id = "zero-width-character",
              .severity = Severity::error,
              .clause = {},
              .message = {"目に見えない文字（{character}）が含まれています。",
                          "There is an invisible character ({character})."},
              .remedy = {"この欄を入力しなおしてください。", "Type this cell anew."},
              .why = {"同じに見える名称が一致しなくなるため。",
                      "Names that look the same would not match."},
              .fires = R"({"declarant": {"name": "株式会社\u200bみどり"}})",
              .near_miss = R"({"declarant": {"name": "株式会社　みどり"}})"},
     .check = emit_trait<Traits::zero_width>,
     .when = sign::odd_characters},
    {.info =
         {.id = "control-character",
          .severity = Severity::warning,
          .clause = {},
          .message = {"改行やタブなどの制御文字（{character}）が含まれています。",
                      "There is a control character ({character}), such as a newline or a tab."},
          .remedy = {"空白又は読点に置き換えてください。", "Replace it by a space or a comma."},
          .why = {"帳票や一覧で行が崩れるため。", "It breaks lines in lists and printed forms."},
          .fires = R"({"declarant": {"address": "東京都八王子市\n明神町1-2-3"}})",
          .near_miss = R"({"declarant": {"address": "東京都八王子市 明神町1-2-3"}})"},
     .check = control_character,
     .when = sign::odd_characters},
    {.info =
         {.id = "half-width-kana",
          .severity = Severity::warning,
          .clause = {},
          .message = {"半角カナが使われています。", "There is half-width kana."},
          .remedy = {"全角で記載してください。", "Write it in full width."},
          .why =
              {"濁点が別の文字になり、照合や印刷で欠けることがあるため。",
               "Its voicing marks are separate characters and get lost in matching and printing."},
          .fires = R"({"declarant": {"name": "ﾐﾄﾞﾘ職業訓練ｾﾝﾀｰ"}})",
          .near_miss = R"({"declarant": {"name": "ミドリ職業訓練センター"}})"},
     .check = emit_trait<Traits::half_width_kana>,
     .when = sign::odd_characters},
    {.info = {.id = "outside-jis-x-0213",
              .severity = Severity::warning,
              .clause = {},
              .message = {"JIS X 0213にない文字（{character}）が使われています。",
                          "There is a character outside JIS X 0213 ({character})."},
              .remedy =
                  {"絵文字や外字であれば置き換え、氏名の文字であれば印刷できるか確認してください。",
                   "Replace emoji and private characters; for a name, make sure that it can be "
                   "printed."},
              .why = {"役所の多くのシステムで表示や印刷ができないため。",
                      "Many office systems can neither show nor print it."},
              .fires = R"({"declarant": {"name": "株式会社みどり😀"}})",
              .near_miss = R"({"declarant": {"name": "株式会社髙﨑"}})"},
     .check = outside_jis,
     .when = sign::odd_characters},
    {.info = {.id = "variation-selector",
              .severity = Severity::warning,
              .clause = {},
              .message = {"異体字セレクタ（{character}）が使われています。",
                          "There is a variation selector ({character})."},
              .remedy = {"その字形が必要か確認してください。字体が区別されない環境があります。",
                         "See whether that very glyph is needed; not every system shows it."},
              .why = {"同じ漢字が照合で一致しなかったり、□として印刷されたりするため。",
                      "The same kanji may fail to match, or be printed as a box."},
              .fires = R"({"declarant": {"name": "葛\udb40\udd00城訓練校"}})",
              .near_miss = R"({"declarant": {"name": "葛城訓練校"}})"},
     .check = emit_trait<Traits::variation_selector>,
     .when = sign::odd_characters},
    {.info =
         {.id = "names-look-alike",
          .severity = Severity::warning,
          .clause = {},
          .message = {"別の欄の名称と、見た目がほとんど同じで文字が異なります。",
                      "This name looks almost like another one on the form, but is spelt with "
                      "other characters."},
          .remedy =
              {"ー（長音）と一（漢数字）、ロと口、カと力、髙と高等の取り違えがないか確認してくだ"
               "さい。",
               "Look for mixed-up characters: ー and 一, ロ and 口, カ and 力, 髙 and 高."},
          .why = {"同じ事業者が別の事業者として扱われるため。", "One firm would be taken for two."},
          .fires =
              R"({"declarant": {"name": "エース情報"}, "subcontracting": {"subcontractors": [
                           {"name": "工一ス情報", "work": "修了証の印刷"}]}})",
          .near_miss =
              R"({"declarant": {"name": "エース情報"}, "subcontracting": {"subcontractors": [
                               {"name": "エール情報", "work": "修了証の印刷"}]}})"},
     .check = names_look_alike},
};
static_assert(complete(kTextRules));

}  // namespace

std::span<const FormRule> text_rules() { return kTextRules; }

}  // namespace tokki
