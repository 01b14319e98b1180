// medium_rules.hpp: rules on row 1, the storage media, by themselves and against row 3.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kMediumCatalog[] = {
    {.id = "media-online-service-denied",
     .title = {"「無」なのに媒体がクラウド", "Online storage as a medium, and the box says no"},
     .severity = Severity::error,
     .about = "form.online_storage",
     .message = {"媒体としてオンラインストレージが書かれていますが、{row}は「無」です。",
                 "An online storage is named as a medium, yet {row} says that none is used."},
     .remedy = {"使用しているなら{row}"
                "を「有」にして契約先を記載し、使用していないなら媒体から除いてください。",
                "If it is used, tick \"yes\" in {row} and name the provider; if not, take it "
                "out of the media."},
     .why = {"クラウドの利用が届出から漏れる、最も多い書き方であるため。",
             "It is the commonest way for cloud use to go undeclared."},
     .fires = R"({"storage_media": [{"name": "Googleドライブ"}],
                           "online_storage": {"ticked": ["no"], "services": null}})",
     .near_miss = R"({"storage_media": [{"name": "DVD-R、ハードディスクドライブ"}],
                               "online_storage": {"ticked": ["no"], "services": null}})",
     .reads = "services lists.negations lists.online_storage_words lists.own_servers "
              "lists.devices lists.course_words lists.service_lookalikes lists.planned_use"},
    {.id = "media-online-service-doubtful",
     .title = {"「無」なのに媒体がクラウドに触れる", "Media that seem to mention online storage"},
     .severity = Severity::review,
     .about = "form.online_storage",
     .message = {"オンラインストレージに触れているようですが、{row}は「無」です。",
                 "This seems to mention an online storage, yet {row} says that none is used."},
     .remedy = {"オンラインストレージを使用していないことを確認してください。",
                "Make sure that none is in use."},
     .why = {"否定、自ら運用する旨、普通の言葉でもある名称（BOX等）は、機械では決められないため。",
             "Negations, servers of one's own, and names that are everyday words (Box) need a "
             "reader."},
     .fires = R"({"storage_media": [{"name": "社内PC（OneDriveは使用しない）"}],
                           "online_storage": {"ticked": ["no"], "services": null}})",
     .near_miss = R"({"storage_media": [{"name": "社内PC"}],
                               "online_storage": {"ticked": ["no"], "services": null}})",
     .reads = "services lists.negations lists.online_storage_words lists.own_servers "
              "lists.devices lists.course_words lists.service_lookalikes lists.planned_use"},
    {.id = "media-online-service-unlisted",
     .title = {"媒体のクラウドが契約先にない", "An online storage missing from the services"},
     .severity = Severity::review,
     .about = "form.online_storage.all",
     .message = {"媒体として{service}が書かれていますが、{row}の利用契約先にありません。",
                 "{service} is named as a medium but is not among the services of {row}."},
     .remedy = {"{row}"
                "に加えるべきか確認してください。利用契約先はすべて記載することになっています。",
                "See whether it must be added to {row}, which is to list every provider."},
     .why = {"利用契約先が複数ある場合には、すべて記載することとされているため。",
             "Where there are several providers, all of them are to be listed."},
     .fires = R"({"storage_media": [{"name": "Dropbox"}]})",
     .near_miss = R"({"storage_media": [{"name": "さくらのクラウド"}]})",
     .reads = "services lists.negations lists.online_storage_words lists.own_servers "
              "lists.devices lists.course_words lists.service_lookalikes lists.planned_use"},
    {.id = "media-none",
     .title = {"媒体が「なし」", "Media said to be none"},
     .severity = Severity::review,
     .about = "form.media",
     .message = {"電子データを保存する媒体がないと書かれています（「なし」「紙のみ」等）。",
                 "No medium for electronic data is named: \"none\", \"paper only\" or the like."},
     .remedy =
         {"電子データを取り扱わないのか、クラウドにだけ保存するのかを確認してください。どちらでもな"
          "ければ、保存先を記載して再度届け出るよう求めてください。",
          "Ask whether no electronic data is handled, or all of it is kept in the cloud. If "
          "neither, have the media filled in and the form filed again."},
     .why = {"電子データを取り扱わない者や、クラウドにだけ保存する者には、書くべき記憶媒体がないた"
             "め。",
             "Who handles no electronic data, or keeps it only in the cloud, has no medium to "
             "name."},
     .fires = R"({"storage_media": [{"name": "特になし"}]})",
     .near_miss = R"({"storage_media": [{"name": "特になし"}, {"name": "社内PC"}]})",
     .reads = "lists.none lists.no_data"},
    {.id = "printed-example-repeated",
     .title = {"印刷された例と同じ記載", "The printed example word for word"},
     .severity = Severity::review,
     .about = {},
     .message = {"様式に印刷された例がそのまま書かれています。",
                 "The example printed on the form is repeated word for word."},
     .remedy = {"実際にそのとおりか、届出者に確認してください。",
                "Ask the filer whether this is really so."},
     .why = {"例のとおりのこともありますが、例を写しただけのことも多いため。",
             "It may be true, but is often merely copied."},
     .fires =
         R"({"storage_media": [{"name": "USBメモリ、社内PC内ストレージ、外付けハードディスク"}]})",
     .near_miss = R"({"storage_media": [{"name": "USBメモリ"}, {"name": "外付けハードディスク"}]})",
     .reads = "lists.printed_media lists.printed_overseas_country lists.printed_overseas_data"},
};

}  // namespace tokki::inline v0::internal
