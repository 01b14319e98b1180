#include "assess/ledger.hpp"

#include <algorithm>
#include <string>

namespace tokki::inline v0::internal {
namespace {

constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

// What one record does to another of its kind, by position in the list.
struct Links {
  explicit Links(std::size_t records) : target(records, kNone), replaced_by(records, kNone) {
    gone.resize(records);
    hidden.resize(records);
    conflict.resize(records);
  }
  std::vector<std::uint32_t> target;       // which record this one corrects
  std::vector<std::uint32_t> replaced_by;  // which record corrects this one
  std::vector<bool> gone;                  // withdrawn, or a withdrawal
  std::vector<bool> hidden;                // not on record yet
  std::vector<bool> conflict;
};

// A later record counts; of two that may be as late, both.
Truth later(const Instant& a, const Instant& b) {
  if (!a.value || !b.value) return Truth::open;
  return before({b.value->lo, b.value->hi, true}, {a.value->lo, a.value->hi, true});
}

}  // namespace

}  // namespace tokki::inline v0::internal

namespace tokki::inline v0 {

Text message_of(RecordFaultKind kind) noexcept {
  switch (kind) {
    case RecordFaultKind::repeated:
      return {"同じ識別子の記録がほかにあり、内容が異なります",
              "Another record has the same id and says something else"};
    case RecordFaultKind::nothing_to_undo:
      return {"訂正し、又は取り消す記録がありません",
              "There is no record of that id to correct or withdraw"};
    case RecordFaultKind::circle:
      return {"訂正が循環しています", "The records correct one another in a circle"};
    case RecordFaultKind::corrected_twice:
      return {"同じ記録がほかでも訂正されており、どちらが後か分かりません",
              "Another record corrects the same one, and neither is certainly later"};
  }
  return {};
}

}  // namespace tokki::inline v0

namespace tokki::inline v0::internal {

void Ledger::fault(RecordFaultKind kind, Place at, std::optional<Place> other) {
  faults_.push_back({kind, std::move(at), std::move(other)});
}

std::string_view Ledger::name_without_id(std::string_view kind, std::string_view at) {
  std::string name(kind);
  name += '(';
  name += at;
  name += ')';
  const std::uint32_t before = unnamed_[name]++;
  if (before != 0) name += "#" + std::to_string(before + 1);
  names_.push_back(std::make_unique<std::string>(std::move(name)));
  return *names_.back();
}

template <class T>
void Ledger::take_recorded(const List<T>& list, std::optional<Second> known_at) {
  const auto place = [](std::size_t i, const auto&... member) {
    return place_in<T>(RecordSource(0, i), at(member...));
  };
  constexpr Str T::* kId = &T::id;
  constexpr Str T::* kCorrects = &T::corrects;
  constexpr Str T::* kWithdraws = &T::withdraws;
  Links links(list.size());
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    const T& record = list[i];
    const auto& recorded = record.recorded_at.value;
    links.hidden[i] = known_at && recorded && recorded->lo > *known_at;
    const std::string_view id = record.id;
    if (links.hidden[i] || id.empty()) continue;
    const auto [known, added] = by_id.emplace(id, i);
    if (added) continue;
    if (list[known->second] == record) {
      links.hidden[i] = true;  // the same, twice
      continue;
    }
    links.conflict[i] = links.conflict[known->second] = true;
    fault(RecordFaultKind::repeated, place(i, kId), place(known->second, kId));
  }
  const auto find = [&](std::string_view id) {
    const auto known = by_id.find(id);
    return known == by_id.end() ? kNone : known->second;
  };
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    const T& record = list[i];
    if (links.hidden[i]) continue;
    if (!record.withdraws.empty()) {
      links.gone[i] = true;
      const std::uint32_t target = find(record.withdraws);
      if (target == kNone) {
        fault(RecordFaultKind::nothing_to_undo, place(i, kWithdraws));
      } else if (target != i) {
        links.gone[target] = true;
      }
    }
    if (record.corrects.empty()) continue;
    const std::uint32_t target = find(record.corrects);
    if (target == kNone || target == i) {
      fault(RecordFaultKind::nothing_to_undo, place(i, kCorrects));
      continue;
    }
    links.target[i] = target;
    std::uint32_t& replaced = links.replaced_by[target];
    if (replaced == kNone) {
      replaced = i;
      continue;
    }
    switch (later(record.recorded_at, list[replaced].recorded_at)) {
      case Truth::yes: links.gone[std::exchange(replaced, i)] = true; break;
      case Truth::no: links.gone[i] = true; break;
      case Truth::open:
        links.conflict[i] = links.conflict[replaced] = true;
        fault(RecordFaultKind::corrected_twice, place(i, kCorrects), place(replaced, kCorrects));
    }
  }
  // The first of a row of corrections. Those of a circle keep their own ids, in conflict.
  std::vector<std::uint32_t> first(list.size(), kNone);
  std::vector<std::uint32_t> way;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    way.clear();
    std::uint32_t at = i;
    while (first[at] == kNone) {
      first[at] = at;  // for now: met on this way
      way.push_back(at);
      if (links.target[at] == kNone) break;
      at = links.target[at];
    }
    const bool circle = !way.empty() && links.target[way.back()] != kNone &&
                        std::ranges::find(way, links.target[way.back()]) != way.end();
    const std::uint32_t root = first[at];
    for (const std::uint32_t member : way) first[member] = root;
    if (!circle) continue;
    for (const std::uint32_t member : way) {
      links.conflict[member] = true;
      links.replaced_by[member] = kNone;
      first[member] = member;
    }
    fault(RecordFaultKind::circle, place(i, kCorrects));
  }
  auto& entries = static_cast<Shelf<T>&>(shelves_).entries;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (links.hidden[i]) continue;
    const T& record = list[i];
    std::string_view id = list[first[i]].id;
    if (!record.id.empty()) {
      if (id.empty()) id = record.id;
      roots_.emplace(record.id, id);
    }
    if (links.gone[i] || links.replaced_by[i] != kNone) continue;
    if (id.empty()) id = name_without_id(name_of_kind<T>(), record.at.written);
    entries.push_back({&record, RecordSource(0, i), id, links.conflict[i]});
  }
  std::ranges::stable_sort(entries, {}, &Entry<T>::id);
}

