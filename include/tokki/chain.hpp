// chain.hpp: the subcontract chain of one contract, built once and asked often.
//
// All walks are iterative: a chain may be a million firms deep. A Chain is immutable; any
// number of threads may share it.
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

/// Which party, edge or filing: an index into Chain::parties() and so on.
using ChainIndex = std::uint32_t;
/// No such party, edge or filing.
inline constexpr ChainIndex kNoIndex = std::numeric_limits<ChainIndex>::max();

/// How a reference was matched to a party.
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

/// A day, compact. 0 is no day.
class CompactDay {
 public:
  CompactDay() = default;
  explicit CompactDay(const Date& date) : CompactDay(date.value) {}
  explicit CompactDay(const std::optional<Day>& day) {
    if (!day) return;
    days_ =
        static_cast<std::int32_t>(std::chrono::sys_days(*day).time_since_epoch().count()) + kShift;
  }
  [[nodiscard]] bool known() const noexcept { return days_ != 0; }
  [[nodiscard]] Day day() const noexcept {
    return std::chrono::sys_days(std::chrono::days(days_ - kShift));
  }
  friend auto operator<=>(const CompactDay&, const CompactDay&) = default;

 private:
  static constexpr std::int32_t kShift = 1'000'000;  // so that 1970-01-01 is not "no day"
  std::int32_t days_ = 0;
};

/// A party of the chain. Texts live as long as the chain.
struct ChainParty {
  std::string_view id, name, corporate_number;
  RecordSource source;
};

/// What became of 甲's consent to an edge: the best of those that are recorded.
enum class ConsentState : std::uint8_t { none, other_form, unstated, electronic, written };
/// What is recorded of the terms' flowing down: both parts, one of them denied, or anything else.
enum class FlowDownState : std::uint8_t { not_recorded, incomplete, complete };

/// An edge of the chain: `from` entrusts work to `to`.
struct ChainEdge {
  ChainIndex from = kNoIndex, to = kNoIndex;  ///< kNoIndex: the party is not known
  Match from_matched = Match::none, to_matched = Match::none;
  RecordSource source;
  std::string_view work;
  CompactDay starts_on, consent_on, flow_down_on;
  std::uint16_t consent = 0;  ///< which of the subcontract's consents, when there is one
  ConsentState consent_state = ConsentState::none;
  FlowDownState flow_down = FlowDownState::not_recorded;
  TriState planned = TriState::unknown, handles_data = TriState::unknown,
           subsidiary = TriState::unknown;
  bool named_on_form =
      false;  ///< row 4 of the giving party's form in force names the receiving one
};

/// Material passed along an edge.
struct ChainMaterial {
  ChainIndex edge;
  std::uint16_t index;  ///< of the subcontract's materials
  std::string_view name;
  CompactDay passed_on, approved_on, recall_instructed_on, recalled_on;
};

/// A certificate that is relied on instead of an inspection.
struct ChainCertificate {
  ChainIndex party = kNoIndex;
  Match matched = Match::none;
  RecordSource source;
  CompactDay valid_until, relied_on;
};

/// A record of a kind that a chain does not look into: only whom it is about.
struct ChainRecord {
  std::string_view kind;  ///< its name: RecordRef::kind
  ChainIndex party = kNoIndex;
  Match matched = Match::none;
  RecordSource source;
};

/// One place that a form names: row 2 as a whole, or one of row 3's services.
struct DeclaredLocation {
  enum class From : std::uint8_t { storage_location, service } from;
  CountryCode country{};     ///< no letters: abroad, but no country is named
  bool certain = false;      ///< else a text or a region suggests it
  std::uint16_t entry = 0;   ///< which of the form's countries or services
  std::string_view service;  ///< the service's name; empty for row 2
  [[nodiscard]] bool abroad() const noexcept { return country != kJapan; }
};

/// A subcontractor that a form names in row 4.
struct NamedSubcontractor {
  ChainIndex party =
      kNoIndex;  ///< among those the filer entrusts work to, or any other of the chain
  std::uint16_t entry = 0;
  bool nearly = false;  ///< no party of that name, but one that looks like it
};

/// What a filed declaration says, as far as the chain asks.
struct ChainFiling {
  ChainIndex party = kNoIndex;  ///< who filed it
  Match matched = Match::none;
  ChainIndex nearly = kNoIndex;  ///< a party that looks like the filer, when none matched
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
  bool contended = false;       ///< another filing of its party is as late and neither supersedes
};

/// Whether a party must have filed.
enum class Expected : std::uint8_t {
  filed,         ///< a declaration is in force
  missing,       ///< it must file, and has not
  not_yet,       ///< its work is only planned
  undetermined,  ///< nobody says that it handles electronic data
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

/// A fact about where a contract's data lies: who keeps it, in what, where, and how one knows.
struct Exposure {
  ChainIndex party, filing;
  CountryCode country;       ///< no letters: abroad, or not said
  bool certain;              ///< a form says so in as many words
  std::string_view service;  ///< row 3; empty: row 1 or 2 says so
  std::string_view medium;   ///< row 1
};

/// Whether 甲 may inspect a party on site (特記事項10: 乙又は再委託先の事業者). The clause does not
/// use the defined term 再委託等, so below the first tier it stays open.
enum class Reach : std::uint8_t { no, undetermined, yes };

namespace internal {
struct ChainState;
}

/// Asked about kNoIndex, or an index that is none, a chain says that it knows nothing.
class TOKKI_EXPORT Chain {
 public:
  /// Made by a ChainBuilder or a DossierChecker.
  explicit Chain(std::unique_ptr<const internal::ChainState> state);
  Chain(Chain&&) noexcept;
  Chain& operator=(Chain&&) noexcept;
  ~Chain();

