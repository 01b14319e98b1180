// subcontractor_rules.hpp: rules on row 4, and on what is entered twice anywhere on the form.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kSubcontractorCatalog[] = {
    {.id = "work-not-concrete",
     .title = {"具体的でない業務の内容", "Work that is not described concretely"},
     .severity = Severity::error,
     .about = "form.subcontracting.work",
     .message = {"委託する業務の内容が具体的ではありません。",
                 "The work entrusted is not described concretely."},
     .remedy = {"「受講者名簿の入力」のように、何を委託するかを記載してください。",
                "Say what is entrusted, as in \"entering the list of trainees\"."},
     .why = {"様式は具体的な業務内容を求めており、「業務一式」では承諾の判断ができないため。",
             "The form asks for the concrete work; consent cannot be judged on \"all work\"."},
     .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "有限会社あおば情報", "work": "業務一式"}]}})",
     .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "有限会社あおば情報", "work": "受講者募集業務一式（チラシ作成、発送）"}]}})",
     .reads = "lists.vague_work lists.undisclosed_places lists.undecided"},
    {.id = "subcontractor-is-declarant",
     .title = {"再委託先が届出者自身", "The filer as its own subcontractor"},
     .severity = Severity::error,
     .about = "form.subcontracting.name",
     .message = {"再委託先等として、届出者自身が書かれています。",
                 "The filer is named as its own subcontractor."},
     .remedy = {"再委託先等の名称を確認してください。", "Check the subcontractor's name."},
     .why = {"再委託等は第三者への委託であるため。",
             "Subcontracting is entrusting to a third party."},
     .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "㈱みどり職業訓練センター", "work": "修了証の印刷"}]}})",
     .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "みどり職業訓練センター株式会社", "work": "修了証の印刷"}]}})",
     .reads = "lists.oneself"},
    {.id = "subcontractor-mentioned",
     .title = {"「無」なのに委託先に触れている",
               "A subcontractor is mentioned though there is none"},
     .severity = Severity::review,
     .about = "form.subcontracting",
     .message = {"委託先に触れる記載がありますが、{row}は「無」です。",
                 "This speaks of a subcontractor, yet {row} says that there is none."},
     .remedy = {"電子データの取扱いを委託していないかを届出者に確認してください。",
                "Ask the filer whether any handling of electronic data is entrusted to others."},
     .why = {"委託先のサーバーに保存するのであれば、電子データの取扱いを委託していると考えられ"
             "るため。",
             "Who keeps data on a subcontractor's server entrusts its handling to others."},
     .fires = R"({"storage_media": [{"name": "委託先のサーバー"}],
                           "subcontracting": {"ticked": ["no"], "subcontractors": null}})",
     .near_miss = R"({"storage_media": [{"name": "社内PC（委託先には渡さない）"}],
                               "subcontracting": {"ticked": ["no"], "subcontractors": null}})",
     .reads = "lists.subcontractor_words lists.negations"},
    {.id = "subcontractor-perhaps-declarant",
     .title = {"届出者の支店等と思われる再委託先", "A subcontractor that may be part of the filer"},
     .severity = Severity::review,
     .about = "form.subcontracting.name",
     .message = {"再委託先等として、届出者自身の支店や学校等が書かれているようです。",
                 "The subcontractor seems to be a branch or a school of the filer itself."},
     .remedy = {"届出者とは別の法人かどうかを確認してください。",
                "Find out whether it is another legal person than the filer."},
     .why = {"再委託等は第三者への委託であり、同じ法人の支店や学校は第三者ではないため。",
             "Subcontracting is entrusting to a third party, and a branch of the same legal person "
             "is none."},
     .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "株式会社みどり職業訓練センター　立川支店", "work": "修了証の印刷"}]}})",
     .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "株式会社みどり印刷　立川支店", "work": "修了証の印刷"}]}})"},
    {.id = "entry-repeated",
     .title = {"同じ記載の重複", "The same entry twice"},
     .severity = Severity::warning,
     .about = {},
     .message = {"同じ記載が二度あります。", "The same entry is there twice."},
     .remedy = {"重複を除くか、別のものであれば違いが分かるように記載してください。",
                "Remove one, or say in what they differ."},
     .why = {"写し間違いで、書くべきものが抜けていることが多いため。",
             "It is often a slip that hides what should stand there."},
     .fires = R"({"storage_media": [{"name": "USBメモリ"}, {"name": "ＵＳＢメモリ"}]})",
     .near_miss = R"({"storage_media": [{"name": "USBメモリ1"}, {"name": "USBメモリ2"}]})"},
};

}  // namespace tokki::inline v0::internal
