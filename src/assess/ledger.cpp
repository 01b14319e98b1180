#include "assess/ledger.hpp"

#include <algorithm>
#include <string>

#include "record/corrections.hpp"

namespace tokki::inline v0::internal {

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
  std::vector<RecordLink> records;
  records.reserve(list.size());
  for (const T& record : list) {
    const auto& recorded = record.recorded_at.value;
    records.push_back({record.id, record.corrects, record.withdraws, recorded,
                       known_at && recorded && recorded->lo > *known_at});
  }
  const Corrections links =
      corrections_of(records, [&](std::uint32_t a, std::uint32_t b) { return list[a] == list[b]; });
  constexpr Str T::* kMembers[] = {&T::id, &T::corrects, &T::withdraws};
  for (const LinkFault& fault : links.faults) {
    Str T::* const member = kMembers[static_cast<std::size_t>(fault.member)];
    faults_.push_back({fault.kind, place(fault.record, member), {}});
    if (fault.other) faults_.back().other = place(*fault.other, member);
  }
  auto& entries = static_cast<Shelf<T>&>(shelves_).entries;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (links.hidden[i]) continue;
    const T& record = list[i];
    std::string_view id = list[links.first[i]].id;
    if (!record.id.empty()) {
      if (id.empty()) id = record.id;
      roots_.emplace(record.id, id);
    }
    if (!links.counts(i)) continue;
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
    using T = std::remove_cvref_t<decltype(kind)>::type;
    for (const auto& [first, last] : conflicts_of(static_cast<const Shelf<T>&>(shelves_))) {
      ways = std::min(kMost, ways * (last - first));
    }
  });
  return ways;
}

Ledger::Ledger(const Dossier& dossier, std::optional<Second> known_at, std::size_t choice)
    : Ledger(dossier, known_at) {
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    using T = std::remove_cvref_t<decltype(kind)>::type;
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
