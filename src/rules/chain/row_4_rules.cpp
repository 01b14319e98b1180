// Row 4 of each form against the subcontracts of the chain (F4, F.change, X3, X4, X10).
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

// What the edition calls the row of the form.
Argument row() { return {"row", CellPlace{"declaration.subcontracting"}}; }

// Whether an edge is none of a form's: its work had ended before the form was filed.
bool is_over(const ChainFiling& filing, const ChainEdge& edge) {
  return Chain::ended_before(edge, filing.declared_on) == TriState::yes;
}
// An earlier form named the subcontractor and this one does not: the work may have ended, of which
// there is no record.
bool has_perhaps_ended(const ChainFiling& filing, const ChainEdge& edge) {
  return edge.named_before && Chain::ended_before(edge, filing.declared_on) == TriState::unknown;
}

// Calls `visit(filing, edge)` for each edge with electronic data, or perhaps with it, that its
// giving party's form should name, or perhaps should, and does not.
template <class Visit>
void each_edge_not_on_form(const Chain& chain, Visit&& visit) {
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    for (const ChainIndex i : chain.given(party)) {
      const ChainEdge& edge = chain.edges()[i];
      const bool named = edge.named_on_form || edge.nearly_named;  // which another rule tells of
      if (edge.to == kNoIndex || edge.to == edge.from || named) continue;
      if (edge.handles_data != TriState::no && !is_over(filing, edge)) visit(filing, edge);
    }
  });
}
// The same without those whose work has perhaps ended.
template <class Visit>
void each_unnamed(const Chain& chain, Visit&& visit) {
  each_edge_not_on_form(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    if (!has_perhaps_ended(filing, edge)) visit(filing, edge);
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
    emit(
        place_of(filing, &Declaration::subcontracting),
        {.arguments = {{"filed", filing.declared_on.day()}, {"start", edge.starts_on.day()}, row()},
         .related = {place_of(edge, &Subcontract::starts_on)}});
  });
}

template <TriState handles>
void emit_unnamed(const Chain& chain, const Emit& emit) {
  each_unnamed(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    if (started_after_filing(filing, edge) || edge.handles_data != handles) return;
    if (filing.subcontracting != Answer::no) {
      emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::subcontractors),
           {.arguments = {row()}, .related = {place_of(edge)}});
    } else if (handles == TriState::unknown) {
      emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::ticked),
           {.arguments = {row()}, .related = {place_of(edge)}});
    }
  });
}

void denies(const Chain& chain, const Emit& emit) {
  each_unnamed(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    const bool denied = filing.subcontracting == Answer::no && edge.handles_data == TriState::yes;
    if (!denied || started_after_filing(filing, edge)) return;
    emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::ticked),
         {.arguments = {row()}, .related = {place_of(edge)}});
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

// A name that may mean a party, or, from `least` 2 on, several of them.
template <std::size_t least>
void nearly_named(const Chain& chain, const Emit& emit) {
  each_filing_in_force(chain, [&](ChainIndex, const ChainFiling& filing) {
    const auto& named = filing.subcontractors;
    for (std::size_t begin = 0, end = 0; begin < named.size(); begin = end) {
      std::vector<Place> parties;
      for (end = begin; end < named.size() && named[end].entry == named[begin].entry; ++end) {
        if (!named[end].only_looks_alike) continue;
        parties.push_back(place_of(chain.parties()[named[end].party]));
      }
      if (parties.empty() || (parties.size() >= 2) != (least == 2)) continue;
      emit(name_cell(filing, named[begin]), {.related = std::move(parties)});
    }
  });
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
    if (named[edge.to] || is_over(filing, edge)) return;
    named[edge.to] = true;  // once for each party
    emit(place_of(edge, &Subcontract::to),
         {.arguments = {{"tier", static_cast<std::int64_t>(*chain.tier(edge.to))}, row()},
          .related = {place_of(filing, &Declaration::subcontracting)}});
  });
}

// A work as texts are compared.
std::string comparable(std::string_view work) {
  std::string buffer;
  return std::string(folded(work, buffer));
}

// The work that a form names for one party, and the edges to it that this should cover.
struct WorkOfParty {
  std::unordered_map<std::string, std::size_t> entries;  // by the work, how many
  std::size_t spare = 0;                                 // entries that no edge's work matches
  std::vector<ChainIndex> not_named;                     // edges whose work no entry names
};

