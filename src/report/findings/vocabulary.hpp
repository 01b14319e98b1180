// vocabulary.hpp: tokki's own terms in both languages.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "tokki/assess.hpp"
#include "tokki/describe.hpp"
#include "tokki/records/duty.hpp"

namespace tokki::inline v0::internal {

struct TermText {
  std::string_view key;
  Text text;
};

inline constexpr std::array kTerms = std::to_array<TermText>({
    // how a reference was matched to a party
    {"match.corporate_number", {"法人番号", "corporate number"}},
    {"match.name", {"名称", "name"}},
    // JSON types
    {"string", {"文字列", "a string"}},
    {"array", {"配列", "an array"}},
    {"object", {"オブジェクト", "an object"}},
    {"boolean", {"真偽値", "true or false"}},
    {"number", {"数値", "a number"}},
    {"integer", {"整数", "a whole number"}},
    {"null", {"null", "null"}},
    // limits
    {"limit-document", {"文書の大きさ（バイト）", "The size of the document (bytes)"}},
    {"limit-depth", {"入れ子の深さ", "The depth of nesting"}},
    {"limit-string", {"文字列の長さ（バイト）", "The length of a text (bytes)"}},
    {"limit-key", {"項目名の長さ（バイト）", "The length of a member's name (bytes)"}},
    {"limit-array", {"一覧の件数", "The number of entries"}},
    // malformed JSON
    {"truncated", {"途中で終わっています", "it ends too early"}},
    {"trailing-content",
     {"文書の後に余分な文字があります", "something follows after the end of the document"}},
    {"control-in-string",
     {"文字列の中に改行などの制御文字がそのまま入っています",
      "there is a raw control character, such as a newline, inside a string"}},
    {"bad-escape", {"文字列の中の \\ の使い方が正しくありません", "a backslash escape is wrong"}},
    {"bad-number",
     {"数値の書き方が正しくないか、大きすぎます", "a number is malformed or too large"}},
    {"syntax", {"書き方が正しくありません", "a syntax error"}},
    // formats
    {"other-format", {"別の種類の文書です", "This is another kind of document"}},
    {"older-format", {"古い版の形式です", "This is an older version of the format"}},
    {"newer-format", {"このtokkiより新しい版の形式です", "This is a newer version of the format"}},
    // kinds of services
    {"map", {"地図情報", "maps"}},
    {"word_processing", {"ワープロ", "word processing"}},
    {"spreadsheet", {"表計算", "spreadsheets"}},
    {"schedule", {"スケジュール管理", "scheduling"}},
    {"bookmark", {"オンラインブックマーク", "online bookmarks"}},
    {"data_sharing", {"データ共有", "data sharing"}},
    {"anonymous_mail", {"匿名で利用できるメール", "mail that can be used anonymously"}},
    {"file_exchange", {"ファイル交換", "file exchange"}},
    {"storage", {"データ保存", "storage"}},
    // duties: whose, of what kind, when, and shown by what
    {"Bearer.client", {"甲", "the Client"}},
    {"Bearer.contractor", {"乙（受託者）", "the Contractor"}},
    {"Bearer.filer", {"届出者", "the filer"}},
    {"Bearer.subcontractor", {"再委託先等", "subcontractors"}},
    {"Bearer.nobody", {"（定め）", "(a statement)"}},
    {"Modality.shall", {"義務", "shall"}},
    {"Modality.shall_not", {"禁止", "shall not"}},
    {"Modality.may", {"権限", "may"}},
    {"Modality.defines", {"定義", "defines"}},
    {"Promptness.beforehand", {"あらかじめ", "beforehand"}},
    {"Promptness.at_once", {"直ちに", "at once"}},
    {"Promptness.promptly", {"速やかに", "promptly"}},
    {"Promptness.each_time", {"都度", "each time"}},
    {"Promptness.always", {"常に", "at all times"}},
    {"Promptness.within", {"期間内", "within a period"}},
    {"Promptness.at_conclusion", {"契約に際して", "on concluding the contract"}},
    {"Promptness.at_return", {"持ち帰り時", "on return"}},
    {"Promptness.as_instructed", {"指示により", "as instructed"}},
    {"Promptness.none", {"時期の定めなし", "no time stated"}},
    {"RecordType.declaration", {"届出書", "declaration"}},
    {"RecordType.contract", {"契約", "contract"}},
    {"RecordType.subcontract", {"再委託等", "subcontract"}},
    {"RecordType.consent", {"承諾", "consent"}},
    {"RecordType.approval", {"承認", "approval"}},
    {"RecordType.permission", {"許可", "permission"}},
    {"RecordType.flow_down", {"再委託先等との取決め", "flow-down agreement"}},
    {"RecordType.asset", {"資料・情報資産", "asset"}},
    {"RecordType.transfer", {"提供", "transfer"}},
    {"RecordType.training", {"教育", "training"}},
    {"RecordType.incident", {"インシデント等", "incident"}},
    {"RecordType.contact", {"連絡", "contact"}},
    {"RecordType.report_request", {"報告の求め", "request for a report"}},
    {"RecordType.report", {"報告", "report"}},
    {"RecordType.inspection", {"検査・監査", "inspection"}},
    {"RecordType.certificate", {"第三者認証", "certificate"}},
    {"RecordType.instruction", {"指示", "instruction"}},
    {"RecordType.return", {"返還", "return"}},
    {"RecordType.recall", {"回収", "recall"}},
    {"RecordType.device", {"端末", "device"}},
    {"RecordType.carry_out", {"持ち出し", "carrying out"}},
    {"RecordType.email", {"電子メール", "e-mail"}},
    {"RecordType.service_use", {"サービスの利用", "use of a service"}},
    {"RecordType.attestation", {"責任者の確認", "attestation"}},
    {"RecordType.cost", {"経費", "cost"}},
    {"RecordType.publication", {"公表", "publication"}},
    {"RecordType.termination", {"解除", "termination"}},
    {"Unit.minutes", {"分", "minutes"}},
    {"Unit.hours", {"時間", "hours"}},
    {"Unit.days", {"日", "days"}},
    {"Unit.business_days", {"営業日", "business days"}},
    {"Unit.weeks", {"週間", "weeks"}},
    {"Unit.months", {"か月", "months"}},
    // how a duty stands
    {"Status.breached", {"違反", "breached"}},
    {"Status.due", {"要履行", "due"}},
    {"Status.undetermined", {"未確定", "undetermined"}},
    {"Status.fulfilled", {"履行済み", "fulfilled"}},
    {"Status.waived", {"免除", "waived"}},
    {"Status.not_triggered", {"未発生", "not triggered"}},
    {"Status.exercisable", {"行使できる", "exercisable"}},
    {"Status.not_exercisable", {"行使できない", "not exercisable"}},
});

/// The text of a term; null when there is none, which a test excludes.
constexpr const Text* term_text(std::string_view key) {
  for (const TermText& term : kTerms) {
    if (term.key == key) return &term.text;
  }
  return nullptr;
}

/// The words of one value of an enumeration that the vocabulary knows by its name.
template <Enumeration E>
constexpr Text choice_text(E value) {
  for (const auto& choice : Description<E>::choices) {
    if (choice.value != value) continue;
    for (const TermText& term : kTerms) {
      const std::size_t dot = term.key.find('.');
      if (dot == std::string_view::npos || term.key.substr(0, dot) != Description<E>::name)
        continue;
      if (term.key.substr(dot + 1) == choice.key) return term.text;
    }
  }
  return {};
}

/// True when every value of the enumeration has its words.
template <Enumeration E>
consteval bool all_worded() {
  return std::ranges::all_of(Description<E>::choices, [](const Choice<E>& choice) {
    return !choice_text(choice.value).ja.empty();
  });
}
static_assert(all_worded<Bearer>() && all_worded<Modality>() && all_worded<Promptness>() &&
              all_worded<RecordType>() && all_worded<Unit>() && all_worded<Status>());

}  // namespace tokki::inline v0::internal
