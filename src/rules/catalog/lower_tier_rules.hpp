// lower_tier_rules.hpp: rules on a party's form against the tiers below it (X2), on how far 甲's
// inspection reaches, and on the certificates that may take its place (A10, X12).
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kLowerTierCatalog[] = {
    {.id = "japan-only-contradicted-beneath",
     .title = {"「日本国内のみ」の下に国外の再委託先",
               "“Japan only” with data abroad further down"},
     .severity = Severity::review,
     .about = "form.japan_only",
     .message = {"この届出書は「日本国内のみ」ですが、その下の再委託先（第{tier, number}段階）"
                 "の届出書は国外への保存（{named, select, yes {{country}} other {国名なし}}）"
                 "を示しています。",
                 "This form says Japan only, but beneath it the form of a subcontractor at "
                 "tier {tier, number} tells of data kept abroad ({named, select, yes "
                 "{{country}} other {no country named}})."},
     .remedy = {"その再委託先が扱うデータがこの届出者の届出に含まれるべきものかを確認してくだ"
                "さい。届出は各者がそれぞれ行います。",
                "Make sure whether that data belongs on this form too. Each party files for "
                "itself."},
     .why = {"契約全体では、データが国外に置かれているため。",
             "For the contract as a whole, data lies abroad."},
     .fires = R"([{"op": "replace", "path": "/declarations/2/declaration/storage_location",
                           "value": {"ticked": ["abroad"], "countries": ["米国"],
                                     "overseas_data": "印刷機の稼働記録"}}])",
     .near_miss = R"([{"op": "replace", "path": "/declarations/0/declaration/storage_location",
                               "value": {"ticked": ["abroad"], "countries": ["米国"],
                                         "overseas_data": "受講者の出欠"}}])"},
    {.id = "online-storage-beneath",
     .title = {"「無」の下にクラウドの再委託先", "“No online storage” with some further down"},
     .severity = Severity::review,
     .about = "form.online_storage",
     .message = {"この届出書はオンラインストレージの利用が「無」ですが、その下の再委託先の届出"
                 "書では「有」です。",
                 "This form says that no online storage is used, but the form of a "
                 "subcontractor beneath it says that one is."},
     .remedy = {"その利用がこの届出者の業務にも及ぶかを確認してください。届出は各者がそれぞれ"
                "行います。",
                "Make sure whether it serves this party's work too. Each party files for "
                "itself."},
     .why = {"契約全体では、オンラインストレージが使われているため。",
             "For the contract as a whole, online storage is in use."},
     .fires = R"([{"op": "replace", "path": "/declarations/2/declaration/online_storage",
                           "value": {"ticked": ["yes"], "services": [
                             {"name": "さくらのクラウド",
                              "provider": "さくらインターネット株式会社",
                              "data_location": "日本国内（石狩市）"}]}}])",
     .near_miss = R"([{"op": "replace", "path": "/declarations/0/declaration/online_storage",
                               "value": {"ticked": ["yes"], "services": [
                                 {"name": "さくらのクラウド",
                                  "provider": "さくらインターネット株式会社",
                                  "data_location": "日本国内（石狩市）"}]}}])"},
    {.id = "inspection-reach-open",
     .title = {"立ち入り検査の及ぶ範囲が不明", "How far down inspection reaches is open"},
     .severity = Severity::undetermined,
     .about = "inspection.reach",
     .message = {"第2段階以下の事業者（{parties, number}者）に甲の立ち入り検査が及ぶかは、条項"
                 "の文言からは定まりません。",
                 "Whether the client may inspect at tier 2 and below (parties there: "
                 "{parties, number}) is left open by the wording."},
     .remedy = {"検査を予定する場合は、再委託の契約に検査を受ける旨の定めがあるか確認してくだ"
                "さい。",
                "Where an inspection is planned, look for a clause in the subcontract that "
                "allows it."},
     .why = {"検査の対象を表す語が、すべての段階の再委託等の相手方を表す語と異なるため。",
             "The word for those who may be inspected is not the one defined for "
             "counterparties at every tier."},
     .fires = R"([{"op": "test", "path": "/contract/contractor", "value": "midori"}])",
     .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/from", "value": "midori"}])"},
    {.id = "certificate-expired",
     .title = {"期限の切れた認証", "A certificate that had expired"},
     .severity = Severity::review,
     .about = "inspection.certificate",
     .message = {"依拠した日（{relied}）には、認証の有効期限（{until}）が過ぎていました。",
                 "The certificate had expired on {until} when it was relied on, on "
                 "{relied}."},
     .remedy = {"更新された認証があるか、検査等によって改めて確認するかを判断してください。",
                "Decide: is there a renewed one, or is an inspection called for?"},
     .why = {"認証の有効期間についての定めはなく、期限の切れた認証で足りるかは人が判断するもの"
             "であるため。",
             "The terms do not say how long a certificate is good for; a person decides."},
     .fires = R"([{"op": "add", "path": "/certificates", "value": [
                           {"party": "aoba", "standard": "ISO/IEC 27001",
                            "valid_until": "令和7年3月31日", "relied_on": "令和7年4月1日"}]}])",
     .near_miss = R"([{"op": "add", "path": "/certificates", "value": [
                               {"party": "aoba", "standard": "ISO/IEC 27001",
                                "valid_until": "令和7年3月31日", "relied_on": "令和7年3月31日"}]}])"},
    {.id = "certificate-validity-unstated",
     .title = {"期限の分からない認証", "A certificate of unknown validity"},
     .severity = Severity::undetermined,
     .about = "inspection.certificate",
     .message = {"認証の有効期限が記録されていません。",
                 "Nobody says until when the certificate is valid."},
     .remedy = {"認証書を確認し、valid_until に有効期限を記載してください。",
                "Look at the certificate, and give its last day under valid_until."},
     .why = {"依拠した日に有効であったことは、期限の記録がなければ確認できないため。",
             "That it was valid when relied on shows only from its last day."},
     .fires = R"([{"op": "add", "path": "/certificates", "value": [
                           {"party": "aoba", "standard": "ISO/IEC 27001"}]}])",
     .near_miss = R"([{"op": "add", "path": "/certificates", "value": [
                               {"party": "aoba", "standard": "ISO/IEC 27001",
                                "valid_until": "令和9年3月31日"}]}])"},
    {.id = "certificate-not-international",
     .title = {"国際的と分からない認証", "A certificate that may not be international"},
     .severity = Severity::review,
     .about = "inspection.certificate",
     .message = {"国際的なセキュリティの第三者認証であるかが、記載からは分かりません。",
                 "It does not show that this is an international third-party certification of "
                 "security."},
     .remedy =
         {"認証書を確認し、国際規格（ISO/IEC 27001等）による第三者認証であれば、規格名を standard "
          "に記載するか、international を true としてください。社内規程などによるものでは、検査等"
          "に代えることはできません。",
          "Look at the certificate. If it is a third party's under an international standard "
          "(ISO/IEC 27001 and the like), name that under standard or set international to "
          "true. One under house rules does not take the place of an inspection."},
     .why = {"検査等に代えて依拠できるのは、国際的なセキュリティの第三者認証であるため。",
             "Only an international third-party certification of security may be relied on "
             "instead of an inspection."},
     .fires = R"([{"op": "add", "path": "/certificates", "value": [
                           {"party": "aoba", "standard": "社内規程",
                            "valid_until": "令和9年3月31日"}]}])",
     .near_miss = R"([{"op": "add", "path": "/certificates", "value": [
                               {"party": "aoba", "standard": "ＩＳＯ／ＩＥＣ２７００１：２０２２",
                                "valid_until": "令和9年3月31日"}]}])",
     .reads = "lists.international_certificates"},
};

}  // namespace tokki::inline v0::internal
