#include "assess/liability.hpp"

#include <map>

namespace tokki::inline v0::internal {

std::vector<Liability> liabilities(const Context& context, const Earlier& decided) {
  const Chain& chain = context.chain;
  std::map<ChainIndex, Liability> found;
  decided.each(context.edition, [&](const Duty&, const auto& instances) {
    for (const DutyInstance& each : instances) {
      if (!each.mirror || each.status != Status::breached) continue;
      found[chain.find(each.bearer)].breaches.push_back(each.key);
    }
  });
  for (const Entry<Incident>& entry : context.ledger.all<Incident>()) {
    const Incident& incident = *entry.record;
    if (incident.occurred == false || context.lies_ahead(moment(incident.at, context.as_of))) {
      continue;
    }
    const Actor where = context.actors.of(incident.party);
    if (where.side != Side::subcontractor && where.side != Side::outside) continue;
    found[where.party].incidents.push_back(fact_in<Incident>(entry.source));
  }
  std::vector<Liability> all;
  for (auto& [party, liability] : found) {
    liability.party = context.actors.name(party);
    if (chain.tier(party)) {
      liability.path.emplace_back(context.actors.name(chain.contractor()));
      for (const ChainIndex edge : chain.path_to(party)) {
        liability.path.emplace_back(context.actors.name(chain.edges()[edge].to));
      }
    }
    all.push_back(std::move(liability));
  }
  return all;
}

}  // namespace tokki::inline v0::internal
