// assess.hpp: as of an instant, where does every duty of a contract's terms stand?
//
// `check` says what is wrong with a file or a form; `assess` says how a duty stands. An assessment
// rests on what is on record: nothing on record is not "did not happen". A status is given only
// when every second that a recorded time can mean, every conflict of records and every open reading
// of the wording lead to it; else the duty is undetermined, with what makes the difference.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/editions.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"
#include "tokki/instant.hpp"
#include "tokki/record_fault.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0 {

/// How a duty stands; of a power of 甲, whether it can be exercised.
enum class Status : std::uint8_t {
  breached,         ///< not done, or done too late; late performance does not change that
  due,              ///< to be done, and still in time
  undetermined,     ///< the records or the wording leave it open
  fulfilled,        ///< done; of a continuing duty: so far
  waived,           ///< 甲 does without it; see DutyInstance::underlying
  not_triggered,    ///< nothing on record sets it off
  exercisable,      ///< a power of 甲 whose conditions are on record
  not_exercisable,  ///< a power of 甲 whose conditions are not
};
template <>
struct Description<Status> {
  static constexpr std::string_view name = "Status";
  static constexpr Choice<Status> choices[] = {{Status::breached, "breached"},
                                               {Status::due, "due"},
                                               {Status::undetermined, "undetermined"},
                                               {Status::fulfilled, "fulfilled"},
                                               {Status::waived, "waived"},
                                               {Status::not_triggered, "not_triggered"},
                                               {Status::exercisable, "exercisable"},
                                               {Status::not_exercisable, "not_exercisable"}};
};

/// A question of the wording that the terms leave open. A Judgement of 甲 that names it settles it.
struct ReadingInfo {
  std::string_view id;  ///< public and permanent: "electronic-is-writing"
  Text question;
};
/// All of them.
[[nodiscard]] TOKKI_EXPORT std::span<const ReadingInfo> all_readings();

/// One kind of reason for a status: what decided it, or what is wanting to decide it.
struct ReasonInfo {
  std::string_view id;  ///< public and permanent, kebab-case
  Text message;         ///< what it says; an ICU message pattern with the reason's arguments
  Text settles;         ///< what would settle it; empty where nothing is open
};
/// All of them.
[[nodiscard]] TOKKI_EXPORT std::span<const ReasonInfo> all_reasons();

/// One reason for a status.
struct Reason {
  const ReasonInfo* info = nullptr;      ///< never null in an assessment
  const ReadingInfo* reading = nullptr;  ///< the open reading that it is about, if any
  std::vector<Argument> arguments{};
};

/// A record that a status rests on, and which of its members.
struct TOKKI_EXPORT Fact {
  std::string_view record{};  ///< its kind: "incident"; empty: of none
  RecordSource source{};
  std::string_view member{};  ///< empty: the record as a whole
  /// Where it is written.
  [[nodiscard]] Place place() const;
};

/// One duty, what set it off, and who bears it.
struct DutyInstance {
  /// Stable when other records are added: "B2.time@inc-3/hibari".
  std::string key;
  std::string_view duty;  ///< the duty's key; borrowed from the assessment's edition
  std::string trigger;    ///< the id of the record that set it off; empty: the contract
  std::string bearer;     ///< the id of the party, else its name; empty: 甲
  bool mirror = false;    ///< a subcontractor's own, by the terms that flow down to it
  Status status = Status::not_triggered;
  Status underlying = Status::not_triggered;  ///< beneath a waiver; else the status
  bool overdue = false;                       ///< undetermined, and its time has run out
  std::optional<Second> since;                ///< of one that is due: since when
  std::optional<Second> until;                ///< until when, where a time is set
  std::optional<Second> remedied_at;          ///< of a breach: when it was done after all
  std::optional<std::chrono::seconds> delay;  ///< from the trigger to the performance, at most
  std::vector<Reason> reasons;
  std::vector<Fact> facts;  ///< what it rests on
};

/// For whose acts 乙 is liable, jointly and severally with them (特記事項6). Whether 乙 is at fault
/// is not asked.
struct Liability {
  std::string party;  ///< the id of a counterparty at any tier, else its name
  /// The shortest way of subcontracts, from 乙 to the party, both included. Empty: that it is a
  /// counterparty is not shown.
  std::vector<std::string> path;
  std::vector<std::string> breaches;  ///< duties that it breached: DutyInstance::key
  std::vector<Fact> incidents;        ///< incidents and breaches on record that occurred there
};

/// The duties of a contract, in the order of its edition.
struct Assessment {
  std::shared_ptr<const Edition> edition;
  Second as_of{};                  ///< the instant that it is about: all up to it has happened
  std::optional<Second> known_at;  ///< what was put on record later is left out; absent: nothing is
  std::deque<DutyInstance> instances;  ///< there may be millions
  std::vector<Liability> liabilities;  ///< of which something is on record, by the chain's order
  std::string_view liability_duty;     ///< the clause that says so, by its duty's key; or empty
  std::vector<std::string_view> undecided;  ///< duties that no kind of decision covers, by key
  std::vector<RecordFault> faults;          ///< of the records themselves
  std::vector<Finding> findings;            ///< what could not be read; see Assessor
  /// "sha256:…" of what went in: documents, editions, instants, version. The same input gives the
  /// same one everywhere; docs/assessment.md says what exactly is hashed. Empty where a Dossier was
  /// assessed without an Assessor.
  std::string digest;
};

/// What is asked.
struct AssessOptions {
  Editions editions{};            ///< see Editions::choose()
  std::optional<Second> as_of{};  ///< absent: now
  /// What has a `recorded_at` after it is left out; absent: nothing is. A record without one is
  /// kept whatever its own date, a statement such as a Judgement too: when it was put on record is
  /// not known.
  std::optional<Second> known_at{};
};

/// Assesses the duties of a dossier. `dossier` need not outlive the assessment. Never throws on
/// account of what a dossier holds: that becomes faults, and all else is assessed.
[[nodiscard]] TOKKI_EXPORT Assessment assess(const Dossier& dossier,
                                             const AssessOptions& options = {});

/// The last second of a day in Japan: an assessment "as of" a day is as of it.
[[nodiscard]] TOKKI_EXPORT Second end_of(Day day) noexcept;

}  // namespace tokki::inline v0
