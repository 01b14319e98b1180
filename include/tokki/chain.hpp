// chain.hpp: the subcontract chain of one contract: a directed graph of its parties.
//
// No walk recurses, since a chain may be a million firms deep. A Chain is immutable; any number of
// threads may share it.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/editions.hpp"
#include "tokki/export.hpp"
#include "tokki/location.hpp"
#include "tokki/place.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0 {

/// The index of a party, edge or filing in Chain::parties(), edges() or filings().
using ChainIndex = std::uint32_t;
/// No such party, edge or filing.
inline constexpr ChainIndex kNoIndex = std::numeric_limits<ChainIndex>::max();

/// By which of its cells a party was recognised; `none`: it was not.
enum class Match : std::uint8_t { none, id, corporate_number, name };
template <>
struct Description<Match> {
  static constexpr std::string_view name = "Match";
  static constexpr Choice<Match> choices[] = {{Match::none, "none"},
                                              {Match::id, "id"},
                                              {Match::corporate_number, "corporate_number"},
                                              {Match::name, "name"}};
};

/// Yes, no, or not recorded.
enum class TriState : std::uint8_t { unknown, yes, no };

/// A day in 4 bytes, or no day; of that, whether one is written that cannot be read.
class CompactDay {
 public:
  CompactDay() = default;
  /// The day that the date means; none when it means no single day.
  explicit CompactDay(const Date& date) : CompactDay(date.value) {
    if (!date.value && !date.written.empty()) days_ = kUnreadable;
  }
  explicit CompactDay(const std::optional<Day>& day) {
    if (!day) return;
    days_ =
        static_cast<std::int32_t>(std::chrono::sys_days(*day).time_since_epoch().count()) + kShift;
  }
  /// False for no day.
  [[nodiscard]] bool known() const noexcept { return days_ > kUnreadable && days_ != 0; }
  /// True when something is written, be it a day or not.
  [[nodiscard]] bool written() const noexcept { return days_ != 0; }
  /// The day. Meaningless unless known().
  [[nodiscard]] Day day() const noexcept {
    return std::chrono::sys_days(std::chrono::days(days_ - kShift));
  }
  /// "No day" compares less than any day.
  friend auto operator<=>(const CompactDay&, const CompactDay&) = default;

 private:
  static constexpr std::int32_t kUnreadable = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t kShift = 1'000'000;  // 0 means no day, so 1970-01-01 must not be 0
  std::int32_t days_ = 0;
};

/// A party of the chain. Texts live as long as the chain.
struct ChainParty {
  std::string_view id, name, corporate_number;
  RecordSource source;
  bool has_role = false;  ///< a Party::role says what it is, and that it stands in no subcontract
};

/// 甲's consent to an edge (特記事項5). Of several that were given by the day, the one that most
/// certainly is written and came before the start; of several alike, the one whose form is listed
/// last here, and of these the earliest.
enum class ConsentState : std::uint8_t { none, other_form, unstated, electronic, written };
/// Whether the subcontractor is bound to the terms (特記事項5). `complete`: to both parts;
/// `incomplete`: expressly not to one of them; `not_recorded`: anything else.
enum class FlowDownState : std::uint8_t { not_recorded, incomplete, complete };

/// An edge of the chain: `from` entrusts work to `to`.
struct ChainEdge {
  ChainIndex from = kNoIndex, to = kNoIndex;  ///< kNoIndex: the party is not known
  Match from_matched = Match::none, to_matched = Match::none;
  RecordSource source;
  std::string_view work;  ///< as the subcontract describes it
  CompactDay starts_on, ends_on, consent_on, flow_down_on;
  std::uint16_t consent = 0;  ///< which of the subcontract's consents, when there is one
  ConsentState consent_state = ConsentState::none;
  FlowDownState flow_down = FlowDownState::not_recorded;
  TriState planned = TriState::unknown, handles_data = TriState::unknown,
           subsidiary = TriState::unknown;
  bool consent_ahead = false;      ///< without a consent: `consent_on` is the day of one to come
  bool named_on_form = false;      ///< row 4 of the form in force of `from` names `to`
  bool named_before = false;       ///< row 4 of an earlier form of `from` names `to`
  ChainIndex named_by = kNoIndex;  ///< the one of ChainFiling::subcontractors that names `to`
  bool nearly_named = false;       ///< row 4 of the form in force has a name that may mean `to`
};

