// Row 3 against the compliance items (X6), and services that are not yet in use.
#include <algorithm>

#include "rules/form_rules.hpp"

namespace tokki {
namespace {

Path name_cell(std::size_t i) {
  return at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::name);
}

void emit_kinds(const Form& form, const Emit& emit, std::initializer_list<ServiceKind> wanted) {
  if (form.online() != Answer::yes) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const Ticked<ServiceKind> kinds = form.service(i).name.kinds;
    const auto* const kind =
        std::ranges::find_if(wanted, [&](ServiceKind one) { return kinds.has(one); });
    if (kind != wanted.end()) emit(name_cell(i), {.arguments = {{"kind", Term{key_of(*kind)}}}});
  }
}

constexpr FormRule kRules[] = {
    {.info = {.id = "service-kind-restricted",
              .severity = Severity::review,
              .clause = "B7",
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
     .check =
         [](const Form& form, const Emit& emit) {
           using enum ServiceKind;
           emit_kinds(form, emit,
                      {map, word_processing, spreadsheet, schedule, bookmark, data_sharing});
         },
     .when = sign::known_service},
    {.info = {.id = "service-anonymous",
              .severity = Severity::review,
              .clause = "B6.anonymous",
              .message =
                  {"{kind}"
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
     .check =
         [](const Form& form, const Emit& emit) {
           emit_kinds(form, emit, {ServiceKind::anonymous_mail, ServiceKind::file_exchange});
         },
     .when = sign::known_service},
    {.info = {.id = "service-only-planned",
              .severity = Severity::review,
              .clause = "F3",
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
     .check =
         [](const Form& form, const Emit& emit) {
           if (form.online() != Answer::yes) return;
           const std::size_t count = form.declaration().online_storage.services.size();
           for (std::size_t i = 0; i < count; ++i) {
             const ServiceFacts& facts = form.service(i);
             const auto plans = [](const TextReading& text) {
               return has(text.topics, Topic::plan) &&
                      (text.saying == Saying::nothing_special || text.saying == Saying::example);
             };
             if (plans(facts.name) || plans(facts.location)) emit(name_cell(i));
           }
         },
     .when = sign::plan},
};
static_assert(complete(kRules));

}  // namespace

std::span<const FormRule> service_rules() { return kRules; }

}  // namespace tokki
