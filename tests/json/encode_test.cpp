#include "tokki/encode.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "filled.hpp"
#include "tokki/decode.hpp"

namespace tokki {
namespace encode_test {

TEST(Encode, DecodingTheResultGivesAnEqualRecord) {
  std::size_t compared = 0;
  for (const auto& path : corpus()) {
    Document document;
    document.read(text_of(path));
    if (document.declaration() == nullptr) continue;
    ++compared;
    const std::string json = to_json(*document.declaration());
    Document again;
    again.read(json);
    ASSERT_NE(again.declaration(), nullptr) << json;
    EXPECT_EQ(*again.declaration(), *document.declaration()) << path;
    EXPECT_EQ(to_json(*again.declaration()), json) << path;
  }
  EXPECT_GT(compared, 100U);
}

// Whatever members the records have.
TEST(Encode, EveryMemberOfADossierComesBack) {
  const Dossier dossier = filled<Dossier>();
  Document document;
  document.read(to_json(dossier));
  EXPECT_TRUE(document.findings().empty());
  ASSERT_NE(document.dossier(), nullptr);
  EXPECT_EQ(*document.dossier(), dossier);
  EXPECT_EQ(to_json(*document.dossier()), to_json(dossier));
}

TEST(Encode, EveryKindOfRecordComesBackAlone) {
  RecordKinds<Dossier>::all.each([](const auto& kind) {
    SCOPED_TRACE(kind.name);
    DossierRecord record;
    fill(record.*kind.in_record, {});
    Document document;
    document.read(to_json(record));
    EXPECT_TRUE(document.findings().empty());
    ASSERT_NE(document.dossier_record(), nullptr);
    EXPECT_EQ(*document.dossier_record(), record);
  });
}

TEST(Encode, LeavesOutEmptyCellsAndKeepsExtensions) {
  Declaration form;
  EXPECT_EQ(to_json(form), R"({"format":"tokki.declaration/1"})");
  form.declarant.name = "緑川";
  form.storage_media = {{}, {.name = "USB"}};
  form.subcontracting.ticked = {Answer::yes, Answer::no};
  form.extensions.json = R"({"a" : 1.0})";
  EXPECT_EQ(to_json(form),
            R"({"format":"tokki.declaration/1","declarant":{"name":"緑川"},)"
            R"("storage_media":[{},{"name":"USB"}],"subcontracting":{"ticked":["yes","no"]},)"
            R"("extensions":{"a" : 1.0}})");
}

RC_GTEST_PROP(Encode, AnyTextComesBack, ()) {
  const auto text = rc::gen::map(
      rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(
          rc::gen::inRange<char32_t>(0x01, 0x80), rc::gen::inRange<char32_t>(0x3000, 0x3100),
          rc::gen::inRange<char32_t>(0x1F600, 0x1F650))),
      [](const std::vector<char32_t>& characters) {
        std::string utf8;
        for (const char32_t c : characters) {
          if (c < 0x80)
            utf8 += static_cast<char>(c);
          else if (c < 0x10000) {
            utf8 +=
                {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
                 static_cast<char>(0x80U | (c & 0x3FU))};
          } else {
            utf8 +=
                {static_cast<char>(0xF0U | c >> 18U), static_cast<char>(0x80U | (c >> 12U & 0x3FU)),
                 static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
                 static_cast<char>(0x80U | (c & 0x3FU))};
          }
        }
        return utf8;
      });
  Declaration form;
  form.id = *text;
  form.declared_on = Date(Str(*text));
  form.storage_media = {{.name = Str(*text)}};
  form.online_storage.services.append().countries = {Country(Str(*text))};
  Document document;
  document.read(to_json(form));
  RC_ASSERT(document.declaration() != nullptr);
  RC_ASSERT(*document.declaration() == form);
}

}  // namespace encode_test
}  // namespace tokki
