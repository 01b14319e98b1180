#include "assess/hand_over.hpp"

#include <algorithm>

#include "assess/assents.hpp"
#include "assess/outing.hpp"

namespace tokki::inline v0::internal {

HandOvers::HandOvers(const Context& context) {
  const Duty* const asking = asking_for_assent(context.edition, Occasion::supplied_asset);
  if (asking == nullptr) return;
  const AssentWanted wanted = wanted_by(*asking);
  const auto take = [&](const auto& entry, std::string_view to, Act act, const List<Str>& assets) {
    if (act.happened == Truth::no || context.actors.of(to).side != Side::subcontractor) return;
    for (const Str& each : assets) {
      act.asset = context.ledger.root(each);
      DutyInstance asked;
      if (!entry.conflict) decide_act(context, asked, act, wanted);
      Truth approved = Truth::open;
      if (asked.status == Status::fulfilled) approved = Truth::yes;
      if (asked.status == Status::breached) approved = Truth::no;
      const auto [known, added] = approved_.emplace(act.asset, approved);
      if (!added) known->second = known->second | approved;
    }
  };
  const auto act_of = [&](const auto& entry, const std::optional<bool>& planned) {
    const auto& record = *entry.record;
    Act act{.id = entry.id, .when = moment(record.at, context.as_of), .stated = &record.assents};
    act.happened = happened(context, planned, act.when);
    return act;
  };
  for (const Entry<Transfer>& entry : context.ledger.all<Transfer>()) {
    const Transfer& transfer = *entry.record;
    if (transfer.kind && transfer.kind != TransferKind::provision) continue;
    take(entry, transfer.to.empty() ? std::string_view("甲") : transfer.to.view(),
         act_of(entry, transfer.planned), transfer.assets);
  }
  for (const Entry<Mail>& entry : context.ledger.all<Mail>()) {
    const Mail& mail = *entry.record;
    take(entry, mail.to.empty() ? std::string_view("甲") : mail.to.view(),
         act_of(entry, mail.queued), mail.assets);
  }
}

std::optional<Truth> HandOvers::approved(std::string_view asset) const {
  const auto known = approved_.find(asset);
  return known == approved_.end() ? std::nullopt : std::optional(known->second);
}

bool is_to_recover(const Context& context, const Instruction& instruction) {
  return std::ranges::any_of(context.edition.file().duties, [&](const Duty& each) {
    return each.decision.kind == DecisionKind::recall &&
           (instruction.basis == each.key || instruction.basis == each.clause);
  });
}

std::vector<std::string_view> assets_of(const Context& context, const Instruction& instruction) {
  std::vector<std::string_view> assets;
  for (const Str& about : instruction.about) {
    const std::string_view asset = context.ledger.root(about);
    if (context.asset(asset) != nullptr) assets.push_back(asset);
  }
  return assets;
}

Done recovered(const Context& context, std::string_view asset, DutyInstance& instance) {
  Done done;
  context.recalls.each(asset, [&](std::size_t i) {
    const Entry<Recall>& entry = context.ledger.all<Recall>()[i];
    const Recall& recall = *entry.record;
    const Moment when = done_at(recall.at);
    if (context.lies_ahead(when)) return;
    instance.facts.push_back(fact_in<Recall>(entry.source));
    done.conflict = done.conflict || entry.conflict;
    const bool refused = recall.refused.value_or(false);
    const bool impossible = recall.impossible.value_or(false);
    done.refused = done.refused || refused;
    done.impossible = done.impossible || impossible;
    if (refused || impossible) return;
    if (recall.whole == false) {
      done.partly = true;
    } else {
      done.complete(when);
    }
  });
  return done;
}

}  // namespace tokki::inline v0::internal
