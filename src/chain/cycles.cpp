#include "chain/cycles.hpp"

#include <algorithm>

namespace tokki {

std::vector<std::vector<ChainIndex>> find_cycles(std::span<const ChainEdge> edges,
                                                 const Grouped& given, std::size_t count) {
  std::vector<ChainIndex> order(count, kNobody);
  std::vector<ChainIndex> low(count, 0);
  std::vector<ChainIndex> component(count, kNobody);
  std::vector<ChainIndex> open;
  struct Step {
    ChainIndex party;
    std::uint32_t next;
  };
  std::vector<Step> steps;
  ChainIndex counter = 0;
  ChainIndex components = 0;
  std::vector<ChainIndex> circles;  // a party of each component of several parties
  for (ChainIndex start = 0; start < count; ++start) {
    if (order[start] != kNobody) continue;
    steps.push_back({start, 0});
    while (!steps.empty()) {
      const ChainIndex party = steps.back().party;
      if (steps.back().next == 0) {
        order[party] = low[party] = counter++;
        open.push_back(party);
      }
      const auto gives = given.of(party);
      bool descended = false;
      while (steps.back().next < gives.size()) {
        const ChainIndex to = edges[gives[steps.back().next++]].to;
        if (to == kNobody) continue;
        if (order[to] == kNobody) {
          steps.push_back({to, 0});
          descended = true;
          break;
        }
        if (component[to] == kNobody) low[party] = std::min(low[party], order[to]);
      }
      if (descended) continue;
      if (gives.empty()) steps.back().next = 1;
      if (low[party] == order[party]) {
        std::size_t size = 0;
        ChainIndex member = kNobody;
        do {
          member = open.back();
          open.pop_back();
          component[member] = components;
          ++size;
        } while (member != party);
        ++components;
        if (size > 1) circles.push_back(party);
      }
      steps.pop_back();
      if (!steps.empty()) {
        low[steps.back().party] = std::min(low[steps.back().party], low[party]);
      }
    }
  }
  std::vector<std::vector<ChainIndex>> cycles;
  // The shortest way from a party of the circle back to it.
  std::vector<ChainIndex> came_by(circles.empty() ? 0 : count, kNobody);
  for (const ChainIndex start : circles) {
    std::vector<ChainIndex> reached{start};
    ChainIndex last = kNobody;
    for (std::size_t at = 0; at < reached.size() && last == kNobody; ++at) {
      for (const ChainIndex i : given.of(reached[at])) {
        const ChainIndex to = edges[i].to;
        if (to == kNobody || component[to] != component[start] || to == reached[at]) continue;
        if (to == start) {
          last = i;
          break;
        }
        if (came_by[to] != kNobody) continue;
        came_by[to] = i;
        reached.push_back(to);
      }
    }
    std::vector<ChainIndex> way;
    while (last != kNobody) {
      way.push_back(last);
      const ChainIndex from = edges[last].from;
      last = from == start ? kNobody : came_by[from];
    }
    std::ranges::reverse(way);
    cycles.push_back(std::move(way));
  }
  return cycles;
}

}  // namespace tokki
