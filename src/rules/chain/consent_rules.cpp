// 甲's written consent to each subcontract, in advance, and what binds the subcontractor (A5,
// F.note2). Any work needs it, at any tier, subsidiaries included.
#include <algorithm>
#include <vector>

#include "rules/chain/chain_rule.hpp"

namespace tokki {
namespace {

Spot consent_spot(const ChainEdge& edge) {
  return edge.consent_state == ConsentState::none
             ? spot(edge, &Subcontract::consents)
             : spot(edge, &Subcontract::consents, edge.consent, &Consent::given_on);
}
Spot form_spot(const ChainEdge& edge) {
  return spot(edge, &Subcontract::consents, edge.consent, &Consent::form);
}

// "yes" when the receiving party is declared to be a subsidiary, which changes nothing.
Argument subsidiary(const ChainEdge& edge) {
  return {"subsidiary", Token{edge.subsidiary == Said::yes ? "yes" : "no"}};
}

template <ConsentState wanted>
void emit_form(const Chain& chain, const ChainEmit& emit) {
  for (const ChainEdge& edge : chain.edges()) {
    if (edge.consent_state == wanted) emit(form_spot(edge));
  }
}

// Calls `visit(edge)` for edges of which both days are known.
template <class Visit>
void each_dated_consent(const Chain& chain, Visit&& visit) {
  for (const ChainEdge& edge : chain.edges()) {
    if (edge.consent_state == ConsentState::none) continue;
    if (edge.consent_on.known() && edge.starts_on.known()) visit(edge);
  }
}

void emit_days(const ChainEmit& emit, const ChainEdge& edge) {
  emit(consent_spot(edge),
       {.arguments = {{"consent", edge.consent_on.day()}, {"start", edge.starts_on.day()}},
        .related = {spot(edge, &Subcontract::starts_on)}});
}

void beneath_no_consent(const Chain& chain, const ChainEmit& emit) {
  std::vector<bool> received(chain.parties().size());
  std::vector<bool> consented(chain.parties().size());
  each_edge(chain, [&](const ChainEdge& edge) {
    if (!chain.begun(edge)) return;
    received[edge.to] = true;
    if (edge.consent_state != ConsentState::none) consented[edge.to] = true;
  });
  each_edge(chain, [&](const ChainEdge& edge) {
    if (!received[edge.from] || consented[edge.from]) return;
    if (edge.consent_state == ConsentState::none) return;  // has a finding of its own
    ChainMore more;
    for (const ChainIndex i : chain.received(edge.from)) {
      more.related = {spot(chain.edges()[i])};
      break;
    }
    emit(spot(edge, &Subcontract::from), std::move(more));
  });
}

constexpr ChainRule kConsentRules[] = {
    {.info =
         {.id = "consent-missing",
          .severity = Severity::error,
          .clause = "F.note2",
          .message = {"甲の書面による承諾の記録がないまま、委託が始まっています。{subsidiary, "
                      "select, yes {子会社への委託も再委託等に含まれます。} other {}}",
                      "The work has begun, and no written consent of the client is on record. "
                      "{subsidiary, select, yes {A subsidiary counts like any other.} other "
                      "{}}"},
          .remedy = {"承諾書があれば consents に日付と番号を記載してください。なければ直ちに甲に報"
                     "告し、指示に従ってください。",
                     "If there is a writing, give its date and number under consents. If not, "
                     "report at once to the client and follow its instructions."},
          .why = {"再委託等を行う場合には、あらかじめ甲の書面による承諾を得る必要があるため。業務の"
                  "内容を問いません。",
                  "Consent must be had in advance, whatever the work."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/1/consents", "value": []}])",
          .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/consents", "value": []},
                              {"op": "replace", "path": "/subcontracts/1/starts_on",
                               "value": "令和9年6月2日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.consent_state != ConsentState::none || !chain.begun(edge)) continue;
             emit(consent_spot(edge), {.arguments = {subsidiary(edge)}});
           }
         }},
    {.info =
         {.id = "consent-not-yet-due",
          .severity = Severity::note,
          .clause = "F.note2",
          .message = {"甲の承諾はまだありません。委託は始まっていません。{subsidiary, select, yes "
                      "{子会社への委託も再委託等に含まれます。} other {}}",
                      "The client has not consented yet; the work has not begun. {subsidiary, "
                      "select, yes {A subsidiary counts like any other.} other {}}"},
          .remedy = {"始める前に、甲の書面による承諾を得てください。",
                     "Obtain the client's written consent before it begins."},
          .why = {"承諾は「あらかじめ」得るもので、始まる前であれば漏れではないため。",
                  "Consent is due in advance: before the start nothing is late."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/1/consents", "value": []},
                          {"op": "add", "path": "/subcontracts/1/planned", "value": true},
                          {"op": "remove", "path": "/subcontracts/1/starts_on"}])",
          .near_miss = R"([{"op": "add", "path": "/subcontracts/1/planned", "value": true},
                              {"op": "remove", "path": "/subcontracts/1/starts_on"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.consent_state != ConsentState::none || chain.begun(edge)) continue;
             emit(consent_spot(edge), {.arguments = {subsidiary(edge)}});
           }
         }},
    {.info =
         {.id = "consent-not-written",
          .severity = Severity::error,
          .clause = "A5",
          .message = {"承諾が書面によるものではありません。",
                      "The consent was not given in writing."},
          .remedy = {"甲の書面による承諾を得てください。",
                     "Obtain the client's consent in writing."},
          .why = {"特記事項は「甲の書面による承諾」を求めているため。口頭の承諾では足りません。",
                  "The terms ask for written consent; an oral one is not enough."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/form",
                           "value": "other"}])",
          .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/form",
                               "value": "electronic"}])"},
     .check = emit_form<ConsentState::other_form>},
    {.info = {.id = "consent-electronic",
              .severity = Severity::review,
              .clause = "A5",
              .message = {"承諾は電子的な方法によるものです。",
                          "The consent was given electronically."},
              .remedy = {"この方法が「書面」に当たるかを、甲の定めによって確認してください。",
                         "Look up whether the client takes that for writing."},
              .why = {"電子的な方法が「書面」に当たるかを、特記事項は述べていないため。",
                      "The terms do not say whether electronic form is writing."},
              .fires = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/form",
                           "value": "electronic"}])",
              .near_miss = R"([{"op": "add", "path": "/subcontracts/1/consents/0",
                               "value": {"form": "electronic", "given_on": "令和7年5月19日"}}])"},
     .check = emit_form<ConsentState::electronic>},
    {.info =
         {.id = "consent-form-unstated",
          .severity = Severity::undetermined,
          .clause = "A5",
          .message = {"承諾が書面によるものかどうか、記録されていません。",
                      "Nobody says whether the consent was given in writing."},
          .remedy = {"承諾書を確かめ、form に written、electronic 又は other を記載してください。",
                     "Look at the consent, and state under form: written, electronic or other."},
          .why = {"書面による承諾であることは、記録がなければ確かめられないため。",
                  "That it was written shows only from a record."},
          .fires = R"([{"op": "remove", "path": "/subcontracts/1/consents/0/form"}])",
          .near_miss = R"([{"op": "add", "path": "/subcontracts/1/consents/0",
                               "value": {"given_on": "令和7年5月19日"}}])"},
     .check = emit_form<ConsentState::unstated>},
    {.info =
         {.id = "consent-late",
          .severity = Severity::error,
          .clause = "F.note2",
          .message = {"承諾（{consent}）が、業務の開始（{start}）より後です。",
                      "The consent of {consent} came after the work started on {start}."},
          .remedy = {"日付に誤りがなければ、甲に報告し、指示に従ってください。",
                     "If the dates are right, report to the client and follow its instructions."},
          .why = {"承諾は「あらかじめ」得る必要があるため。", "Consent must be had in advance."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/given_on",
                           "value": "令和7年6月3日"}])",
          .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/given_on",
                               "value": "令和7年6月1日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           each_dated_consent(chain, [&](const ChainEdge& edge) {
             if (edge.consent_on > edge.starts_on) emit_days(emit, edge);
           });
         }},
    {.info = {.id = "consent-same-day",
              .severity = Severity::undetermined,
              .clause = "F.note2",
              .message = {"承諾と業務の開始が同じ日（{start}）で、先後が分かりません。",
                          "Consent and start are of the same day, {start}; which came first "
                          "is not known."},
              .remedy = {"承諾書の時刻や業務の記録によって、承諾が先であったかを確かめてください。",
                         "The time on the writing, or the record of the work, would settle it."},
              .why = {"「あらかじめ」は開始より前をいい、日付だけでは決まらないため。",
                      "\"In advance\" means before the start; a day alone does not tell."},
              .fires = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/given_on",
                           "value": "令和7年6月2日"}])",
              .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/consents/0/given_on",
                               "value": "令和7年6月1日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           each_dated_consent(chain, [&](const ChainEdge& edge) {
             if (edge.consent_on == edge.starts_on) emit_days(emit, edge);
           });
         }},
    {.info = {.id = "consent-order-unknown",
              .severity = Severity::undetermined,
              .clause = "F.note2",
              .message = {"承諾の日又は業務の開始日がなく、あらかじめ承諾を得たかが分かりません。",
                          "The day of the consent or of the start is missing, so nobody can tell "
                          "whether consent came in advance."},
              .remedy = {"承諾の日（given_on）と業務の開始日（starts_on）を記載してください。",
                         "Give the day of the consent (given_on) and of the start (starts_on)."},
              .why = {"「あらかじめ」は、二つの日付がなければ確かめられないため。",
                      "\"In advance\" cannot be seen without the two days."},
              .fires = R"([{"op": "remove", "path": "/subcontracts/1/starts_on"}])",
              .near_miss = R"([{"op": "remove", "path": "/subcontracts/1/starts_on"},
                              {"op": "add", "path": "/subcontracts/1/planned", "value": true}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.consent_state == ConsentState::none || !chain.begun(edge)) continue;
             if (edge.consent_on.known() && edge.starts_on.known()) continue;
             emit(edge.consent_on.known() ? spot(edge, &Subcontract::starts_on)
                                          : consent_spot(edge));
           }
         }},
    {.info =
         {.id = "consent-missing-above",
          .severity = Severity::review,
          .clause = "A5",
          .message = {"委託元への委託そのものに、甲の承諾の記録がありません。",
                      "The party that entrusts this work was itself entrusted with it without a "
                      "consent on record."},
          .remedy = {"上の段階の承諾を確かめてください。この承諾がその段階にも及ぶかは、承諾書の文"
                     "言によります。",
                     "Look into the consent above. Whether this one covers that tier too depends "
                     "on its wording."},
          .why = {"承諾は段階ごとの委託に要り、一つの書面が複数の委託に及ぶこともあるため。",
                  "Each tier needs consent, and one writing may cover several."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/0/consents", "value": []}])",
          .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/consents", "value": []}])"},
     .check = beneath_no_consent},
    {.info =
         {.id = "flow-down-denied",
          .severity = Severity::error,
          .clause = "A5",
          .message = {"再委託先に、特記事項又は遵守事項を遵守させる合意が欠けています。",
                      "The subcontractor was not bound to the special terms, or not to the "
                      "compliance items."},
          .remedy = {"両方を遵守する旨を合意し、記録してください。",
                     "Have it agree to both, and put that on record."},
          .why = {"再委託等の相手方に、特記事項と遵守事項の両方を遵守させなければならないため。",
                  "Every counterparty must be made to observe both."},
          .fires = R"([{"op": "replace", "path": "/subcontracts/1/flow_down/compliance_items",
                           "value": false}])",
          .near_miss =
              R"([{"op": "remove", "path": "/subcontracts/1/flow_down/compliance_items"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.flow_down == FlowDownState::incomplete && chain.begun(edge)) {
               emit(spot(edge, &Subcontract::flow_down));
             }
           }
         }},
    {.info =
         {.id = "flow-down-unrecorded",
          .severity = Severity::undetermined,
          .clause = "A5",
          .message = {"再委託先に特記事項と遵守事項を遵守させる合意が、記録されていません。",
                      "No record shows that the subcontractor was bound to the special terms and "
                      "the compliance items."},
          .remedy = {"合意した文書を確かめ、flow_down に記載してください。",
                     "Look up the agreement, and state it under flow_down."},
          .why = {"遵守させていることは、記録がなければ確かめられないため。",
                  "That it was bound shows only from a record."},
          .fires = R"([{"op": "remove", "path": "/subcontracts/1/flow_down"}])",
          .near_miss = R"([{"op": "remove", "path": "/subcontracts/1/flow_down"},
                              {"op": "replace", "path": "/subcontracts/1/starts_on",
                               "value": "令和9年6月2日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.flow_down == FlowDownState::not_recorded && chain.begun(edge)) {
               emit(spot(edge, &Subcontract::flow_down));
             }
           }
         }},
    {.info = {.id = "flow-down-late",
              .severity = Severity::warning,
              .clause = "A5",
              .message = {"遵守させる合意（{agreed}）が、業務の開始（{start}）より後です。",
                          "The agreement of {agreed} came after the work started on {start}."},
              .remedy = {"その間の取扱いに問題がなかったかを確かめてください。",
                         "Make sure that nothing went wrong in between."},
              .why = {"特記事項と遵守事項は、委託の始めから遵守させるものと読めるため。",
                      "The counterparty is to observe the terms from the start."},
              .fires = R"([{"op": "replace", "path": "/subcontracts/1/flow_down/agreed_on",
                           "value": "令和7年6月3日"}])",
              .near_miss = R"([{"op": "replace", "path": "/subcontracts/1/flow_down/agreed_on",
                               "value": "令和7年6月2日"}])"},
     .check =
         [](const Chain& chain, const ChainEmit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (!edge.flow_down_on.known() || !edge.starts_on.known()) continue;
             if (edge.flow_down_on <= edge.starts_on) continue;
             emit(spot(edge, &Subcontract::flow_down, &FlowDown::agreed_on),
                  {.arguments = {{"agreed", edge.flow_down_on.day()},
                                 {"start", edge.starts_on.day()}},
                   .related = {spot(edge, &Subcontract::starts_on)}});
           }
         }},
};
static_assert(complete(kConsentRules));

}  // namespace

std::span<const ChainRule> chain_consent_rules() { return kConsentRules; }

}  // namespace tokki
