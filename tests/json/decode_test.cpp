#include "tokki/decode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "files.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki {
namespace decode_test {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

// "rule pointer line:column"
std::vector<std::string> faults(std::string_view json, const Limits& limits = {}) {
  Document document;
  document.read(json, limits);
  std::vector<std::string> lines;
  for (const Finding& finding : document.findings()) {
    std::string line(finding.rule->id);
    line.append(" ").append(finding.at.pointer()).append(" ");
    line.append(std::to_string(finding.at.position->line)).append(":");
    line.append(std::to_string(finding.at.position->column));
    lines.push_back(line);
  }
  return lines;
}

TEST(Decode, ReportsAllStructuralFaultsAtOnce) {
  EXPECT_THAT(faults(R"({
  "format": "tokki.declaration/1",
  "名前": 1, "declarant": {"name": 5, "adress": "x"},
  "storage_media": [{"name": "あ"}, "USB"],
  "online_storage": {"ticked": ["有", "yes"], "ticked": []},
  "subcontracting": {"subcontractors": [{"subsidiary": "no"}]}
})"),
              UnorderedElementsAre("unknown-field /名前 3:3", "wrong-type /declarant/name 3:34",
                                   "unknown-field /declarant/adress 3:37",
                                   "wrong-type /storage_media/1 4:36",
                                   "unknown-choice /online_storage/ticked/0 5:33",
                                   "duplicate-key /online_storage/ticked 5:46",
                                   "wrong-type /subcontracting/subcontractors/0/subsidiary 6:56"));
}

TEST(Decode, PositionsAreBytesAndCodePoints) {
  Document document;
  const std::string json = "{\"format\":\"tokki.declaration/1\",\"id\":\"日本😀\",\"x\":1}";
  document.read(json);
  ASSERT_EQ(document.findings().size(), 1U);
  const Position at = *document.findings()[0].at.position;
  EXPECT_EQ(json.substr(at.offset, 3), "\"x\"");
  EXPECT_EQ(at.column, 44U);
}

TEST(Decode, AbsentNullAndEmptyAreAllEmptyCells) {
  Document absent;
  absent.read(R"({"format": "tokki.declaration/1"})");
  for (
      const char* json :
      {R"({"format": "tokki.declaration/1", "id": null, "declarant": null, "storage_media": null,
           "storage_location": {"ticked": null, "countries": []}, "extensions": null})",
       R"({"format": "tokki.declaration/1", "declared_on": "", "declarant": {}, "storage_media": [],
           "online_storage": {"ticked": [], "services": null}})"}) {
    Document document;
    document.read(json);
    EXPECT_TRUE(document.findings().empty()) << json;
    EXPECT_EQ(*document.declaration(), *absent.declaration()) << json;
  }
}

TEST(Decode, KeepsWhatWasWritten) {
  Document document;
  document.read(text_of(kSourceDir / "tests/schema/every-member.json"));
  const Declaration form = *document.declaration();  // a copy outlives the document
  document.read("{}");
  EXPECT_EQ(form.declared_on.written.view(), "令和7年4月1日");
  EXPECT_EQ(form.storage_location.countries[1].value->view(), "SG");
  EXPECT_EQ(form.storage_location.ticked.answer(), StorageRegion::abroad);
  EXPECT_EQ(form.online_storage.services[0].name.view(), "さくらのクラウド");
  EXPECT_EQ(form.subcontracting.subcontractors[0].subsidiary, std::optional(false));
  EXPECT_EQ(form.extensions.json.view(), R"({"office": {"received": 1}})");
}

TEST(Decode, ExtensionsStayByteForByte) {
  for (const char* raw : {R"({"a" :  1.50, "b":[ 1,2 ],"\u3042":"\/"})", "{}", R"({"}":"]"})"}) {
    Document document;
    document.read(std::string(R"({"format":"tokki.declaration/1", "id":"{\"extensions\":1}",)") +
                  "\"extensions\" : " + raw + " }");
    EXPECT_EQ(document.declaration()->extensions.json.view(), raw);
  }
}

