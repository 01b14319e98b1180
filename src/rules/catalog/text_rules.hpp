// text_rules.hpp: rules on the characters of the form: invisible, unprintable or deceptive ones.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kTextCatalog[] = {
    {.id = "bidi-control",
     .title = {"並びを変える制御文字", "A character that reorders the text"},
     .severity = Severity::error,
     .about = {},
     .message = {"文字の並びを見かけ上変える制御文字（{character}）が含まれています。",
                 "There is a control character ({character}) that reorders what is displayed."},
     .remedy = {"この欄を入力しなおしてください。", "Type this cell anew."},
     .why = {"見えている名称と実際の名称を違わせることができるため。",
             "It can make a name look like another one."},
     .fires = R"({"declarant": {"name": "株式会社\u202Eみどり"}})",
     .near_miss = R"({"declarant": {"name": "株式会社みどり"}})"},
    {.id = "zero-width-character",
     .title = {"目に見えない文字", "An invisible character"},
     .severity = Severity::error,
     .about = {},
     .message = {"目に見えない文字（{character}）が含まれています。",
                 "There is an invisible character ({character})."},
     .remedy = {"この欄を入力しなおしてください。", "Type this cell anew."},
     .why = {"同じに見える名称が一致しなくなるため。", "Names that look the same would not match."},
     .fires = R"({"declarant": {"name": "株式会社\u200Bみどり"}})",
     .near_miss = R"({"declarant": {"name": "株式会社　みどり"}})"},
    {.id = "control-character",
     .title = {"制御文字", "A control character"},
     .severity = Severity::warning,
     .about = {},
     .message = {"タブなどの制御文字（{character}）が含まれています。",
                 "There is a control character ({character}), such as a tab."},
     .remedy = {"空白又は読点に置き換えてください。", "Replace it with a space or a comma."},
     .why = {"帳票や一覧で桁がずれるため。", "It breaks columns in lists and printed forms."},
     .fires = R"({"declarant": {"address": "東京都八王子市\t明神町1-2-3"}})",
     .near_miss = R"({"declarant": {"address": "東京都八王子市\n明神町1-2-3"}})"},
    {.id = "half-width-kana",
     .title = {"半角カナ", "Half-width kana"},
     .severity = Severity::warning,
     .about = {},
     .message = {"半角カナが使われています。", "There is half-width kana."},
     .remedy = {"全角で記載してください。", "Write it in full width."},
     .why = {"濁点が別の文字になり、照合や印刷で欠けることがあるため。",
             "Its voicing marks are separate characters and get lost in matching and printing."},
     .fires = R"({"declarant": {"name": "ﾐﾄﾞﾘ職業訓練ｾﾝﾀｰ"}})",
     .near_miss = R"({"declarant": {"name": "ミドリ職業訓練センター"}})"},
    {.id = "outside-jis-x-0213",
     .title = {"JIS X 0213にない文字", "A character outside JIS X 0213"},
     .severity = Severity::warning,
     .about = {},
     .message = {"JIS X 0213にない文字（{character}）が使われています。",
                 "There is a character outside JIS X 0213 ({character})."},
     .remedy = {"絵文字や外字であれば置き換え、氏名の文字であれば印刷できるか確認してください。",
                "Replace emoji and private characters; for a name, make sure that it can be "
                "printed."},
     .why = {"役所の多くのシステムで表示や印刷ができないため。",
             "Many office systems can neither show nor print it."},
     .fires = R"({"declarant": {"name": "株式会社みどり😀"}})",
     .near_miss = R"({"declarant": {"name": "株式会社髙﨑"}})"},
    {.id = "variation-selector",
     .title = {"異体字セレクタ", "A variation selector"},
     .severity = Severity::warning,
     .about = {},
     .message = {"異体字セレクタ（{character}）が使われています。",
                 "There is a variation selector ({character})."},
     .remedy = {"その字形が必要か確認してください。字体が区別されない環境があります。",
                "See whether that very glyph is needed; not every system shows it."},
     .why = {"同じ漢字が照合で一致しなかったり、□として印刷されたりするため。",
             "The same kanji may fail to match, or be printed as a box."},
     .fires = R"({"declarant": {"name": "葛\uDB40\uDD00城訓練校"}})",
     .near_miss = R"({"declarant": {"name": "葛城訓練校"}})"},
    {.id = "names-look-alike",
     .title = {"見た目が同じで異なる名称", "Names that look alike"},
     .severity = Severity::warning,
     .about = {},
     .message = {"別の欄の名称と、見た目がほとんど同じで文字が異なります。",
                 "This name looks almost like another one on the form, but is spelt with "
                 "other characters."},
     .remedy = {"ー（長音）と一（漢数字）、ロと口、カと力、髙と高等の取り違えがないか確認してくだ"
                "さい。",
                "Look for mixed-up characters: ー and 一, ロ and 口, カ and 力, 髙 and 高."},
     .why = {"同じ事業者が別の事業者として扱われるため。", "One firm would be taken for two."},
     .fires =
         R"({"declarant": {"name": "エース情報"}, "subcontracting": {"subcontractors": [
                           {"name": "工一ス情報", "work": "修了証の印刷"}]}})",
     .near_miss =
         R"({"declarant": {"name": "エース情報"}, "subcontracting": {"subcontractors": [
                               {"name": "エール情報", "work": "修了証の印刷"}]}})"},
};

}  // namespace tokki::inline v0::internal
