// Shares between threads what the headers allow to be shared; also run with the thread sanitizer.
#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "files.hpp"
#include "tokki/chain.hpp"
#include "tokki/tokki.hpp"

namespace tokki {
namespace threads_test {

constexpr std::size_t kThreads = 4;
const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

// The result of `work` in each of several threads, all started at once.
template <class Work>
std::vector<std::string> in_threads(Work work) {
  std::vector<std::string> results(kThreads);
  std::latch start(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&] {
        start.arrive_and_wait();
        result = work();
      });
    }
  }
  return results;
}

// Runs first in its process, so that the threads also share the initialisation on first use.
TEST(Threads, CheckersShareAnEdition) {
  std::vector<std::string> documents;
  for (const auto& path : corpus()) documents.push_back(text_of(path));
  ASSERT_GT(documents.size(), 100U);
  const auto check_all = [&](const std::shared_ptr<const Edition>& edition) {
    Checker checker({.editions = edition, .as_of = kAsOf, .limits = {}});
    Report report;
    std::string reports;
    for (const std::string& document : documents) {
      checker.check(document, report);
      reports += to_json(report) + to_text(report, {.quote = true});
    }
    return reports;
  };
  const std::vector<std::string> together =
      in_threads([&] { return check_all(Edition::builtin()); });
  for (const std::string& reports : together) EXPECT_EQ(reports, together[0]);
  EXPECT_EQ(check_all(Edition::load(text_of(kSourceDir / "editions/itaku-kunren.json")).edition),
            together[0]);
}

TEST(Threads, AskingOneEdition) {
  const auto edition = Edition::builtin();
  const auto ask = [&] {
    std::string answers;
    for (const Clause* clause : edition->cited("3(4)")) answers += clause->key.view();
    for (const SearchHit& hit : edition->search("承認")) answers += hit.text;
    for (const RuleInfo* rule : all_rules()) {
      answers += explain(*rule, *edition, {.language = Language::en});
    }
    return answers + declaration_schema(*edition);
  };
  for (const std::string& answers : in_threads(ask)) EXPECT_EQ(answers, ask());
}

// A line of firms, each with a branch, the last of which keeps its data abroad.
Chain long_chain(std::size_t firms) {
  ChainBuilder builder(kAsOf);
  Contract contract;
  contract.contractor = "p0";
  builder.add(contract);
  const auto name = [](std::size_t i) { return Str("p" + std::to_string(i)); };
  for (std::uint32_t i = 0; i < firms; ++i) {
    Party party;
    party.id = party.name = name(i);
    builder.add(party, {0, i});
    if (i == 0) continue;
    Subcontract edge;
    edge.from = name(i / 3 * 2);
    edge.to = name(i);
    builder.add(edge, {0, i});
  }
  Filing filing;
  filing.party = name(firms - 1);
  filing.declaration.declared_on = Date("2026-04-01");
  filing.declaration.storage_location.ticked = {StorageRegion::abroad};
  filing.declaration.storage_location.countries = {Country("米国")};
  builder.add(filing, {0, 0});
  return builder.build();
}

TEST(Threads, AskingOneChain) {
  constexpr std::size_t kFirms = 300;
  const Chain chain = long_chain(kFirms);
  const auto ask = [&] {
    std::string answers;
    const auto add = [&](std::size_t answer) { answers += std::to_string(answer) + " "; };
    for (ChainIndex party = 0; party < kFirms; ++party) {
      add(chain.tier(party).value_or(kNoIndex));
      add(chain.path_to(party).size());
      add(chain.path_to_overseas_data(party).size());
      add(chain.reachable_from(party).size());
      add(chain.find("p" + std::to_string(party)));
      add(static_cast<std::size_t>(chain.expected(party)));
    }
    add(chain.exposure().size());
    add(chain.cycles().size());
    return answers;
  };
  for (const std::string& answers : in_threads(ask)) EXPECT_EQ(answers, ask());
  EXPECT_GT(chain.path_to_overseas_data(0).size(), 3U);
}

}  // namespace threads_test
}  // namespace tokki
