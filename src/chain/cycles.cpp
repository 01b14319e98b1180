#include "chain/cycles.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {
namespace {

/// The strongly connected component of each party, and a party of each that has several.
struct Components {
  std::vector<ChainIndex> of;
  std::vector<ChainIndex> cyclic;
};

// Tarjan's algorithm, with an explicit stack.
Components find_components(const Grouped& given, std::span<const ChainIndex> targets,
                           std::size_t count) {
  struct Visit {
    ChainIndex order = kNoIndex, low = 0;
  };
  struct Step {
    ChainIndex party;
    std::uint32_t next;
  };
  Components found{std::vector<ChainIndex>(count, kNoIndex), {}};
  std::vector<Visit> visits(count);
  std::vector<ChainIndex> open;
  std::vector<Step> steps;
  ChainIndex counter = 0;
  ChainIndex components = 0;
  const auto enter = [&](ChainIndex party) {
    visits[party] = {counter, counter};
    ++counter;
    open.push_back(party);
    steps.push_back({party, 0});
  };
  // Completes the component whose first party is `first`.
  const auto close = [&](ChainIndex first) {
    std::size_t size = 0;
    ChainIndex member = kNoIndex;
    do {
      member = open.back();
      open.pop_back();
      found.of[member] = components;
      ++size;
    } while (member != first);
    ++components;
    if (size > 1) found.cyclic.push_back(first);
  };
  for (ChainIndex start = 0; start < count; ++start) {
    if (visits[start].order != kNoIndex) continue;
    enter(start);
    while (!steps.empty()) {
      const ChainIndex party = steps.back().party;
      Visit& visit = visits[party];
      const auto gives = targets.subspan(given.begin_of(party), given.of(party).size());
      if (steps.back().next < gives.size()) {
        const ChainIndex to = gives[steps.back().next++];
        if (to == kNoIndex) continue;
        if (visits[to].order == kNoIndex) {
          enter(to);
        } else if (found.of[to] == kNoIndex) {
          visit.low = std::min(visit.low, visits[to].order);
        }
        continue;
      }
      if (visit.low == visit.order) close(party);
      steps.pop_back();
      if (!steps.empty()) {
        Visit& above = visits[steps.back().party];
        above.low = std::min(above.low, visit.low);
      }
    }
  }
  return found;
}

// The shortest path from a party of a cycle back to it. `reached_by` has kNoIndex for all parties
// of its component.
std::vector<ChainIndex> shortest_cycle(ChainIndex start, std::span<const ChainEdge> edges,
                                       const Grouped& given,
                                       std::span<const ChainIndex> component_of,
                                       std::vector<ChainIndex>& reached_by) {
  std::vector<ChainIndex> reached{start};
  ChainIndex last = kNoIndex;
  for (std::size_t at = 0; at < reached.size() && last == kNoIndex; ++at) {
    for (const ChainIndex i : given.of(reached[at])) {
      const ChainIndex to = edges[i].to;
      if (to == kNoIndex || component_of[to] != component_of[start] || to == reached[at]) continue;
      if (to == start) {
        last = i;
        break;
      }
      if (reached_by[to] != kNoIndex) continue;
      reached_by[to] = i;
      reached.push_back(to);
    }
  }
  std::vector<ChainIndex> cycle;
  while (last != kNoIndex) {
    cycle.push_back(last);
    const ChainIndex from = edges[last].from;
    last = from == start ? kNoIndex : reached_by[from];
  }
  std::ranges::reverse(cycle);
  return cycle;
}

}  // namespace

std::vector<std::vector<ChainIndex>> find_cycles(std::span<const ChainEdge> edges,
                                                 const Grouped& given,
                                                 std::span<const ChainIndex> targets,
                                                 std::size_t count) {
  const Components components = find_components(given, targets, count);
  std::vector<ChainIndex> reached_by(components.cyclic.empty() ? 0 : count, kNoIndex);
  std::vector<std::vector<ChainIndex>> cycles;
  cycles.reserve(components.cyclic.size());
  for (const ChainIndex start : components.cyclic) {
    cycles.push_back(shortest_cycle(start, edges, given, components.of, reached_by));
  }
  return cycles;
}

}  // namespace tokki::inline v0::internal
