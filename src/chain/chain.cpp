#include "tokki/chain.hpp"

#include <algorithm>

#include "chain/chain_time.hpp"
#include "chain/party_finder.hpp"

namespace tokki::inline v0 {
using namespace internal;

Chain::Chain(std::unique_ptr<const ChainState> state) : state_(std::move(state)) {}
Chain::Chain(Chain&&) noexcept = default;
Chain& Chain::operator=(Chain&&) noexcept = default;
Chain::~Chain() = default;

const ChainState& Chain::state() const noexcept {
  if (state_) return *state_;
  static const ChainState nothing;
  return nothing;
}

std::span<const ChainParty> Chain::parties() const noexcept { return state().parties; }
std::span<const ChainEdge> Chain::edges() const noexcept { return state().edges; }
std::span<const ChainMaterial> Chain::materials() const noexcept { return state().materials; }
std::span<const ChainFiling> Chain::filings() const noexcept { return state().filings; }
std::span<const ChainCertificate> Chain::certificates() const noexcept {
  return state().certificates;
}
std::span<const ChainRecord> Chain::records() const noexcept { return state().records; }
const Contract& Chain::contract() const noexcept { return state().contract; }
bool Chain::has_contract() const noexcept { return state().has_contract; }
ChainIndex Chain::contractor() const noexcept { return state().contractor; }
Match Chain::contractor_matched() const noexcept { return state().contractor_matched; }
Day Chain::as_of() const noexcept { return state().as_of; }
std::span<const RecordSource> Chain::other_contracts() const noexcept {
  return state().other_contracts;
}
RecordSource Chain::contract_source() const noexcept { return state().contract_source; }
std::span<const ChainIndex> Chain::repeated() const noexcept { return state().repeated; }
const std::vector<std::vector<ChainIndex>>& Chain::cycles() const noexcept {
  return state().cycles;
}

std::span<const ChainIndex> Chain::given(ChainIndex party) const noexcept {
  return state().given.of(party);
}
std::span<const ChainIndex> Chain::received(ChainIndex party) const noexcept {
  return state().received.of(party);
}

std::span<const ChainIndex> Chain::filed(ChainIndex party) const noexcept {
  return state().filed.of(party);
}

std::optional<std::uint32_t> Chain::tier(ChainIndex party) const noexcept {
  if (party >= state().tiers.size() || state().tiers[party] == kNoIndex) return std::nullopt;
  return state().tiers[party];
}

ChainIndex Chain::find(std::string_view reference) const {
  return PartyFinder(state()).by_reference(reference).party;
}

ChainIndex Chain::filing_in_force(ChainIndex party) const noexcept {
  return party < state().in_force.size() ? state().in_force[party] : kNoIndex;
}

bool Chain::nearly_filed(ChainIndex party) const noexcept {
  return party < state().nearly_filed.size() && state().nearly_filed[party];
}

TriState Chain::begun(const ChainEdge& edge) const noexcept {
  const CompactDay today{std::optional(state().as_of)};
  if (lies_ahead(edge.starts_on, today)) return TriState::no;
  // What is planned has not begun, unless its day has come, or may have.
  if (edge.planned == TriState::yes) {
    return edge.starts_on.written() ? TriState::unknown : TriState::no;
  }
  return edge.starts_on.known() || edge.planned == TriState::no ? TriState::yes : TriState::unknown;
}

TriState Chain::ended_before(const ChainEdge& edge, CompactDay day) noexcept {
  if (!edge.ends_on.known() || !day.known()) return TriState::unknown;
  return tri_state(truth(edge.ends_on < day));
}

namespace {

// 本契約に際して: no day is fixed. Nothing is owed before the contract is concluded, and while its
// work has not begun a declaration is still in time (特記事項3(4)).
Expected expected_of_contractor(const Contract& contract, Day as_of) {
  const CompactDay today{std::optional(as_of)};
  const CompactDay concluded(contract.concluded_on);
  const CompactDay start(contract.starts_on);
  if (lies_ahead(concluded, today) || concluded == today || lies_ahead(start, today) ||
      start == today) {
    return Expected::not_yet;
  }
  const bool over = given(contract.completed_at) || given(contract.terminated_at) ||
                    has_come(CompactDay(contract.ends_on), today);
  return start.known() || over ? Expected::missing : Expected::undetermined;
}

}  // namespace

Expected Chain::expected(ChainIndex party) const noexcept {
  if (filing_in_force(party) != kNoIndex) return Expected::filed;
  if (!tier(party)) return Expected::not_in_chain;
  if (nearly_filed(party)) return Expected::undetermined;
  if (party == state().contractor) return expected_of_contractor(contract(), as_of());
  Truth must = Truth::no;
  for (const ChainIndex i : received(party)) {
    const ChainEdge& edge = state().edges[i];
    if (edge.from == kNoIndex || !tier(edge.from)) continue;
    // Whether those who handle no electronic data must file too, note 3 leaves open. A form may
    // name them: 再委託等 is any work.
    const Truth counts = edge.handles_data == TriState::yes ? Truth::yes : Truth::open;
    must = must | (truth(begun(edge)) & counts);
  }
  switch (must) {
    case Truth::yes: return Expected::missing;
    case Truth::no: return Expected::not_yet;
    case Truth::open: break;
  }
  return Expected::undetermined;
}

std::vector<ChainIndex> Chain::path_to(ChainIndex party) const {
  std::vector<ChainIndex> path;
  if (!tier(party)) return path;
  while (party != state().contractor) {
    const ChainIndex edge = state().reached_by[party];
    path.push_back(edge);
    party = state().edges[edge].from;
  }
  std::ranges::reverse(path);
  return path;
}

std::vector<ChainIndex> Chain::path_to_overseas_data(ChainIndex party) const {
  std::vector<ChainIndex> path;
  if (state().overseas.empty()) return path;
  const auto distance = [this](ChainIndex edge) {
    const ChainIndex to = state().edges[edge].to;
    return to == kNoIndex ? kNoIndex : state().overseas[to];
  };
  do {  // each step leads to one that is nearer
    const auto edges = given(party);
    const auto nearest = std::ranges::min_element(edges, {}, distance);
    if (nearest == edges.end() || distance(*nearest) == kNoIndex) return {};
    path.push_back(*nearest);
    party = state().edges[*nearest].to;
  } while (state().overseas[party] != 0);
  return path;
}

std::vector<ChainIndex> Chain::reachable_from(ChainIndex party) const {
  if (party >= state().parties.size()) return {};
  std::vector<ChainIndex> found{party};
  std::vector<bool> seen(state().parties.size());
  seen[party] = true;
  for (std::size_t at = 0; at < found.size(); ++at) {
    for (const ChainIndex i : given(found[at])) {
      const ChainIndex to = state().edges[i].to;
      if (to == kNoIndex || seen[to]) continue;
      seen[to] = true;
      found.push_back(to);
    }
  }
  return found;
}

ChainIndex Chain::nearest_overseas(ChainIndex party) const noexcept {
  if (state().overseas.empty()) return kNoIndex;
  ChainIndex nearest = kNoIndex;
  for (const ChainIndex i : given(party)) {
    const ChainIndex to = state().edges[i].to;
    if (to == kNoIndex || state().overseas[to] == kNoIndex) continue;
    if (nearest == kNoIndex || state().overseas[to] < state().overseas[nearest]) nearest = to;
  }
  return nearest == kNoIndex ? kNoIndex : state().nearest_overseas[nearest];
}

Reach Chain::inspection(ChainIndex party) const noexcept {
  const auto depth = tier(party);
  if (!depth) return Reach::no;
  return *depth <= 1 ? Reach::yes : Reach::undetermined;
}

std::vector<Exposure> Chain::exposure() const {
  std::vector<Exposure> found;
  for (ChainIndex party = 0; party < state().in_force.size(); ++party) {
    const ChainIndex index = state().in_force[party];
    if (index == kNoIndex || !tier(party)) continue;
    const ChainFiling& filing = state().filings[index];
    const bool japan = filing.region == StorageRegion::japan_only;
    for (const std::string_view medium : filing.media) {
      found.push_back({party, index, japan ? kJapan : CountryCode{}, japan, {}, medium});
    }
    for (const DeclaredLocation& location : filing.locations) {
      found.push_back({party, index, location.country, location.certain, location.service, {}});
    }
  }
  return found;
}

}  // namespace tokki::inline v0
