#include "tokki/form_changes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tokki/decode.hpp"

namespace tokki {
namespace form_changes_test {

using testing::ElementsAre;
using testing::IsEmpty;

Declaration form() {
  Declaration form;
  form.declared_on = Date(Str("令和7年4月1日"));
  form.declarant.name = "株式会社ひばり";
  form.declarant.address = "青嵐市1-2";
  form.contract.concluded_on = Date(Str("令和7年4月1日"));
  form.contract.course_number = "5-07";
  form.storage_media.push_back({"ノートPC"});
  form.storage_media.push_back({"USBメモリ"});
  form.storage_location.ticked.tick(StorageRegion::abroad);
  form.storage_location.countries.push_back(Country(Str("米国")));
  form.online_storage.ticked.tick(Answer::yes);
  form.online_storage.services.push_back({"Alpha Drive", "Alpha", "米国", {}});
  form.online_storage.services.push_back({"Beta Box", "Beta", "日本", {}});
  form.subcontracting.ticked.tick(Answer::yes);
  form.subcontracting.subcontractors.push_back({"株式会社すずめ", "入力", "", {}});
  form.subcontracting.subcontractors.push_back({"つばめ有限会社", "印刷", "", {}});
  return form;
}

// "changed declaration.declarant.name (name)" for each difference from the form above.
std::vector<std::string> changes(const std::function<void(Declaration&)>& edit) {
  Declaration after = form();
  edit(after);
  std::vector<std::string> lines;
  for (const FormChange& change : compare(form(), after).changes) {
    std::string line = std::string(key_of(change.kind)) + " " +
                       (change.after ? *change.after : *change.before).pointer();
    if (change.matter) line += " (" + std::string(key_of(*change.matter)) + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(FormChanges, OfAFormWithItselfAreNone) {
  EXPECT_THAT(changes([](Declaration&) {}), IsEmpty());
  EXPECT_FALSE(compare(form(), form()).changed());
}

TEST(FormChanges, WhatDiffersWithEveryFilingIsNotCompared) {
  EXPECT_THAT(changes([](Declaration& after) {
                after.id = "d2";
                after.supersedes = "d1";
                after.declared_on = Date(Str("令和7年9月1日"));
              }),
              IsEmpty());
}

TEST(FormChanges, ACellThatChanged) {
  EXPECT_THAT(changes([](Declaration& after) { after.declarant.address = "青嵐市1-3"; }),
              ElementsAre("changed /declarant/address (address)"));
  EXPECT_THAT(changes([](Declaration& after) { after.declarant.address = " "; }),
              ElementsAre("removed /declarant/address (address)"));
  EXPECT_THAT(changes([](Declaration& after) { after.storage_location.overseas_data = "名簿"; }),
              ElementsAre("added /storage_location/overseas_data (location)"));
  EXPECT_THAT(changes([](Declaration& after) { after.contract.course_number = "5-08"; }),
              ElementsAre("changed /contract/course_number"));
  EXPECT_THAT(changes([](Declaration& after) { after.declarant.contact = "総務"; }),
              ElementsAre("added /declarant/contact"));
}

TEST(FormChanges, WrittenDifferentlyWithTheSameMeaning) {
  const auto only_rewritten = [](const std::function<void(Declaration&)>& edit) {
    Declaration after = form();
    edit(after);
    const FormDiff diff = compare(form(), after);
    return !diff.changed() && diff.changes.size() == 1 &&
           diff.changes[0].kind == ChangeKind::rewritten &&
           owed_on(diff.changes[0], *Edition::builtin()).empty();
  };
  EXPECT_TRUE(only_rewritten([](Declaration& after) { after.declarant.name = "㈱ひばり"; }));
  EXPECT_TRUE(only_rewritten([](Declaration& after) { after.declarant.address = "青嵐市１－２"; }));
  EXPECT_TRUE(only_rewritten(
      [](Declaration& after) { after.contract.concluded_on = Date(Str("2025-04-01")); }));
  EXPECT_TRUE(only_rewritten([](Declaration& after) {
    after.storage_location.countries[0] = Country(Str("アメリカ合衆国"));
  }));
  EXPECT_TRUE(only_rewritten(
      [](Declaration& after) { after.online_storage.services[0].data_location = "アメリカ"; }));
  EXPECT_TRUE(
      only_rewritten([](Declaration& after) { after.storage_media[1].name = "ＵＳＢメモリ"; }));
  EXPECT_TRUE(only_rewritten(
      [](Declaration& after) { after.subcontracting.subcontractors[0].name = "（株）すずめ"; }));
  // Near misses: another country, another place in it, a company of another kind.
  EXPECT_FALSE(only_rewritten(
      [](Declaration& after) { after.online_storage.services[0].data_location = "英国"; }));
  EXPECT_FALSE(only_rewritten([](Declaration& after) {
    after.online_storage.services[0].data_location = "米国オレゴン州";
  }));
  EXPECT_FALSE(only_rewritten([](Declaration& after) { after.declarant.name = "有限会社ひばり"; }));
}

TEST(FormChanges, NoneIsAsGoodAsBlank) {
  Declaration before = form();
  before.storage_location.overseas_data = "なし";
  const FormDiff diff = compare(before, form());
  EXPECT_FALSE(diff.changed());
  Declaration data = form();
  data.storage_location.overseas_data = "名簿";
  EXPECT_EQ(compare(before, data).changes.at(0).kind, ChangeKind::added);
}

TEST(FormChanges, BoxesAreNamedByTheirKeys) {
  Declaration after = form();
  after.storage_location.ticked.clear();
  after.storage_location.ticked.tick(StorageRegion::japan_only);
  const FormDiff diff = compare(form(), after);
  ASSERT_EQ(diff.changes.size(), 1U);
  EXPECT_TRUE(diff.changes[0].choice);
  EXPECT_EQ(diff.changes[0].before_text, "abroad");
  EXPECT_EQ(diff.changes[0].after_text, "japan_only");
  EXPECT_EQ(diff.changes[0].cell, "declaration.storage_location.ticked");
}

TEST(FormChanges, EntriesAreMatchedByWhatIdentifiesThem) {
  // Moved, nothing changed.
  EXPECT_THAT(changes([](Declaration& after) {
                std::swap(after.online_storage.services[0], after.online_storage.services[1]);
                std::swap(after.subcontracting.subcontractors[0],
                          after.subcontracting.subcontractors[1]);
                std::swap(after.storage_media[0], after.storage_media[1]);
              }),
              IsEmpty());
  // One in front of the others: only that one is new.
  EXPECT_THAT(changes([](Declaration& after) {
                List<Service> services{{"Gamma", "Gamma社", "日本", {}}};
                for (const Service& each : after.online_storage.services) services.push_back(each);
                after.online_storage.services = services;
              }),
              ElementsAre("added /online_storage/services/0 (service)"));
  EXPECT_THAT(
      changes([](Declaration& after) { after.storage_media = List<StorageMedium>{{"USBメモリ"}}; }),
      ElementsAre("removed /storage_media/0 (medium)"));
  // The same service of another provider.
  EXPECT_THAT(changes([](Declaration& after) { after.online_storage.services[1].provider = "B"; }),
              ElementsAre("changed /online_storage/services/1/provider (service)"));
  // Another service.
  EXPECT_THAT(changes([](Declaration& after) { after.online_storage.services[1].name = "Delta"; }),
              ElementsAre("added /online_storage/services/1 (service)",
                          "removed /online_storage/services/1 (service)"));
}

TEST(FormChanges, TwoServicesOfOneNameAreToldApartByTheirProviders) {
  Declaration before = form();
  before.online_storage.services[1].name = "Alpha Drive";
  Declaration after = before;
  std::swap(after.online_storage.services[0], after.online_storage.services[1]);
  EXPECT_THAT(compare(before, after).changes, IsEmpty());
}

TEST(FormChanges, FirmsAreMatchedByNumberThenByName) {
  Declaration before = form();
  before.subcontracting.subcontractors[0].corporate_number = "8000020130001";
  Declaration after = before;
  after.subcontracting.subcontractors[0].name = "株式会社すずめ改";
  after.subcontracting.subcontractors[0].corporate_number = "８０００-０２０１３０００１";
  const FormDiff renamed = compare(before, after);
  ASSERT_EQ(renamed.changes.size(), 2U);
  EXPECT_EQ(renamed.changes[0].cell, "declaration.subcontracting.subcontractors.name");
  EXPECT_EQ(renamed.changes[0].matter, DeclaredMatter::subcontracting);
  EXPECT_EQ(renamed.changes[1].kind, ChangeKind::rewritten);  // the number
  // The same name with another number is another firm.
  Declaration other = before;
  other.subcontracting.subcontractors[0].corporate_number = "7000012050002";
  EXPECT_EQ(compare(before, other).changes.size(), 2U);
  // A second work of the same firm is an entry of its own.
  Declaration second = before;
  second.subcontracting.subcontractors.push_back(before.subcontracting.subcontractors[0]);
  second.subcontracting.subcontractors[2].work = "発送";
  const FormDiff added = compare(before, second);
  ASSERT_EQ(added.changes.size(), 1U);
  EXPECT_EQ(added.changes[0].after_text, "株式会社すずめ / 発送");
  Declaration work = before;
  work.subcontracting.subcontractors[0].work = "入力と発送";
  EXPECT_EQ(compare(before, work).changes.at(0).matter, DeclaredMatter::work);
}

TEST(FormChanges, CountriesAreComparedTogether) {
  const auto countries = [](std::initializer_list<const char*> names) {
    Declaration made = form();
    made.storage_location.countries.clear();
    for (const char* const name : names) {
      made.storage_location.countries.push_back(Country(Str(name)));
    }
    return made;
  };
  EXPECT_FALSE(compare(countries({"米国、英国"}), countries({"英国", "アメリカ"})).changed());
  const FormDiff diff = compare(countries({"米国", "英国"}), countries({"米国", "ドイツ"}));
  ASSERT_EQ(diff.changes.size(), 2U);
  EXPECT_EQ(diff.changes[0].after_text, "ドイツ");
  EXPECT_EQ(diff.changes[1].before_text, "英国");
}

TEST(FormChanges, OfDifferentContracts) {
  Declaration after = form();
  EXPECT_FALSE(compare(form(), after).other_contract);
  after.contract.course_number = "５－０７";
  EXPECT_FALSE(compare(form(), after).other_contract);
  after.contract.course_number = "5-08";
  EXPECT_TRUE(compare(form(), after).other_contract);
}

TEST(FormChanges, SetOffTheDutiesOfTheEdition) {
  const auto owed = [](const std::function<void(Declaration&)>& edit, bool contractor = true) {
    Declaration after = form();
    edit(after);
    std::string keys;
    const auto diff = compare(form(), after);
    for (const Duty* duty : owed_on(diff.changes.at(0), *Edition::builtin(), contractor)) {
      keys.append(keys.empty() ? "" : " ").append(duty->key.view());
    }
    return keys;
  };
  const auto medium = [](Declaration& after) { after.storage_media.push_back({"外付けHDD"}); };
  EXPECT_EQ(owed(medium), "A3.4.change F.change");
  EXPECT_EQ(owed(medium, false), "F.change");
  EXPECT_EQ(owed([](Declaration& after) { after.declarant.name = "つばめ"; }), "F.change");
  EXPECT_EQ(owed([](Declaration& after) { after.contract.course_number = "9"; }), "");
}

}  // namespace form_changes_test
}  // namespace tokki
