// decide.hpp: the kinds of decision: how a duty stands, from what is on record.
//
// A kind knows no duty, clause or party by name: all of that comes from the edition.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assess/context.hpp"
#include "assess/reasons.hpp"

namespace tokki::inline v0::internal {

/// One duty of the edition, with what its instances are added to.
class Cases {
 public:
  Cases(const Context& given, const Duty& decided, std::vector<DutyInstance>& out)
      : context(given), duty(decided), out_(out) {}

  const Context& context;
  const Duty& duty;

  /// A further instance, or null when `bearer` does not bear this duty: it is 乙's, and those
  /// subcontractors' that are bound to the terms, where the duty is mirrored.
  DutyInstance* add(std::string_view trigger, const Actor& bearer, Place fact);
  /// One of 乙's.
  DutyInstance& add_own(std::string_view trigger, Place fact);

 private:
  DutyInstance& append(std::string_view trigger, ChainIndex bearer, Place fact);
  std::vector<DutyInstance>& out_;
};

/// Sets how an instance stands, and why.
void conclude(DutyInstance& instance, Status status, const ReasonInfo& reason,
              std::vector<Argument> arguments = {}, const ReadingInfo* reading = nullptr);
/// A further reason.
void because(DutyInstance& instance, const ReasonInfo& reason, std::vector<Argument> arguments = {},
             const ReadingInfo* reading = nullptr);

/// What was to be done once something happened, without a number: 直ちに, 速やかに, or no word.
struct Performance {
  Moment trigger;                ///< when it was owed from
  std::optional<Moment> done{};  ///< when it was done
  std::string_view kind;         ///< the kind of record that would show it
  Actor actor;                   ///< by whom
  bool over = false;             ///< the state that it was owed in has ended
};
/// Decides it: fulfilled when done at the trigger at the latest, or 甲 judges it in time; due while
/// it is not done; undetermined when it was done later.
void decide_unbounded(const Cases& cases, DutyInstance& instance, const Performance& performance);
/// The same where no word says when: done is fulfilled, however late.
void decide_untimed(const Cases& cases, DutyInstance& instance, const Performance& performance);

/// What people judged of an instance, or of the record that it is about; true when that decides.
/// What 乙 holds of itself is shown, and decides nothing.
bool decide_by_judgement(const Cases& cases, DutyInstance& instance, std::string_view about);

/// What the records themselves show of whether a duty was observed, and which reason says so.
struct Showing {
  Truth observed = Truth::open;
  const ReasonInfo* reason = nullptr;
  const ReadingInfo* reading = nullptr;  ///< on which it turns, where it is open
};
/// Decides by what the records show and what was attested. Where they contradict one another, it
/// is open; where neither says anything and `judged`, people may have judged it.
void decide_by_showing(const Cases& cases, DutyInstance& instance, const Showing& showing,
                       const Attested& attested, bool judged);
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
void decide_flow_down(Cases& cases);
void decide_ban(Cases& cases);
void decide_state(Cases& cases);
void decide_checked(Cases& cases);
void decide_bear_cost(Cases& cases);
void decide_attested(Cases& cases);
/// Of attested: the measures that go with an act that was assented to (特記事項3(3)).
void decide_safeguards(Cases& cases);
/// 甲's powers, from the records and how duties stand.
void decide_power(Cases& cases, std::span<const DutyInstance> others);
/// After all others: from how they stand.
void decide_aggregate(Cases& cases, std::span<const DutyInstance> others);

}  // namespace tokki::inline v0::internal
