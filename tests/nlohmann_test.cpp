#include "tokki/nlohmann.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "files.hpp"
#include "tokki/encode.hpp"
#include "tokki/tokki.hpp"

namespace tokki {
namespace nlohmann_test {

using Json = nlohmann::json;

template <class T>
std::string misfit(const Json& json) {
  try {
    (void)json.get<T>();
  } catch (const JsonMisfit& fault) {
    return fault.what();
  }
  return "none";
}

// The decoder is the oracle: both take the same documents and make the same records of them.
TEST(Nlohmann, ReadsWhatTheDecoderReads) {
  std::size_t taken = 0;
  std::size_t refused = 0;
  for (const auto& path : corpus()) {
    const std::string text = text_of(path);
    const Json json = Json::parse(text, nullptr, false);
    Document document;
    document.read(text);
    bool sound = document.declaration() != nullptr;
    bool text_only = false;  // faults of the text alone, which parsing removes
    for (const Finding& finding : document.findings()) {
      sound = false;
      for (const char* rule : {"duplicate-key", "byte-order-mark", "json-malformed"}) {
        text_only = text_only || finding.rule->id == rule;
      }
    }
    if (json.is_discarded() || text_only) continue;
    if (!sound) {
      EXPECT_NE(misfit<Declaration>(json), "none") << path;
      ++refused;
      continue;
    }
    Declaration expected = *document.declaration();
    auto read = json.get<Declaration>();
    const std::string again = Json::parse(to_json(expected)).dump();
    EXPECT_EQ(Json(read).dump(), again) << path;
    expected.extensions = read.extensions = Raw();  // there the bytes may differ
    EXPECT_EQ(read, expected) << path;
    ++taken;
  }
  EXPECT_GT(taken, 100U);
  EXPECT_GT(refused, 5U);
}

TEST(Nlohmann, EveryMemberThereAndBack) {
  const Json json = Json::parse(text_of(kSourceDir / "tests/schema/every-member.json"));
  const auto form = json.get<Declaration>();
  EXPECT_EQ(form.extensions.json.view(), R"({"office":{"received":1}})");
  EXPECT_EQ(form.storage_location.countries[1].value->view(), "SG");
  EXPECT_EQ(Json(form), json);
}

// A user's own type may hold ours, in either order of members.
struct Application {
  std::string number;
  Declaration form;
  List<Subcontract> subcontracts;
  NLOHMANN_DEFINE_TYPE_INTRUSIVE(Application, number, form, subcontracts)
};

TEST(Nlohmann, WorksInAUsersOwnTypes) {
  Application application{"7", {}, {}};
  application.form.declared_on = Date("令和7年4月1日");
  application.form.subcontracting.ticked = {Answer::yes, Answer::no};
  Subcontract& edge = application.subcontracts.append();
  edge.from = "a";
  edge.planned = true;
  edge.consents.append().form = ConsentForm::electronic;
  const Json json = application;
  EXPECT_EQ(json.dump(),
            R"({"form":{"declared_on":"令和7年4月1日","format":"tokki.declaration/1",)"
            R"("subcontracting":{"ticked":["yes","no"]}},"number":"7",)"
            R"("subcontracts":[{"consents":[{"form":"electronic"}],"from":"a","planned":true}]})");
  const auto back = json.get<Application>();
  EXPECT_EQ(back.form, application.form);
  EXPECT_EQ(back.subcontracts, application.subcontracts);
}

TEST(Nlohmann, CellsAndEnumerationsByThemselves) {
  EXPECT_EQ(Json(Severity::review), Json("review"));
  EXPECT_EQ(Json("error").get<Severity>(), Severity::error);
  EXPECT_EQ(Json(Str("あ")), Json("あ"));
  EXPECT_EQ(Json("R7.4.1").get<Date>().value, Date("2025-04-01").value);
  EXPECT_EQ(Json({{"value", 60.0}}).get<Parameter>().value, 60);
}

TEST(Nlohmann, DossiersKnowTheirFormat) {
  Dossier dossier;
  dossier.parties.append().name = "甲";
  dossier.declarations.append().declaration.id = "d";
  const Json json = dossier;
  EXPECT_EQ(json["format"], "tokki.dossier/1");
  EXPECT_EQ(json.get<Dossier>(), dossier);
  EXPECT_EQ(misfit<Declaration>(json), "/format: wanted \"tokki.declaration/1\"");
  EXPECT_EQ(misfit<Dossier>({{"parties", Json::array()}}), "/format: wanted \"tokki.dossier/1\"");
  // Within another document the format may be left out, but not be another.
  EXPECT_EQ(misfit<Filing>({{"declaration", {{"format", "x"}}}}),
            "/declaration/format: wanted \"tokki.declaration/1\"");
}

TEST(Nlohmann, ReportsWhereAValueDoesNotFit) {
  EXPECT_EQ(misfit<Party>({{"name", 5}}), "/name: wanted a string, found number");
  EXPECT_EQ(misfit<Party>({{"nmae", "x"}}), "/nmae: no such member");
  EXPECT_EQ(misfit<Party>(Json::array()), "the value: wanted an object, found array");
  EXPECT_EQ(misfit<OnlineStorage>({{"ticked", {"yes", "perhaps"}}}),
            "/ticked/1: wanted one of yes, no");
  EXPECT_EQ(misfit<OnlineStorage>({{"services", {{{"countries", {"米国", 1}}}}}}),
            "/services/0/countries/1: wanted a string, found number");
  EXPECT_EQ(misfit<Subcontractor>({{"subsidiary", "no"}}),
            "/subsidiary: wanted true or false, found string");
  EXPECT_EQ(misfit<Parameter>({{"value", 1.5}}), "/value: wanted a whole number, found number");
  EXPECT_EQ(misfit<Parameter>({{"value", std::numeric_limits<std::uint64_t>::max()}}),
            "/value: wanted a whole number, found number");
}

TEST(Nlohmann, LimitsHold) {
  const Limits limits;
  EXPECT_EQ(misfit<Party>({{"name", std::string(limits.string_bytes + 1, 'x')}}),
            "/name: the text is too long");
  EXPECT_EQ(misfit<Party>({{"name", std::string("a\0b", 3)}}), "/name: the text holds a NUL");
  EXPECT_EQ(misfit<Party>({{"name", "\xE3\x81"}}), "/name: the text is not UTF-8");
  EXPECT_EQ(misfit<OnlineStorage>({{"services", Json::array_t(limits.array_items + 1)}}),
            "/services: too many entries");
  const auto extended = [](Json extension) {
    return misfit<Declaration>(
        {{"format", "tokki.declaration/1"}, {"extensions", {{"a", std::move(extension)}}}});
  };
  Json deep = 1;
  for (int i = 0; i < 100'000; ++i) {
    Json outer = Json::array();
    outer.push_back(std::move(deep));
    deep = std::move(outer);
  }
  EXPECT_EQ(extended(std::move(deep)), "/extensions: nested too deeply");
  EXPECT_EQ(extended({{std::string(limits.key_bytes + 1, 'k'), 1}}),
            "/extensions: a member's name is too long");
  EXPECT_EQ(extended("\xFF"), "/extensions: the text is not UTF-8");
  EXPECT_EQ(extended(Json::binary({1})), "/extensions: not JSON");
  // Exactly to the depth that the decoder accepts.
  for (const std::size_t depth : {limits.depth - 3, limits.depth - 2}) {
    Json value = 1;
    for (std::size_t i = 0; i < depth; ++i) value = Json::array({value});
    const Json form{{"format", "tokki.declaration/1"}, {"extensions", {{"a", value}}}};
    Document document;
    document.read(form.dump());
    EXPECT_EQ(misfit<Declaration>(form) == "none", document.findings().empty()) << depth;
  }
}

}  // namespace nlohmann_test
}  // namespace tokki
