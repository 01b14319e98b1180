// service_rules.hpp: rules on row 3: against the compliance items (X6), services that are only
// planned, and who provides them.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kServiceCatalog[] = {
    {.id = "service-kind-restricted",
     .title = {"秘密情報の登録が禁じられた種類", "A kind of service closed to secret information"},
     .severity = Severity::review,
     .about = "service.restricted",
     .message = {"{kind}のサービスです。秘密情報の登録や保持は禁じられています。",
                 "This is a service for {kind}, in which no secret information may be "
                 "registered or kept."},
     .remedy = {"このサービスに秘密情報を置かないことを届出者に確認してください。",
                "Ask the filer to confirm that no secret information is kept there."},
     .why = {"様式は届け出たうえでのクラウド利用を認めており、「秘密情報」は定義されていま"
             "せん。抵触するかどうかは置く情報によります。",
             "The form itself accepts declared cloud use, and \"secret information\" is "
             "not defined: it depends on what is kept there."},
     .fires = R"({"online_storage": {"services": [{"name": "Google ドライブ",
                           "provider": "グーグル合同会社", "data_location": "日本国内"}]}})",
     .near_miss = R"({"online_storage": {"services": [{"name": "Google Cloud",
                               "provider": "グーグル・クラウド・ジャパン合同会社", "data_location": "日本国内"}]}})",
     .reads = "services"},
    {.id = "service-anonymous",
     .title = {"相手先を特定できない種類", "A kind of service that does not identify people"},
     .severity = Severity::review,
     .about = "service.anonymous",
     .message = {"{kind}"
                 "のサービスです。相手先を確実に特定できないツールでの送受信は禁じられています。",
                 "This is a service for {kind}; tools that do not reliably identify the other "
                 "party must not be used."},
     .remedy = {"匿名で利用できない設定や契約になっているかを確認してください。",
                "See whether it is set up so that nobody can use it anonymously."},
     .why = {"法人契約など、相手先を特定できる使い方もあるため。",
             "Under a corporate contract the other party may well be known."},
     .fires = R"({"online_storage": {"services": [{"name": "ギガファイル便",
                           "provider": "株式会社ギガファイル", "data_location": "日本国内"}]}})",
     .near_miss = R"({"online_storage": {"services": [{"name": "Amazon S3",
                               "provider": "アマゾン ウェブ サービス ジャパン合同会社", "data_location": "日本国内"}]}})",
     .reads = "services"},
    {.id = "provider-is-oneself",
     .title = {"契約先が届出者自身や個人", "The filer or a private person as the provider"},
     .severity = Severity::review,
     .about = "form.online_storage.provider",
     .message = {"利用契約先として、届出者自身や個人が書かれています。",
                 "The filer, or a person without a name, is given as the provider."},
     .remedy = {"自ら運用しているのか、ほかに契約先があるのかを確認してください。",
                "Ask whether the filer runs it, or whether there is a provider."},
     .why = {"自ら運用するサービスに契約先はありませんが、契約先の書き誤りであることも多いた"
             "め。",
             "What the filer runs has no provider, but often the wrong name was written."},
     .fires = R"({"online_storage": {"services": [{"name": "Nextcloud",
                           "provider": "自社", "data_location": "日本国内"}]}})",
     .near_miss = R"({"online_storage": {"services": [{"name": "Nextcloud",
                               "provider": "株式会社自社", "data_location": "日本国内"}]}})",
     .reads = "lists.oneself"},
    {.id = "service-only-planned",
     .title = {"使用予定のサービス", "A service that is only planned"},
     .severity = Severity::review,
     .about = "form.online_storage",
     .message = {"まだ使用していない（予定の）サービスのようです。",
                 "This service seems to be planned, not in use."},
     .remedy = {"使用を始めているか確認してください。始めた時点で再度の届出が必要です。",
                "Ask whether it is in use; once it is, the form must be filed again."},
     .why = {"届け出るのは使用しているサービスであり、予定は使用ではないため。",
             "Services in use are declared; a plan is not use."},
     .fires = R"({"online_storage": {"services": [{"name": "さくらのクラウド（導入予定）",
                           "provider": "さくらインターネット株式会社", "data_location": "日本国内"}]}})",
     .near_miss = R"({"online_storage": {"services": [{"name": "予定表サービスPro",
                               "provider": "さくらインターネット株式会社", "data_location": "日本国内"}]}})",
     .reads = "lists.planned_use"},
    {.id = "place-only-planned",
     .title = {"保存先の変更の予定", "A place that is only planned"},
     .severity = Severity::review,
     .about = "form.online_storage.location",
     .message = {"保存先の変更などの予定が書かれています。",
                 "A plan is written here, such as to move the data."},
     .remedy = {"現在の保存先を確認してください。変更した時点で再度の届出が必要です。",
                "Ask where the data is now; once it is moved, the form must be filed "
                "again."},
     .why = {"届け出るのは現在の保存先であり、予定は所在ではないため。",
             "The form asks where the data is; a plan does not say that."},
     .fires = R"({"online_storage": {"services": [{"name": "さくらのクラウド",
                           "provider": "さくらインターネット株式会社",
                           "data_location": "東京リージョン（移行予定）"}]}})",
     .near_miss =
         R"({"online_storage": {"services": [{"name": "さくらのクラウド（導入予定）",
                               "provider": "さくらインターネット株式会社", "data_location": "日本国内"}]}})",
     .reads = "lists.planned_use"},
};

}  // namespace tokki::inline v0::internal
