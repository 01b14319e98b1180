// Row 4 of each form against the subcontracts of the chain (F4, F.change, X3, X4, X10).
#include <unordered_set>
#include <vector>

#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

// Calls `visit(filing, edge)` for each edge with electronic data, or perhaps with it, that its
// giving party's form does not name.
template <class Visit>
void each_unnamed(const Chain& chain, Visit&& visit) {
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    for (const ChainIndex i : chain.given(party)) {
      const ChainEdge& edge = chain.edges()[i];
      if (edge.to == kNoIndex || edge.to == edge.from || edge.named_on_form) continue;
      if (edge.handles_data != TriState::no) visit(filing, edge);
    }
  });
}

// True when the edge starts after the form was filed: the form was right then, and is outdated now.
bool started_after_filing(const ChainFiling& filing, const ChainEdge& edge) {
  return edge.starts_on.known() && filing.declared_on.known() &&
         edge.starts_on > filing.declared_on;
}

template <TriState handles>
void emit_stale(const Chain& chain, const Emit& emit) {
  each_unnamed(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    if (!started_after_filing(filing, edge) || edge.handles_data != handles) return;
    emit(place_of(filing, &Declaration::subcontracting),
         {.arguments = {{"filed", filing.declared_on.day()}, {"start", edge.starts_on.day()}},
          .related = {place_of(edge, &Subcontract::starts_on)}});
  });
}

template <TriState handles>
void emit_unnamed(const Chain& chain, const Emit& emit) {
  each_unnamed(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    if (started_after_filing(filing, edge) || edge.handles_data != handles) return;
    if (filing.subcontracting != Answer::no) {
      emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::subcontractors),
           {.related = {place_of(edge)}});
    } else if (handles == TriState::unknown) {
      emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::ticked),
           {.related = {place_of(edge)}});
    }
  });
}

void denies(const Chain& chain, const Emit& emit) {
  each_unnamed(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    const bool denied = filing.subcontracting == Answer::no && edge.handles_data == TriState::yes;
    if (!denied || started_after_filing(filing, edge)) return;
    emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::ticked),
         {.related = {place_of(edge)}});
  });
}

// Calls `visit(filing, named)` for each subcontractor that a form in force names.
template <class Visit>
void each_named(const Chain& chain, Visit&& visit) {
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    for (const NamedSubcontractor& named : filing.subcontractors) visit(party, filing, named);
  });
}

Place name_cell(const ChainFiling& filing, const NamedSubcontractor& named) {
  return place_of(filing, &Declaration::subcontracting, &Subcontracting::subcontractors,
                  named.entry, &Subcontractor::name);
}

// Whether `party` is below `above`, at any tier. Walks up from the party, so that a form's few
// names do not require a search of the whole chain.
bool is_below(const Chain& chain, ChainIndex party, ChainIndex above) {
  constexpr std::size_t kFarEnough = 10'000;
  std::vector<ChainIndex> reached{party};
  std::unordered_set<ChainIndex> seen{party};
  for (std::size_t i = 0; i < reached.size() && i < kFarEnough; ++i) {
    for (const ChainIndex e : chain.received(reached[i])) {
      const ChainIndex from = chain.edges()[e].from;
      if (from == above) return true;
      if (from != kNoIndex && seen.insert(from).second) reached.push_back(from);
    }
  }
  return reached.size() >= kFarEnough;
}

void lower_tiers_unnamed(const Chain& chain, const Emit& emit) {
  if (chain.contractor() == kNoIndex) return;
  const ChainIndex index = chain.filing_in_force(chain.contractor());
  if (index == kNoIndex) return;
  const ChainFiling& filing = chain.filings()[index];
  std::vector<bool> named(chain.parties().size());
  for (const NamedSubcontractor& each : filing.subcontractors) {
    if (each.party != kNoIndex) named[each.party] = true;
  }
  each_edge(chain, [&](const ChainEdge& edge) {
    if (edge.handles_data != TriState::yes || chain.tier(edge.to).value_or(0) < 2) return;
    if (named[edge.to]) return;
    named[edge.to] = true;  // once for each party
    emit(place_of(edge, &Subcontract::to),
         {.arguments = {{"tier", static_cast<std::int64_t>(*chain.tier(edge.to))},
                        {"wording", ClauseWording{"F4.planned"}}},
          .related = {place_of(filing, &Declaration::subcontracting)}});
  });
}

constexpr ChainRule kRow4Rules[] = {
    {.info = rule("subcontracting-denied"), .check = denies},
    {.info = rule("subcontractor-not-on-form"), .check = emit_unnamed<TriState::yes>},
    {.info = rule("subcontractor-perhaps-not-on-form"), .check = emit_unnamed<TriState::unknown>},
    {.info = rule("declaration-stale"), .check = emit_stale<TriState::yes>},
    {.info = rule("declaration-perhaps-stale"), .check = emit_stale<TriState::unknown>},
    {.info = rule("named-subcontractor-not-in-chain"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_named(chain,
                      [&](ChainIndex, const ChainFiling& filing, const NamedSubcontractor& named) {
                        if (named.party == kNoIndex) emit(name_cell(filing, named));
                      });
         }},
    {.info = rule("named-subcontractor-nearly-matches"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_named(chain, [&](ChainIndex, const ChainFiling& filing,
                                 const NamedSubcontractor& named) {
             if (!named.only_looks_alike) return;
             emit(name_cell(filing, named), {.related = {place_of(chain.parties()[named.party])}});
           });
         }},
    {.info = rule("named-subcontractor-elsewhere"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_named(chain, [&](ChainIndex filer, const ChainFiling& filing,
                                 const NamedSubcontractor& named) {
             if (named.party == kNoIndex || named.only_looks_alike) return;
             if (named.party == filer || is_below(chain, named.party, filer)) return;
             emit(name_cell(filing, named), {.related = {place_of(chain.parties()[named.party])}});
           });
         }},
    {.info = rule("lower-tier-not-on-form"), .check = lower_tiers_unnamed},
};
static_assert(binds_each(kRow4Catalog, kRow4Rules));

}  // namespace

std::span<const ChainRule> chain_row_4_rules() { return kRow4Rules; }

}  // namespace tokki::inline v0::internal
