// edition_rules.hpp: what can be wrong with an edition beyond its structure.
#pragma once

#include "tokki/finding.hpp"

namespace tokki {

inline constexpr RuleInfo kEditionRules[] = {
    {.id = "edition-blank",
     .severity = Severity::error,
     .clause = {},
     .message = {"必要な記載がありません。", "Something is needed here."},
     .remedy = {"日本語と英語の両方を記載してください。",
                "Fill it in, in Japanese and in English."},
     .why =
         {"訳のない文言や名前のない条項を黙って使わないため。",
          "Wording without a translation, or a clause without a name, must not be used silently."},
     .fires = {},
     .near_miss = {}},
    {.id = "edition-repeated-key",
     .severity = Severity::error,
     .clause = {},
     .message = {"キー「{key}」が重複しています。", "The key \"{key}\" is there twice."},
     .remedy = {"どちらかのキーを改めてください。", "Give one of them another key."},
     .why = {"引用がどちらを指すか決まらなくなるため。", "A citation must have one meaning."},
     .fires = {},
     .near_miss = {}},
    {.id = "edition-dangling-key",
     .severity = Severity::error,
     .clause = {},
     .message = {"キー「{key}」に当たるものがこの版にありません。",
                 "This edition has nothing with the key \"{key}\"."},
     .remedy = {"キーを直すか、当たるものを加えてください。",
                "Correct the key, or add what it names."},
     .why = {"存在しない条項を根拠に指摘しないため。",
             "No finding may rest on a clause that does not exist."},
     .fires = {},
     .near_miss = {}},
    {.id = "edition-unknown-rule",
     .severity = Severity::error,
     .clause = {},
     .message = {"「{rule}」という規則はありません。", "There is no rule \"{rule}\"."},
     .remedy = {"tokki rules で規則の一覧を確かめてください。", "See tokki rules for the list."},
     .why = {"設定のつづり誤りで規則が効かなくなるのを防ぐため。",
             "A misspelt setting must not leave a rule as it was, unnoticed."},
     .fires = {},
     .near_miss = {}},
    {.id = "edition-missing-cell",
     .severity = Severity::error,
     .clause = {},
     .message = {"様式の項目「{key}」の名称がありません。", "The cell \"{key}\" has no label."},
     .remedy = {"cells に加えてください。", "Add it to cells."},
     .why = {"名前のない欄を指摘できないため。", "A finding must be able to name its cell."},
     .fires = {},
     .near_miss = {}},
    {.id = "edition-missing-clause",
     .severity = Severity::error,
     .clause = {},
     .message = {"規則 {rule} が根拠とする条項「{key}」がありません。",
                 "The clause \"{key}\", on which the rule {rule} rests, is missing."},
     .remedy = {"条項を加えるか、rules でその規則を enabled: false にしてください。",
                "Add the clause, or set the rule to enabled: false under rules."},
     .why = {"根拠のない指摘をしないため。", "No finding without a clause behind it."},
     .fires = {},
     .near_miss = {}},
    {.id = "edition-unknown-era",
     .severity = Severity::error,
     .clause = {},
     .message = {"元号「{era}」を知りません。", "\"{era}\" is not an era that is known."},
     .remedy = {"令和のように漢字で書いてください。", "Write it in kanji, as 令和."},
     .why = {"契約日の下限を元号から求めるため。",
             "The earliest possible contract date follows from the printed era."},
     .fires = {},
     .near_miss = {}},
};

consteval const RuleInfo& edition_rule(std::string_view id) {
  for (const RuleInfo& rule : kEditionRules) {
    if (rule.id == id) return rule;
  }
  throw "no such edition rule";  // NOLINT: reached only while compiling
}

}  // namespace tokki
