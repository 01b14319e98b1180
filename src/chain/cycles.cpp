#include "chain/cycles.hpp"

#include <algorithm>

namespace tokki {

std::vector<std::vector<ChainIndex>> find_cycles(std::span<const ChainEdge> edges,
                                                 const Grouped& given,
                                                 std::span<const ChainIndex> targets,
                                                 std::size_t count) {
  struct Visit {
    ChainIndex order = kNobody, low = 0, component = kNobody;
  };
  std::vector<Visit> visits(count);
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
    if (visits[start].order != kNobody) continue;
    steps.push_back({start, 0});
    while (!steps.empty()) {
      const ChainIndex party = steps.back().party;
      Visit& visit = visits[party];
      if (steps.back().next == 0) {
        visit.order = visit.low = counter++;
        open.push_back(party);
      }
      const auto gives = targets.subspan(given.begin_of(party), given.of(party).size());
      bool descended = false;
      while (steps.back().next < gives.size()) {
        const ChainIndex to = gives[steps.back().next++];
        if (to == kNobody) continue;
        if (visits[to].order == kNobody) {
          steps.push_back({to, 0});
          descended = true;
          break;
        }
        if (visits[to].component == kNobody) visit.low = std::min(visit.low, visits[to].order);
      }
      if (descended) continue;
      if (gives.empty()) steps.back().next = 1;
      if (visit.low == visit.order) {
        std::size_t size = 0;
        ChainIndex member = kNobody;
        do {
          member = open.back();
          open.pop_back();
          visits[member].component = components;
          ++size;
        } while (member != party);
        ++components;
        if (size > 1) circles.push_back(party);
      }
      steps.pop_back();
      if (!steps.empty()) {
        Visit& above = visits[steps.back().party];
        above.low = std::min(above.low, visit.low);
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
        if (to == kNobody || visits[to].component != visits[start].component || to == reached[at])
          continue;
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