/// 甲's material that was passed along an edge (特記事項8).
struct ChainMaterial {
  ChainIndex edge;
  std::uint16_t index;  ///< of the subcontract's materials
  std::string_view name;
  CompactDay passed_on, approved_on, recall_instructed_on, recalled_on;
};

/// A certificate that 甲 relies on instead of an inspection (特記事項10).
struct ChainCertificate {
  ChainIndex party = kNoIndex;
  Match matched = Match::none;
  RecordSource source;
  std::string_view standard;                   ///< as the record names it
  TriState international = TriState::unknown;  ///< 国際的な: under an international standard
  CompactDay valid_until, relied_on;
};

/// A record of a kind of which a chain uses only the party that it names.
struct ChainRecord {
  std::string_view kind;        ///< its name: RecordRef::kind
  ChainIndex party = kNoIndex;  ///< the contractor where the record names nobody
  Match matched = Match::none;
  bool unknown = false;  ///< it names somebody who is no party, nor 甲
  RecordSource source;
};

/// A location that a form gives: in row 2, or for one of row 3's services.
struct DeclaredLocation {
  enum class From : std::uint8_t { storage_location, service } from;
  CountryCode country{};     ///< no letters: abroad, but no country is named
  bool certain = false;      ///< false: a text or a cloud region only suggests the country
  std::uint16_t entry = 0;   ///< which of the form's countries or services
  std::string_view service;  ///< the service's name; empty for row 2
  [[nodiscard]] bool abroad() const noexcept { return country != kJapan; }
};

/// A subcontractor that a form names in row 4.
struct NamedSubcontractor {
  ChainIndex party = kNoIndex;  ///< looked for first among those the filer entrusts work to
  std::string_view work;        ///< 業務内容
  std::uint16_t entry = 0;
  bool only_looks_alike = false;  ///< the name may mean `party`, but is not written like it
};

/// What the chain keeps of a declaration that was filed.
struct ChainFiling {
  ChainIndex party = kNoIndex;  ///< who filed it
  Match matched = Match::none;
  ChainIndex look_alike = kNoIndex;  ///< when none matched: one that the filer's name may mean
  bool name_differs = false;         ///< who filed it has another name than the declarant
  RecordSource source;
  CompactDay declared_on;
  std::string_view id, supersedes;
  std::optional<StorageRegion> region;   ///< row 2
  std::optional<Answer> online;          ///< row 3
  std::optional<Answer> subcontracting;  ///< row 4
  std::vector<DeclaredLocation> locations;
  std::vector<std::string_view> services;
  std::vector<std::string_view> media;
  std::vector<NamedSubcontractor> subcontractors;
  bool other_contract = false;  ///< cites another contract than the chain's
  bool superseded = false;      ///< another filing names it, or its party filed a later one
  bool contended = false;       ///< another of its party has the same day; neither supersedes
};

/// Whether a party must have filed (特記事項3(4) for 乙, note 3 of the form for subcontractors).
enum class Expected : std::uint8_t {
  filed,         ///< a declaration is in force
  missing,       ///< it must file, and has not
  not_yet,       ///< its work is only planned; of 乙: the contract's work has not begun
  undetermined,  ///< not recorded whether it handles electronic data, or whether work has begun;
                 ///< or a form is by a name that may mean it
  not_in_chain,  ///< no path leads to it from the contractor
};
template <>
struct Description<Expected> {
  static constexpr std::string_view name = "Expected";
  static constexpr Choice<Expected> choices[] = {{Expected::filed, "filed"},
                                                 {Expected::missing, "missing"},
                                                 {Expected::not_yet, "not_yet"},
                                                 {Expected::undetermined, "undetermined"},
                                                 {Expected::not_in_chain, "not_in_chain"}};
};