// Row 4 names the work, too. Entries worded otherwise than an edge may mean it; but where there are
// more works than entries, some work is on no entry: by their starts, the latest.
void works_unnamed(const Chain& chain, const Emit& emit) {
  std::map<ChainIndex, WorkOfParty> by_party;
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    if (emit.full() || filing.subcontractors.empty() || chain.given(party).size() < 2) return;
    by_party.clear();
    for (const NamedSubcontractor& named : filing.subcontractors) {
      if (named.party == kNoIndex || named.only_looks_alike) continue;
      WorkOfParty& works = by_party[named.party];
      ++works.entries[comparable(named.work)];
      ++works.spare;
    }
    for (const ChainIndex i : chain.given(party)) {
      const ChainEdge& edge = chain.edges()[i];
      if (!edge.named_on_form || edge.handles_data == TriState::no || is_over(filing, edge)) {
        continue;
      }
      WorkOfParty& works = by_party[edge.to];
      const auto entry = works.entries.find(comparable(edge.work));
      if (entry == works.entries.end()) {
        works.not_named.push_back(i);
      } else if (entry->second != 0) {  // the same work twice is for another rule
        --entry->second;
        --works.spare;
      }
    }
    for (auto& [to, works] : by_party) {
      // An entry that is left may be about any of them.
      std::ranges::stable_sort(works.not_named, {},
                               [&](ChainIndex i) { return chain.edges()[i].starts_on; });
      for (std::size_t i = works.spare; i < works.not_named.size(); ++i) {
        emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::subcontractors),
             {.arguments = {row()},
              .related = {place_of(chain.edges()[works.not_named[i]], &Subcontract::work)}});
      }
    }
  });
}

// Every two letters in a row of a work that say what it is: not those of a particle or of any work.
std::vector<std::u32string> letter_pairs(std::string_view work) {
  constexpr std::u32string_view kOfAnyWork[] = {U"業務", U"作業", U"一式", U"関係", U"関連"};
  const std::string key = comparable(work);
  std::vector<std::u32string> pairs;
  char32_t last = 0;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_character(key, at);
    const bool tells = (c >= 0x4E00 && c <= 0x9FFF) || (c >= U'ァ' && c <= U'ー');
    const std::u32string pair{last, c};
    if (tells && last != 0 && std::ranges::find(kOfAnyWork, pair) == std::end(kOfAnyWork)) {
      pairs.push_back(pair);
    }
    last = tells ? c : 0;
  }
  std::ranges::sort(pairs);
  return pairs;
}

// True when two works have no such pair in common, and both have one.
bool are_other_works(std::string_view one, std::string_view other) {
  const auto pairs = letter_pairs(one);
  const auto others = letter_pairs(other);
  return !pairs.empty() && !others.empty() &&
         std::ranges::none_of(pairs, [&](const std::u32string& pair) {
           return std::ranges::binary_search(others, pair);
         });
}

// Whether a party is named once on a form and has one subcontract of the filer, so that both are
// about one work. Asked only where the works are not written alike.
class OneWork {
 public:
  OneWork(const Chain& chain, ChainIndex filer, const ChainFiling& filing) {
    for (const NamedSubcontractor& named : filing.subcontractors) ++entries_[named.party];
    for (const ChainIndex i : chain.given(filer)) ++edges_[chain.edges()[i].to];
  }
  bool operator()(ChainIndex party) { return entries_[party] == 1 && edges_[party] == 1; }

 private:
  std::unordered_map<ChainIndex, std::size_t> entries_, edges_;
};

void works_differ(const Chain& chain, const Emit& emit) {
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    std::optional<OneWork> one_work;
    for (const ChainIndex i : chain.given(party)) {
      const ChainEdge& edge = chain.edges()[i];
      if (emit.full() || edge.named_by == kNoIndex) continue;
      const NamedSubcontractor& named = filing.subcontractors[edge.named_by];
      if (named.work == edge.work || !are_other_works(named.work, edge.work)) continue;
      if (!one_work) one_work.emplace(chain, party, filing);
      if (!(*one_work)(edge.to)) continue;
      emit(place_of(filing, &Declaration::subcontracting, &Subcontracting::subcontractors,
                    named.entry, &Subcontractor::work),
           {.related = {place_of(edge, &Subcontract::work)}});
    }
  });
}

void perhaps_ended(const Chain& chain, const Emit& emit) {
  each_edge_not_on_form(chain, [&](const ChainFiling& filing, const ChainEdge& edge) {
    if (!has_perhaps_ended(filing, edge)) return;
    emit(place_of(edge, &Subcontract::ends_on),
         {.arguments = {row()}, .related = {place_of(filing, &Declaration::subcontracting)}});
  });
}

constexpr ChainRule kRow4Rules[] = {
    {.info = rule("subcontracting-denied"), .check = denies},
    {.info = rule("subcontractor-not-on-form"), .check = emit_unnamed<TriState::yes>},
    {.info = rule("subcontractor-perhaps-not-on-form"), .check = emit_unnamed<TriState::unknown>},
    {.info = rule("declaration-stale"), .check = emit_stale<TriState::yes>},
    {.info = rule("declaration-perhaps-stale"), .check = emit_stale<TriState::unknown>},
    {.info = rule("subcontract-perhaps-ended"), .check = perhaps_ended},
    {.info = rule("second-work-not-on-form"), .check = works_unnamed},
    {.info = rule("work-differs-from-form"), .check = works_differ},
    {.info = rule("named-subcontractor-not-in-chain"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           each_named(chain,
                      [&](ChainIndex, const ChainFiling& filing, const NamedSubcontractor& named) {
                        if (named.party == kNoIndex) emit(name_cell(filing, named));
                      });
         }},
    {.info = rule("named-subcontractor-nearly-matches"), .check = nearly_named<1>},
    {.info = rule("named-subcontractors-in-one-cell"), .check = nearly_named<2>},
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
