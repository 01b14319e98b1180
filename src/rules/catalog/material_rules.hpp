// material_rules.hpp: rules on material of 甲's that is passed on: 甲's approval in advance, and
// recall as 甲 instructs (A3.3, A8). Consent to subcontract is not approval to pass material on.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kMaterialCatalog[] = {
    {.id = "material-not-approved",
     .title = {"承認なく渡された資料等", "Material passed on without approval"},
     .severity = Severity::error,
     .about = "material.approval",
     .message = {"甲の承認の記録がないまま、甲の資料等が再委託先に渡されています。",
                 "Material of the client's was passed on, and no approval of the client is "
                 "on record."},
     .remedy = {"承認を得ていればその日を approved_on "
                "に記載してください。得ていなければ、乙は甲に報告する必要があります。",
                "If there was approval, give its day under approved_on. If not, the contractor "
                "must report to the client."},
     .why = {"再委託の承諾は、資料等を渡すことの承認ではないため。",
             "Consent to subcontract is not approval to hand over material."},
     .fires = R"([{"op": "remove", "path": "/subcontracts/0/materials/0/approved_on"}])",
     .near_miss = R"([{"op": "remove", "path": "/subcontracts/0/materials/0/approved_on"},
                              {"op": "remove", "path": "/subcontracts/0/materials/0/passed_on"}])"},
    {.id = "material-approved-late",
     .title = {"渡した後の承認", "Approval after the material was passed on"},
     .severity = Severity::error,
     .about = "material.approval",
     .message = {"承認（{approved}）が、資料等を渡した日（{passed}）より後です。",
                 "The approval of {approved} came after the material was passed on, on "
                 "{passed}."},
     .remedy = {"日付に誤りがなければ、乙は甲に報告する必要があります。",
                "If the dates are right, the contractor must report to the client."},
     .why = {"承認は「あらかじめ」得るものであるため。", "Approval must be had in advance."},
     .fires = R"([{"op": "replace", "path": "/subcontracts/0/materials/0/approved_on",
                           "value": "令和7年4月15日"}])",
     .near_miss = R"([{"op": "replace", "path": "/subcontracts/0/materials/0/approved_on",
                               "value": "令和7年4月13日"}])"},
    {.id = "material-approved-same-day",
     .title = {"渡した日と同じ日の承認", "Approval on the day of passing on"},
     .severity = Severity::undetermined,
     .about = "material.approval",
     .message = {"承認と、資料等を渡したのが同じ日（{passed}）で、先後が分かりません。",
                 "Approval and passing on are of the same day, {passed}; which came first is "
                 "not known."},
     .remedy = {"承認と受渡しの時刻が分かる記録を確認してください。",
                "A record of the times would settle it."},
     .why = {"「あらかじめ」は渡す前をいい、日付だけでは決まらないため。",
             "\"In advance\" means before; a day alone does not tell."},
     .fires = R"([{"op": "replace", "path": "/subcontracts/0/materials/0/approved_on",
                           "value": "令和7年4月14日"}])",
     .near_miss = R"([{"op": "replace", "path": "/subcontracts/0/materials/0/approved_on",
                               "value": "令和7年4月13日"}])"},
    {.id = "material-approval-order-unknown",
     .title = {"渡した日との先後が分からない承認", "Approval of unknown order"},
     .severity = Severity::undetermined,
     .about = "material.approval",
     .message =
         {"承認の記録はありますが、資料等を渡す前であったかが分かりません。{ahead, select, yes "
          "{承認の日（{approved}）はまだ来ていません。} other {承認の日又は渡した日が読み取れ"
          "ません。}}",
          "There is an approval on record, but nobody can tell whether it came before the "
          "material was passed on. {ahead, select, yes {It is dated {approved}, a day that "
          "has not come yet.} other {The day of the approval or of the passing on cannot be "
          "read.}}"},
     .remedy = {"承認の記録を確認し、approved_on と passed_on の日付を直してください。",
                "Look at the approval, and correct the days under approved_on and passed_on."},
     .why =
         {"日付の読めない承認も記録された承認であり、ないものとも、あらかじめ得たものとも扱えない"
          "ため。",
          "An approval whose day cannot be read is on record all the same: it is neither absent "
          "nor in time."},
     .fires = R"([{"op": "replace", "path": "/subcontracts/0/materials/0/approved_on",
                           "value": "令和7年2月30日"}])",
     .near_miss = R"([{"op": "remove", "path": "/subcontracts/0/materials/0/approved_on"}])"},
    {.id = "material-passing-unrecorded",
     .title = {"渡した日の分からない資料等", "Material whose passing on is not dated"},
     .severity = Severity::undetermined,
     .about = "material.approval",
     .message =
         {"資料等が記載されていますが、渡した日が分からず、{approval, select, yes {承認がそれより"
          "前であったか} other {承認の記録もないため、承認なしに渡されたか}}が分かりません。",
          "Material is listed, but the day on which it was passed on is not known, and so "
          "nobody can tell whether {approval, select, yes {the approval came before that} "
          "other {it was passed on without an approval, of which there is no record}}."},
     .remedy =
         {"渡したのであればその日を passed_on に、甲の承認の日を approved_on に記載し、渡していな"
          "ければこの行を除いてください。",
          "If it was passed on, give the day under passed_on, and that of the client's "
          "approval under approved_on; if not, remove the entry."},
     .why = {"甲の資料等を渡すには、あらかじめ甲の承認が要るため。",
             "Passing on the client's material needs its approval in advance."},
     .fires = R"([{"op": "remove", "path": "/subcontracts/0/materials/0/approved_on"},
                          {"op": "remove", "path": "/subcontracts/0/materials/0/passed_on"}])",
     .near_miss = R"([{"op": "remove", "path": "/subcontracts/0/materials/0/passed_on"}])"},
    {.id = "material-to-recall",
     .title = {"回収されていない資料等", "Material that is to be recalled"},
     .severity = Severity::warning,
     .about = "material.recall",
     .message = {"甲が回収を指示しましたが（{instructed}）、回収の記録がありません。",
                 "The client instructed recall on {instructed}; no recall is on record."},
     .remedy = {"指示のとおり回収し、その日を recalled_on に記載してください。期限は指示の内容"
                "によります。",
                "Recall it as instructed, and give the day under recalled_on. By when is for "
                "the instruction to say."},
     .why = {"承認を得て渡した資料等は、甲の指示により回収するものであるため。",
             "Material passed on with approval is recalled as the client instructs."},
     .fires = R"([{"op": "add",
                "path": "/subcontracts/0/materials/0/recall_instructed_on",
                "value": "令和8年4月1日"}])",
     .near_miss = R"([{"op": "add",
                "path": "/subcontracts/0/materials/0/recall_instructed_on",
                "value": "令和8年4月1日"},
                {"op": "add", "path": "/subcontracts/0/materials/0/recalled_on",
                 "value": "令和8年4月3日"}])"},
    {.id = "unapproved-material-to-recall",
     .title = {"承認なく渡され、回収されていない資料等",
               "Unapproved material that is to be recalled"},
     .severity = Severity::warning,
     .about = "instruction",
     .message =
         {"甲が回収を指示しましたが（{instructed}）、回収の記録がありません。承認を得て渡した"
          "資料等ではないため、この指示は甲の一般の指示によるものです。",
          "The client instructed recall on {instructed}; no recall is on record. The "
          "material was not passed on with approval, so this is an instruction like any "
          "other of the client's."},
     .remedy = {"指示のとおり回収し、その日を recalled_on に記載してください。期限は指示の内容"
                "によります。",
                "Recall it as instructed, and give the day under recalled_on. By when is for "
                "the instruction to say."},
     .why =
         {"回収の定めは承認を得て渡した資料等についてのもので、承認のない資料等の回収は、甲の指示に"
          "従う定めによるため。",
          "The clause on recall is about material passed on with approval; where there was none, "
          "the instruction rests on the clause on the client's instructions."},
     .fires = R"([{"op": "remove", "path": "/subcontracts/0/materials/0/approved_on"},
                {"op": "add", "path": "/subcontracts/0/materials/0/recall_instructed_on",
                 "value": "令和8年4月1日"}])",
     .near_miss = R"([{"op": "add",
                "path": "/subcontracts/0/materials/0/recall_instructed_on",
                "value": "令和8年4月1日"}])"},
    {.id = "material-days-contradict",
     .title = {"渡した日より前の回収の日", "A recall before the passing on"},
     .severity = Severity::error,
     .about = "material.recall",
     .message = {"回収の日（{recalled}）が、渡した日（{passed}）より前です。",
                 "It was recalled on {recalled}, before it was passed on, on {passed}."},
     .remedy = {"日付を確認してください。", "Check the dates."},
     .why = {"渡す前に回収することはできないため。",
             "Nothing can be recalled before it is passed on."},
     .fires = R"([{"op": "add", "path": "/subcontracts/0/materials/0/recalled_on",
                           "value": "令和7年4月1日"}])",
     .near_miss = R"([{"op": "add", "path": "/subcontracts/0/materials/0/recalled_on",
                               "value": "令和7年4月14日"}])"},
};

}  // namespace tokki::inline v0::internal
