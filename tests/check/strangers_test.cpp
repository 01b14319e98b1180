// Any number of unconnected parties does not change the findings on the others.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "files.hpp"
#include "record/record_kinds.hpp"
#include "tokki/check.hpp"
#include "tokki/report.hpp"

namespace tokki {
namespace strangers_test {

using namespace internal;

namespace fs = std::filesystem;

CheckOptions options() {
  CheckOptions made;
  made.as_of = Day(std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24));
  made.limits.findings = 1'000'000;
  return made;
}

// The dossiers of the corpus that name their contractor, so that it is not to be guessed.
std::vector<Dossier> dossiers() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kSourceDir / "tests/corpus/dossiers")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Dossier> found;
  for (const fs::path& file : files) {
    Document document;
    const std::string json = text_of(file);
    document.read(json);
    const Dossier* const dossier = document.dossier();
    if (dossier != nullptr && !dossier->contract.contractor.empty()) found.push_back(*dossier);
  }
  return found;
}

// Names that neither are nor look like those of the corpus or of one another.
std::string name_of(std::size_t number) {
  std::string name = "余所者";
  for (; number != 0; number /= 10) {
    constexpr std::string_view kLetters = "甲乙丙丁戊己庚辛壬癸";
    name += kLetters.substr(number % 10 * 3, 3);
  }
  return name;
}

// Strangers in a line, of whom every other has filed and is certified.
void add_strangers(Dossier& dossier, std::size_t count) {
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string id = "stranger-" + std::to_string(i);
    Party& party = dossier.parties.append();
    party.id = Str(id);
    party.name = Str(name_of(i));
    if (i > 1) {
      Subcontract& subcontract = dossier.subcontracts.append();
      subcontract.from = Str("stranger-" + std::to_string(i - 1));
      subcontract.to = Str(id);
      subcontract.work = Str("梱包");
    }
    if (i % 2 == 0) continue;
    Filing& filing = dossier.declarations.append();
    filing.party = Str(id);
    filing.declaration.storage_location.ticked = {StorageRegion::abroad};
    dossier.certificates.append().party = Str(id);
  }
}

// The findings on a dossier as JSON, but for those on records that were added to the original.
std::vector<std::string> findings_on(const Dossier& original, const Dossier& dossier) {
  Checker checker(options());
  const Report& report = checker.check(dossier);
  std::vector<std::string> found;
  for (const Finding& finding : report.findings) {
    const RecordRef record = finding.at.record();
    bool added = false;
    RecordKinds<Dossier>::all.each([&](const auto& kind) {
      const auto& records = original.*kind.in_dossier;
      if constexpr (is_list<std::remove_cvref_t<decltype(records)>>) {
        added = added || (record.kind == kind.name && record.index >= records.size());
      }
    });
    if (added) continue;
    Report one;
    one.document = report.document;
    one.edition = report.edition;
    one.findings = {finding};
    found.push_back(to_json(one));
  }
  return found;
}

TEST(Strangers, ChangeNothingForTheOthers) {
  const std::vector<Dossier> all = dossiers();
  ASSERT_GT(all.size(), 5U);
  for (const Dossier& original : all) {
    const std::vector<std::string> expected = findings_on(original, original);
    for (const std::size_t count : {1U, 2U, 400U}) {  // some rules work otherwise on many parties
      Dossier dossier = original;
      add_strangers(dossier, count);
      EXPECT_EQ(findings_on(original, dossier), expected)
          << original.contract.title.view() << ", " << count;
    }
  }
}

// Firms that are alike: findings on pairs of them remain when there are many other parties.
RC_GTEST_PROP(Strangers, ChangeNothingForAnyDossier, ()) {
  Dossier original;
  original.contract.contractor = Str("0");
  const auto parties = *rc::gen::inRange<std::size_t>(1, 8);
  for (std::size_t i = 0; i < parties; ++i) {
    Party& party = original.parties.append();
    party.id = Str(std::to_string(i));
    party.name = Str(*rc::gen::element<std::string>("データ工房", "デ一タ工房", "カエデ", "力エデ",
                                                    "株式会社もみじ", "㈱もみじ", ""));
  }
  const auto any_party = [&] { return Str(std::to_string(*rc::gen::inRange<std::size_t>(0, 9))); };
  for (auto left = *rc::gen::inRange(0, 8); left > 0; --left) {
    Subcontract& subcontract = original.subcontracts.append();
    subcontract.from = any_party();
    subcontract.to = any_party();
  }
  for (auto left = *rc::gen::inRange(0, 4); left > 0; --left) {
    original.declarations.append().party = any_party();
    original.certificates.append().party = any_party();
  }
  Dossier dossier = original;
  add_strangers(dossier, *rc::gen::element<std::size_t>(1, 3, 350));
  RC_ASSERT(findings_on(original, dossier) == findings_on(original, original));
}

}  // namespace strangers_test
}  // namespace tokki
