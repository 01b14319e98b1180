#include "tokki/file_assessor.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "files.hpp"

namespace tokki {
namespace file_assessor_test {
namespace {

const std::string kThree = kSourceDir / "examples/dossiers/many-courses-of-one-school.ndjson";

TEST(FileAssessor, RecordsMayBeKept) {
  std::vector<Assessor> kept;
  std::size_t seen = 0;
  AssessVisitor visitor;
  visitor.dossier = [&](const Assessor& records) {
    EXPECT_EQ(records.documents(), 1U);
    ++seen;
    return true;
  };
  visitor.taken = [&](Assessor records) {
    EXPECT_EQ(kept.size() + 1, seen);  // after it was shown
    kept.push_back(std::move(records));
    return kept.size() < 2;
  };
  EXPECT_FALSE(FileAssessor({}, visitor).read(kThree));
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[1].name_of(0), kThree + ":2");
  EXPECT_FALSE(kept[1].assess().instances.empty());
}

TEST(FileAssessor, EitherFunctionIsEnough) {
  std::size_t taken = 0;
  AssessVisitor visitor;
  visitor.taken = [&](const Assessor& records) {
    EXPECT_TRUE(records.holds_dossier());
    ++taken;
    return true;
  };
  EXPECT_TRUE(FileAssessor({}, visitor).read(kThree));
  EXPECT_EQ(taken, 3U);
}

TEST(FileAssessor, LinesOfRecordsAreOneDossier) {
  std::size_t dossiers = 0;
  AssessVisitor visitor;
  visitor.dossier = [&](const Assessor& records) {
    EXPECT_GT(records.documents(), 1U);
    ++dossiers;
    return true;
  };
  EXPECT_TRUE(FileAssessor({}, visitor).read(kSourceDir / "tests/corpus/dossiers/records.ndjson"));
  EXPECT_EQ(dossiers, 1U);
}

}  // namespace
}  // namespace file_assessor_test
}  // namespace tokki
