#include "rules/chain/record_register.hpp"

#include <algorithm>

namespace tokki::inline v0::internal {

Place RecordRegister::place(std::size_t kind, RecordSource source, std::string_view member) {
  const RecordKindTable& kinds = kRecordKinds<Dossier>;
  return place_in(kinds.rows[kind], source, Path().into(member), kinds);
}

std::string_view RecordRegister::keep_name(std::string_view name, TextKind to) {
  if (to == TextKind::record_id) {
    const auto known = known_.find(name);
    return known == known_.end() ? texts_.keep(name) : *known;
  }
  const auto known = names_.find(name);
  return known == names_.end() ? *names_.insert(texts_.keep(name)).first : *known;
}

namespace {

// The step of a path that is its last index; its size if it has none.
std::size_t last_index(const Path& path) {
  std::size_t last = path.size();
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path.is_index(i)) last = i;
  }
  return last;
}

// The same path with another last index, if it has one.
Path with_entry(const Path& path, std::size_t entry) {
  const std::size_t last = last_index(path);
  Path other;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path.is_index(i)) {
      other.into(i == last ? entry : path.index(i));
    } else {
      other.into(path.key(i));
    }
  }
  return other;
}

}  // namespace

RegisteredMember RecordRegister::member(std::size_t kind, RecordSource source, const Path& path) {
  RegisteredMember member{.source = source, .kind = static_cast<std::uint16_t>(kind)};
  const std::size_t last = last_index(path);
  if (last < path.size()) member.entry = static_cast<std::uint32_t>(path.index(last));
  const Path kept = with_entry(path, 0);
  std::vector<Path>& paths = kinds_[kind].paths;
  const auto known = std::ranges::find(paths, kept);
  member.path = static_cast<std::uint16_t>(known - paths.begin());
  if (known == paths.end()) paths.push_back(kept);
  return member;
}

Place RecordRegister::place_of(const RegisteredMember& member) const {
  const RecordKindTable& kinds = kRecordKinds<Dossier>;
  const Path& path = kinds_[member.kind].paths[member.path];
  return place_in(kinds.rows[member.kind], member.source, with_entry(path, member.entry), kinds);
}

RecordStates RecordRegister::states() const {
  constexpr std::string_view kMembers[] = {key_of<Incident, Str>(&Incident::id),
                                           key_of<Incident, Str>(&Incident::corrects),
                                           key_of<Incident, Str>(&Incident::withdraws)};
  RecordStates states;
  for (std::size_t row = 0; row < kinds_.size(); ++row) {
    const OfKind& kind = kinds_[row];
    const Corrections links = corrections_of(kind.links, [&](std::uint32_t a, std::uint32_t b) {
      return kind.contents[a] == kind.contents[b];
    });
    for (const LinkFault& fault : links.faults) {
      const std::string_view member = kMembers[static_cast<std::size_t>(fault.member)];
      states.faults.push_back({fault.kind, place(row, kind.sources[fault.record], member), {}});
      if (fault.other) {
        states.faults.back().other = place(row, kind.sources[*fault.other], member);
      }
    }
    std::vector<bool>& counts = states.counts[row];
    counts.resize(kind.links.size());
    std::vector<bool> kept(kind.links.size());  // by the first of a row of corrections
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
      counts[i] = links.counts(i);
      if (counts[i]) kept[links.first[i]] = true;
    }
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
      if (links.hidden[i] || kind.links[i].id.empty() || kept[links.first[i]]) continue;
      states.withdrawn.emplace(kind.links[i].id, place(row, kind.sources[i], kMembers[0]));
    }
  }
  if (states.withdrawn.empty()) return states;
  // A record of another kind may have the same id, and count.
  for (std::size_t row = 0; row < kinds_.size(); ++row) {
    for (std::size_t i = 0; i < states.counts[row].size(); ++i) {
      if (states.counts[row][i]) states.withdrawn.erase(kinds_[row].links[i].id);
    }
  }
  return states;
}

void RecordRegister::each_before(Second second,
                                 const std::function<void(const Place&)>& visit) const {
  for (std::size_t row = 0; row < kinds_.size(); ++row) {
    const OfKind& kind = kinds_[row];
    if (kind.may_precede_contract) continue;
    for (std::size_t i = 0; i < kind.latest.size(); ++i) {
      if (kind.latest[i] < second)
        visit(place(row, kind.sources[i], key_of<Incident, Instant>(&Incident::at)));
    }
  }
}

}  // namespace tokki::inline v0::internal
