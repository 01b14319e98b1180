// corporate_number_rules.hpp: rules on 法人番号 of the declarant and of the subcontractors. The
// form does not ask for it; given, it must be right, since parties are matched by it.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kCorporateNumberCatalog[] = {
    {.id = "corporate-number-malformed",
     .title = {"13桁の数字でない法人番号", "A corporate number without 13 digits"},
     .severity = Severity::error,
     .about = {},
     .message = {"法人番号が13桁の数字ではありません。",
                 "A corporate number has 13 digits; this has not."},
     .remedy = {"国税庁の法人番号公表サイトで確認して直すか、空欄にしてください（様式上は任意"
                "です）。",
                "Look it up and correct it, or leave it out: the form does not ask for it."},
     .why = {"事業者の同一性を法人番号で確認するため。", "Firms are told apart by it."},
     .fires = R"({"declarant": {"corporate_number": "800002013000"}})",
     .near_miss = R"({"declarant": {"corporate_number": "8000020130001"}})",
     .reads = "lists.none"},
    {.id = "corporate-number-check-digit",
     .title = {"法人番号の検査用数字の誤り", "A corporate number whose check digit is wrong"},
     .severity = Severity::error,
     .about = {},
     .message = {"法人番号の検査用数字（先頭の1桁）が合いません。",
                 "The check digit (the first one) of the corporate number does not fit."},
     .remedy = {"桁の入れ違いや写し誤りがないか確認してください。",
                "Look for swapped or mistyped digits."},
     .why = {"一桁の誤りで別の事業者を指してしまうため。", "One wrong digit names another firm."},
     .fires = R"({"declarant": {"corporate_number": "7000020130001"}})",
     .near_miss = R"({"declarant": {"corporate_number": "7000012050002"}})"},
    {.id = "corporate-number-government-code",
     .title = {"法人番号内の団体コードの誤り", "A local-government code that is wrong"},
     .severity = Severity::error,
     .about = {},
     .message = {"法人番号に含まれる地方公共団体コードの検査数字が合いません。",
                 "The local-government code inside the corporate number does not fit its "
                 "own check digit."},
     .remedy = {"総務省の全国地方公共団体コードと照らして直してください。",
                "Compare it with the official list of local-government codes."},
     .why = {"地方公共団体の法人番号は 000020 と団体コードから成るため。",
             "A local government's number is made of 000020 and its code."},
     .fires = R"({"declarant": {"corporate_number": "7000020130002"}})",
     .near_miss = R"({"declarant": {"corporate_number": "8000020130001"}})"},
    {.id = "corporate-number-notation",
     .title = {"法人番号の書き方の読替え", "How a corporate number was read"},
     .severity = Severity::note,
     .about = {},
     .message = {"法人番号に全角数字、ハイフン、空白又は見出しが使われています。数字だけとして読み"
                 "取りました。",
                 "The corporate number has full-width digits, hyphens, spaces or a label; it was "
                 "read as digits only."},
     .remedy = {"対応は不要です。半角数字13桁にそろえると照合が確実です。",
                "Nothing to do; 13 plain digits are safest for matching."},
     .why = {"他の名簿と突き合わせるときの見落としを防ぐため。",
             "Other lists may not match it as written."},
     .fires = R"({"declarant": {"corporate_number": "８０００－０２０１－３０００１"}})",
     .near_miss = R"({"declarant": {"corporate_number": "8000020130001"}})"},
};

}  // namespace tokki::inline v0::internal