TEST(Decode, LimitsAreFindings) {
  const auto form = [](const std::string& members) {
    return R"({"format":"tokki.declaration/1",)" + members + "}";
  };
  Limits small;
  small.string_bytes = 8;
  small.key_bytes = 8;
  small.array_items = 2;
  EXPECT_THAT(faults(form(R"("id":"123456789")"), small), ElementsAre("limit-exceeded /id 1:38"));
  EXPECT_THAT(faults(form(R"("storage_media":[{},{},{}])"), small),
              ElementsAre("limit-exceeded /storage_media 1:49"));
  EXPECT_THAT(faults(form(R"("extensions":{"123456789":1})"), small),
              ElementsAre("limit-exceeded /extensions/123456789 1:47"));
  Limits shallow;
  shallow.depth = 4;
  EXPECT_THAT(faults(form(R"("extensions":{"a":[[[1]]]})"), shallow),
              ElementsAre("limit-exceeded  1:1"));
  Limits bottomless;
  bottomless.depth = 5'000;
  Document document;
  document.read(form(R"("extensions":)" + std::string(2'000, '[') + std::string(2'000, ']')),
                bottomless);
  ASSERT_EQ(document.findings().size(), 1U);
  EXPECT_EQ(std::get<std::int64_t>(document.findings()[0].arguments.at(1).content), 1'024);
  Limits tiny;
  tiny.document_bytes = 10;
  EXPECT_THAT(faults(form(R"("id":"1")"), tiny), ElementsAre("limit-exceeded  1:1"));
  Limits few;
  few.findings = 2;
  EXPECT_THAT(
      faults(form(R"("a":1,"b":1,"c":1,"d":1)"), few),
      ElementsAre("unknown-field /a 1:33", "unknown-field /b 1:39", "findings-truncated  1:1"));
}

TEST(Decode, AnEmptyTextIsNoDocumentWithAnyLimits) {
  const Limits none{0, 0, 0, 0, 0, 0};
  for (const Limits& limits : {none, Limits{.depth = 0}, Limits{}}) {
    EXPECT_THAT(faults("", limits), ElementsAre("document-empty  1:1"));
    EXPECT_THAT(faults(kByteOrderMark, limits), ElementsAre("document-empty  1:1"));
  }
}

TEST(Decode, FormatsAreDistinguished) {
  EXPECT_THAT(faults("{}"), ElementsAre("format-missing /format 1:1"));
  EXPECT_THAT(faults(R"({"format": 1})"), ElementsAre("wrong-type /format 1:12"));
  for (const char* format :
       {"tokki.declaration/2", "tokki.declaration/0", "tokki.dossier/2", "tokki.edition/1", ""}) {
    EXPECT_THAT(faults(std::string(R"({"format": ")") + format + "\"}"),
                ElementsAre("format-unknown /format 1:12"));
  }
}

TEST(Decode, AByteOrderMarkIsSkippedAndReported) {
  EXPECT_THAT(faults("\xEF\xBB\xBF{\"format\":\"tokki.declaration/1\",\"x\":1}"),
              ElementsAre("byte-order-mark  1:1", "unknown-field /x 1:33"));
}

TEST(Decode, FaultyMembersCoverWhatIsAboveAndBelow) {
  Document document;
  document.read(R"({"format":"tokki.declaration/1","declarant":{"name":1}})");
  const auto faulty = [&](const Path& path) { return document.faulty_at(Place(path)); };
  EXPECT_TRUE(faulty(at(&Declaration::declarant, &Party::name)));
  EXPECT_TRUE(faulty(at(&Declaration::declarant)));
  Place below(at(&Declaration::declarant, &Party::name));
  below.below = {"x"};
  EXPECT_TRUE(document.faulty_at(below));
  EXPECT_FALSE(faulty(at(&Declaration::declarant, &Party::address)));
  EXPECT_FALSE(faulty(at(&Declaration::contract)));
}

TEST(Decode, MovesWithWhatItOwns) {
  Document document;
  document.read(sample_declaration());
  const Document moved = std::move(document);
  EXPECT_EQ(moved.declaration()->contract.title.view(), "委託訓練契約書");
}

// Any bytes give a record or an error, never a crash.
RC_GTEST_PROP(Decode, SurvivesAnyChangeOfBytes, ()) {
  std::string json = text_of(kSourceDir / "tests/schema/every-member.json");
  for (int i = 0, n = *rc::gen::inRange(1, 6); i < n; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, json.size());
    switch (*rc::gen::inRange(0, 3)) {
      case 0: json[at] = static_cast<char>(*rc::gen::inRange(0, 256)); break;
      case 1: json.erase(at, *rc::gen::inRange<std::size_t>(1, 20)); break;
      default:
        json.insert(
            at, *rc::gen::elementOf(std::vector<std::string>{"{", "]", "\"", ",", "\\u", "00"}));
    }
  }
  Document document;
  document.read(json);
  bool error = false;
  for (const Finding& finding : document.findings()) {
    error = error || finding.severity == Severity::error;
    RC_ASSERT(finding.at.position->offset <= json.size());
  }
  RC_ASSERT(document.declaration() != nullptr || error);
}

TEST(Decode, NothingIsLeftOfADocumentThatWasMovedFrom) {
  Document document;
  document.read(R"({"format": "tokki.declaration/1", "contract": 1})");
  const Document taken = std::move(document);
  EXPECT_EQ(taken.faulty().size(), 1U);
  // NOLINTBEGIN(bugprone-use-after-move): that is the case
  EXPECT_EQ(document.declaration(), nullptr);
  EXPECT_EQ(document.dossier(), nullptr);
  EXPECT_EQ(document.dossier_record(), nullptr);
  EXPECT_EQ(document.kind(), "");
  EXPECT_TRUE(document.findings().empty());
  EXPECT_TRUE(document.faulty().empty());
  EXPECT_FALSE(document.faulty_at(Place(at(&Declaration::contract))));
  std::vector<Finding> findings = taken.findings();
  findings.at(0).at.position.reset();
  document.locate(findings);
  EXPECT_FALSE(findings[0].at.position);
  document.read(sample_declaration());
  // NOLINTEND(bugprone-use-after-move)
  EXPECT_NE(document.declaration(), nullptr);
}

}  // namespace decode_test
}  // namespace tokki
