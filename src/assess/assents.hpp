// assents.hpp: what is on record of assents to an act: 承諾, 承認 or 許可.
#pragma once

#include <optional>
#include <string_view>

#include "assess/decide.hpp"

namespace tokki::inline v0::internal {

/// Something that needs an assent.
struct Act {
  std::string_view id;       ///< by which an assent covers it
  std::string_view asset{};  ///< the asset that it is done with, if any
  Moment when;
  Truth happened = Truth::yes;                ///< no: planned
  const List<AssentToAct>* stated = nullptr;  ///< what its own record says of assents
  /// What it says of assents to another aspect of the act, and when that was: what is for that one
  /// is not for this one.
  const List<AssentToAct>* stated_elsewhere = nullptr;
  std::optional<Moment> after{};
  std::string_view carrier{};  ///< who carried it out, by id
};

/// What the duty wants that asks for an assent.
struct AssentWanted {
  std::string_view duty;  ///< its key
  AssentKind kind;
  Giver giver;
  bool written;
  /// An assent worded for this very act serves, whatever it calls itself.
  bool by_any_word;
  /// A 承認 of the outing perhaps covers what is carried, as a 許可 (遵守事項3, 4).
  bool perhaps_by_approval;
  bool beforehand;  ///< 事前に, あらかじめ: the second of the act itself is too late
};

/// What `duty` wants.
[[nodiscard]] AssentWanted wanted_by(const Duty& duty);
/// The duty that asks for the assent to acts of an occasion; null when no duty of the edition does.
[[nodiscard]] const Duty* asking_for_assent(const Edition& edition, Occasion occasion);

/// One assent beside an act: certainly good, certainly not, or open.
struct Weighed {
  Truth good = Truth::open;
  const ReadingInfo* reading = nullptr;  ///< what it turns on
};

/// All assents on record to an act.
struct Assents {
  bool any = false, good = false, open = false;
  bool denied = false;  ///< the act's own record says that there was none
  bool conflict = false;
  bool waived = false;  ///< 甲 waived the duty before the act
  const ReadingInfo* reading = nullptr;

  void take(const Weighed& weighed) {
    any = true;
    good = good || weighed.good == Truth::yes;
    if (weighed.good != Truth::open) return;
    open = true;
    if (weighed.reading != nullptr) reading = weighed.reading;
  }
};

/// A consent that a subcontract holds itself.
[[nodiscard]] Weighed weigh(const Context& context, const Consent& consent, const Act& act,
                            const AssentWanted& wanted);
/// Those that have a record of their own; the facts of `instance` take them.
[[nodiscard]] Assents assents_to(const Context& context, const Act& act, const AssentWanted& wanted,
                                 DutyInstance& instance);
void decide_by_assents(const Context& context, DutyInstance& instance, const Act& act,
                       const Assents& found, const AssentWanted& wanted);
/// Both.
void decide_act(const Context& context, DutyInstance& instance, const Act& act,
                const AssentWanted& wanted);

}  // namespace tokki::inline v0::internal
