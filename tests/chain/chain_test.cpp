#include "tokki/chain.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <queue>
#include <set>

namespace tokki {
namespace chain_test {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
const Day kAsOf{year(2026), month(11), day(24)};

Party party(std::string id, std::string name = {}) {
  Party made;
  made.name = Str(name.empty() ? id : name);
  made.id = Str(id);
  return made;
}
Subcontract subcontract(std::string from, std::string to) {
  Subcontract made;
  made.from = Str(from);
  made.to = Str(to);
  made.starts_on = Date(Str("2025-06-02"));
  made.handles_electronic_data = true;
  return made;
}
Filing filing(std::string by, StorageRegion place, std::string declared_on = "2025-04-01") {
  Filing made;
  made.party = Str(by);
  made.declaration.declared_on = Date(Str(declared_on));
  made.declaration.storage_location.ticked = {place};
  if (place == StorageRegion::abroad) {
    made.declaration.storage_location.countries = {Country(Str("米国"))};
  }
  return made;
}
Dossier line_of(std::initializer_list<std::string> ids) {
  Dossier dossier;
  dossier.contract.contractor = Str(*ids.begin());
  const std::string* above = nullptr;
  for (const std::string& id : ids) {
    dossier.parties.push_back(party(id));
    if (above != nullptr) dossier.subcontracts.push_back(subcontract(*above, id));
    above = &id;
  }
  return dossier;
}
Chain chain_of(const Dossier& dossier) {
  ChainBuilder builder(kAsOf);
  builder.add(dossier);
  return builder.build();
}

TEST(Chain, CountsTiersFromTheContractor) {
  const Chain chain = chain_of(line_of({"a", "b", "c"}));
  EXPECT_EQ(chain.tier(chain.find("a")), 0U);
  EXPECT_EQ(chain.tier(chain.find("c")), 2U);
  EXPECT_EQ(chain.path_to(chain.find("c")), (std::vector<ChainIndex>{0, 1}));
  EXPECT_TRUE(chain.path_to(chain.find("a")).empty());
}

TEST(Chain, TheContractorIsTheOnlyPartyWithoutClient) {
  Dossier dossier = line_of({"a", "b"});
  dossier.contract.contractor = Str();
  EXPECT_EQ(chain_of(dossier).contractor(), 0U);
  dossier.parties.push_back(party("c"));  // now there are two
  EXPECT_EQ(chain_of(dossier).contractor(), kNoIndex);
}

TEST(Chain, MatchesByIdThenNumberThenName) {
  Dossier dossier = line_of({"a", "b"});
  dossier.parties[1].corporate_number = Str("8000020130001");
  dossier.parties.push_back(party("c", "株式会社みどり"));
  dossier.subcontracts.push_back(subcontract("a", "８００００-２０１３０００１"));
  dossier.subcontracts.push_back(subcontract("a", "(株)みどり"));
  dossier.subcontracts.push_back(subcontract("a", "株式会社ミドリ"));
  const Chain chain = chain_of(dossier);
  EXPECT_EQ(chain.edges()[0].to_matched, Match::id);
  EXPECT_EQ(chain.edges()[1].to_matched, Match::corporate_number);
  EXPECT_EQ(chain.edges()[1].to, 1U);
  EXPECT_EQ(chain.edges()[2].to_matched, Match::name);
  EXPECT_EQ(chain.edges()[2].to, 2U);
  EXPECT_EQ(chain.edges()[3].to, kNoIndex);
  EXPECT_EQ(chain.find("８００００-２０１３０００１"), 1U);
  EXPECT_EQ(chain.find("(株)みどり"), 2U);
  EXPECT_EQ(chain.find("株式会社ミドリ"), kNoIndex);
}

TEST(Chain, HasNoDataForUnknownIndices) {
  Dossier dossier = line_of({"a", "b"});
  dossier.contract.contractor = Str("x");  // not known either
  const Chain chain = chain_of(dossier);
  ASSERT_EQ(chain.contractor(), kNoIndex);
  EXPECT_EQ(chain.find(""), kNoIndex);
  EXPECT_EQ(chain.find("　"), kNoIndex);
  EXPECT_EQ(chain.tier(kNoIndex), std::nullopt);
  EXPECT_EQ(chain.expected(kNoIndex), Expected::not_in_chain);
  EXPECT_EQ(chain.filing_in_force(kNoIndex), kNoIndex);
  EXPECT_EQ(chain.nearest_overseas(kNoIndex), kNoIndex);
  EXPECT_EQ(chain.inspection(kNoIndex), Reach::no);
  EXPECT_TRUE(chain.given(kNoIndex).empty());
  EXPECT_TRUE(chain.received(kNoIndex).empty());
  EXPECT_TRUE(chain.filed(kNoIndex).empty());
  EXPECT_TRUE(chain.path_to(kNoIndex).empty());
  EXPECT_TRUE(chain.path_to_overseas_data(kNoIndex).empty());
  EXPECT_TRUE(chain.reachable_from(kNoIndex).empty());
}

TEST(Chain, ARecordNamesAPartyOrTheClientOrNobodyAndSoTheContractor) {
  Dossier dossier = line_of({"a", "b"});
  dossier.contract.client = Str("そよかぜ県");
  for (const char* const named : {"", "　", "b", "甲", " 甲 ", "そよかぜ県", "c"}) {
    dossier.incidents.append().party = Str(named);
  }
  const auto expect = [](const Chain& chain, std::size_t i, ChainIndex party, bool unknown) {
    EXPECT_EQ(chain.records()[i].party, party) << i;
    EXPECT_EQ(chain.records()[i].unknown, unknown) << i;
  };
  const Chain chain = chain_of(dossier);
  ASSERT_EQ(chain.records().size(), 7U);
  expect(chain, 0, chain.find("a"), false);
  expect(chain, 1, chain.find("a"), false);
  expect(chain, 2, chain.find("b"), false);
  for (const std::size_t client : {3U, 4U, 5U}) expect(chain, client, kNoIndex, false);
  expect(chain, 6, kNoIndex, true);
  // Without a client a blank name is not its name, and without a contractor nobody is unknown.
  dossier.contract.client = Str();
  expect(chain_of(dossier), 5, kNoIndex, true);
  dossier.contract.contractor = Str("x");
  expect(chain_of(dossier), 0, kNoIndex, false);
}

TEST(Chain, APartyWithARoleIsNotTakenForTheContractor) {
  Dossier dossier = line_of({"a", "b"});
  dossier.contract.contractor = Str();
  dossier.parties.push_back(party("audit"));
  EXPECT_EQ(chain_of(dossier).contractor(), kNoIndex);  // a or audit
  dossier.parties[2].role = PartyRole::auditor;
  const Chain chain = chain_of(dossier);
  EXPECT_EQ(chain.contractor(), chain.find("a"));
}

TEST(Chain, OrderOfRecordsDoesNotMatter) {
  const Dossier dossier = line_of({"a", "b", "c"});
  ChainBuilder builder(kAsOf);
  builder.add(filing("c", StorageRegion::abroad));
  for (std::size_t i = dossier.subcontracts.size(); i-- > 0;) builder.add(dossier.subcontracts[i]);
  for (std::size_t i = dossier.parties.size(); i-- > 0;) builder.add(dossier.parties[i]);
  builder.add(dossier.contract);
  const Chain chain = builder.build();
  EXPECT_EQ(chain.tier(chain.find("c")), 2U);
  EXPECT_EQ(chain.expected(chain.find("c")), Expected::filed);
}

TEST(Chain, KnowsWhoMustFile) {
  Dossier dossier = line_of({"a", "b", "c", "d", "e"});
  dossier.subcontracts[1].starts_on = Date(Str("2027-01-01"));     // b → c: in the future
  dossier.subcontracts[2].handles_electronic_data = std::nullopt;  // c → d: not recorded
  dossier.declarations.push_back(filing("a", StorageRegion::japan_only));
  dossier.parties.push_back(party("f"));
  const Chain chain = chain_of(dossier);
  const auto expected = [&](const char* id) { return chain.expected(chain.find(id)); };
  EXPECT_EQ(expected("a"), Expected::filed);
  EXPECT_EQ(expected("b"), Expected::missing);
  EXPECT_EQ(expected("c"), Expected::not_yet);
  EXPECT_EQ(expected("d"), Expected::undetermined);
  EXPECT_EQ(expected("f"), Expected::not_in_chain);
}

TEST(Chain, TheFormInForceIsTheLatestOfTheDay) {
  Dossier dossier = line_of({"a"});
  dossier.declarations.push_back(filing("a", StorageRegion::japan_only, "2025-04-01"));
  dossier.declarations.push_back(filing("a", StorageRegion::abroad, "2025-09-01"));
  dossier.declarations.push_back(
      filing("a", StorageRegion::japan_only, "2027-01-01"));  // in the future
  const Chain chain = chain_of(dossier);
  EXPECT_EQ(chain.filing_in_force(0), 1U);
  EXPECT_TRUE(chain.filings()[0].superseded);
  EXPECT_FALSE(chain.filings()[2].superseded);
}

TEST(Chain, ASupersededFormIsNotInForceWhateverItsDay) {
  Dossier dossier = line_of({"a"});
  dossier.declarations.push_back(filing("a", StorageRegion::abroad, "2025-09-01"));
  dossier.declarations.push_back(filing("a", StorageRegion::japan_only, "2025-09-01"));
  dossier.declarations[0].declaration.id = Str("new");
  dossier.declarations[0].declaration.supersedes = Str("old");
  dossier.declarations[1].declaration.id = Str("old");
  const Chain chain = chain_of(dossier);
  EXPECT_EQ(chain.filing_in_force(0), 0U);
  EXPECT_FALSE(chain.filings()[1].contended);
}

TEST(Chain, FindsDataAbroadBelowWithOneShortestPath) {
  Dossier dossier = line_of({"a", "b", "c", "d"});
  dossier.subcontracts.push_back(subcontract("a", "d"));
  dossier.declarations.push_back(filing("a", StorageRegion::japan_only));
  dossier.declarations.push_back(filing("d", StorageRegion::abroad));
  const Chain chain = chain_of(dossier);
  EXPECT_EQ(chain.nearest_overseas(0), 3U);
  EXPECT_EQ(chain.path_to_overseas_data(0), std::vector<ChainIndex>{3});
  EXPECT_EQ(chain.path_to_overseas_data(1), (std::vector<ChainIndex>{1, 2}));
  EXPECT_TRUE(chain.path_to_overseas_data(3).empty());
  const auto exposure = chain.exposure();
  ASSERT_EQ(exposure.size(), 2U);
  EXPECT_EQ(exposure[1].country.view(), "US");
  EXPECT_TRUE(exposure[1].certain);
}

TEST(Chain, InspectionReachesTheFirstTierForCertain) {
  const Chain chain = chain_of(line_of({"a", "b", "c"}));
  EXPECT_EQ(chain.inspection(0), Reach::yes);
  EXPECT_EQ(chain.inspection(1), Reach::yes);
  EXPECT_EQ(chain.inspection(2), Reach::undetermined);
}

TEST(Chain, WalksDoNotRecurse) {
  constexpr int kDeep = 300'000;
  ChainBuilder builder(kAsOf);
  Contract contract;
  contract.contractor = Str("p0");
  builder.add(contract);
  for (int i = 0; i < kDeep; ++i) {
    builder.add(party("p" + std::to_string(i)));
    if (i != 0) builder.add(subcontract("p" + std::to_string(i - 1), "p" + std::to_string(i)));
  }
  builder.add(filing("p" + std::to_string(kDeep - 1), StorageRegion::abroad));
  const Chain chain = builder.build();
  EXPECT_EQ(chain.tier(kDeep - 1), static_cast<std::uint32_t>(kDeep - 1));
  EXPECT_EQ(chain.path_to_overseas_data(0).size(), static_cast<std::size_t>(kDeep - 1));
  EXPECT_EQ(chain.reachable_from(0).size(), static_cast<std::size_t>(kDeep));
}

// Compared with a naive computation, on any graph: cycles, self-edges, repeated and
// dangling ones included.
RC_GTEST_PROP(ChainProperty, TiersReachAndCirclesAreThoseOfTheGraph, ()) {
  const int count = *rc::gen::inRange(1, 12);
  const auto edges = *rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, count + 1), rc::gen::inRange(0, count + 1)));
  const auto drawn = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, count));
  const std::set<int> abroad(drawn.begin(), drawn.end());  // drawing a std::set may not end
  Dossier dossier;
  dossier.contract.contractor = Str("0");
  for (int i = 0; i < count; ++i) dossier.parties.push_back(party(std::to_string(i)));
  for (const auto& [from, to] : edges) {  // `count` stands for an unknown party
    dossier.subcontracts.push_back(subcontract(std::to_string(from), std::to_string(to)));
  }
  for (const int i : abroad) {
    dossier.declarations.push_back(filing(std::to_string(i), StorageRegion::abroad));
  }
  const Chain chain = chain_of(dossier);

  constexpr unsigned kFar = 1000;
  std::vector<std::vector<unsigned>> far(
      static_cast<std::size_t>(count),
      std::vector<unsigned>(static_cast<std::size_t>(count), kFar));
  for (std::size_t i = 0; i < far.size(); ++i) far[i][i] = 0;
  for (const auto& [from, to] : edges) {
    if (from < count && to < count && from != to)
      far[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] = 1;
  }
  for (std::size_t via = 0; via < far.size(); ++via) {
    for (auto& from : far) {
      for (std::size_t to = 0; to < far.size(); ++to) {
        from[to] = std::min(from[to], from[via] + far[via][to]);
      }
    }
  }
  bool circle = false;
  for (std::size_t i = 0; i < far.size(); ++i) {
    const auto p = static_cast<ChainIndex>(i);
    RC_ASSERT(chain.tier(p).value_or(kFar) == std::min(far[0][i], kFar));
    RC_ASSERT(chain.path_to(p).size() == (far[0][i] < kFar ? far[0][i] : 0));
    unsigned nearest = kFar;
    for (const int keeper : abroad) {
      const auto k = static_cast<std::size_t>(keeper);
      // At least one edge down: for the party itself, the shortest cycle.
      if (k != i) nearest = std::min(nearest, far[i][k]);
    }
    const auto way = chain.path_to_overseas_data(p);
    if (!abroad.contains(static_cast<int>(i)))
      RC_ASSERT(way.size() == (nearest < kFar ? nearest : 0));
    for (std::size_t step = 1; step < way.size(); ++step) {
      RC_ASSERT(chain.edges()[way[step]].from == chain.edges()[way[step - 1]].to);
    }
    for (std::size_t j = 0; j < i; ++j) circle = circle || (far[i][j] < kFar && far[j][i] < kFar);
  }
  RC_ASSERT(chain.cycles().empty() != circle);
  for (const auto& way : chain.cycles()) {
    for (std::size_t step = 0; step < way.size(); ++step) {
      RC_ASSERT(chain.edges()[way[step]].to == chain.edges()[way[(step + 1) % way.size()]].from);
    }
  }
}

