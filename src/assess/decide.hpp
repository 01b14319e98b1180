// decide.hpp: the kinds of decision: how a duty stands, from what is on record.
//
// A kind knows no duty, clause or party by name: all of that comes from the edition.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assess/context.hpp"
#include "assess/fact.hpp"
#include "assess/reasons.hpp"

namespace tokki::inline v0::internal {

/// How the duties stand that were decided so far. Duties are decided in stages, and those that
/// follow from others see the stages before theirs.
class Earlier {
 public:
  /// Entry i of `decided` is of duty i of the edition. What is added to it later is not seen.
  explicit Earlier(std::span<const std::deque<DutyInstance>> decided) : decided_(decided) {
    for (const auto& each : decided) sizes_.push_back(each.size());
  }

  /// Calls `visit(duty, instances)` for each duty.
  template <class Visit>
  void each(const Edition& edition, Visit&& visit) const {
    for (std::size_t i = 0; i < decided_.size(); ++i) {
      visit(edition.file().duties[i],
            std::views::counted(decided_[i].begin(), static_cast<std::ptrdiff_t>(sizes_[i])));
    }
  }

 private:
  std::span<const std::deque<DutyInstance>> decided_;
  std::vector<std::size_t> sizes_;
};

/// One duty of the edition, with what its instances are added to.
class Cases {
 public:
  Cases(const Context& given, const Duty& decided, const Earlier& before,
        std::deque<DutyInstance>& out)
      : context(given), duty(decided), earlier(before), out_(out) {}

  const Context& context;
  const Duty& duty;
  const Earlier& earlier;

  /// A further instance, or null when `bearer` does not bear this duty: it is 乙's, and those
  /// subcontractors' that are bound to the terms, where the duty is mirrored.
  DutyInstance* add(std::string_view trigger, const Actor& bearer, const Fact& fact);
  /// One of 乙's.
  DutyInstance& add_own(std::string_view trigger, const Fact& fact);

 private:
  DutyInstance& append(std::string_view trigger, ChainIndex bearer, const Fact& fact);
  std::deque<DutyInstance>& out_;
};

/// Whether how `other` stands counts for the duty that is decided: yes for those that its decision
/// names, open for those of which it is open (and 甲 has not settled it for the contract).
[[nodiscard]] Truth counts_for(const Cases& cases, const Duty& other);

/// Sets how an instance stands, and why.
void conclude(DutyInstance& instance, Status status, const ReasonInfo& reason,
              std::vector<Argument> arguments = {}, const ReadingInfo* reading = nullptr);
/// A further reason.
void because(DutyInstance& instance, const ReasonInfo& reason, std::vector<Argument> arguments = {},
             const ReadingInfo* reading = nullptr);

/// What was to be done once something happened, without a number: 直ちに, 速やかに, or no word.
struct Performance {
  Moment trigger;                 ///< when it was owed from
  std::optional<Moment> done{};   ///< when it was done
  std::string_view kind;          ///< the kind of record that would show it
  Actor actor;                    ///< by whom
  std::optional<Moment> ended{};  ///< when the state that it was owed in ended, if it has
};
/// Decides it: fulfilled when done at the trigger at the latest, or 甲 judges it in time; due while
/// it is not done; undetermined when it was done later.
void decide_unbounded(const Cases& cases, DutyInstance& instance, const Performance& performance);
/// The same where no word says when: done is fulfilled, however late.
void decide_untimed(const Cases& cases, DutyInstance& instance, const Performance& performance);

/// What people judged of an instance, or of the record that it is about; true when that decides.
/// What 乙 holds of itself is shown, and decides nothing.
bool decide_by_judgement(const Cases& cases, DutyInstance& instance, std::string_view about);

/// The same of a duty that lasts, from `from` through `through`.
bool decide_by_judgement(const Cases& cases, DutyInstance& instance, std::string_view about,
                         Second from, Second through);

/// What people may have judged: nothing, an occasion, or a time from `from` through `through`.
struct Judging {
  constexpr Judging(bool of_occasion) noexcept : possible(of_occasion) {}  // NOLINT(*-explicit-*)
  constexpr Judging(Second begin, Second end) noexcept
      : possible(true), lasting(true), from(begin), through(end) {}
  bool possible, lasting = false;
  Second from{}, through{};
};

/// What the records themselves show of whether a duty was observed, and which reason says so.
struct Showing {
  Truth observed = Truth::open;
  const ReasonInfo* reason = nullptr;
  const ReadingInfo* reading = nullptr;  ///< on which it turns, where it is open
};
/// Decides by what the records show and what was attested. Where they contradict one another, it
/// is open; where neither says anything, people may have judged it.
void decide_by_showing(const Cases& cases, DutyInstance& instance, const Showing& showing,
                       const Attested& attested, const Judging& judging);
/// When the contract ended, by the records: terminated, or past the last day of its period.
[[nodiscard]] std::optional<Moment> contract_end(const Context& context);
/// Of an act after the contract's end it is open whether a duty that does not expressly survive it
/// (終了後においても同様とする) was owed at all.
void open_after_end(const Cases& cases, DutyInstance& instance, const Moment& act);
/// Decides an instance of a duty that lasts until `until`, `decide(instance, until)`. Where it
/// stands otherwise than at the contract's end, that is open in the same way.
template <class Decide>
void decide_across_end(const Cases& cases, DutyInstance& instance, const Moment& until,
                       Decide&& decide) {
  const std::optional<Moment> end = contract_end(cases.context);
  if (!end || before(*end, until) != Truth::yes) return decide(instance, until);
  DutyInstance at_end = instance;
  decide(instance, until);
  decide(at_end, *end);
  if (at_end.status == instance.status) return;
  switch (cases.context.settled(reading("duties-after-end"), instance.trigger)) {
    case Truth::yes: return;
    case Truth::no: instance = std::move(at_end); return;
    case Truth::open: break;
  }
  instance.reasons.clear();
  conclude(instance, Status::undetermined, reason("reading-open"), {},
           &reading("duties-after-end"));
}

/// What an instance turns on is no fact, or not on record: neither done nor not done is certain.
void leave_open(DutyInstance& instance, const ReasonInfo& reason,
                const ReadingInfo* reading = nullptr);

// Each decides all instances of one duty.
void decide_prior_assent(Cases& cases);
void decide_within(Cases& cases);
void decide_at_once(Cases& cases);
void decide_contact_window(Cases& cases);
void decide_obey(Cases& cases);
void decide_answer(Cases& cases);
void decide_return(Cases& cases);
void decide_recall(Cases& cases);
void decide_per_person(Cases& cases);
void decide_filing(Cases& cases);
/// Of filing: the services in use, of which 甲 is to be informed (特記事項3(4)).
void decide_service_notices(Cases& cases);
void decide_redeclare(Cases& cases);
void decide_flow_down(Cases& cases);
void decide_ban(Cases& cases);
void decide_state(Cases& cases);
void decide_checked(Cases& cases);
void decide_bear_cost(Cases& cases);
void decide_attested(Cases& cases);
/// Of attested: the measures that go with an act that was assented to (特記事項3(3)).
void decide_safeguards(Cases& cases);
/// Of at_once, too: what is a breach because another duty is breached (特記事項9(2)).
void decide_derived_breaches(Cases& cases);
/// Of powers: what 甲 may rely on instead of inspecting (特記事項10).
void decide_substitute(Cases& cases);
/// 甲's powers, from the records and how duties stand.
void decide_power(Cases& cases);
/// From how other duties stand.
void decide_aggregate(Cases& cases);

}  // namespace tokki::inline v0::internal
