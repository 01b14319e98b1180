// edition_choice_rules.hpp: rules on the edition that a form was checked with, and on the cells it
// adds to the form.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kEditionChoiceCatalog[] = {
    {.id = "edition-unknown",
     .title = {"見つからない版", "An edition that is not known"},
     .severity = Severity::error,
     .about = {},
     .message = {"この版の特記事項が見つからないため、「{edition}」で確認しました。",
                 "This edition of the terms is not known; \"{edition}\" was used instead."},
     .remedy = {"その版のファイルを --edition で渡すか、版の名前を直してください。",
                "Give its file with --edition, or correct the name of the edition."},
     .why = {"文言や様式は発注者ごとに異なり、別の版で確認した結果は当てにならないため。",
             "Offices word their terms differently: what another edition says may not hold."},
     .fires = R"({"contract": {"edition": "nowhere/1"}})",
     .near_miss = R"({"contract": {"edition": "itaku-kunren"}})"},
    {.id = "edition-not-in-force",
     .title = {"契約日に効力のない版", "An edition not in force for the contract"},
     .severity = Severity::warning,
     .about = {},
     .message = {"{contract}の契約に、特記事項の版「{edition}」（有効期間 {validity}）は効力が"
                 "ありません。",
                 "For a contract of {contract} the edition \"{edition}\" (in force {validity}) is "
                 "not in force."},
     .remedy = {"契約日を確認し、その日に効力のある版で確認し直してください。",
                "Check the contract's day, and check again with the edition of that day."},
     .why = {"契約に添付された特記事項は、その契約日のものであるため。",
             "The terms attached to a contract are those of its day."},
     .fires = R"({"contract": {"concluded_on": "令和7年3月31日"}})",
     .near_miss = R"({"contract": {"concluded_on": "令和7年4月1日"}})",
     .reads = "validity",
     .under = R"({"valid_from": "令和7年4月1日"})"},
    {.id = "extensions-invalid",
     .title = {"追加欄の記載の誤り", "An office's own cells filled in wrongly"},
     .severity = Severity::error,
     .about = {},
     .message = {"追加欄の記載が、この版の定め {expected} に合いません。",
                 "What is written here does not match what the edition asks for: {expected}."},
     .remedy = {"定めに合うように改めてください（tokki schema declaration で確認できます）。",
                "Correct it to match; tokki schema declaration shows the whole."},
     .why = {"発注者が様式に加えた欄も、届出の一部であるため。",
             "The cells that an office adds to the form are part of the declaration."},
     .fires = R"({"extensions": {"trainees": "二十人"}})",
     .near_miss = R"({"extensions": {"trainees": 20}})",
     .reads = "extensions_schema",
     .under = R"({"extensions_schema": {"properties": {"trainees": {"type": "integer"}}}})"},
    {.id = "extensions-missing",
     .title = {"追加欄の不足", "A missing item of the edition’s own"},
     .severity = Severity::error,
     .about = {},
     .message = {"この版が求める追加欄「{label}」の記載がありません。",
                 "The edition asks for \"{label}\", an item of its own, which is missing."},
     .remedy = {"extensions の中に記載してください（tokki schema declaration で確かめられます）。",
                "Add it to extensions; tokki schema declaration shows the whole."},
     .why = {"発注者が様式に加えた欄も、届出の一部であるため。",
             "The cells that an office adds to the form are part of the declaration."},
     .fires = R"({"extensions": {"rooms": 2}})",
     .near_miss = R"({"extensions": {"manager": "係長　山川"}})",
     .reads = "extensions_schema",
     .under = R"({"extensions_schema": {"required": ["manager"],
                  "properties": {"manager": {"type": "string", "title": "情報管理責任者"}}}})"},
};

}  // namespace tokki::inline v0::internal