/// A location of the contract's data: who keeps it, in what, where, and by which filing that is
/// known.
struct Exposure {
  ChainIndex party, filing;
  CountryCode country;       ///< no letters: abroad, or not said
  bool certain;              ///< the form states it outright
  std::string_view service;  ///< row 3; empty: row 1 or 2 says so
  std::string_view medium;   ///< row 1
};

/// Whether 甲 may inspect a party on site (特記事項10: 乙又は再委託先の事業者). The clause does not
/// use the defined term 再委託等, so below the first tier it is undetermined.
enum class Reach : std::uint8_t { no, undetermined, yes };

namespace internal {
struct ChainState;
}

/// The parties of a contract as nodes, its subcontracts as edges, and what follows from both on one
/// day. Every function accepts kNoIndex and indices out of range: the result is then empty, none,
/// or kNoIndex. A chain that was moved from is empty.
class TOKKI_EXPORT Chain {
 public:
  /// Made by a ChainBuilder or a DossierChecker.
  explicit Chain(std::unique_ptr<const internal::ChainState> state);
  Chain(Chain&&) noexcept;
  Chain& operator=(Chain&&) noexcept;
  ~Chain();

  /// All entries of each kind, in the order in which they were added. Views and texts live as long
  /// as the chain.
  [[nodiscard]] std::span<const ChainParty> parties() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainEdge> edges() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainMaterial> materials() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainFiling> filings() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainCertificate> certificates() const noexcept TOKKI_LIFETIMEBOUND;
  /// Records of the kinds that have no list of their own here.
  [[nodiscard]] std::span<const ChainRecord> records() const noexcept TOKKI_LIFETIMEBOUND;

  /// The contract; of several that were added, the first. Empty without one.
  [[nodiscard]] const Contract& contract() const noexcept TOKKI_LIFETIMEBOUND;
  /// True when a contract was added.
  [[nodiscard]] bool has_contract() const noexcept;
  /// 乙: the party that the contract names; if it names none, the only party that is nobody's
  /// subcontractor. Else kNoIndex.
  [[nodiscard]] ChainIndex contractor() const noexcept;
  /// How the contract's reference to 乙 was matched; none when it names no known party.
  [[nodiscard]] Match contractor_matched() const noexcept;
  /// The day for which the chain was computed.
  [[nodiscard]] Day as_of() const noexcept;

  /// Indices of the edges from a party (work that it entrusts), and of those to it (work that it
  /// was entrusted with).
  [[nodiscard]] std::span<const ChainIndex> given(ChainIndex party) const noexcept
      TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainIndex> received(ChainIndex party) const noexcept
      TOKKI_LIFETIMEBOUND;
  /// The length of the shortest path from 乙 to the party, in edges: 0 for 乙 itself; nothing when
  /// the party cannot be reached.
  [[nodiscard]] std::optional<std::uint32_t> tier(ChainIndex party) const noexcept;
  /// True when a form that nobody is known to have filed is by a name that may mean the party.
  [[nodiscard]] bool nearly_filed(ChainIndex party) const noexcept;
  /// The party of that id, corporate number or name, or kNoIndex. Takes constant time for an id,
  /// else linear time.
  [[nodiscard]] ChainIndex find(std::string_view reference) const;

  /// Indices of a party's filings, in the order in which they were added.
  [[nodiscard]] std::span<const ChainIndex> filed(ChainIndex party) const noexcept
      TOKKI_LIFETIMEBOUND;
  /// The party's declaration in force on the day, or kNoIndex.
  [[nodiscard]] ChainIndex filing_in_force(ChainIndex party) const noexcept;
  /// Whether the party must have filed on the day.
  [[nodiscard]] Expected expected(ChainIndex party) const noexcept;

