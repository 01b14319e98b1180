// row_4_rules.hpp: rules on row 4 of each form against the chain's subcontracts (F4, F.change, X3,
// X4, X10).
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kRow4Catalog[] = {
    {.id = "subcontracting-denied",
     .title = {"「無」なのに再委託がある", "“No subcontracting”, yet there is some"},
     .severity = Severity::error,
     .about = "form.subcontracting",
     .message = {"届出書では再委託等が「無」ですが、電子データを取り扱う委託があります。",
                 "The form says that there is no subcontracting, but there is, with "
                 "electronic data."},
     .remedy = {"{row}を「有」とし、再委託先等の名称と業務内容を記載して再度届け出てください。",
                "Tick \"yes\" in {row}, name the subcontractor and its work, and file "
                "again."},
     .why = {"二以上の段階にわたる委託も、子会社への委託も、予定も「有」に含まれるため。",
             "Every tier, subsidiaries and plans included, counts as \"yes\"."},
     .fires = R"([{"op": "replace", "path": "/declarations/1/declaration/subcontracting",
                           "value": {"ticked": ["no"]}},
                          {"op": "replace", "path": "/declarations/1/declaration/declared_on",
                           "value": "令和7年6月2日"}])",
     .near_miss = R"([{"op": "replace", "path": "/declarations/2/declaration/declared_on",
                               "value": "令和7年6月2日"}])"},
    {.id = "subcontractor-not-on-form",
     .title = {"様式にない再委託先", "A subcontractor missing from the form"},
     .severity = Severity::error,
     .about = "form.subcontracting.name",
     .message = {"電子データを取り扱う再委託先が、委託元の届出書の{row}に記載されていません。",
                 "A subcontractor that handles electronic data is not named in {row} of "
                 "the form of the party it works for."},
     .remedy = {"{row}に名称と業務内容を加えて再度届け出てください。",
                "Add its name and work to {row}, and file again."},
     .why = {"再委託先等の名称は、すべて届け出るものであるため。",
             "Every subcontractor is to be named."},
     .fires = R"([{"op": "remove",
                "path": "/declarations/1/declaration/subcontracting/subcontractors/0"},
                {"op": "replace", "path": "/declarations/1/declaration/declared_on",
                 "value": "令和7年6月2日"}])",
     .near_miss = R"([{"op": "replace",
                "path": "/declarations/1/declaration/subcontracting/subcontractors/0/name",
                "value": "(同)そら印刷"}])"},
    {.id = "subcontractor-perhaps-not-on-form",
     .title = {"様式にない、データ取扱い不明の再委託先",
               "A subcontractor perhaps missing from the form"},
     .severity = Severity::review,
     .about = "form.subcontracting",
     .message = {"委託先が届出書の{row}に記載されていません。電子データを取り扱うかどうかは記録"
                 "されていません。",
                 "The subcontractor is not in {row} of the form, and nobody says whether "
                 "it handles electronic data."},
     .remedy = {"電子データの取扱いの有無を確認し、取り扱う場合は再度届け出てください。",
                "Find out whether it does; if so, the form is to be filed again."},
     .why = {"この欄は電子データの取扱いの委託を尋ねるもので、それ以外の委託は記載を要しないた"
             "め。",
             "This row asks about entrusting electronic data, and nothing else."},
     .fires = R"([{"op": "add", "path": "/subcontracts/-", "value": {
                             "from": "midori", "to": "sora", "work": "教材の印刷"}},
                          {"op": "remove",
                           "path": "/declarations/0/declaration/subcontracting/subcontractors/1"}])",
     .near_miss = R"([{"op": "add", "path": "/subcontracts/-", "value": {
                                 "from": "midori", "to": "sora", "work": "教材の印刷",
                                 "handles_electronic_data": false}},
                              {"op": "remove",
                   "path": "/declarations/0/declaration/subcontracting/subcontractors/1"}])"},
    {.id = "declaration-stale",
     .title = {"再度の届出のない新たな委託", "A new subcontract that was not declared"},
     .severity = Severity::error,
     .about = "declaration.change",
     .message = {"届出（{filed}）の後に始まる委託（{start}）が、再度の届出に反映されていませ"
                 "ん。",
                 "A subcontract starting on {start}, after the form was filed on {filed}, "
                 "has not been declared by filing again."},
     .remedy = {"{row}にこの再委託先を加えて、再度届出を行ってください。",
                "Add the subcontractor to {row} and file again."},
     .why = {"届出事項に変更があった場合には、再度届出を行う必要があるため。後に生じた予定も変"
             "更に当たります。",
             "When what was declared changes, the form is filed again; a plan that arises "
             "later is a change."},
     .fires = R"([{"op": "remove",
                "path": "/declarations/1/declaration/subcontracting/subcontractors/0"}])",
     .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/starts_on",
                               "value": "令和7年10月1日"}])"},
    {.id = "declaration-perhaps-stale",
     .title = {"再度の届出を要するか不明の委託", "A new subcontract perhaps to be declared"},
     .severity = Severity::review,
     .about = "declaration.change",
     .message = {"届出（{filed}）の後に始まる委託（{start}）があります。電子データを取り扱うか"
                 "どうかは記録されていません。",
                 "A subcontract starts on {start}, after the form was filed on {filed}; "
                 "nobody says whether it handles electronic data."},
     .remedy =
         {"電子データの取扱いの有無を確認し、取り扱う場合は{row}に加えて再度届け出てください。",
          "Find out whether it does; if so, it is to be added to {row} and the form filed again."},
     .why = {"届出事項の変更に当たるかは、電子データの取扱いの有無によるため。",
             "Whether the declared matters changed depends on that."},
     .fires = R"([{"op": "add", "path": "/subcontracts/-", "value": {
                             "from": "midori", "to": "sora", "work": "教材の印刷",
                             "starts_on": "令和7年10月1日"}},
                          {"op": "remove",
                           "path": "/declarations/0/declaration/subcontracting/subcontractors/1"}])",
     .near_miss = R"([{"op": "add", "path": "/subcontracts/-", "value": {
                                 "from": "midori", "to": "sora", "work": "教材の印刷",
                                 "starts_on": "令和7年10月1日"}}])"},
    {.id = "subcontract-perhaps-ended",
     .title = {"様式にない業務があるらしい委託", "Work that seems to be missing from the form"},
     .severity = Severity::review,
     .about = "declaration.change",
     .message =
         {"前の届出書に記載されていた再委託先が、新しい届出書の{row}"
          "にありません。委託が終わったかど"
          "うかは記録されていません。",
          "A subcontractor that an earlier form named is not in {row} of the new one. Nothing "
          "says whether its work has ended."},
     .remedy = {"委託が終わっていれば、その最後の日を ends_on "
                "に記載してください。続いていれば、{row}に記載"
                "して再度届け出てください。",
                "If the work has ended, give its last day under ends_on. If it goes on, name it in "
                "{row} and file again."},
     .why = {"委託が終わった後の届出書には記載を要せず、その時からは「無」が正しいため。",
             "Once the work has ended the form need not name it, and \"no\" is right from then "
             "on."},
     .fires = R"([{"op": "copy", "from": "/declarations/1", "path": "/declarations/-"},
                {"op": "replace", "path": "/declarations/3/declaration/id", "value": "d4"},
                {"op": "replace", "path": "/declarations/3/declaration/declared_on",
                 "value": "令和7年10月1日"},
                {"op": "replace", "path": "/declarations/3/declaration/subcontracting",
                 "value": {"ticked": ["no"]}}])",
     .near_miss = R"([{"op": "copy", "from": "/declarations/1", "path": "/declarations/-"},
                {"op": "replace", "path": "/declarations/3/declaration/id", "value": "d4"},
                {"op": "replace", "path": "/declarations/3/declaration/declared_on",
                 "value": "令和7年10月1日"},
                {"op": "replace", "path": "/declarations/3/declaration/subcontracting",
                 "value": {"ticked": ["no"]}},
                {"op": "add", "path": "/subcontracts/1/ends_on", "value": "令和7年9月30日"}])"},
    {.id = "second-work-not-on-form",
     .title = {"様式にない二つ目の業務", "A second piece of work missing from the form"},
     .severity = Severity::review,
     .about = "declaration.change",
     .message = {"再委託先の名称は届出書の{row}"
                 "にありますが、その者に委託した業務のうちに、記載されていない"
                 "ものがあるようです。",
                 "The subcontractor is named in {row} of the form, but it seems that some of the "
                 "work entrusted to it is not."},
     .remedy = {"この業務が{row}に記載されたものに含まれるか確認し、含まれなければ、{row}"
                "に加えて再度届け出てく"
                "ださい。",
                "See whether what {row} says covers this work; if not, add it to {row} and "
                "file again."},
     .why = {"この欄には再委託先等の業務内容も記載するものであり、業務が加わることも変更に当たるた"
             "め。",
             "This row asks for the work, too; further work is a change of what was declared."},
     .fires = R"([{"op": "copy", "from": "/subcontracts/1", "path": "/subcontracts/-"},
                      {"op": "replace", "path": "/subcontracts/2/work", "value": "修了証の発送"}])",
     .near_miss = R"([{"op": "copy", "from": "/subcontracts/1", "path": "/subcontracts/-"},
                {"op": "replace", "path": "/subcontracts/2/work", "value": "修了証の発送"},
                {"op": "add",
                 "path": "/declarations/1/declaration/subcontracting/subcontractors/-",
                 "value": {"name": "合同会社そら印刷", "work": "修了証の郵送"}}])"},
    {.id = "named-subcontractor-not-in-chain",
     .title = {"案件にない様式の再委託先", "A named subcontractor that is no party"},
     .severity = Severity::error,
     .about = "form.subcontracting.name",
     .message = {"届出書に記載された再委託先が、この案件の事業者にありません。",
                 "The subcontractor named on the form is not among the parties."},
     .remedy = {"再委託等の一覧に漏れがあれば加え、届出書の誤りであれば再度届け出てくださ"
                "い。",
                "Add it to the subcontracts if it is missing there; if the form is wrong, "
                "file it again."},
     .why = {"承諾も届出もない再委託先が隠れている可能性があるため。",
             "It may be a subcontractor without consent or declaration."},
     .fires = R"([{"op": "add",
                "path": "/declarations/0/declaration/subcontracting/subcontractors/-",
                "value": {"name": "株式会社うみ警備", "work": "入退室記録の保管"}}])",
     .near_miss = R"([{"op": "add",
                "path": "/declarations/0/declaration/subcontracting/subcontractors/-",
                "value": {"name": "該当なし", "work": "該当なし"}}])"},
    {.id = "named-subcontractor-nearly-matches",
     .title = {"名称のよく似た再委託先", "A named subcontractor that nearly matches"},
     .severity = Severity::review,
     .about = "form.subcontracting.name",
     .message = {"届出書の再委託先の名称は、委託先とよく似ていますが一致しません。同じ者とし"
                 "ては扱っていません。",
                 "The subcontractor's name on the form is like that of the party entrusted, "
                 "but not the same. They were not taken for one."},
     .remedy = {"同じ事業者であれば名称を揃えてください。",
                "If they are one firm, write the name alike."},
     .why = {"似ているだけの名称を黙って同じ者とみなさないため。",
             "What is merely alike is never merged silently."},
     .fires = R"([{"op": "replace", "path": "/parties/2/name", "value": "合同会社ソラデータ"},
                {"op": "replace",
                 "path": "/declarations/1/declaration/subcontracting/subcontractors/0/name",
                 "value": "合同会社ソラデ一タ"}])",
     .near_miss = R"([{"op": "replace",
                "path": "/declarations/1/declaration/subcontracting/subcontractors/0/name",
                "value": "(同)そら印刷"}])"},
    {.id = "named-subcontractor-elsewhere",
     .title = {"別の者の下にある再委託先", "A named subcontractor of somebody else"},
     .severity = Severity::review,
     .about = "form.subcontracting.name",
     .message = {"届出書に記載された再委託先は、この届出者の下にはありません。",
                 "The subcontractor named on the form does not stand beneath the filer."},
     .remedy = {"誰からの委託か確認し、再委託等の一覧か届出書を直してください。",
                "Find out who entrusted it, and correct the subcontracts or the form."},
     .why = {"届出書と再委託等の一覧が食い違っているため。",
             "The form and the subcontracts disagree."},
     .fires = R"([{"op": "replace", "path": "/declarations/2/declaration/subcontracting",
                           "value": {"ticked": ["yes"], "subcontractors": [
                             {"name": "有限会社あおば情報", "work": "名簿の照合"}]}}])",
     .near_miss = R"([{"op": "remove",
                "path": "/declarations/0/declaration/subcontracting/subcontractors/0"}])"},
    {.id = "lower-tier-not-on-form",
     .title = {"様式にない第2段階以下の再委託先", "A lower-tier subcontractor not on the form"},
     .severity = Severity::undetermined,
     .about = "form.subcontracting.planned",
     .message = {"第{tier, number}段階の再委託先が、乙の届出書の{row}に記載されていません。記載を"
                 "要するかは様式の文言からは定まりません：「{wording}」",
                 "The subcontractor at tier {tier, number} is not in {row} of the "
                 "contractor's form. Whether it must be is left open by the wording: "
                 "“{wording}”"},
     .remedy = {"乙の届出書への記載を求めるかを決めてください。",
                "Decide whether the contractor's own form must name it."},
     .why = {"下の段階の名称を誰の届出書に書くかを、様式が述べていないため。",
             "On whose form lower tiers are to be named, the form does not say."},
     .fires = R"([{"op": "remove",
                "path": "/declarations/0/declaration/subcontracting/subcontractors/1"}])",
     .near_miss = R"([{"op": "remove",
                "path": "/declarations/0/declaration/subcontracting/subcontractors/0"}])"},
};

}  // namespace tokki::inline v0::internal
