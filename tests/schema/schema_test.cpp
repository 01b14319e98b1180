// The published schemas are up to date and agree with the decoder.
#include "tokki/schema.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "files.hpp"
#include "filled.hpp"
#include "schema_files.hpp"
#include "tokki/decode.hpp"
#include "tokki/encode.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace schema_test {

using Json = nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

class Validator {
 public:
  explicit Validator(const SchemaOptions& options)
      : Validator(declaration_schema(*Edition::builtin(), options)) {}
  explicit Validator(const std::string& schema) {
    const Json json = Json::parse(schema);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(NlohmannJsonAdapter(json), schema_);
  }
  bool accepts(const Json& document) const {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(schema_, NlohmannJsonAdapter(document), nullptr);
  }

 private:
  valijson::Schema schema_;
};

// What a schema cannot check: the text itself, duplicates and limits.
bool is_about_text(const Finding& finding) {
  static const std::set<std::string_view> kTextRules{
      "document-empty", "not-utf8",      "nul-character",  "byte-order-mark",
      "json-malformed", "duplicate-key", "limit-exceeded", "findings-truncated"};
  return kTextRules.contains(finding.rule->id);
}

TEST(Schema, CheckedInFilesAreUpToDate) {
  for (const SchemaFile& file : schema_files()) {
    EXPECT_EQ(text_of(kSourceDir / "schemas" / file.name), file.text)
        << "run make generated: " << file.name << " is stale";
  }
}

TEST(Schema, NothingElseIsCheckedIn) {
  std::set<std::string> known;
  for (const SchemaFile& file : schema_files()) known.insert(file.name);
  for (const auto& entry : std::filesystem::directory_iterator(kSourceDir / "schemas")) {
    EXPECT_TRUE(known.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Schema, LenientSchemaAgreesWithTheDecoderOnTheCorpus) {
  const Validator lenient({.draft = SchemaDraft::draft_07, .complete = false});
  Document document;
  std::size_t compared = 0;
  for (const auto& path : corpus()) {
    const std::string text = text_of(path);
    document.read(text);
    const auto& findings = document.findings();
    if (std::ranges::any_of(findings, is_about_text)) continue;
    ++compared;
    EXPECT_EQ(lenient.accepts(Json::parse(text)), findings.empty()) << path;
  }
  EXPECT_GT(compared, 60U);
}

// Changes one member at a time; schema and decoder must both accept or both refuse the result.
TEST(Schema, LenientSchemaAgreesWithTheDecoderOnEveryMemberMutated) {
  const Validator lenient({.draft = SchemaDraft::draft_07, .complete = false});
  const Json sample = Json::parse(text_of(kSourceDir / "tests/schema/every-member.json"));
  const std::vector<Json> replacements{nullptr,
                                       true,
                                       1,
                                       1.5,
                                       "x",
                                       "",
                                       Json::array(),
                                       Json::object(),
                                       Json::array({nullptr}),
                                       Json::array({"yes"}),
                                       Json::array({Json::object()}),
                                       Json{{"x", 1}}};
  Document document;
  const Json flat = sample.flatten();
  std::set<std::string> pointers;
  for (const auto& [pointer, value] : flat.items()) {
    for (std::string step = pointer; !step.empty(); step.resize(step.rfind('/')))
      pointers.insert(step);
  }
  for (const std::string& pointer : pointers) {
    for (const Json& replacement : replacements) {
      Json mutated = sample;
      mutated[Json::json_pointer(pointer)] = replacement;
      const std::string text = mutated.dump();
      document.read(text);
      EXPECT_EQ(lenient.accepts(mutated), document.findings().empty()) << pointer << ' ' << text;
    }
  }
}

// Every member of every kind of record, as it is, left blank, and as what no member is.
TEST(Schema, SchemaOfRecordsAgreesWithTheDecoderOnEveryMember) {
  const Validator validator(dossier_record_schema(*Edition::builtin(), {}));
  Document document;
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    DossierRecord record;
    fill(record.*kind.in_record, {});
    const Json sample = Json::parse(to_json(record));
    ASSERT_TRUE(validator.accepts(sample)) << kind.name;
    const Json flat = sample.flatten();
    for (const auto& [pointer, value] : flat.items()) {
      if (pointer == "/format" || pointer.find("/extensions") != std::string::npos) continue;
      for (const Json& replacement : {Json(nullptr), Json::array({Json::array()}), Json("x")}) {
        Json changed = sample;
        changed[Json::json_pointer(pointer)] = replacement;
        document.read(changed.dump());
        EXPECT_EQ(validator.accepts(changed), document.findings().empty()) << changed.dump();
      }
    }
  });
}

TEST(Schema, CompleteSchemaAcceptsTheSampleAndMissesWhatTheFormAsksFor) {
  const Validator complete({.draft = SchemaDraft::draft_07, .complete = true});
  const Json sample = Json::parse(sample_declaration());
  EXPECT_TRUE(complete.accepts(sample));
  for (const char* pointer :
       {"/declared_on", "/declarant", "/declarant/name", "/contract/course_number",
        "/storage_media", "/storage_location/ticked", "/online_storage/services",
        "/online_storage/services/0/provider", "/subcontracting/subcontractors/0/work"}) {
    Json without = sample;
    const Json::json_pointer at(pointer);
    without[at.parent_pointer()].erase(at.back());
    EXPECT_FALSE(complete.accepts(without)) << pointer;
    Json blank = sample;
    blank[at] = blank[at].is_string()  ? Json("")
                : blank[at].is_array() ? Json::array()
                                       : Json(nullptr);
    EXPECT_FALSE(complete.accepts(blank)) << pointer;
  }
  Json no = sample;
  no["subcontracting"] = {{"ticked", {"no"}}};
  EXPECT_TRUE(complete.accepts(no));
}

// A draft belongs to the whole schema, so that it is not repeated within.
TEST(Schema, HoldsWhatAnEditionAsksOfExtensions) {
  const auto edition =
      Edition::load(text_of(kSourceDir / "tests/editions/hoshikuzu-1.json")).edition;
  ASSERT_NE(edition, nullptr);
  Json asked = Json::parse(edition->file().extensions_schema.json.view());
  ASSERT_EQ(asked.erase("$schema"), 1U);
  const Json schema = Json::parse(declaration_schema(*edition, {}));
  EXPECT_EQ(schema["properties"]["extensions"]["allOf"],
            Json::array({{{"anyOf", {{{"type", "null"}}, asked}}}}));
}

}  // namespace schema_test
}  // namespace tokki
