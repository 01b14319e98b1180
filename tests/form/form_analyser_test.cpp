// Which texts of a form are cached; a form without findings allocates nothing.
#include "form/form_analyser.hpp"

#include <gtest/gtest.h>

#include <set>

#include "allocations.hpp"
#include "files.hpp"
#include "tokki/check.hpp"

namespace tokki {
namespace form_analyser_test {

using namespace internal;

const Day kAsOf{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

struct FilledCell {
  std::string cell, text;
  TextKind kind;
};

// Writes a text of its own into every cell that holds text, two entries into every list.
template <Record T>
void fill(T& record, const std::string& cell, std::vector<FilledCell>& filled);

template <class T>
void fill_cell(T& member, const std::string& cell, TextKind kind, std::vector<FilledCell>& filled) {
  if constexpr (TextCell<T>) {
    const std::string text = "欄" + std::to_string(filled.size());
    member = T(Str(text));
    filled.push_back({cell, text, kind});
  } else if constexpr (Record<T>) {
    fill(member, cell, filled);
  } else if constexpr (is_list<T>) {
    for (int i = 0; i < 2; ++i) fill_cell(member.append(), cell, kind, filled);
  }
}
template <Record T>
void fill(T& record, const std::string& cell, std::vector<FilledCell>& filled) {
  for_each_field<T>([&](const auto& field) {
    fill_cell(record.*field.member, cell + "." + std::string(field.key), field.text, filled);
  });
}

TEST(FormAnalyser, CachesACellOnlyIfItsFieldAllowsIt) {
  for (const std::initializer_list<Answer> ticked :
       {std::initializer_list<Answer>{}, {Answer::yes}, {Answer::no}}) {
    Declaration form;
    std::vector<FilledCell> filled;
    fill(form, "declaration", filled);
    form.contract.edition = {};  // the default one
    form.online_storage.ticked = ticked;
    form.subcontracting.ticked = ticked;
    form.storage_location.ticked = {ticked.size() == 1 && *ticked.begin() == Answer::yes
                                        ? StorageRegion::abroad
                                        : StorageRegion::japan_only};
    FormAnalyser analyser{Editions()};
    for (int i = 0; i < 3; ++i) analyser.analyse(form, kAsOf);
    for (const FilledCell& each : filled) {
      EXPECT_EQ(analyser.remembers(each.text), may_be_remembered(each.kind)) << each.cell;
    }
  }
}

// All fields whose texts are cached. Add one only if its texts cannot be about a person.
TEST(FormAnalyser, CachesTheseCells) {
  Declaration form;
  std::vector<FilledCell> filled;
  fill(form, "declaration", filled);
  std::set<std::string> remembered;
  std::set<std::string> names;
  for (const FilledCell& each : filled) {
    if (may_be_remembered(each.kind)) remembered.insert(each.cell);
    if (names_party(each.kind)) names.insert(each.cell);
  }
  EXPECT_EQ(remembered, (std::set<std::string>{
                            "declaration.contract.concluded_on",
                            "declaration.contract.title",
                            "declaration.declared_on",
                            "declaration.online_storage.services.countries",
                            "declaration.online_storage.services.data_location",
                            "declaration.online_storage.services.name",
                            "declaration.online_storage.services.provider",
                            "declaration.storage_location.countries",
                            "declaration.storage_location.overseas_data",
                            "declaration.storage_media.name",
                            "declaration.subcontracting.subcontractors.work",
                        }));
  EXPECT_EQ(names, (std::set<std::string>{
                       "declaration.declarant.name",
                       "declaration.online_storage.services.provider",
                       "declaration.subcontracting.subcontractors.name",
                   }));
  constexpr Field kNew{"new", &Party::contact};
  constexpr Field kNewRequired{"new", &Party::contact, Presence::required};
  EXPECT_FALSE(may_be_remembered(kNew.text) || may_be_remembered(kNewRequired.text));
  EXPECT_FALSE(names_party(kNew.text) || names_party(kNewRequired.text));
}

TEST(FormAnalyser, AFormWithoutFindingsAllocatesNothing) {
  Checker checker({.editions = {}, .as_of = kAsOf, .limits = {}});
  Report report;
  std::vector<std::string> clean;
  for (const auto& path : corpus()) {
    std::string json = text_of(path);
    checker.check(json, report);
    if (report.findings.empty() && report.document.kind == "declaration") clean.push_back(json);
  }
  ASSERT_GT(clean.size(), 20U);
  for (int i = 0; i < 2; ++i) {  // until texts are remembered and storage has grown
    for (const std::string& json : clean) checker.check(json, report);
  }
  for (const std::string& json : clean) {
    const std::size_t before = allocation_count();
    checker.check(json, report);
    EXPECT_EQ(allocation_count(), before) << json;
  }
}

}  // namespace form_analyser_test
}  // namespace tokki
