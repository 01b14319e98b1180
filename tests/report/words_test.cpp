#include <gtest/gtest.h>

#include "tokki/check.hpp"
#include "tokki/report.hpp"

namespace tokki {
namespace words_test {

const Finding& finding_of(const Report& report, std::string_view rule) {
  for (const Finding& finding : report.findings) {
    if (finding.rule->id == rule) return finding;
  }
  throw std::logic_error("no such finding");
}

std::string english_place(std::string_view json, std::string_view rule) {
  const Report report = check(json);
  return words(finding_of(report, rule), *report.edition, Language::en).place;
}

TEST(Words, NameTheEntryOfTheFormsOwnList) {
  EXPECT_EQ(english_place(R"({"format": "tokki.declaration/1",
                              "storage_media": [{}, {"name": 1}]})",
                          "wrong-type"),
            "Row 1 (entry 2)");
}

TEST(Words, KeysBelowExtensionsAreNeitherEntriesNorForms) {
  EXPECT_EQ(english_place(R"({"format": "tokki.declaration/1",
                              "extensions": {"2024": {"a": 1, "a": 2}}})",
                          "duplicate-key"),
            "(not on the form) extensions");
  EXPECT_EQ(english_place(R"({"format": "tokki.declaration/1",
                              "extensions": {"declaration": {"x": 1, "x": 2}}})",
                          "duplicate-key"),
            "(not on the form) extensions");
}

TEST(Words, AnUnknownMemberIsNoCellWhateverItsName) {
  EXPECT_EQ(english_place(R"({"format": "tokki.declaration/1", "surprise": 1})", "unknown-field"),
            "Form");
  EXPECT_EQ(english_place(R"({"format": "tokki.declaration/1", "storage_media.name": 1})",
                          "unknown-field"),
            "Form");
  EXPECT_EQ(english_place(R"({"format": "tokki.declaration/1", "declarant": {"a.b": 1}})",
                          "unknown-field"),
            "Filer");
  EXPECT_EQ(
      english_place(R"({"format": "tokki.dossier-record/1", "party": {"a": 1}})", "unknown-field"),
      "Party");
}

TEST(Words, NameTheFormOfADossierAndThePlaceOnIt) {
  EXPECT_EQ(english_place(R"({"format": "tokki.dossier/1", "declarations": [{}, {"declaration":
                              {"storage_media": [{"name": 1}]}}]})",
                          "wrong-type"),
            "Filing (entry 2) Row 1 (entry 1)");
  EXPECT_EQ(english_place(R"({"format": "tokki.dossier/1", "declarations": [{}, {"declaration":
                              {"surprise": 1}}]})",
                          "unknown-field"),
            "Filing (entry 2) Form");
}

}  // namespace words_test
}  // namespace tokki
