// 甲's written consent to each subcontract, in advance, and what binds the subcontractor (A5,
// F.note2). Any work needs it, at any tier, subsidiaries included.
#include <algorithm>
#include <vector>

#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

Place consent_place(const ChainEdge& edge) {
  return edge.consent_state == ConsentState::none
             ? place_of(edge, &Subcontract::consents)
             : place_of(edge, &Subcontract::consents, edge.consent, &Consent::given_on);
}
Place form_place(const ChainEdge& edge) {
  return place_of(edge, &Subcontract::consents, edge.consent, &Consent::form);
}

// "yes" when the subcontractor is declared a subsidiary, which does not change its duties.
Argument subsidiary(const ChainEdge& edge) {
  return {"subsidiary", Token{edge.subsidiary == TriState::yes ? "yes" : "no"}};
}

template <ConsentState wanted>
void emit_form(const Chain& chain, const Emit& emit) {
  for (const ChainEdge& edge : chain.edges()) {
    if (edge.consent_state == wanted) emit(form_place(edge));
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

void emit_days(const Emit& emit, const ChainEdge& edge) {
  emit(consent_place(edge),
       {.arguments = {{"consent", edge.consent_on.day()}, {"start", edge.starts_on.day()}},
        .related = {place_of(edge, &Subcontract::starts_on)}});
}

void consent_missing_above(const Chain& chain, const Emit& emit) {
  std::vector<bool> received(chain.parties().size());
  std::vector<bool> consented(chain.parties().size());
  each_edge(chain, [&](const ChainEdge& edge) {
    if (!chain.begun(edge)) return;
    received[edge.to] = true;
    if (edge.consent_state != ConsentState::none) consented[edge.to] = true;
  });
  each_edge(chain, [&](const ChainEdge& edge) {
    if (!received[edge.from] || consented[edge.from]) return;
    if (edge.consent_state == ConsentState::none) return;  // another rule reports it
    Details details;
    for (const ChainIndex i : chain.received(edge.from)) {
      details.related = {place_of(chain.edges()[i])};
      break;
    }
    emit(place_of(edge, &Subcontract::from), std::move(details));
  });
}

constexpr ChainRule kConsentRules[] = {
    {.info = rule("consent-missing"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.consent_state != ConsentState::none || !chain.begun(edge)) continue;
             emit(consent_place(edge), {.arguments = {subsidiary(edge)}});
           }
         }},
    {.info = rule("consent-not-yet-due"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.consent_state != ConsentState::none || chain.begun(edge)) continue;
             emit(consent_place(edge), {.arguments = {subsidiary(edge)}});
           }
         }},
    {.info = rule("consent-not-written"), .check = emit_form<ConsentState::other_form>},
    {.info = rule("consent-electronic"), .check = emit_form<ConsentState::electronic>},
    {.info = rule("consent-form-unstated"), .check = emit_form<ConsentState::unstated>},
    {.info = rule("consent-late"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_dated_consent(chain, [&](const ChainEdge& edge) {
             if (edge.consent_on > edge.starts_on) emit_days(emit, edge);
           });
         }},
    {.info = rule("consent-same-day"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_dated_consent(chain, [&](const ChainEdge& edge) {
             if (edge.consent_on == edge.starts_on) emit_days(emit, edge);
           });
         }},
    {.info = rule("consent-order-unknown"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.consent_state == ConsentState::none || !chain.begun(edge)) continue;
             if (edge.consent_on.known() && edge.starts_on.known()) continue;
             emit(edge.consent_on.known() ? place_of(edge, &Subcontract::starts_on)
                                          : consent_place(edge));
           }
         }},
    {.info = rule("consent-missing-above"), .check = consent_missing_above},
    {.info = rule("flow-down-denied"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.flow_down == FlowDownState::incomplete && chain.begun(edge)) {
               emit(place_of(edge, &Subcontract::flow_down));
             }
           }
         }},
    {.info = rule("flow-down-unrecorded"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.flow_down == FlowDownState::not_recorded && chain.begun(edge)) {
               emit(place_of(edge, &Subcontract::flow_down));
             }
           }
         }},
    {.info = rule("flow-down-late"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (!edge.flow_down_on.known() || !edge.starts_on.known()) continue;
             if (edge.flow_down_on <= edge.starts_on) continue;
             emit(place_of(edge, &Subcontract::flow_down, &FlowDown::agreed_on),
                  {.arguments = {{"agreed", edge.flow_down_on.day()},
                                 {"start", edge.starts_on.day()}},
                   .related = {place_of(edge, &Subcontract::starts_on)}});
           }
         }},
};
static_assert(binds_each(kConsentCatalog, kConsentRules));

}  // namespace

std::span<const ChainRule> chain_consent_rules() { return kConsentRules; }

}  // namespace tokki::inline v0::internal
