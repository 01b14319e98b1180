#include "terms/extensions_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include "tokki/place.hpp"

namespace tokki {
namespace extensions_schema_test {

using namespace internal;

using testing::ElementsAre;

constexpr std::string_view kSchema = R"({
  "title": "追加欄",
  "type": "object",
  "properties": {
    "trainees": {"type": "integer", "minimum": 1, "title": "受講者数"},
    "rooms": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "format": {"enum": ["対面", "遠隔"]}
  },
  "required": ["trainees"],
  "additionalProperties": false
})";

std::string pointer(const std::vector<std::string>& steps) {
  Place place;
  place.below = steps;
  return place.pointer();
}

std::vector<std::string> pointers(std::string_view extensions) {
  std::vector<std::string> found;
  for (const ExtensionFault& fault : ExtensionsSchema(kSchema).faults_in(extensions)) {
    found.push_back(pointer(fault.below) + " " + fault.expected + fault.missing);
  }
  return found;
}

TEST(ExtensionsSchema, AcceptsWhatItDescribes) {
  EXPECT_THAT(pointers(R"({"trainees": 20, "rooms": ["A"], "format": "対面"})"), ElementsAre());
}

TEST(ExtensionsSchema, ReportsWhereAndWhatIsExpected) {
  EXPECT_THAT(pointers(R"({"trainees": 0})"),
              ElementsAre(R"(/trainees "type":"integer","minimum":1)"));
  EXPECT_THAT(pointers(R"({"trainees": 1, "rooms": ["A", ""]})"),
              ElementsAre(R"(/rooms/1 "type":"string","minLength":1)"));
  EXPECT_THAT(pointers(R"({"rooms": [], "format": "x"})"),
              ElementsAre(R"(/format "enum":["対面","遠隔"])", R"(/trainees 受講者数)"));
}

TEST(ExtensionsSchema, RefusesWhatCouldHangTheValidator) {
  const auto faults = [](std::string_view schema) {
    std::vector<std::string> found;
    for (const SchemaFault& fault : ExtensionsSchema::faults_of(schema)) {
      found.push_back(pointer(fault.below) + " " + fault.keyword);
    }
    return found;
  };
  EXPECT_THAT(faults(kSchema), ElementsAre());
  EXPECT_THAT(faults(R"({"$ref": "#"})"), ElementsAre("/$ref $ref"));
  EXPECT_THAT(faults(R"({"properties": {"pattern": {"pattern": "^(a+)+$"}}})"),
              ElementsAre("/properties/pattern/pattern pattern"));
  EXPECT_THAT(faults(R"({"allOf": [{}, {"items": {"uniqueItems": true}}]})"),
              ElementsAre("/allOf/1/items/uniqueItems uniqueItems"));
  EXPECT_THAT(faults(R"({"type": 5})"), ElementsAre(" "));  // cannot be compiled
}

}  // namespace extensions_schema_test
}  // namespace tokki
