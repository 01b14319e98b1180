// across_contracts_rules.hpp: rules on the dossiers of one contractor, compared with one another
// (X11).
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kAcrossContractsCatalog[] = {
    {.id = "answers-differ-across-contracts",
     .title = {"契約ごとに異なる答え", "Answers that differ between contracts"},
     .severity = Severity::review,
     .about = "declaration",
     .message = {"同じ乙が、別の契約の届出書では{row}に異なる答えをしています。",
                 "The same contractor answers {row} otherwise on the form of another contract."},
     .remedy = {"業務の違いによるものか、どちらかの書き誤りかを乙に確認してください。",
                "Ask the contractor whether the work differs or one of the forms is wrong."},
     .why =
         {"契約ごとに保存先が異なることはありうるが、書き写しの誤りや変更の届出漏れのこともあるた"
          "め。",
          "Storage may differ by contract; it may also be a slip, or a change not declared."},
     .fires =
         R"({"format":"tokki.dossier/1","contract":{"course_number":"5-01"},"parties":[{"id":"m","name":"株式会社みどり"}],"declarations":[{"party":"m","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["japan_only"]}}}]}
{"format":"tokki.dossier/1","contract":{"course_number":"5-02"},"parties":[{"id":"x","name":"㈱みどり"}],"declarations":[{"party":"x","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["abroad"]}}}]})",
     .near_miss =
         R"({"format":"tokki.dossier/1","contract":{"course_number":"5-01"},"parties":[{"id":"m","name":"株式会社みどり"}],"declarations":[{"party":"m","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["japan_only"]}}}]}
{"format":"tokki.dossier/1","contract":{"course_number":"5-02"},"parties":[{"id":"m","name":"みどり株式会社"}],"declarations":[{"party":"m","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["abroad"]}}}]})",
     .whole_documents = true},
};

}  // namespace tokki::inline v0::internal
