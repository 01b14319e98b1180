// Documents joined, and what their assessment's digest depends on.
#include "tokki/assessor.hpp"

#include <gtest/gtest.h>

#include <set>

#include "assess/assessed.hpp"
#include "files.hpp"
#include "text/sha256.hpp"
#include "tokki/encode.hpp"

namespace tokki {
namespace assess_test {
namespace {

TEST(Sha256, IsThatOfTheStandard) {
  internal::Sha256 hash;
  hash.add("a");
  internal::Sha256 copy(hash);
  hash.add("bc");
  EXPECT_EQ(hash.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // Begun anew.
  EXPECT_EQ(hash.finish(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  copy.add("bc");
  EXPECT_EQ(copy.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Second june() { return end("2025-06-30"); }

std::string digest(const std::vector<std::string>& documents, const AssessOptions& options,
                   std::string_view uri = {}) {
  Assessor records;
  for (const std::string& each : documents) records.add(each, uri, 7);
  return records.assess(options).digest;
}

TEST(Digest, TheSameInputGivesTheSame) {
  const std::string text = base().dump();
  const std::string first = digest({text}, {.as_of = june()});
  EXPECT_TRUE(first.starts_with("sha256:"));
  EXPECT_EQ(first.size(), 7U + 64U);
  EXPECT_EQ(digest({text}, {.as_of = june()}, "another name"), first);
  Assessor again;
  again.add("{", "before");
  again.clear();
  again.add(text);
  EXPECT_EQ(again.assess({.as_of = june()}).digest, first);
  EXPECT_EQ(again.assess({.as_of = june()}).digest, first);
}

TEST(Digest, EachPartOfTheInputCounts) {
  const std::string text = base().dump();
  const std::string spaced = text + " ";
  const std::string record =
      R"({"format": "tokki.dossier-record/1", "person": {"id": "p", "role": "worker"}})";
  const auto other = Edition::load(text_of(kSourceDir / "tests/editions/hoshikuzu-1.json"));
  ASSERT_NE(other.edition, nullptr);
  Editions both;
  both.add(other.edition);
  List<RuleSetting> settings;
  settings.push_back({});
  settings[0].rule = "entry-repeated";
  settings[0].enabled = false;
  const std::set<std::string> all = {
      digest({text}, {.as_of = june()}),
      digest({spaced}, {.as_of = june()}),
      digest({text, record}, {.as_of = june()}),
      digest({record, text}, {.as_of = june()}),
      digest({text, text}, {.as_of = june()}),
      digest({text}, {.as_of = june() + std::chrono::seconds(1)}),
      digest({text}, {.as_of = june(), .known_at = june()}),
      digest({text}, {.editions = other.edition, .as_of = june()}),
      digest({text}, {.editions = both, .as_of = june()}),
      digest({text}, {.editions = Edition::builtin()->with_rules(settings), .as_of = june()}),
  };
  EXPECT_EQ(all.size(), 10U);
}

TEST(Digest, OfRecordsMadeHereItIsThatOfTheirJson) {
  Document document;
  const std::string text = base().dump();
  document.read(text);
  Assessor made;
  made.add(*document.dossier());
  EXPECT_EQ(made.assess({.as_of = june()}).digest,
            digest({to_json(*document.dossier())}, {.as_of = june()}));
  EXPECT_TRUE(assess(*document.dossier(), {.as_of = june()}).digest.empty());
}

TEST(Digest, AnEditionIsWhatItSays) {
  const std::string text = text_of(kSourceDir / "editions/itaku-kunren.json");
  const auto laid_out_otherwise = Edition::load(Json::parse(text).dump());
  ASSERT_NE(laid_out_otherwise.edition, nullptr);
  EXPECT_EQ(laid_out_otherwise.edition->digest(), Edition::builtin()->digest());
}

TEST(Assessor, KnowsWhetherThereIsADossier) {
  Assessor records;
  EXPECT_FALSE(records.holds_dossier());
  records.add(R"({"format": "tokki.declaration/1"})");
  records.add("{");
  EXPECT_FALSE(records.holds_dossier());
  records.add(R"({"format": "tokki.dossier-record/1", "person": {"id": "p"}})");
  EXPECT_TRUE(records.holds_dossier());
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
