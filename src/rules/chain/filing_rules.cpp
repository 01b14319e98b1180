// Who must file the form and who has; which of the forms counts (F.note3, F.change, X4, X10).
#include <map>
#include <unordered_map>
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
    if (i == chain.contractor() || chain.nearly_filed(i)) continue;
    if (chain.expected(i) == wanted) visit(i);
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
  if (chain.nearly_filed(contractor)) return;  // which another rule tells of
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

// Whether a form is for this contract and has a day, which is before that of `other`, if any.
bool is_earlier(const ChainFiling& filing, const ChainFiling* other) {
  if (!filing.declared_on.known() || filing.other_contract) return false;
  return other == nullptr || filing.declared_on < other->declared_on;
}

// The earliest of a party's forms, or null.
const ChainFiling* first_filed(const Chain& chain, ChainIndex party) {
  const ChainFiling* first = nullptr;
  for (const ChainIndex i : chain.filed(party)) {
    if (is_earlier(chain.filings()[i], first)) first = &chain.filings()[i];
  }
  return first;
}

// Emits where a form was filed so many days after the start.
void emit_late(const ChainFiling* filing, CompactDay start, const Place& where_start,
               const Emit& emit) {
  using std::chrono::sys_days;
  if (filing == nullptr || !start.known() || !emit.after_days()) return;
  const std::int64_t days = (sys_days(filing->declared_on.day()) - sys_days(start.day())).count();
  if (days < *emit.after_days()) return;
  emit(place_of(*filing, &Declaration::declared_on),
       {.arguments = {{"declared", filing->declared_on.day()},
                      {"start", start.day()},
                      {"days", days}},
        .related = {where_start}});
}

void contractor_late(const Chain& chain, const Emit& emit) {
  if (chain.contractor() == kNoIndex) return;
  emit_late(first_filed(chain, chain.contractor()), CompactDay(chain.contract().starts_on),
            place_in_contract(chain, at(&Contract::starts_on)), emit);
}

// Each subcontractor's first form, after the first work with electronic data that it was given.
void subcontractors_late(const Chain& chain, const Emit& emit) {
  if (!emit.after_days()) return;
  for (ChainIndex party = 0; party < chain.parties().size() && !emit.full(); ++party) {
    if (party == chain.contractor() || chain.filed(party).empty()) continue;
    const ChainEdge* first = nullptr;
    for (const ChainIndex i : chain.received(party)) {
      const ChainEdge& edge = chain.edges()[i];
      if (edge.handles_data != TriState::yes || !edge.starts_on.known()) continue;
      if (first == nullptr || edge.starts_on < first->starts_on) first = &edge;
    }
    if (first == nullptr) continue;
    emit_late(first_filed(chain, party), first->starts_on,
              place_of(*first, &Subcontract::starts_on), emit);
  }
}

// A later form than a party's first that is the first to name a subcontractor, after its work
// began.
void changes_late(const Chain& chain, const Emit& emit) {
  if (!emit.after_days()) return;
  std::unordered_map<ChainIndex, const ChainFiling*> naming;  // by the subcontractor
  std::map<const ChainFiling*, const ChainEdge*> earliest;  // of the edges that a form is late for
  for (ChainIndex party = 0; party < chain.parties().size() && !emit.full(); ++party) {
    if (chain.filed(party).size() < 2 || chain.given(party).empty()) continue;
    naming.clear();
    earliest.clear();
    for (const ChainIndex i : chain.filed(party)) {
      const ChainFiling& filing = chain.filings()[i];
      for (const NamedSubcontractor& named : filing.subcontractors) {
        const ChainFiling*& first = naming[named.party];
        if (is_earlier(filing, first)) first = &filing;
      }
    }
    const ChainFiling* const first = first_filed(chain, party);
    for (const ChainIndex i : chain.given(party)) {
      const ChainEdge& edge = chain.edges()[i];
      const auto known = naming.find(edge.to);
      if (edge.to == kNoIndex || edge.handles_data != TriState::yes || !edge.starts_on.known() ||
          known == naming.end() || known->second == nullptr || known->second == first) {
        continue;
      }
      const ChainEdge*& before = earliest[known->second];
      if (before == nullptr || edge.starts_on < before->starts_on) before = &edge;
    }
    for (const auto& [filing, edge] : earliest) {
      emit_late(filing, edge->starts_on, place_of(*edge, &Subcontract::starts_on), emit);
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
    {.info = rule("filer-name-differs"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (!filing.name_differs) continue;
             emit(place_of(filing, &Declaration::declarant, &Party::name),
                  {.related = {place_of(chain.parties()[filing.party])}});
           }
         }},
    {.info = rule("filer-matched"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (filing.matched != Match::corporate_number && filing.matched != Match::name)
               continue;
             if (filing.name_differs) continue;
             emit(place_of(filing, &Declaration::declarant),
                  {.arguments = {{"how", Term{term_of(filing.matched)}}},
                   .related = {place_of(chain.parties()[filing.party])}});
           }
         }},
    {.info = rule("contractor-declared-late"), .check = contractor_late},
    {.info = rule("subcontractor-declared-late"), .check = subcontractors_late},
    {.info = rule("change-declared-late"), .check = changes_late},
    {.info = rule("declaration-of-other-contract"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainFiling& filing : chain.filings()) {
             if (!filing.other_contract || filing.party == kNoIndex) continue;
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
