// tick_rules.hpp: rules on the boxes of rows 2, 3 and 4 (X7).
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kTickCatalog[] = {
    {.id = "tick-none",
     .title = {"□のチェック漏れ", "No box is ticked"},
     .severity = Severity::error,
     .about = {},
     .message = {"どちらの□にもチェックがありません。", "Neither box is ticked."},
     .remedy = {"当てはまる方の□を一つだけチェックしてください。",
                "Tick the one box that applies."},
     .why = {"有無や所在が決まらないと、届出の内容が確定しないため。",
             "Without an answer the declaration says nothing on this row."},
     .fires = R"({"storage_location": {"ticked": []}})",
     .near_miss = R"({"storage_location": {"ticked": ["japan_only"]}})"},
    {.id = "tick-both",
     .title = {"□の両方のチェック", "Both boxes are ticked"},
     .severity = Severity::error,
     .about = {},
     .message = {"両方の□にチェックがあります。", "Both boxes are ticked."},
     .remedy = {"当てはまる方だけを残してください。", "Keep only the one that applies."},
     .why = {"どちらが事実かを受け取る側が決めてはならないため。",
             "Which one is true is not for the reader to decide."},
     .fires = R"({"storage_location": {"ticked": ["japan_only", "abroad"]}})",
     .near_miss =
         R"({"storage_location": {"ticked": ["abroad"], "countries": ["シンガポール"],
                               "overseas_data": "日次バックアップの複製"}})"},
    {.id = "details-without-yes",
     .title = {"チェックと食い違う記載", "Details that contradict the ticked box"},
     .severity = Severity::error,
     .about = {},
     .message = {"チェックと食い違う記載があります。この欄は、もう一方の□をチェックした場"
                 "合に記載するものです。",
                 "This contradicts the box: it is to be filled in only when the other box "
                 "is ticked."},
     .remedy = {"チェックを改めるか、この欄を空欄にしてください。",
                "Tick the other box, or clear this cell."},
     .why = {"「無」としながら契約先が書かれた届出書は、どちらかが誤っているため。",
             "A form that says no and then gives particulars is wrong in one of the two."},
     .fires = R"({"subcontracting": {"ticked": ["no"]}})",
     .near_miss = R"({"subcontracting": {"ticked": ["no"],
                               "subcontractors": [{"work": "再委託は行いません"}]}})",
     .reads = "lists.none lists.negations lists.own_servers lists.dataless_work "
              "lists.generic_words lists.prompts"},
    {.id = "details-doubtful",
     .title = {"空欄でよい欄の否定文など", "Words where the ticked box asks for none"},
     .severity = Severity::review,
     .about = {},
     .message = {"空欄でよい欄に、否定の文、国内である旨又はデータを渡さない業務が書かれています。",
                 "A denial, that it is in Japan, or work without data is written where nothing is "
                 "asked for."},
     .remedy = {"チェックと食い違う内容でないか確認してください。",
                "Make sure that it does not contradict the box."},
     .why = {"「再委託は行いません」はチェックと一致しますが、文の意味は機械では決められな"
             "いため。",
             "\"We do not subcontract\" agrees with the box, but what a sentence means is "
             "for a reader."},
     .fires = R"({"subcontracting": {"ticked": ["no"],
                           "subcontractors": [{"work": "再委託は行いません"}]}})",
     .near_miss = R"({"subcontracting": {"ticked": ["no"],
                               "subcontractors": [{"name": "該当なし"}]}})",
     .reads =
         "lists.none lists.negations lists.own_servers lists.dataless_work lists.generic_words"},
    {.id = "yes-without-details",
     .title = {"チェックに対応する記載の漏れ", "The ticked box lacks its details"},
     .severity = Severity::error,
     .about = {},
     .message = {"チェックした□に対応する記載がありません。",
                 "The ticked box asks for this, and it is blank."},
     .remedy = {"この欄を記載するか、チェックを改めてください。",
                "Fill it in, or tick the other box."},
     .why = {"国名、契約先、委託内容がなければ、所在も委託先も確認できないため。",
             "Without country, provider or work nobody can tell where the data is or who "
             "handles it."},
     .fires = R"({"online_storage": {"services": [
                           {"name": "さくらのクラウド", "data_location": "日本国内"}]}})",
     .near_miss = R"({"online_storage": {"services": [
                               {"name": "さくらのクラウド", "provider": "さくらインターネット株式会社",
                                "countries": ["日本"]}]}})"},
};

}  // namespace tokki::inline v0::internal
