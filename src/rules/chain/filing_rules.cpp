// Who must file the form and who has; which of the forms counts (F.note3, F.change, X4, X10).
#include <unordered_set>

#include "rules/chain/chain_rule.hpp"

namespace tokki {
namespace {

// Of a party that must file, which edge entrusts it with electronic data.
std::vector<Spot> entrusted_by(const Chain& chain, ChainIndex party) {
  for (const ChainIndex i : chain.received(party)) {
    const ChainEdge& edge = chain.edges()[i];
    if (edge.handles_data == Said::yes || edge.named_on_form) return {spot(edge)};
  }
  return {};
}

// Those beneath 乙, who must file under note 3; 乙 itself must under item 3(4).
template <Expected wanted>
void emit_expected(const Chain& chain, const ChainEmit& emit) {
  for (ChainIndex i = 0; i < chain.parties().size() && !emit.full(); ++i) {
    if (i == chain.contractor() || chain.expected(i) != wanted) continue;
    const std::int64_t tier = chain.tier(i).value_or(0);
    emit(spot(chain.parties()[i]),
         {.arguments = {{"tier", tier}}, .related = entrusted_by(chain, i)});
  }
}

// What a form replaces must be an earlier form of the same party.
void replaces_nothing(const Chain& chain, const ChainEmit& emit) {
  std::unordered_set<std::string_view> ids;  // of the party's forms, once one replaces another
  for (ChainIndex party = 0; party < chain.parties().size() && !emit.full(); ++party) {
    ids.clear();
    for (const ChainIndex i : chain.filed(party)) {
      const ChainFiling& filing = chain.filings()[i];
      if (filing.supersedes.empty() || filing.supersedes == filing.id) continue;
      if (ids.empty()) {
        for (const ChainIndex j : chain.filed(party)) ids.insert(chain.filings()[j].id);
      }
      if (!ids.contains(filing.supersedes)) emit(spot(filing, &Declaration::supersedes));
    }
  }
}

constexpr ChainRule kFilingRules[] = {
    {.info = {.id = "contractor-declaration-missing",
              .severity = Severity::error,
              .clause = "A3.4",
              .message = {"乙の届出書がありません。", "The contractor has filed no declaration."},
              .remedy = {"乙に届出書を提出させてください。", "Have the contractor file it."},
              .why = {"乙は、本契約に際して、電子データの保存先等を届け出るものであるため。",
                      "The contractor declares, on concluding the contract, where data is kept."},
              .fires = R"([{"op": "remove", "path": "/declarations/0"}])",
              .near_miss = R"([{"op": "remove", "path": "/declarations/2"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           const ChainIndex contractor = chain.contractor();
           if (contractor == kNobody || chain.filing_in_force(contractor) != kNobody) return;
           emit(spot(chain.parties()[contractor]));
         }},
    {.info =
         {.id = "declaration-missing",
          .severity = Severity::error,
          .clause = "F.note3",
          .message = {"第{tier, number}段階の再委託先の届出書がありません。",
                      "The subcontractor at tier {tier, number} has filed no declaration."},
          .remedy = {"この事業者に届出書を提出させてください。",
                     "Have this party file the declaration."},
          .why = {"再委託先等がある場合には、当該再委託先等もこの届出書を提出する必要があるため。",
                  "Where there are subcontractors, each of them must file it too."},
          .fires = R"([{"op": "remove", "path": "/declarations/2"}])",
          .near_miss = R"([{"op": "remove", "path": "/declarations/2"},
                              {"op": "replace", "path": "/subcontracts/1/starts_on",
                               "value": "令和9年6月2日"}])"},
     .check = emit_expected<Expected::missing>},
    {.info = {.id = "declaration-not-yet-due",
              .severity = Severity::note,
              .clause = "F.note3",
              .message = {"届出書はまだありません。委託は予定の段階です（第{tier, number}段階）。",
                          "No declaration yet: the work is only planned (tier {tier, number})."},
              .remedy = {"委託が始まるときに届出書を提出させてください。",
                         "Have it file when the work begins."},
              .why = {"予定の段階では届出は未到来であり、漏れではないため。",
                      "While it is only planned, nothing is late."},
              .fires = R"([{"op": "remove", "path": "/declarations/2"},
                          {"op": "replace", "path": "/subcontracts/1/starts_on",
                           "value": "令和9年6月2日"}])",
              .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/starts_on",
                               "value": "令和9年6月2日"}])"},
     .check = emit_expected<Expected::not_yet>},
    {.info =
         {.id = "declaration-undetermined",
          .severity = Severity::undetermined,
          .clause = "F.note3",
          .message = {"届出書がありません。電子データを取り扱うかどうかが分からず、要否が定まりま"
                      "せん（第{tier, number}段階）。",
                      "There is no declaration, and whether one is needed is open: nobody says "
                      "that it handles electronic data (tier {tier, number})."},
          .remedy = {"handles_electronic_data に電子データの取扱いの有無を記載してください。取り"
                     "扱わない再委託先等に届出を求めるかは、甲に確認してください。",
                     "State under handles_electronic_data whether it does. If not, ask the "
                     "client whether such a subcontractor must file."},
          .why = {"注記３は「再委託先等がある場合」とだけ述べ、電子データを取り扱わない者に及ぶか"
                  "を述べていないため。",
                  "Note 3 does not say whether it covers those who handle no electronic data."},
          .fires = R"([{"op": "remove", "path": "/declarations/2"},
                          {"op": "remove", "path": "/subcontracts/1/handles_electronic_data"},
                          {"op": "remove",
                           "path": "/declarations/1/declaration/subcontracting/subcontractors"}])",
          .near_miss = R"([{"op": "remove", "path": "/declarations/2"}])"},
     .check = emit_expected<Expected::undetermined>},
    {.info =
         {.id = "declaration-of-outsider",
          .severity = Severity::error,
          .clause = "F.note3",
          .message = {"届出者が、この案件のどの事業者とも一致しません。",
                      "The filer is none of the parties of this dossier."},
          .remedy = {"届出者の記載を確かめ、別の案件の届出書であれば移してください。委託先であれば"
                     " parties と subcontracts に加えてください。",
                     "Check the filer. Move the form if it belongs elsewhere; if the filer is a "
                     "subcontractor, add it to parties and subcontracts."},
          .why = {"把握されていない再委託先があるか、届出書が紛れ込んでいるため。",
                  "Either there is a subcontractor that nobody knew of, or the form is "
                  "misplaced."},
          .fires = R"([{"op": "remove", "path": "/declarations/2/party"},
                          {"op": "replace", "path": "/declarations/2/declaration/declarant/name",
                           "value": "株式会社うみ警備"}])",
          .near_miss = R"([{"op": "remove", "path": "/declarations/2/party"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.party != kNobody || filing.nearly != kNobody) continue;
             emit(spot(filing, &Declaration::declarant, &Party::name));
           }
         }},
    {.info =
         {.id = "filer-nearly-matches",
          .severity = Severity::review,
          .clause = "F.submitter",
          .message = {"届出者の名称は、ある事業者とよく似ていますが一致しません。同じ者としては扱"
                      "っていません。",
                      "The filer's name is like a party's, but not the same. They were not taken "
                      "for one."},
          .remedy = {"同じ事業者であれば名称を揃えるか、party にidを記載してください。",
                     "If they are one firm, write the name alike or give the party's id."},
          .why = {"似ているだけの名称を黙って同じ者とみなさないため。",
                  "What is merely alike is never merged silently."},
          .fires = R"([{"op": "replace", "path": "/parties/2/name", "value": "合同会社ソラデータ"},
                          {"op": "remove", "path": "/declarations/2/party"},
                          {"op": "replace", "path": "/declarations/2/declaration/declarant/name",
                           "value": "合同会社ソラデ一タ"}])",
          .near_miss = R"([{"op": "remove", "path": "/declarations/2/party"},
                              {"op": "replace", "path": "/declarations/2/declaration/declarant/name",
                               "value": "(同)そら印刷"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.party != kNobody || filing.nearly == kNobody) continue;
             emit(spot(filing, &Declaration::declarant, &Party::name),
                  {.related = {spot(chain.parties()[filing.nearly])}});
           }
         }},
    {.info = {.id = "filer-matched",
              .severity = Severity::note,
              .clause = "F.submitter",
              .message = {"idではなく、{how}によって届出者を特定しました。",
                          "The filer was told by {how}, not by its id."},
              .remedy = {"対応は不要です。別の事業者であれば party にidを記載してください。",
                         "Nothing to do, unless another was meant; then give its id under party."},
              .why = {"何によって照合したかを示すため。", "To say how forms were matched."},
              .fires = R"([{"op": "remove", "path": "/declarations/2/party"}])",
              .near_miss =
                  R"([{"op": "replace", "path": "/declarations/2/party", "value": "sora"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.matched != Match::corporate_number && filing.matched != Match::name)
               continue;
             emit(spot(filing, &Declaration::declarant),
                  {.arguments = {{"how", Term{term_of(filing.matched)}}},
                   .related = {spot(chain.parties()[filing.party])}});
           }
         }},
    {.info =
         {.id = "declaration-of-other-contract",
          .severity = Severity::error,
          .clause = "F.statement",
          .message = {"届出書が挙げる契約日又はコース番号が、この案件の契約と異なります。",
                      "The contract date or course number cited is not that of this dossier's "
                      "contract."},
          .remedy = {"甲と乙の間の契約の契約日とコース番号を記載してください。再委託先等も同じ契約"
                     "を挙げます。",
                     "Cite the contract between client and contractor; subcontractors cite the "
                     "same one."},
          .why = {"どの契約についての届出か定まらないため。",
                  "Otherwise nobody can tell to which contract the form belongs."},
          .fires = R"([{"op": "replace",
                           "path": "/declarations/2/declaration/contract/course_number",
                           "value": "5-07-13-001-02-0002"}])",
          .near_miss = R"([{"op": "replace",
                               "path": "/declarations/2/declaration/contract/course_number",
                               "value": "５-07-13-001-02-0001"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (!filing.other_contract) continue;
             emit(spot(filing, &Declaration::contract), {.related = {contract_spot(chain)}});
           }
         }},
    {.info = {.id = "declaration-superseded",
              .severity = Severity::note,
              .clause = "F.change",
              .message = {"この届出書は、後の届出書に置き換えられています。",
                          "A later declaration has taken the place of this one."},
              .remedy = {"対応は不要です。", "Nothing to do."},
              .why = {"どの届出書によって確認したかを示すため。届出書は書き換えず、順に残します。",
                      "To say which form counts. Forms are kept in series, never altered."},
              .fires = R"([{"op": "copy", "from": "/declarations/2", "path": "/declarations/-"},
                          {"op": "replace", "path": "/declarations/3/declaration/id", "value": "d4"},
                          {"op": "replace", "path": "/declarations/3/declaration/declared_on",
                           "value": "令和7年9月1日"}])",
              .near_miss = R"([{"op": "replace", "path": "/declarations/2/declaration/declared_on",
                               "value": "令和7年9月1日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.superseded) emit(spot(filing));
           }
         }},
    {.info = {.id = "declarations-contend",
              .severity = Severity::review,
              .clause = "F.change",
              .message = {"同じ日付の届出書が複数あり、どれが有効か定まりません。",
                          "There are several declarations of the same day; which one counts is "
                          "not clear."},
              .remedy = {"新しい方の supersedes に、置き換える届出書のidを記載してください。",
                         "Give, under supersedes of the newer one, the id of the one it replaces."},
              .why = {"日付だけでは先後が分からないため。",
                      "A day does not tell which came first."},
              .fires = R"([{"op": "copy", "from": "/declarations/2", "path": "/declarations/-"},
                          {"op": "replace", "path": "/declarations/3/declaration/id", "value": "d4"}])",
              .near_miss = R"([{"op": "copy", "from": "/declarations/2", "path": "/declarations/-"},
                              {"op": "replace", "path": "/declarations/3/declaration/id",
                               "value": "d4"},
                              {"op": "add", "path": "/declarations/3/declaration/supersedes",
                               "value": "d3"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (!filing.contended) continue;
             const ChainIndex latest = chain.filing_in_force(filing.party);
             emit(spot(filing, &Declaration::declared_on),
                  {.related = {spot(chain.filings()[latest], &Declaration::declared_on)}});
           }
         }},
    {.info = {.id = "supersedes-unknown",
              .severity = Severity::warning,
              .clause = "F.change",
              .message = {"置き換えるとされた届出書が、同じ届出者のものの中にありません。",
                          "The declaration said to be replaced is not among those of this filer."},
              .remedy = {"supersedes のidを確認してください。", "Check the id under supersedes."},
              .why = {"前の届出書が失われているか、idの書き誤りであるため。",
                      "Either the earlier form is lost, or the id is a slip."},
              .fires = R"([{"op": "add", "path": "/declarations/2/declaration/supersedes",
                           "value": "d0"}])",
              .near_miss = R"([{"op": "copy", "from": "/declarations/2", "path": "/declarations/-"},
                              {"op": "replace", "path": "/declarations/3/declaration/id",
                               "value": "d4"},
                              {"op": "add", "path": "/declarations/3/declaration/supersedes",
                               "value": "d3"}])"},
     .check = replaces_nothing},
};
static_assert(complete(kFilingRules));

}  // namespace

std::span<const ChainRule> chain_filing_rules() { return kFilingRules; }

}  // namespace tokki
