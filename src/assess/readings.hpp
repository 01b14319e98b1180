// readings.hpp: the readings of the terms that are open, in both languages.
#pragma once

#include <cstddef>
#include <string_view>

#include "tokki/assess.hpp"

namespace tokki::inline v0::internal {

inline constexpr ReadingInfo kReadings[] = {
    {"electronic-is-writing",
     {"電磁的な方法による承諾は「書面」に当たるか",
      "Is an electronic consent “in writing” (書面)?"}},
    {"before-agreement",
     {"「あらかじめ」は、再委託等の合意より前か、業務の開始より前か",
      "Is “in advance” before the agreement to entrust, or before the work starts?"}},
    {"whose-recognition",
     {"「最初に事案を認識」は、再委託等の相手方の認識を含むか",
      "Does “first recognised” include recognition by a subcontractor?"}},
    {"recognised-fear",
     {"「事案を認識」は、発生のおそれを認識した時からか",
      "Does “recognised the matter” begin with the fear that it occurred?"}},
    {"flow-down-binds",
     {"再委託等の相手方は、遵守させる合意により自ら義務を負うか",
      "Does the agreement to observe the terms bind the subcontractor itself?"}},
    {"lower-tiers-inspected",
     {"「再委託先の事業者」は二段階目以下を含むか",
      "Do “subcontracted businesses” include the tiers below the first?"}},
    {"compliance-items-are-terms",
     {"遵守事項の違反は「この特記事項に違反する行為」に当たるか",
      "Is a breach of the Compliance Items a violation of the Special Terms?"}},
    {"omission-is-act",
     {"「違反する行為」は不作為を含むか", "Do “acts in violation” include omissions?"}},
    {"future-fear-of-subcontractor",
     {"再委託等の相手方により「発生したおそれがある」は、これから発生するおそれを含むか",
      "Does “may have occurred” at a subcontractor include what may still occur?"}},
    {"lock-away-all",
     {"施錠ができる書庫等への保管は、重要でない資料等にも及ぶか",
      "Does locking away cover unimportant material too?"}},
    {"consent-permits-information",
     {"再委託等の承諾は、業務に必要な情報の提供の許可を含むか",
      "Does consent to subcontract include permission to provide the information needed?"}},
    {"cloud-is-third-party",
     {"提供された資料等をクラウドに保存することは、第三者への提供又は社外への持ち出しに当たるか",
      "Is storing supplied material in a cloud service a provision to a third party, or carrying "
      "it "
      "out?"}},
    {"return-after-termination",
     {"業務の完了によらない契約の終了の後も、返還の義務があるか",
      "Is return owed after the contract ended without completion?"}},
    {"train-subcontractors-staff",
     {"再委託等の相手方の従事者への教育も、乙の義務か",
      "Does the Contractor owe training to the staff of subcontractors?"}},
    {"note-without-data",
     {"電子データを取り扱わない再委託先等にも、届出書の提出を要するか",
      "Must subcontractors that handle no electronic data file the declaration?"}},
    {"is-secret",
     {"どの情報が「秘密情報」か（定義はない）",
      "Which information is “secret” (nowhere defined)?"}},
    {"second-mail-is-separate",
     {"別のメールでのパスワードの連絡は「別途連絡」に当たるか",
      "Is a second mail “separate” communication of the password?"}},
    {"contact-by-subcontractor",
     {"再委託等の相手方から甲への連絡は、乙の連絡に当たるか",
      "Is a contact by a subcontractor the Contractor’s?"}},
    {"duties-after-end",
     {"特記事項３(1)のほかの義務は、契約の終了の後も続くか",
      "Do duties other than item 3(1) last beyond the end of the contract?"}},
    {"internal-audit",
     {"括弧内の「確認」は監査にもかかるか。内部監査部門は誰のものか",
      "Does “confirming” in the bracket govern audits too, and whose is the internal audit "
      "department?"}},
    {"terminate-after-remedy",
     {"違反が是正された後も解除できるか", "Can the contract be terminated after remedy?"}},
};

consteval const ReadingInfo& reading(std::string_view id) {
  for (const ReadingInfo& known : kReadings) {
    if (known.id == id) return known;
  }
  throw "no such reading";  // NOLINT: reached only while compiling
}

}  // namespace tokki::inline v0::internal