template <class T>
void Ledger::take(const List<T>& list, std::optional<Second> known_at) {
  if constexpr (std::is_base_of_v<Recorded, T>) {
    take_recorded(list, known_at);
  } else {
    auto& entries = static_cast<Shelf<T>&>(shelves_).entries;
    for (std::size_t i = 0; i < list.size(); ++i) {
      entries.push_back({&list[i], RecordSource(0, i), {}});
      if constexpr (requires { list[i].id; }) {
        if (list[i].id.empty()) continue;
        entries.back().id = list[i].id;
        roots_.emplace(list[i].id, list[i].id);
      }
    }
  }
}

Ledger::Ledger(const Dossier& dossier, std::optional<Second> known_at) {
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    const auto& member = dossier.*kind.in_dossier;
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) take(member, known_at);
  });
}

// Where the records in conflict stand, as ranges of a sorted shelf.
template <class T>
std::vector<std::pair<std::size_t, std::size_t>> Ledger::conflicts_of(const Shelf<T>& shelf) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  const auto& entries = shelf.entries;
  for (std::size_t first = 0; first < entries.size();) {
    std::size_t last = first + 1;
    while (last < entries.size() && entries[last].id == entries[first].id) ++last;
    if (last - first > 1 && entries[first].conflict) ranges.emplace_back(first, last);
    first = last;
  }
  return ranges;
}

std::size_t Ledger::choices() const {
  constexpr std::size_t kMost = std::size_t{1} << 32U;
  std::size_t ways = 1;
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    using T = typename std::remove_cvref_t<decltype(kind)>::type;
    for (const auto& [first, last] : conflicts_of(static_cast<const Shelf<T>&>(shelves_))) {
      ways = std::min(kMost, ways * (last - first));
    }
  });
  return ways;
}

Ledger::Ledger(const Dossier& dossier, std::optional<Second> known_at, std::size_t choice)
    : Ledger(dossier, known_at) {
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    using T = typename std::remove_cvref_t<decltype(kind)>::type;
    auto& shelf = static_cast<Shelf<T>&>(shelves_);
    std::vector<bool> dropped(shelf.entries.size());
    for (const auto& [first, last] : conflicts_of(shelf)) {
      const std::size_t right = first + choice % (last - first);
      choice /= last - first;
      for (std::size_t i = first; i < last; ++i) dropped[i] = i != right;
      shelf.entries[right].conflict = false;
    }
    std::size_t i = 0;
    std::erase_if(shelf.entries, [&](const auto&) { return dropped[i++]; });
  });
}

}  // namespace tokki::inline v0::internal
