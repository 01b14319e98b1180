// The chain as a graph: who is in it, and whether every edge holds (X5).
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"
#include "text/corporate_number.hpp"
#include "text/look_alike.hpp"

namespace tokki::inline v0::internal {
namespace {

constexpr std::size_t kShown = 10;  // places listed under one finding

void parties_twice(const Chain& chain, const Emit& emit) {
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
    ChainIndex same = kNoIndex;
    if (!number.empty()) {
      const auto [known, fresh] = by_number.emplace(number, i);
      if (!fresh) same = known->second;
    }
    if (!is_blank(party.name)) {
      const auto [known, fresh] = by_name.emplace(name_key(party.name), i);
      // Two firms may share a name; then their numbers tell them apart.
      const bool apart = !fresh && !number.empty() && !number_of(parties[known->second]).empty();
      if (!fresh && !apart && same == kNoIndex) same = known->second;
    }
    if (same == kNoIndex || (!party.id.empty() && parties[same].id == party.id)) continue;
    emit(place_of(party), {.related = {place_of(parties[same])}});
  }
}

void parties_look_alike(const Chain& chain, const Emit& emit) {
  const auto parties = chain.parties();
  each_look_alike_pair(
      parties.size(), [&](std::size_t i) { return parties[i].name; },
      [&](std::size_t later, std::size_t earlier) {
        emit(place_of(parties[later]), {.related = {place_of(parties[earlier])}});
        return !emit.full();
      });
}

// Calls `visit(place_of_it, party, how)` for every reference to a party by another record.
template <class Visit>
void each_reference(const Chain& chain, Visit&& visit) {
  for (const ChainEdge& edge : chain.edges()) {
    visit([&] { return place_of(edge, &Subcontract::from); }, edge.from, edge.from_matched);
    visit([&] { return place_of(edge, &Subcontract::to); }, edge.to, edge.to_matched);
  }
  for (const ChainCertificate& each : chain.certificates()) {
    visit([&] { return place_of(each, &Certificate::party); }, each.party, each.matched);
  }
  for (const ChainRecord& each : chain.records()) {
    if (each.party == kNoIndex && !each.unknown)
      continue;  // it names 甲, or no contractor is known
    visit([&] { return place_of_party(each); }, each.party, each.matched);
  }
}

void cycles(const Chain& chain, const Emit& emit) {
  for (const auto& cycle : chain.cycles()) {
    Details details;
    std::string rows;
    for (const ChainIndex i : cycle) {
      if (details.related.size() == kShown) {
        rows += " …";
        break;
      }
      const ChainEdge& edge = chain.edges()[i];
      details.related.push_back(place_of(edge, &Subcontract::to));
      if (!rows.empty()) rows += ", ";
      rows += std::to_string(edge.source.index + 1);
    }
    details.arguments = {{"rows", Token{std::move(rows)}},
                         {"parties", static_cast<std::int64_t>(cycle.size())}};
    const Place where = details.related.back();
    details.related.pop_back();
    emit(where, std::move(details));
  }
}

void subcontracts_repeated(const Chain& chain, const Emit& emit) {
  const auto edges = chain.edges();
  const auto same = [&](ChainIndex i) { return std::tie(edges[i].to, edges[i].work); };
  std::vector<ChainIndex> given;
  for (ChainIndex party = 0; party < chain.parties().size() && !emit.full(); ++party) {
    given.assign(chain.given(party).begin(), chain.given(party).end());
    std::ranges::stable_sort(given, {}, same);
    for (std::size_t i = 1; i < given.size(); ++i) {
      if (edges[given[i]].to == kNoIndex || same(given[i - 1]) != same(given[i])) continue;
      emit(place_of(edges[given[i]]), {.related = {place_of(edges[given[i - 1]])}});
    }
  }
}

// Calls `visit(party)` for those to whom no subcontract leads from 乙, and of whom nothing says
// why.
template <class Visit>
void each_outside(const Chain& chain, const Emit& emit, Visit&& visit) {
  if (chain.contractor() == kNoIndex) return;
  const std::string_view client = chain.contract().client;
  for (ChainIndex i = 0; i < chain.parties().size() && !emit.full(); ++i) {
    const ChainParty& party = chain.parties()[i];
    // An id that is repeated has its finding; 甲 is no counterparty, nor is an auditor.
    if (chain.tier(i) || party.has_role || (!party.id.empty() && chain.find(party.id) != i)) {
      continue;
    }
    if (!is_blank(client) && (party.id == client || same_name(party.name, client))) continue;
    visit(i);
  }
}

// Whether a party is 再委託等の相手方 by what is on record: it stands in a subcontract, or has
// filed the form for this contract.
bool has_part(const Chain& chain, ChainIndex party) {
  return !chain.received(party).empty() || !chain.given(party).empty() ||
         std::ranges::any_of(chain.filed(party), [&](ChainIndex filing) {
           return !chain.filings()[filing].other_contract;
         });
}

// Work that starts after the contract's term, or goes on after it.
void after_contract(const Chain& chain, const Emit& emit) {
  const CompactDay end(chain.contract().ends_on);
  if (!end.known()) return;
  for (const ChainEdge& edge : chain.edges()) {
    const bool starts = edge.starts_on.known() && edge.starts_on > end;
    if (!starts && !(edge.ends_on.known() && edge.ends_on > end)) continue;
    emit(place_of(edge, starts ? &Subcontract::starts_on : &Subcontract::ends_on),
         {.arguments = {{"starts", Token{starts ? "yes" : "no"}},
                        {"day", (starts ? edge.starts_on : edge.ends_on).day()},
                        {"end", end.day()}},
          .related = {place_in_contract(chain, at(&Contract::ends_on))}});
  }
}

constexpr ChainRule kStructureRules[] = {
    {.info = rule("contract-missing"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           if (!chain.has_contract()) emit(place_in_contract(chain));
         }},
    {.info = rule("contract-conflict"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const RecordSource& other : chain.other_contracts()) {
             emit(place_in<Contract>(other), {.related = {place_in_contract(chain)}});
           }
         }},
    {.info = rule("contract-dates-contradict"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const CompactDay begin(chain.contract().starts_on);
           const CompactDay end(chain.contract().ends_on);
           if (begin.known() && end.known() && end < begin) {
             emit(place_in_contract(chain, at(&Contract::ends_on)),
                  {.related = {place_in_contract(chain, at(&Contract::starts_on))}});
           }
         }},
    {.info = rule("contractor-unknown"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           if (chain.contractor() == kNoIndex) {
             emit(place_in_contract(chain, at(&Contract::contractor)));
           }
         }},
    {.info = rule("party-repeated"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainIndex i : chain.repeated()) {
             if (emit.full()) return;
             const ChainIndex first = chain.find(chain.parties()[i].id);
             emit(place_of(chain.parties()[i], &Party::id),
                  {.related = {place_of(chain.parties()[first], &Party::id)}});
           }
         }},
    {.info = rule("party-unnamed"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainParty& party : chain.parties()) {
             if (is_blank(party.name)) emit(place_of(party));
           }
         }},
    {.info = rule("party-twice"), .check = parties_twice},
    {.info = rule("parties-look-alike"), .check = parties_look_alike},
    {.info = rule("party-unknown"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_reference(chain, [&](const auto& where, ChainIndex party, Match) {
             if (party == kNoIndex) emit(where());
           });
         }},
    {.info = rule("party-matched"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const auto check = [&](const auto& where, ChainIndex, Match how) {
             if (how != Match::corporate_number && how != Match::name) return;
             emit(where(), {.arguments = {{"how", Term{term_of(how)}}}});
           };
           check([&] { return place_in_contract(chain, at(&Contract::contractor)); },
                 chain.contractor(), chain.contractor_matched());
           each_reference(chain, check);
         }},
    {.info = rule("subcontract-to-itself"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.from != kNoIndex && edge.from == edge.to)
               emit(place_of(edge, &Subcontract::to));
           }
         }},
    {.info = rule("subcontract-cycle"), .check = cycles},
    {.info = rule("subcontract-repeated"), .check = subcontracts_repeated},
    {.info = rule("party-out-of-reach"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_outside(chain, emit, [&](ChainIndex i) {
             if (has_part(chain, i)) emit(place_of(chain.parties()[i]));
           });
         }},
    {.info = rule("party-part-unstated"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_outside(chain, emit, [&](ChainIndex i) {
             if (!has_part(chain, i)) emit(place_of(chain.parties()[i]));
           });
         }},
    {.info = rule("subcontract-before-contract"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const CompactDay concluded(chain.contract().concluded_on);
           if (!concluded.known()) return;
           for (const ChainEdge& edge : chain.edges()) {
             if (!edge.starts_on.known() || edge.starts_on >= concluded) continue;
             emit(place_of(edge, &Subcontract::starts_on),
                  {.arguments = {{"contract", concluded.day()}},
                   .related = {place_in_contract(chain, at(&Contract::concluded_on))}});
           }
         }},
    {.info = rule("subcontract-after-contract"), .check = after_contract},
    {.info = rule("planned-but-started"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const CompactDay today{std::optional(chain.as_of())};
           for (const ChainEdge& edge : chain.edges()) {
             if (edge.planned != TriState::yes || !edge.starts_on.known()) continue;
             if (edge.starts_on > today) continue;
             emit(place_of(edge, &Subcontract::planned),
                  {.arguments = {{"start", edge.starts_on.day()}},
                   .related = {place_of(edge, &Subcontract::starts_on)}});
           }
         }},
};
static_assert(binds_each(kStructureCatalog, kStructureRules));

}  // namespace

std::span<const ChainRule> chain_structure_rules() { return kStructureRules; }

}  // namespace tokki::inline v0::internal