  [[nodiscard]] std::span<const ChainParty> parties() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainEdge> edges() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainMaterial> materials() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainFiling> filings() const noexcept TOKKI_LIFETIMEBOUND;

  [[nodiscard]] std::span<const ChainCertificate> certificates() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainRecord> records() const noexcept TOKKI_LIFETIMEBOUND;

  /// The contract; what several documents say of it, the first of them.
  [[nodiscard]] const Contract& contract() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] bool has_contract() const noexcept;
  /// 乙, or kNoIndex when it cannot be told.
  [[nodiscard]] ChainIndex contractor() const noexcept;
  /// How the contract's word for it was matched; none when the contract names nobody known.
  [[nodiscard]] Match contractor_matched() const noexcept;
  /// The day for which all of this is computed.
  [[nodiscard]] Day as_of() const noexcept;

  /// The edges by which a party entrusts work to others, and those by which it was entrusted.
  [[nodiscard]] std::span<const ChainIndex> given(ChainIndex party) const noexcept
      TOKKI_LIFETIMEBOUND;
  [[nodiscard]] std::span<const ChainIndex> received(ChainIndex party) const noexcept
      TOKKI_LIFETIMEBOUND;
  /// How many edges lie between 乙 and the party by the shortest way: 0 for 乙 itself; nothing when
  /// no way leads there.
  [[nodiscard]] std::optional<std::uint32_t> tier(ChainIndex party) const noexcept;
  /// The party of that id, corporate number or name: at once by its id, else after reading all.
  [[nodiscard]] ChainIndex find(std::string_view reference) const;

  /// What a party has filed, in the order in which it was added.
  [[nodiscard]] std::span<const ChainIndex> filed(ChainIndex party) const noexcept
      TOKKI_LIFETIMEBOUND;
  /// The party's declaration in force on the day, or kNoIndex.
  [[nodiscard]] ChainIndex filing_in_force(ChainIndex party) const noexcept;
  [[nodiscard]] Expected expected(ChainIndex party) const noexcept;

  /// The shortest way from 乙 to the party, as edges from the top: by it 乙 answers for the party's
  /// acts jointly and severally (特記事項6). Empty for 乙 and for those no way leads to.
  [[nodiscard]] std::vector<ChainIndex> path_to(ChainIndex party) const;
  /// The shortest way from a party down to one that keeps data abroad, by the declarations in
  /// force; at least one edge long. Empty when there is none.
  [[nodiscard]] std::vector<ChainIndex> path_to_overseas_data(ChainIndex party) const;
  /// All parties beneath one, itself included, nearest first: for 乙 those whose incident obliges
  /// it to report (特記事項9(2)).
  [[nodiscard]] std::vector<ChainIndex> beneath(ChainIndex party) const;
  /// The party nearest beneath that keeps data abroad: where path_to_overseas_data() ends.
  [[nodiscard]] ChainIndex overseas_beneath(ChainIndex party) const noexcept;
  [[nodiscard]] Reach inspection(ChainIndex party) const noexcept;
  /// Where the contract's data lies, by the declarations in force of all in the chain.
  [[nodiscard]] std::vector<Exposure> exposure() const TOKKI_LIFETIMEBOUND;
  /// Where a contract is given that differs from the first.
  [[nodiscard]] std::span<const RecordSource> other_contracts() const noexcept TOKKI_LIFETIMEBOUND;
  /// Where the contract is given; without one, where it would be in the first document.
  [[nodiscard]] RecordSource contract_source() const noexcept;
  /// True when work has begun: not planned, and not to start on a later day.
  [[nodiscard]] bool begun(const ChainEdge& edge) const noexcept;
  /// The parties whose id an earlier one has.
  [[nodiscard]] std::span<const ChainIndex> repeated() const noexcept TOKKI_LIFETIMEBOUND;
  /// The circles among the edges: one edge of each, and the way round from it.
  [[nodiscard]] const std::vector<std::vector<ChainIndex>>& cycles() const noexcept
      TOKKI_LIFETIMEBOUND;

 private:
  std::unique_ptr<const internal::ChainState> state_;
};

/// Takes records in any order and joins them into a chain. Records are copied as far as needed.
class TOKKI_EXPORT ChainBuilder {
 public:
  /// `as_of`: the day for which the chain is computed. Each form's locations are read with the
  /// edition it refers to, among `editions`.
  explicit ChainBuilder(Day as_of, Editions editions = {});
  ChainBuilder(ChainBuilder&&) noexcept;
  ChainBuilder& operator=(ChainBuilder&&) noexcept;
  ~ChainBuilder();

  /// Only the first contract counts; a different one is kept as a conflict.
  void add(const Contract& contract, RecordSource source = {});
  void add(const Party& party, RecordSource source = {});
  void add(const Subcontract& subcontract, RecordSource source = {});
  void add(const Filing& filing, RecordSource source = {});
  void add(const Certificate& certificate, RecordSource source = {});
  /// A record of another kind, which names a party by id, corporate number or name.
  void add_record(std::string_view kind, std::string_view party, RecordSource source);
  /// All of a dossier, its entries numbered from 0.
  void add(const Dossier& dossier, std::uint32_t document = 0);
  /// The records that such a document holds.
  void add(const DossierRecord& record, std::uint32_t document = 0);

  /// The chain. The builder is empty afterwards.
  [[nodiscard]] Chain build();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
