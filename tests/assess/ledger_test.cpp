// Corrections, withdrawals, circles and conflicts of records.
#include "assess/ledger.hpp"

#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

using internal::Entry;
using internal::Ledger;

struct Kept {
  explicit Kept(const std::string& incidents, std::string_view known_at = {}) {
    const std::string text = with(R"({"incidents": )" + incidents + "}").dump();
    document.read(text);
    dossier = *document.dossier();
    ledger.emplace(dossier, known_at.empty() ? std::nullopt : std::optional(end(known_at)));
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Entry<Incident>& each : ledger->all<Incident>()) {
      all.push_back(std::string(each.id) + ":" + std::string(each.record->caused_by.view()) +
                    (each.conflict ? "!" : ""));
    }
    return all;
  }
  Document document;
  Dossier dossier;
  std::optional<Ledger> ledger;
};
using Names = std::vector<std::string>;

TEST(Ledger, ACorrectionTakesThePlaceOfWhatItCorrects) {
  const Kept kept(R"([{"id": "a", "caused_by": "x"}, {"id": "b", "corrects": "a", "caused_by": "y"},
                      {"id": "c", "corrects": "b", "caused_by": "z"}])");
  EXPECT_EQ(kept.names(), Names{"a:z"});
  EXPECT_EQ(kept.ledger->root("c"), "a");
  EXPECT_TRUE(kept.ledger->faults().empty());
}

TEST(Ledger, AWithdrawnRecordIsGone) {
  const Kept kept(R"([{"id": "a"}, {"id": "b", "withdraws": "a"}])");
  EXPECT_TRUE(kept.names().empty());
}

TEST(Ledger, WhatWasRecordedLaterWasNotKnown) {
  const std::string records =
      R"([{"id": "a", "caused_by": "x", "recorded_at": "2025-06-01"},
          {"id": "b", "corrects": "a", "caused_by": "y", "recorded_at": "2025-07-01"}])";
  EXPECT_EQ(Kept(records, "2025-06-30").names(), Names{"a:x"});
  EXPECT_EQ(Kept(records, "2025-07-01").names(), Names{"a:y"});
}

TEST(Ledger, OfTwoCorrectionsTheLaterCounts) {
  EXPECT_EQ(
      Kept(
          R"([{"id": "a"}, {"id": "b", "corrects": "a", "caused_by": "y", "recorded_at": "2025-07-02"},
                     {"id": "c", "corrects": "a", "caused_by": "z", "recorded_at": "2025-07-01"}])")
          .names(),
      Names{"a:y"});
  const Kept open(R"([{"id": "a"}, {"id": "b", "corrects": "a", "caused_by": "y"},
                      {"id": "c", "corrects": "a", "caused_by": "z"}])");
  EXPECT_EQ(open.names(), (Names{"a:y!", "a:z!"}));
  ASSERT_EQ(open.ledger->faults().size(), 1U);
  EXPECT_EQ(open.ledger->faults()[0].kind, RecordFaultKind::corrected_twice);
}

TEST(Ledger, SameIdTwice) {
  const Kept differ(R"([{"id": "a", "caused_by": "x"}, {"id": "a", "caused_by": "y"}])");
  EXPECT_EQ(differ.names(), (Names{"a:x!", "a:y!"}));
  EXPECT_EQ(differ.ledger->faults()[0].kind, RecordFaultKind::repeated);
  EXPECT_EQ(Kept(R"([{"id": "a", "caused_by": "x"}, {"id": "a", "caused_by": "x"}])").names(),
            Names{"a:x"});
}

TEST(Ledger, ACircleOfCorrectionsIsAConflict) {
  const Kept kept(R"([{"id": "a", "corrects": "c"}, {"id": "b", "corrects": "a"},
                      {"id": "c", "corrects": "b"}, {"id": "d", "corrects": "d"}])");
  EXPECT_EQ(kept.names(), (Names{"a:!", "b:!", "c:!", "d:"}));
  ASSERT_EQ(kept.ledger->faults().size(), 2U);
  EXPECT_EQ(kept.ledger->faults()[0].kind, RecordFaultKind::itself);
  EXPECT_EQ(kept.ledger->faults()[1].kind, RecordFaultKind::circle);
}

TEST(Ledger, DanglingCorrectionsAreFaultsAndStillCount) {
  const Kept kept(R"([{"id": "a", "corrects": "nobody"}, {"id": "b", "withdraws": "nobody"}])");
  EXPECT_EQ(kept.names(), Names{"a:"});
  EXPECT_EQ(kept.ledger->faults().size(), 2U);
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
