// The chain as a graph: who is in it, and whether every edge holds (X5).
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "rules/chain/chain_rule.hpp"
#include "text/corporate_number.hpp"
#include "text/look_alike.hpp"

namespace tokki {
namespace {

constexpr std::size_t kShown = 10;  // places listed under one finding

void parties_twice(const Chain& chain, const ChainEmit& emit) {
  std::unordered_map<std::string, ChainIndex> by_number;
  std::unordered_map<std::string, ChainIndex> by_name;
  const auto parties = chain.parties();
  const auto number_of = [](const ChainParty& party) {
    const auto number = read_corporate_number(party.corporate_number);
    return number ? digits(*number) : std::string();
  };
  for (ChainIndex i = 0; i < parties.size() && !emit.full(); ++i) {
    const ChainParty& party = parties[i];
    const std::string number = number_of(party);
    ChainIndex same = kNobody;
    if (!number.empty()) {
      const auto [known, fresh] = by_number.emplace(number, i);
      if (!fresh) same = known->second;
    }
    if (!is_blank(party.name)) {
      const auto [known, fresh] = by_name.emplace(name_key(party.name), i);
      // Two firms may share a name; then their numbers tell them apart.
      const bool apart = !fresh && !number.empty() && !number_of(parties[known->second]).empty();
      if (!fresh && !apart && same == kNobody) same = known->second;
    }
    if (same == kNobody || (!party.id.empty() && parties[same].id == party.id)) continue;
    emit(spot(party), {.related = {spot(parties[same])}});
  }
}

void parties_look_alike(const Chain& chain, const ChainEmit& emit) {
  const auto parties = chain.parties();
  each_look_alike_pair(
      parties.size(), [&](std::size_t i) { return parties[i].name; },
      [&](std::size_t later, std::size_t earlier) {
        emit(spot(parties[later]), {.related = {spot(parties[earlier])}});
        return !emit.full();
      });
}

// Calls `visit(spot, party, how)` for every reference to a party by another record.
template <class Visit>
void each_reference(const Chain& chain, Visit&& visit) {
  for (const ChainEdge& edge : chain.edges()) {
    visit([&] { return spot(edge, &Subcontract::from); }, edge.from, edge.from_matched);
    visit([&] { return spot(edge, &Subcontract::to); }, edge.to, edge.to_matched);
  }
  for (const ChainCertificate& each : chain.certificates()) {
    visit([&] { return spot(each, &Certificate::party); }, each.party, each.matched);
  }
}

void cycles(const Chain& chain, const ChainEmit& emit) {
  for (const auto& way : chain.cycles()) {
    ChainMore more;
    for (const ChainIndex i : way) {
      if (more.related.size() == kShown) break;
      more.related.push_back(spot(chain.edges()[i], &Subcontract::to));
    }
    more.arguments = {{"parties", static_cast<std::int64_t>(way.size())}};
    const Spot where = more.related.back();
    more.related.pop_back();
    emit(where, std::move(more));
  }
}

void subcontracts_repeated(const Chain& chain, const ChainEmit& emit) {
  const auto edges = chain.edges();
  const auto same = [&](ChainIndex i) { return std::tie(edges[i].to, edges[i].work); };
  std::vector<ChainIndex> given;
  for (ChainIndex party = 0; party < chain.parties().size() && !emit.full(); ++party) {
    given.assign(chain.given(party).begin(), chain.given(party).end());
    std::ranges::stable_sort(given, {}, same);
    for (std::size_t i = 1; i < given.size(); ++i) {
      if (edges[given[i]].to == kNobody || same(given[i - 1]) != same(given[i])) continue;
      emit(spot(edges[given[i]]), {.related = {spot(edges[given[i - 1]])}});
    }
  }
}

constexpr ChainRule kStructureRules[] = {
    {.info = {.id = "contract-missing",
              .severity = Severity::error,
              .clause = "A1",
              .message = {"契約がありません。", "There is no contract."},
              .remedy = {"contract に甲、乙、契約日、コース番号を記載するか、契約のファイルを同じ"
                         "フォルダーに置いてください。",
                         "Give client, contractor, date and course number under contract, or put "
                         "the contract's file into the same folder."},
              .why = {"届出書が元の契約を挙げているか、誰が乙かを確かめられないため。",
                      "Without it nobody can tell who the contractor is, or whether the forms cite "
                      "the head contract."},
              .fires = R"([{"op": "remove", "path": "/contract"}])",
              .near_miss = R"([{"op": "remove", "path": "/contract/client"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           if (!chain.has_contract()) emit(contract_spot(chain));
         }},
    {.info = {.id = "contract-conflict",
              .severity = Severity::error,
              .clause = "A1",
              .message = {"一つの案件に、異なる契約が含まれています。先に読んだ契約によって確認しま"
                          "した。",
                          "One dossier holds different contracts. It was checked against the first "
                          "of them."},
              .remedy = {"契約ごとに分けるか、食い違う記載を直してください。",
                         "Keep each contract in a dossier of its own, or correct what differs."},
              .why = {"特記事項は契約ごとに一体をなすものであるため。",
                      "The terms are one with their contract."},
              .fires = R"({"format":"tokki.dossier-record/1","contract":{"course_number":"5-01"}}
{"format":"tokki.dossier-record/1","contract":{"course_number":"5-02"}})",
              .near_miss =
                  R"({"format":"tokki.dossier-record/1","contract":{"course_number":"5-01"}}
{"format":"tokki.dossier-record/1","contract":{"course_number":"５-01","title":"委託訓練契約書"}})",
              .whole_documents = true},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const RecordSource& other : chain.other_contracts()) {
             emit({Spot::Record::contract, other, {}}, {.related = {contract_spot(chain)}});
           }
         }},
    {.info = {.id = "contract-dates-contradict",
              .severity = Severity::error,
              .clause = "A1",
              .message = {"契約期間の終わりが始まりより前です。",
                          "The contract's term ends before it starts."},
              .remedy = {"契約期間の日付を確認してください。", "Check the dates of the term."},
              .why = {"期間が定まらなければ、終了後に残る義務も確かめられないため。",
                      "Without a term nobody can tell what outlives it."},
              .fires =
                  R"([{"op": "replace", "path": "/contract/ends_on", "value": "令和6年3月31日"}])",
              .near_miss =
                  R"([{"op": "replace", "path": "/contract/ends_on", "value": "令和7年4月7日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           const CompactDay begin(chain.contract().starts_on);
           const CompactDay end(chain.contract().ends_on);
           if (begin.known() && end.known() && end < begin) {
             emit(contract_spot(chain, at(&Contract::ends_on)),
                  {.related = {contract_spot(chain, at(&Contract::starts_on))}});
           }
         }},
    {.info =
         {.id = "contractor-unknown",
          .severity = Severity::error,
          .clause = "A1",
          .message = {"乙が定まりません。", "It cannot be told who the contractor is."},
          .remedy = {"contract.contractor に、parties にある事業者のid、法人番号又は名称を記載し"
                     "てください。",
                     "Name one of the parties under contract.contractor: by id, corporate "
                     "number or name."},
          .why = {"再委託等の段階は乙から数えるため。",
                  "The tiers of subcontracting are counted from the contractor."},
          .fires = R"([{"op": "replace", "path": "/contract/contractor", "value": "誰か"}])",
          .near_miss = R"([{"op": "remove", "path": "/contract/contractor"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           if (chain.contractor() == kNobody) {
             emit(contract_spot(chain, at(&Contract::contractor)));
           }
         }},
    {.info = {.id = "party-repeated",
              .severity = Severity::error,
              .clause = "A1",
              .message = {"同じidの事業者がすでにあります。先のものだけを使いました。",
                          "Another party has the same id. Only the first was used."},
              .remedy = {"事業者ごとに異なるidを付けるか、重複を除いてください。",
                         "Give each party an id of its own, or remove the repetition."},
              .why = {"どちらの事業者を指すのか定まらないため。",
                      "A reference to that id could mean either."},
              .fires = R"([{"op": "replace", "path": "/parties/2/id", "value": "aoba"}])",
              .near_miss = R"([{"op": "add", "path": "/parties/-",
                               "value": {"id": "aoba2", "name": "株式会社あおば測量"}},
                              {"op": "add", "path": "/subcontracts/-", "value": {
                                "from": "midori", "to": "aoba2", "work": "教室の清掃"}}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainIndex i : chain.repeated()) {
             if (emit.full()) return;
             const ChainIndex first = chain.find(chain.parties()[i].id);
             emit({Spot::Record::party, chain.parties()[i].source, at(&Party::id)},
                  {.related = {
                       {Spot::Record::party, chain.parties()[first].source, at(&Party::id)}}});
           }
         }},
    {.info = {.id = "party-unnamed",
              .severity = Severity::error,
              .clause = "F.submitter",
              .message = {"事業者の名称がありません。", "The party has no name."},
              .remedy = {"氏名又は法人名を記載してください。", "Give its name."},
              .why = {"届出書と照らし合わせる名称がないため。",
                      "There is nothing to hold the forms against."},
              .fires = R"([{"op": "remove", "path": "/parties/2/name"}])",
              .near_miss = R"([{"op": "replace", "path": "/parties/2/name", "value": "緑"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainParty& party : chain.parties()) {
             if (is_blank(party.name)) emit(spot(party));
           }
         }},
    {.info =
         {.id = "party-twice",
          .severity = Severity::review,
          .clause = "A5",
          .message = {"同じ法人番号又は名称の事業者が、別のidでもう一つあります。",
                      "The same corporate number or name stands under another id too."},
          .remedy = {"同じ事業者であれば一つにまとめ、別の事業者であれば法人番号で区別してくださ"
                     "い。",
                     "If they are one firm, keep one entry; if not, tell them apart by corporate "
                     "number."},
          .why = {"一つの事業者が二つに分かれていると、届出や承諾の漏れが見えなくなるため。似た"
                  "ものを黙ってまとめることはしません。",
                  "A firm split in two hides a missing form or consent. What is alike is never "
                  "merged silently."},
          .fires = R"([{"op": "add", "path": "/parties/-",
                           "value": {"id": "sora2", "name": "(同)そら印刷"}}])",
          .near_miss = R"([{"op": "add", "path": "/parties/-",
                               "value": {"id": "sora2", "name": "合同会社そら製本"}}])"},
     .check = parties_twice},
    {.info = {.id = "parties-look-alike",
              .severity = Severity::warning,
              .clause = "A5",
              .message = {"名称の字形が、別の事業者とよく似ています（ーと一、ロと口など）。",
                          "The name looks like that of another party (ー and 一, ロ and 口)."},
              .remedy = {"同じ事業者の書き誤りでないか確認してください。",
                         "Make sure that it is not a slip for the same firm."},
              .why = {"見分けにくい名称の取り違えで、届出や承諾の漏れが見えなくなるため。",
                      "A name mistaken for another hides a missing form or consent."},
              .fires = R"([{"op": "add", "path": "/parties/-",
                           "value": {"id": "data1", "name": "データ工房"}},
                          {"op": "add", "path": "/parties/-",
                           "value": {"id": "data2", "name": "デ一タ工房"}}])",
              .near_miss = R"([{"op": "add", "path": "/parties/-",
                               "value": {"id": "data1", "name": "データ工房"}},
                              {"op": "add", "path": "/parties/-",
                               "value": {"id": "data2", "name": "データ工務"}}])"},
     .check = parties_look_alike},
    {.info =
         {.id = "party-unknown",
          .severity = Severity::error,
          .clause = "A5",
          .message = {"ここに記載された事業者が見当たりません。", "There is no such party."},
          .remedy = {"parties にその事業者を加えるか、id、法人番号又は名称の記載を直してくださ"
                     "い。",
                     "Add it to the parties, or correct the id, number or name given here."},
          .why = {"誰への委託か分からず、届出も承諾も確かめられないため。",
                  "Nobody can tell to whom the work went, or whether it filed."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/1/to", "value": "umi"}])",
          .near_miss =
              R"([{"op": "replace", "path": "/subcontracts/1/to", "value": "合同会社そら印刷"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           each_reference(chain, [&](const auto& where, ChainIndex party, Match) {
             if (party == kNobody) emit(where());
           });
         }},
    {.info = {.id = "party-matched",
              .severity = Severity::note,
              .clause = "A5",
              .message = {"idではなく、{how}によって事業者を特定しました。",
                          "The party was told by {how}, not by its id."},
              .remedy = {"対応は不要です。別の事業者であればidで記載してください。",
                         "Nothing to do, unless another was meant; then give its id."},
              .why = {"何によって照合したかを示すため。", "To say how references were matched."},
              .fires =
                  R"([{"op": "replace", "path": "/subcontracts/1/to", "value": "(同)そら印刷"}])",
              .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/to", "value": "sora"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           const auto say = [&](const auto& where, ChainIndex, Match how) {
             if (how != Match::corporate_number && how != Match::name) return;
             emit(where(), {.arguments = {{"how", Term{term_of(how)}}}});
           };
           say([&] { return contract_spot(chain, at(&Contract::contractor)); }, chain.contractor(),
               chain.contractor_matched());
           each_reference(chain, say);
         }},
    {.info = {.id = "subcontract-to-itself",
              .severity = Severity::error,
              .clause = "A5",
              .message = {"委託元と委託先が同じ事業者です。", "A party entrusts work to itself."},
              .remedy = {"委託先の記載を直すか、この行を除いてください。",
                         "Correct the receiving party, or remove the entry."},
              .why = {"自らへの委託は再委託等に当たらないため。", "Nobody subcontracts to itself."},
              .fires = R"([{"op": "replace", "path": "/subcontracts/1/to", "value": "aoba"}])",
              .near_miss =
                  R"([{"op": "replace", "path": "/subcontracts/1/from", "value": "midori"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.from != kNobody && edge.from == edge.to) emit(spot(edge, &Subcontract::to));
           }
         }},
    {.info = {.id = "subcontract-cycle",
              .severity = Severity::error,
              .clause = "A5",
              .message = {"再委託等が一巡して元の事業者に戻っています（{parties, number}者）。",
                          "The subcontracts lead back to where they began ({parties, number} "
                          "parties)."},
              .remedy = {"示した行のうち誤っているものを直してください。",
                         "Correct whichever of the entries shown is wrong."},
              .why = {"元に戻る委託では、誰が誰の相手方かが定まらないため。",
                      "In a circle nobody can tell who is whose counterparty."},
              .fires = R"([{"op": "add", "path": "/subcontracts/-", "value": {
                             "from": "sora", "to": "aoba", "work": "封入"}}])",
              .near_miss = R"([{"op": "add", "path": "/subcontracts/-", "value": {
                                 "from": "midori", "to": "sora", "work": "封入"}}])"},
     .check = cycles},
    {.info =
         {.id = "subcontract-repeated",
          .severity = Severity::warning,
          .clause = "A5",
          .message = {"同じ委託元、委託先、業務内容の行がすでにあります。",
                      "An entry with the same two parties and the same work is there already."},
          .remedy = {"重複であれば除いてください。別の委託であれば業務内容で区別してください。",
                     "Remove it if it is a repetition; if not, tell the two apart by their work."},
          .why = {"同じ委託が二度数えられるため。", "The same subcontract would count twice."},
          .fires = R"([{"op": "copy", "from": "/subcontracts/1", "path": "/subcontracts/-"}])",
          .near_miss =
              R"([{"op": "copy", "from": "/subcontracts/1", "path": "/subcontracts/-"},
                      {"op": "replace", "path": "/subcontracts/2/work", "value": "修了証の発送"}])"},
     .check = subcontracts_repeated},
    {.info = {.id = "party-out-of-reach",
              .severity = Severity::error,
              .clause = "A5",
              .message = {"乙からこの事業者に至る再委託等がありません。",
                          "No subcontract leads from the contractor to this party."},
              .remedy = {"欠けている再委託等を加えるか、関係のない事業者であれば除いてください。",
                         "Add the subcontract that is missing, or remove the party if it has no "
                         "part in the contract."},
              .why = {"どの段階の誰に委託されたのか分からないため。",
                      "Nobody can tell by whom it was entrusted with anything."},
              .fires = R"([{"op": "add", "path": "/parties/-",
                           "value": {"id": "umi", "name": "株式会社うみ警備"}}])",
              .near_miss = R"([{"op": "add", "path": "/parties/-",
                               "value": {"id": "office", "name": "そよかぜ県"}}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           if (chain.contractor() == kNobody) return;
           const std::string_view client = chain.contract().client;
           for (ChainIndex i = 0; i < chain.parties().size() && !emit.full(); ++i) {
             const ChainParty& party = chain.parties()[i];
             // An id that is repeated has its finding; 甲 is no counterparty.
             if (chain.tier(i) || (!party.id.empty() && chain.find(party.id) != i)) continue;
             if (!is_blank(client) && (party.id == client || same_name(party.name, client)))
               continue;
             emit(spot(party));
           }
         }},
    {.info =
         {.id = "subcontract-before-contract",
          .severity = Severity::review,
          .clause = "A5",
          .message = {"契約日（{contract}）より前に、委託した業務が始まっています。",
                      "The entrusted work started before the contract was concluded ({contract})."},
          .remedy = {"日付に誤りがないか、本契約の業務であるかを確認してください。",
                     "Make sure of the dates, and that the work belongs to this contract."},
          .why = {"この契約による業務の委託が、契約より前に始まることは考えにくいため。",
                  "Work of this contract can hardly have started before it."},
          .fires =
              R"([{"op": "replace", "path": "/subcontracts/0/starts_on", "value": "令和7年3月1日"}])",
          .near_miss =
              R"([{"op": "replace", "path": "/contract/concluded_on", "value": "令和7年4月14日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           const CompactDay concluded(chain.contract().concluded_on);
           if (!concluded.known()) return;
           for (const ChainEdge& edge : chain.edges()) {
             if (!edge.starts_on.known() || edge.starts_on >= concluded) continue;
             emit(spot(edge, &Subcontract::starts_on),
                  {.arguments = {{"contract", concluded.day()}},
                   .related = {contract_spot(chain, at(&Contract::concluded_on))}});
           }
         }},
    {.info =
         {.id = "planned-but-started",
          .severity = Severity::review,
          .clause = "F4.planned",
          .message = {"予定とされていますが、業務の開始日（{start}）はすでに来ています。",
                      "This is said to be planned, but its start on {start} has come."},
          .remedy = {"始まっていれば予定の記載を改め、始まっていなければ開始日を改めてください。",
                     "If it has begun, it is no longer planned; if not, correct the day."},
          .why = {"始まった委託には承諾と届出が要るため。",
                  "What has begun needs consent and a declaration."},
          .fires = R"([{"op": "add", "path": "/subcontracts/1/planned", "value": true}])",
          .near_miss =
              R"([{"op": "add", "path": "/subcontracts/1/planned", "value": true},
                      {"op": "replace", "path": "/subcontracts/1/starts_on", "value": "令和9年6月2日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           const CompactDay today{std::optional(chain.as_of())};
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.planned != Said::yes || !edge.starts_on.known()) continue;
             if (edge.starts_on > today) continue;
             emit(spot(edge, &Subcontract::planned),
                  {.arguments = {{"start", edge.starts_on.day()}},
                   .related = {spot(edge, &Subcontract::starts_on)}});
           }
         }},
};
static_assert(complete(kStructureRules));

}  // namespace

std::span<const ChainRule> chain_structure_rules() { return kStructureRules; }

}  // namespace tokki