TEST(Chain, IsEmptyWhenMovedFrom) {
  Chain chain = chain_of(line_of({"a", "b"}));
  const Chain taken = std::move(chain);
  EXPECT_EQ(taken.parties().size(), 2U);
  // NOLINTBEGIN(bugprone-use-after-move): that is the case
  EXPECT_TRUE(chain.parties().empty());
  EXPECT_TRUE(chain.edges().empty());
  EXPECT_TRUE(chain.cycles().empty());
  EXPECT_TRUE(chain.exposure().empty());
  EXPECT_TRUE(chain.reachable_from(0).empty());
  EXPECT_TRUE(chain.path_to_overseas_data(0).empty());
  EXPECT_TRUE(chain.contract().contractor.empty());
  EXPECT_FALSE(chain.has_contract());
  EXPECT_EQ(chain.contractor(), kNoIndex);
  EXPECT_EQ(chain.find("a"), kNoIndex);
  EXPECT_EQ(chain.expected(0), Expected::not_in_chain);
  // NOLINTEND(bugprone-use-after-move)
}

TEST(ChainBuilder, RefusesToBuildWhenMovedFrom) {
  ChainBuilder builder(kAsOf);
  builder.add(party("a"));
  ChainBuilder taken = std::move(builder);
  // NOLINTBEGIN(bugprone-use-after-move): that is the case
  EXPECT_THROW(builder.add(party("b")), std::logic_error);
  EXPECT_THROW(builder.add(Filing()), std::logic_error);
  EXPECT_THROW(builder.add(Dossier()), std::logic_error);
  EXPECT_THROW(builder.add_record("x", "a", {}), std::logic_error);
  EXPECT_THROW((void)builder.build(), std::logic_error);
  // NOLINTEND(bugprone-use-after-move)
  builder = std::move(taken);
  EXPECT_EQ(builder.build().parties().size(), 1U);
}

}  // namespace chain_test
}  // namespace tokki
