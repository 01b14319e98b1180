#include "record/corrections.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "cell/moment.hpp"
#include "rules/catalog/catalog.hpp"

namespace tokki::inline v0 {

Text message_of(RecordFaultKind kind) noexcept { return internal::rule_on(kind).message; }

}  // namespace tokki::inline v0

namespace tokki::inline v0::internal {
namespace {

constexpr std::uint32_t kNone = Corrections::kNone;

// A later record counts; of two that may be as late, both.
Truth later(const RecordLink& a, const RecordLink& b) {
  if (!a.recorded_at || !b.recorded_at) return Truth::open;
  return before({b.recorded_at->lo, b.recorded_at->hi, true},
                {a.recorded_at->lo, a.recorded_at->hi, true});
}

using ById = std::unordered_map<std::string_view, std::uint32_t>;

ById find_repeated(std::span<const RecordLink> records,
                   const std::function<bool(std::uint32_t, std::uint32_t)>& same,
                   Corrections& links) {
  ById by_id;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    links.hidden[i] = records[i].hidden;
    if (links.hidden[i] || records[i].id.empty()) continue;
    const auto [known, added] = by_id.emplace(records[i].id, i);
    if (added) continue;
    if (same(known->second, i)) {
      links.hidden[i] = true;  // the same, twice
      continue;
    }
    links.conflict[i] = links.conflict[known->second] = true;
    links.faults.push_back({RecordFaultKind::repeated, i, LinkMember::id, known->second});
  }
  return by_id;
}

void apply(std::span<const RecordLink> records, const ById& by_id, Corrections& links) {
  const auto find = [&](std::string_view id) {
    const auto known = by_id.find(id);
    return known == by_id.end() ? kNone : known->second;
  };
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const RecordLink& record = records[i];
    if (links.hidden[i]) continue;
    if (!record.withdraws.empty()) {
      links.gone[i] = true;
      const std::uint32_t target = find(record.withdraws);
      if (target == kNone) {
        links.faults.push_back({RecordFaultKind::nothing_to_undo, i, LinkMember::withdraws});
      } else if (target == i) {
        links.faults.push_back({RecordFaultKind::itself, i, LinkMember::withdraws});
      } else {
        links.gone[target] = true;
      }
    }
    if (record.corrects.empty()) continue;
    const std::uint32_t target = find(record.corrects);
    if (target == kNone || target == i) {
      const RecordFaultKind fault =
          target == i ? RecordFaultKind::itself : RecordFaultKind::nothing_to_undo;
      links.faults.push_back({fault, i, LinkMember::corrects});
      continue;
    }
    links.target[i] = target;
    std::uint32_t& replaced = links.replaced_by[target];
    if (replaced == kNone) {
      replaced = i;
      continue;
    }
    switch (later(record, records[replaced])) {
      case Truth::yes: links.gone[std::exchange(replaced, i)] = true; break;
      case Truth::no: links.gone[i] = true; break;
      case Truth::open:
        links.conflict[i] = links.conflict[replaced] = true;
        links.faults.push_back(
            {RecordFaultKind::corrected_twice, i, LinkMember::corrects, replaced});
    }
  }
}

// Finds the first of each row of corrections. Those of a circle stay apart, in conflict.
void find_first(Corrections& links) {
  std::vector<std::uint32_t> way;
  for (std::uint32_t i = 0; i < links.first.size(); ++i) {
    way.clear();
    std::uint32_t at = i;
    while (links.first[at] == kNone) {
      links.first[at] = at;  // for now: met on this way
      way.push_back(at);
      if (links.target[at] == kNone) break;
      at = links.target[at];
    }
    const bool circle = !way.empty() && links.target[way.back()] != kNone &&
                        std::ranges::find(way, links.target[way.back()]) != way.end();
    const std::uint32_t root = links.first[at];
    for (const std::uint32_t member : way) links.first[member] = root;
    if (!circle) continue;
    for (const std::uint32_t member : way) {
      links.conflict[member] = true;
      links.replaced_by[member] = kNone;
      links.first[member] = member;
    }
    links.faults.push_back({RecordFaultKind::circle, i, LinkMember::corrects});
  }
}

}  // namespace

Corrections::Corrections(std::size_t records)
    : target(records, kNone),
      replaced_by(records, kNone),
      first(records, kNone),
      gone(records),
      hidden(records),
      conflict(records) {}

Corrections corrections_of(std::span<const RecordLink> records,
                           const std::function<bool(std::uint32_t, std::uint32_t)>& same) {
  Corrections links(records.size());
  apply(records, find_repeated(records, same, links), links);
  find_first(links);
  return links;
}

const RuleInfo& rule_on(RecordFaultKind kind) noexcept {
  switch (kind) {
    case RecordFaultKind::nothing_to_undo: return rule("record-corrects-nothing");
    case RecordFaultKind::itself: return rule("record-corrects-itself");
    case RecordFaultKind::circle: return rule("record-corrections-circle");
    case RecordFaultKind::corrected_twice: return rule("record-corrected-twice");
    case RecordFaultKind::repeated: break;
  }
  return rule("record-repeated");
}

}  // namespace tokki::inline v0::internal
