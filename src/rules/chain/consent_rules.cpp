// 甲's written consent to each subcontract, in advance, and what binds the subcontractor (A5,
// F.note2). Any work needs it, at any tier, subsidiaries included.
#include <algorithm>
#include <vector>

#include "chain/chain_time.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

Place consent_place(const ChainEdge& edge) {
  return edge.consent_state == ConsentState::none && !edge.consent_ahead
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

// Calls `visit(edge)` for edges with a consent whose work has begun, and of which both days are
// known.
template <class Visit>
void each_dated_consent(const Chain& chain, Visit&& visit) {
  for (const ChainEdge& edge : chain.edges()) {
    if (edge.consent_state == ConsentState::none || chain.begun(edge) != TriState::yes) continue;
    if (edge.consent_on.known() && edge.starts_on.known()) visit(edge);
  }
}

// Whether the consent came before the start, of which one is not certain: a day that is not known,
// or a plan whose day has come.
bool is_order_open(const Chain& chain, const ChainEdge& edge) {
  const TriState begun = chain.begun(edge);
  if (edge.consent_state == ConsentState::none || begun == TriState::no) return false;
  if (!edge.consent_on.known() || !edge.starts_on.known()) return true;
  return begun == TriState::unknown && edge.consent_on >= edge.starts_on;
}

// Calls `visit(edge)` for edges without a consent on record, whose work has begun, has not, or may
// have.
template <class Visit>
void each_without_consent(const Chain& chain, TriState begun, Visit&& visit) {
  for (const ChainEdge& edge : chain.edges()) {
    if (edge.consent_state == ConsentState::none && chain.begun(edge) == begun) visit(edge);
  }
}

void consent_dated_ahead(const Chain& chain, const Emit& emit) {
  for (const TriState begun : {TriState::yes, TriState::unknown}) {
    each_without_consent(chain, begun, [&](const ChainEdge& edge) {
      if (!edge.consent_ahead) return;
      emit(consent_place(edge), {.arguments = {{"consent", edge.consent_on.day()}}});
    });
  }
}

// Why nobody can tell whether the subcontractor was bound from the start; empty: it can be told, or
// another rule speaks of it.
std::string_view why_flow_down_is_open(const Chain& chain, const ChainEdge& edge) {
  const TriState begun = chain.begun(edge);
  if (begun == TriState::no || edge.flow_down == FlowDownState::not_recorded) return {};
  if (edge.flow_down == FlowDownState::incomplete) {
    return begun == TriState::unknown ? "start" : std::string_view();
  }
  if (lies_ahead(edge.flow_down_on, CompactDay{std::optional(chain.as_of())})) return "ahead";
  return edge.flow_down_on.known() ? std::string_view() : "undated";
}

void flow_down_order_unknown(const Chain& chain, const Emit& emit) {
  for (const ChainEdge& edge : chain.edges()) {
    const std::string_view why = why_flow_down_is_open(chain, edge);
    if (why.empty()) continue;
    const auto agreed = why == "ahead" ? Content(edge.flow_down_on.day()) : Content(Token{});
    emit(why == "start" ? place_of(edge, &Subcontract::starts_on)
                        : place_of(edge, &Subcontract::flow_down, &FlowDown::agreed_on),
         {.arguments = {{"why", Token{std::string(why)}}, {"agreed", agreed}}});
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
    if (chain.begun(edge) != TriState::yes) return;
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
           each_without_consent(chain, TriState::yes, [&](const ChainEdge& edge) {
             if (edge.consent_ahead) return;
             emit(consent_place(edge), {.arguments = {subsidiary(edge)}});
           });
         }},
    {.info = rule("consent-start-unknown"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_without_consent(chain, TriState::unknown, [&](const ChainEdge& edge) {
             if (edge.consent_ahead) return;
             emit(consent_place(edge), {.arguments = {subsidiary(edge)},
                                        .related = {place_of(edge, &Subcontract::starts_on)}});
           });
         }},
    {.info = rule("consent-dated-ahead"), .check = consent_dated_ahead},
    {.info = rule("consent-not-yet-due"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_without_consent(chain, TriState::no, [&](const ChainEdge& edge) {
             emit(consent_place(edge), {.arguments = {subsidiary(edge)}});
           });
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
             if (!is_order_open(chain, edge)) continue;
             emit(edge.consent_on.known() ? place_of(edge, &Subcontract::starts_on)
                                          : consent_place(edge));
           }
         }},
    {.info = rule("consent-missing-above"), .check = consent_missing_above},
    {.info = rule("flow-down-denied"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.flow_down == FlowDownState::incomplete &&
                 chain.begun(edge) == TriState::yes) {
               emit(place_of(edge, &Subcontract::flow_down));
             }
           }
         }},
    {.info = rule("flow-down-unrecorded"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.flow_down == FlowDownState::not_recorded &&
                 chain.begun(edge) != TriState::no) {
               emit(place_of(edge, &Subcontract::flow_down));
             }
           }
         }},
    {.info = rule("flow-down-late"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const CompactDay today{std::optional(chain.as_of())};
           for (const ChainEdge& edge : chain.edges()) {
             if (!has_come(edge.flow_down_on, today) || !edge.starts_on.known()) continue;
             if (edge.flow_down_on <= edge.starts_on) continue;
             emit(place_of(edge, &Subcontract::flow_down, &FlowDown::agreed_on),
                  {.arguments = {{"agreed", edge.flow_down_on.day()},
                                 {"start", edge.starts_on.day()}},
                   .related = {place_of(edge, &Subcontract::starts_on)}});
           }
         }},
    {.info = rule("flow-down-order-unknown"), .check = flow_down_order_unknown},
};
static_assert(binds_each(kConsentCatalog, kConsentRules));

}  // namespace

std::span<const ChainRule> chain_consent_rules() { return kConsentRules; }

}  // namespace tokki::inline v0::internal
