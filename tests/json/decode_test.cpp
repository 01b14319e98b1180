#include "tokki/decode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "json/scan.hpp"
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

TEST(Decode, NothingIsNoDocumentWhateverTheLimits) {
  const Limits none{0, 0, 0, 0, 0, 0};
  for (const Limits& limits : {none, Limits{.depth = 0}, Limits{}}) {
    EXPECT_THAT(faults("", limits), ElementsAre("document-empty  1:1"));
    EXPECT_THAT(faults(kByteOrderMark, limits), ElementsAre("document-empty  1:1"));
  }
}

TEST(Decode, FormatsAreToldApart) {
  EXPECT_THAT(faults("{}"), ElementsAre("format-missing /format 1:1"));
  EXPECT_THAT(faults(R"({"format": 1})"), ElementsAre("wrong-type /format 1:12"));
  for (const char* format :
       {"tokki.declaration/2", "tokki.declaration/0", "tokki.dossier/2", "tokki.edition/1", ""}) {
    EXPECT_THAT(faults(std::string(R"({"format": ")") + format + "\"}"),
                ElementsAre("format-unknown /format 1:12"));
  }
}

TEST(Decode, AByteOrderMarkIsSkippedAndSaid) {
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

// Whatever is done to the bytes: a record or an error, and no crash.
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

nlohmann::json any_json(int depth = 0) {
  const int kind = *rc::gen::inRange(0, depth > 3 ? 4 : 6);
  switch (kind) {
    case 0: return nullptr;
    case 1: return *rc::gen::arbitrary<int>();
    case 2:
      return *rc::gen::elementOf(
          std::vector<std::string>{"", "a/b", "~\"\\", "日本", "{[,:]}", "yY_\x7F"});
    case 3: return true;
    case 4: {
      nlohmann::json array = nlohmann::json::array();
      for (int i = 0, n = *rc::gen::inRange(0, 4); i < n; ++i) array.push_back(any_json(depth + 1));
      return array;
    }
    default: {
      nlohmann::json object = nlohmann::json::object();
      for (const char* key : {"a", "b/c", "日~", "\"q\""}) {
        if (*rc::gen::arbitrary<bool>()) object[key] = any_json(depth + 1);
      }
      return object;
    }
  }
}

// Every value lies where the scan says, with nlohmann as the judge.
RC_GTEST_PROP(Scan, FindsEveryValueWhereItStands, ()) {
  const nlohmann::json json = any_json();
  const std::string text = json.dump(*rc::gen::inRange(-1, 3));
  std::size_t values = 0;
  const auto compare = [&](auto&& self, std::size_t begin, const nlohmann::json& value) {
    ++values;
    const std::size_t end = end_of_value(text, begin);
    RC_ASSERT(nlohmann::json::parse(text.substr(begin, end - begin)) == value);
    if (!value.is_structured()) return end;
    const std::size_t walked = each_child(
        text, begin,
        [&](std::string_view key, std::size_t index, std::size_t,
            std::size_t child) -> std::size_t {
          RC_ASSERT(value.is_array() == key.empty());
          return self(self, child, key.empty() ? value.at(index) : value.at(unquoted(key)));
        });
    RC_ASSERT(walked == end);
    return end;
  };
  compare(compare, skip_space(text, 0), json);
  std::size_t expected = 0;
  const auto count = [&](auto&& self, const nlohmann::json& value) -> void {
    ++expected;
    if (value.is_structured()) {
      for (const auto& item : value) self(self, item);
    }
  };
  count(count, json);
  RC_ASSERT(values == expected);
}

TEST(Locate, ARepeatedKeyStandsWhereItIsRepeated) {
  const std::string json = R"({"a": 1, "b": [2], "a": 3})";
  std::vector<Finding> findings(2);
  findings[0].at.below = findings[1].at.below = {"a"};
  findings[0].at.at_key = true;
  locate(json, findings);
  EXPECT_EQ(findings[0].at.position->offset, json.rfind("\"a\""));
  EXPECT_EQ(findings[1].at.position->offset, json.find('1'));
}

TEST(Locate, KeepsWhatStandsThere) {
  std::vector<Finding> findings(1);
  findings[0].at.below = {"a"};
  locate(R"({"a": "日本", "b": 1})", findings, true);
  EXPECT_EQ(findings[0].at.value, "日本");
}

std::vector<std::string> steps_of(nlohmann::json::json_pointer pointer) {
  std::vector<std::string> steps;
  for (; !pointer.empty(); pointer.pop_back()) steps.insert(steps.begin(), pointer.back());
  return steps;
}

// The walk ends once all places are found; that changes nothing of what is found.
RC_GTEST_PROP(Locate, FindsTheSameAloneAndTogether, ()) {
  const nlohmann::json json = any_json();
  const std::string text = json.dump(*rc::gen::inRange(-1, 3));
  std::vector<Finding> together;
  const auto ask = [&](auto&& self, const nlohmann::json::json_pointer& here) -> void {
    const nlohmann::json& value = json.at(here);
    together.emplace_back().at.below = steps_of(here);
    together.emplace_back().at.below = steps_of(here / "absent");
    if (value.is_object()) {
      for (const auto& [key, member] : value.items()) self(self, here / key);
    }
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) self(self, here / i);
  };
  ask(ask, nlohmann::json::json_pointer());
  std::vector<Finding> alone = together;
  locate(text, together);
  for (std::size_t i = 0; i < alone.size(); ++i) {
    std::vector<Finding> one{alone[i]};
    locate(text, one);
    RC_ASSERT(one[0].at.position == together[i].at.position);
    // An absent member is shown where the value that lacks it stands.
    const nlohmann::json::json_pointer pointer(alone[i].at.pointer());
    const auto& value = json.at(i % 2 == 0 ? pointer : pointer.parent_pointer());
    const std::size_t begin = one[0].at.position->offset;
    RC_ASSERT(nlohmann::json::parse(text.substr(begin, end_of_value(text, begin) - begin)) ==
              value);
    const auto lines = std::ranges::count(std::string_view(text).substr(0, begin), '\n');
    RC_ASSERT(one[0].at.position->line == static_cast<std::uint32_t>(lines) + 1);
  }
}

}  // namespace decode_test
}  // namespace tokki