  /// The shortest path from 乙 to the party, as edges from 乙 on: along it 乙 is jointly and
  /// severally liable for the party's acts (特記事項6). Empty for 乙 and for parties that cannot be
  /// reached.
  [[nodiscard]] std::vector<ChainIndex> path_to(ChainIndex party) const;
  /// The shortest path from a party to one below it that keeps data abroad, by the declarations in
  /// force; at least one edge long. Empty when there is none.
  [[nodiscard]] std::vector<ChainIndex> path_to_overseas_data(ChainIndex party) const;
  /// All parties that can be reached from one, itself included, nearest first: for 乙 those whose
  /// incidents it must report (特記事項9(2)).
  [[nodiscard]] std::vector<ChainIndex> reachable_from(ChainIndex party) const;
  /// The nearest party below that keeps data abroad, where path_to_overseas_data() ends; or
  /// kNoIndex.
  [[nodiscard]] ChainIndex nearest_overseas(ChainIndex party) const noexcept;
  /// Whether 甲 may inspect the party on site (特記事項10).
  [[nodiscard]] Reach inspection(ChainIndex party) const noexcept;
  /// Where the contract's data lies, by the declarations in force of all in the chain.
  [[nodiscard]] std::vector<Exposure> exposure() const TOKKI_LIFETIMEBOUND;
  /// The sources of contracts that differ from the first.
  [[nodiscard]] std::span<const RecordSource> other_contracts() const noexcept TOKKI_LIFETIMEBOUND;
  /// The source of the contract; without one, where it would be in the first document.
  [[nodiscard]] RecordSource contract_source() const noexcept;
  /// Whether the edge's work has begun by the day: by its start, and by what is said of a plan.
  [[nodiscard]] TriState begun(const ChainEdge& edge) const noexcept;
  /// Whether the edge's work had ended before a day. Without a last day on record that is unknown.
  [[nodiscard]] static TriState ended_before(const ChainEdge& edge, CompactDay day) noexcept;
  /// The parties with the id of an earlier party.
  [[nodiscard]] std::span<const ChainIndex> repeated() const noexcept TOKKI_LIFETIMEBOUND;
  /// Cycles among the edges, each as its edges in order: one shortest cycle for each strongly
  /// connected component of several parties.
  [[nodiscard]] const std::vector<std::vector<ChainIndex>>& cycles() const noexcept
      TOKKI_LIFETIMEBOUND;

 private:
  [[nodiscard]] const internal::ChainState& state() const noexcept;
  std::unique_ptr<const internal::ChainState> state_;
};

/// Takes records in any order and joins them into a chain. Records are copied as far as needed. Not
/// safe for concurrent use; a builder that was moved from can only be assigned to or destroyed: all
/// else throws std::logic_error.
class TOKKI_EXPORT ChainBuilder {
 public:
  /// `as_of`: the day for which the chain is computed. Each form is read with the edition that it
  /// refers to, among `editions`.
  explicit ChainBuilder(Day as_of, const Editions& editions = {});
  ChainBuilder(ChainBuilder&&) noexcept;
  ChainBuilder& operator=(ChainBuilder&&) noexcept;
  ~ChainBuilder();

  /// Each adds a record; `source` is where findings on it point. Only the first contract counts;
  /// the sources of different ones are kept (Chain::other_contracts()).
  void add(const Contract& contract, RecordSource source = {});
  void add(const Party& party, RecordSource source = {});
  void add(const Subcontract& subcontract, RecordSource source = {});
  void add(const Filing& filing, RecordSource source = {});
  void add(const Certificate& certificate, RecordSource source = {});
  /// A record of another kind, which names a party by id, corporate number or name; 甲 by that word
  /// or as the contract does; or nobody, and so the contractor.
  void add_record(std::string_view kind, std::string_view party, RecordSource source);
  /// All of a dossier, its entries numbered from 0.
  void add(const Dossier& dossier, std::uint32_t document = 0);
  /// The record that such a document holds.
  void add(const DossierRecord& record, std::uint32_t document = 0);

  /// The chain of all that was added. The builder is empty afterwards and can be used again.
  [[nodiscard]] Chain build();

 private:
  struct State;
  State& state();
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
