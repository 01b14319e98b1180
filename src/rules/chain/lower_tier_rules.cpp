// A party's form against the forms of the parties below it (X2), how far 甲's inspection reaches,
// and the certificates that may take its place (A10, X12).
#include "rules/catalog/catalog.hpp"
#include "rules/chain/chain_rule.hpp"

namespace tokki::inline v0::internal {
namespace {

// The first location abroad that a form gives, and the cell that gives it.
struct Abroad {
  const DeclaredLocation* location;
  Place cell;
};
Abroad abroad_on(const ChainFiling& filing) {
  for (const DeclaredLocation& location : filing.locations) {
    if (!location.abroad()) continue;
    if (location.from == DeclaredLocation::From::service) {
      return {&location, place_of(filing, &Declaration::online_storage, &OnlineStorage::services,
                                  location.entry, &Service::data_location)};
    }
    return {&location,
            place_of(filing, &Declaration::storage_location, &StorageLocation::countries)};
  }
  return {nullptr, place_of(filing)};
}

void japan_only_contradicted_below(const Chain& chain, const Emit& emit) {
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    if (emit.full() || filing.region != StorageRegion::japan_only) return;
    const ChainIndex lower = chain.nearest_overseas(party);
    if (lower == kNoIndex) return;
    const auto [location, cell] = abroad_on(chain.filings()[chain.filing_in_force(lower)]);
    const bool named = location->country != CountryCode{};
    Details details;
    details.arguments = {{"named", Token{named ? "yes" : "no"}},
                         {"country", named ? Content(location->country) : Content(Token{})},
                         {"tier", static_cast<std::int64_t>(chain.tier(lower).value_or(0))}};
    details.related = {cell, place_of(chain.parties()[lower])};
    emit(place_of(filing, &Declaration::storage_location, &StorageLocation::ticked),
         std::move(details));
  });
}

// For each party, whether any party below it uses online storage. One walk up from those that do.
std::vector<bool> uses_online_below(const Chain& chain) {
  std::vector<bool> below(chain.parties().size());
  std::vector<ChainIndex> reached;
  each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
    if (filing.online == Answer::yes) reached.push_back(party);
  });
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const ChainIndex e : chain.received(reached[i])) {
      const ChainIndex from = chain.edges()[e].from;
      if (from == kNoIndex || below[from]) continue;
      below[from] = true;
      reached.push_back(from);
    }
  }
  return below;
}

constexpr ChainRule kLowerTierRules[] = {
    {.info = rule("japan-only-contradicted-beneath"), .check = japan_only_contradicted_below},
    {.info = rule("online-storage-beneath"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const std::vector<bool> below = uses_online_below(chain);
           each_filing_in_force(chain, [&](ChainIndex party, const ChainFiling& filing) {
             if (filing.online != Answer::no || !below[party]) return;
             emit(place_of(filing, &Declaration::online_storage, &OnlineStorage::ticked));
           });
         }},
    {.info = rule("inspection-reach-open"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           constexpr std::int64_t kShown = 10;
           Details details;
           std::int64_t parties = 0;
           for (ChainIndex i = 0; i < chain.parties().size(); ++i) {
             if (chain.inspection(i) != Reach::undetermined) continue;
             if (++parties <= kShown) {
               details.related.push_back(place_of(chain.parties()[i]));
             }
           }
           if (parties == 0) return;
           details.arguments = {{"parties", parties}};
           const Place first = details.related.front();
           details.related.erase(details.related.begin());
           emit(first, std::move(details));
         }},
    {.info = rule("certificate-expired"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           const CompactDay today{std::optional(chain.as_of())};
           for (const ChainCertificate& each : chain.certificates()) {
             const CompactDay relied = each.relied_on.known() ? each.relied_on : today;
             if (!each.valid_until.known() || each.valid_until >= relied) continue;
             emit(place_of(each, &Certificate::valid_until),
                  {.arguments = {{"until", each.valid_until.day()}, {"relied", relied.day()}}});
           }
         }},
    {.info = rule("certificate-validity-unstated"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainCertificate& each : chain.certificates()) {
             if (!each.valid_until.known()) emit(place_of(each, &Certificate::valid_until));
           }
         }},
    {.info = rule("certificate-not-international"),
     .check =
         [](const Chain& chain, const Emit& emit) {
           for (const ChainCertificate& each : chain.certificates()) {
             if (each.international != TriState::yes) {
               emit(place_of(each, &Certificate::standard));
             }
           }
         }},
};
static_assert(binds_each(kLowerTierCatalog, kLowerTierRules));

}  // namespace

std::span<const ChainRule> chain_lower_tier_rules() { return kLowerTierRules; }

}  // namespace tokki::inline v0::internal
