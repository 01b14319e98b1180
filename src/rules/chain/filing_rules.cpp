// Who must file the form and who has; which of the forms counts (F.note3, F.change, X4, X10).
#include <unordered_set>

#include "chain/chain_time.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

// The edges that entrust a party, which must file, with electronic data.
std::vector<Place> entrusted_by(const Chain& chain, ChainIndex party) {
  for (const ChainIndex i : chain.received(party)) {
    const ChainEdge& edge = chain.edges()[i];
    if (edge.handles_data == TriState::yes || edge.named_on_form) return {place_of(edge)};
  }
  return {};
}

// Those below 乙, who must file under note 3; 乙 itself must under item 3(4).
template <Expected wanted, class Visit>
void each_expected(const Chain& chain, const Emit& emit, Visit&& visit) {
  for (ChainIndex i = 0; i < chain.parties().size() && !emit.full(); ++i) {
    if (i != chain.contractor() && chain.expected(i) == wanted) visit(i);
  }
}
Argument tier_of(const Chain& chain, ChainIndex party) {
  return {"tier", std::int64_t{chain.tier(party).value_or(0)}};
}
template <Expected wanted>
void emit_expected(const Chain& chain, const Emit& emit) {
  each_expected<wanted>(chain, emit, [&](ChainIndex i) {
    emit(place_of(chain.parties()[i]),
         {.arguments = {tier_of(chain, i)}, .related = entrusted_by(chain, i)});
  });
}

// What leaves it open whether a party must file: whether its work has begun, that it handles no
// electronic data, or whether it does.
std::string_view why_undetermined(const Chain& chain, ChainIndex party) {
  bool only_without_data = true;
  for (const ChainIndex i : chain.received(party)) {
    const ChainEdge& edge = chain.edges()[i];
    if (chain.begun(edge) == TriState::no) continue;
    if (edge.handles_data == TriState::yes) return "start";
    only_without_data = only_without_data && edge.handles_data == TriState::no;
  }
  return only_without_data ? "no_data" : "data";
}

// 乙's own form, where that is what is expected of it.
template <Expected wanted>
void emit_contractor(const Chain& chain, const Emit& emit) {
  const ChainIndex contractor = chain.contractor();
  if (contractor == kNoIndex || chain.expected(contractor) != wanted) return;
  const CompactDay today{std::optional(chain.as_of())};
  // Nothing is owed before there is a contract.
  if (lies_ahead(CompactDay(chain.contract().concluded_on), today)) return;
  emit(place_of(chain.parties()[contractor]));
}

// What a form replaces must be an earlier form of the same party.
void replaces_nothing(const Chain& chain, const Emit& emit) {
  std::unordered_set<std::string_view>
      ids;  // of the party's forms; filled when one replaces another
  for (ChainIndex party = 0; party < chain.parties().size() && !emit.full(); ++party) {
    ids.clear();
    for (const ChainIndex i : chain.filed(party)) {
      const ChainFiling& filing = chain.filings()[i];
      if (filing.supersedes.empty() || filing.supersedes == filing.id) continue;
      if (ids.empty()) {
        for (const ChainIndex j : chain.filed(party)) ids.insert(chain.filings()[j].id);
      }
      if (!ids.contains(filing.supersedes)) emit(place_of(filing, &Declaration::supersedes));
    }
  }
}

constexpr ChainRule kFilingRules[] = {
    {.info = rule("contractor-declaration-missing"), .check = emit_contractor<Expected::missing>},
    {.info = rule("contractor-declaration-not-yet-due"),
     .check = emit_contractor<Expected::not_yet>},
    {.info = rule("contractor-declaration-undetermined"),
     .check = emit_contractor<Expected::undetermined>},
    {.info = rule("declaration-missing"), .check = emit_expected<Expected::missing>},
    {.info = rule("declaration-not-yet-due"), .check = emit_expected<Expected::not_yet>},
    {.info = rule("declaration-undetermined"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_expected<Expected::undetermined>(chain, emit, [&](ChainIndex i) {
             emit(place_of(chain.parties()[i]),
                  {.arguments = {tier_of(chain, i),
                                 {"why", Token{std::string(why_undetermined(chain, i))}}},
                   .related = entrusted_by(chain, i)});
           });
         }},
    {.info = rule("declaration-of-outsider"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.party != kNoIndex || filing.look_alike != kNoIndex) continue;
             emit(place_of(filing, &Declaration::declarant, &Party::name));
           }
         }},
    {.info = rule("filer-nearly-matches"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.party != kNoIndex || filing.look_alike == kNoIndex) continue;
             emit(place_of(filing, &Declaration::declarant, &Party::name),
                  {.related = {place_of(chain.parties()[filing.look_alike])}});
           }
         }},
    {.info = rule("filer-matched"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.matched != Match::corporate_number && filing.matched != Match::name)
               continue;
             emit(place_of(filing, &Declaration::declarant),
                  {.arguments = {{"how", Term{term_of(filing.matched)}}},
                   .related = {place_of(chain.parties()[filing.party])}});
           }
         }},
    {.info = rule("declaration-of-other-contract"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (!filing.other_contract) continue;
             emit(place_of(filing, &Declaration::contract),
                  {.related = {place_in_contract(chain)}});
           }
         }},
    {.info = rule("declaration-superseded"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.superseded) emit(place_of(filing));
           }
         }},
    {.info = rule("declarations-contend"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (!filing.contended) continue;
             const ChainIndex latest = chain.filing_in_force(filing.party);
             emit(place_of(filing, &Declaration::declared_on),
                  {.related = {place_of(chain.filings()[latest], &Declaration::declared_on)}});
           }
         }},
    {.info = rule("supersedes-unknown"), .check = replaces_nothing},
};
static_assert(binds_each(kFilingCatalog, kFilingRules));

}  // namespace

std::span<const ChainRule> chain_filing_rules() { return kFilingRules; }

}  // namespace tokki::inline v0::internal
