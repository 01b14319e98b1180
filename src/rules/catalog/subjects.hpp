// subjects.hpp: what rules and reports are about. Which clause speaks of it, an edition says.
#pragma once

#include <algorithm>
#include <string_view>

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

/// Something that terms may regulate. Its key is public and permanent: editions bind it to a
/// clause.
struct SubjectInfo {
  std::string_view key;
  Text name;
};

inline constexpr SubjectInfo kSubjects[] = {
    {"contract", {"契約", "the contract"}},
    {"instruction", {"甲の指示", "the client’s instructions"}},
    {"declaration", {"乙の届出", "the contractor’s declaration"}},
    {"declaration.change", {"届出事項の変更", "changes of what was declared"}},
    {"declaration.subcontractor", {"再委託先の届出", "declarations of subcontractors"}},
    {"subcontract", {"再委託等", "subcontracting"}},
    {"subcontract.consent", {"再委託等の承諾", "consent to subcontracting"}},
    {"subcontract.consent.beforehand", {"あらかじめの承諾", "consent in advance"}},
    {"subcontract.flow_down", {"再委託先に遵守させること", "binding subcontractors to the terms"}},
    {"material.approval", {"資料等の提供の承認", "approval to pass material on"}},
    {"material.recall", {"資料等の回収", "recall of material"}},
    {"liability", {"再委託先についての責任", "liability for subcontractors"}},
    {"breach.report", {"違反の報告", "reports of breaches"}},
    {"incident.report", {"インシデントの報告", "reports of incidents"}},
    {"inspection.reach", {"立ち入り検査の対象", "whom the client may inspect"}},
    {"inspection.certificate", {"検査に代わる認証", "certificates instead of an inspection"}},
    {"service.anonymous", {"匿名で使えるサービス", "services that can be used anonymously"}},
    {"service.restricted", {"秘密情報を置けないサービス", "services closed to secret information"}},
    {"form.statement", {"届出の柱書", "the form’s statement"}},
    {"form.submitter", {"届出者", "who files"}},
    {"form.media", {"記憶媒体", "storage media"}},
    {"form.japan_only", {"国内のみの保存", "storage in Japan only"}},
    {"form.countries", {"国外の保存先", "countries abroad"}},
    {"form.online_storage", {"オンラインストレージ", "online storage"}},
    {"form.online_storage.all", {"利用契約先のすべて", "all providers"}},
    {"form.online_storage.provider", {"利用契約先", "the provider"}},
    {"form.online_storage.location", {"データの所在地", "where the data lies"}},
    {"form.subcontracting", {"再委託等の有無", "whether work is subcontracted"}},
    {"form.subcontracting.name", {"再委託先の名称", "the subcontractor’s name"}},
    {"form.subcontracting.work", {"再委託の業務内容", "the work subcontracted"}},
    {"form.subcontracting.planned", {"再委託等の予定", "planned subcontracting"}},
};

/// The subject of that key; a misspelt one does not compile.
consteval std::string_view subject(std::string_view key) {
  for (const SubjectInfo& known : kSubjects) {
    if (known.key == key) return known.key;
  }
  throw "no such subject";  // NOLINT: reached only while compiling
}
/// Whether there is a subject of that key.
[[nodiscard]] constexpr bool is_subject(std::string_view key) noexcept {
  return std::ranges::any_of(kSubjects,
                             [key](const SubjectInfo& known) { return known.key == key; });
}
/// The subject of that key, or null.
[[nodiscard]] constexpr const SubjectInfo* find_subject(std::string_view key) noexcept {
  for (const SubjectInfo& known : kSubjects) {
    if (known.key == key) return &known;
  }
  return nullptr;
}

}  // namespace tokki::inline v0::internal
