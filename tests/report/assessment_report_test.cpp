// How duties stand, in each format: what is shown, in which order, and what is withheld.
#include "tokki/assessment_report.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "report/layout.hpp"
#include "tokki/schema.hpp"

namespace tokki {
namespace assessment_report_test {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

Json dossier(const char* name) {
  return Json::parse(text_of(kSourceDir / "tests/corpus/dossiers" / name));
}

Json in_time() { return dossier("notebook-lost-told-within-60-minutes.json"); }
Json too_late() { return dossier("notebook-lost-told-a-second-late.json"); }

Second at(const char* written) { return Instant(Str(written)).value->hi; }

constexpr const char* kThatDay = "2025-06-02";

// A dossier and how its duties stand.
struct Assessed {
  Assessor records;
  Assessment assessment;

  explicit Assessed(const Json& whole, const char* as_of = kThatDay) {
    records.add(whole.dump(), "dossier.json");
    assessment = records.assess({.as_of = at(as_of)});
  }

  [[nodiscard]] std::string in(std::string_view format,
                               AssessmentReportOptions options = {}) const {
    options.records = &records;
    return find_assessment_format(format)->write(assessment, options);
  }
  [[nodiscard]] const DutyInstance& instance(std::string_view key) const {
    const auto found = std::ranges::find(assessment.instances, key, &DutyInstance::key);
    if (found == assessment.instances.end()) throw std::out_of_range(std::string(key));
    return *found;
  }
};

// The same records, each in a document of its own.
std::vector<Json> lines_of(const Json& whole) {
  std::vector<Json> lines;
  RecordKinds<Dossier>::all.each([&](const auto& kind) {
    const auto member = whole.find(std::string(kind.list));
    if (member == whole.end()) return;
    const Json records = member->is_array() ? *member : Json::array({*member});
    for (const Json& record : records) {
      lines.push_back({{"format", "tokki.dossier-record/1"}, {std::string(kind.name), record}});
    }
  });
  return lines;
}

std::vector<std::string> statuses(const Assessment& assessment) {
  std::vector<std::string> all;
  for (const DutyInstance& each : assessment.instances) {
    all.push_back(each.key + " " + std::string(key_of(each.status)));
  }
  return all;
}

TEST(AnAssessor, DecidesWhatTheLawSaysOfTheSixtyMinutes) {
  EXPECT_EQ(Assessed(in_time()).instance("B2.time@inc-1/hibari").status, Status::fulfilled);
  EXPECT_EQ(Assessed(too_late()).instance("B2.time@inc-1/hibari").status, Status::breached);
}

TEST(AnAssessor, JoinsDocumentsOfAllKinds) {
  const Json whole = in_time();
  const auto expected = statuses(Assessed(whole).assessment);
  Assessor lines;
  std::uint64_t number = 0;
  for (const Json& line : lines_of(whole)) lines.add(line.dump(), "records.ndjson", ++number);
  EXPECT_EQ(statuses(lines.assess({.as_of = at(kThatDay)})), expected);
  EXPECT_EQ(lines.name_of(2), "records.ndjson:3");

  // The form as a file of its own counts as filed. Escapes make no difference.
  Json rest = whole;
  Json form = rest["declarations"][0]["declaration"];
  rest.erase("declarations");
  form["format"] = "tokki.declaration/1";
  Assessor files;
  files.add(form.dump(-1, ' ', true), "form.json");
  files.add(rest.dump(-1, ' ', true), "dossier.json");
  const Assessment assessment = files.assess({.as_of = at(kThatDay)});
  EXPECT_EQ(statuses(assessment), expected);
  EXPECT_EQ(files.dossier().parties[0].name, "株式会社ひばり職業訓練校");
}

TEST(AnAssessor, PlacesAddressTheDocumentsAsTheyWereAdded) {
  Assessor records;
  std::uint64_t number = 0;
  for (const Json& line : lines_of(too_late()))
    records.add(line.dump(), "records.ndjson", ++number);
  const Assessment assessment = records.assess({.as_of = at(kThatDay)});
  std::size_t placed = 0;
  for (const DutyInstance& each : assessment.instances) {
    for (const Fact& rests_on : each.facts) {
      const Place fact = rests_on.place();
      const Json line = lines_of(too_late())[fact.document];
      EXPECT_EQ(fact.kind, "dossier-record");
      const Json::json_pointer pointer("/" + std::string(fact.record().kind));
      ASSERT_TRUE(line.contains(pointer)) << fact.pointer();
      EXPECT_EQ(records.id_at(fact), line[pointer].value("id", ""));
      ++placed;
    }
  }
  EXPECT_GT(placed, 5U);
}

TEST(AnAssessor, KeepsFaultsAndAssessesTheRest) {
  Json whole = too_late();
  whole["incidents"][0]["surprise"] = 1;
  Assessor records;
  records.add(whole.dump(), "dossier.json");
  records.add("{", "broken.json");
  const Assessment assessment = records.assess({.as_of = at(kThatDay)});
  EXPECT_EQ(records.undecoded(), 1U);
  ASSERT_GE(assessment.findings.size(), 2U);
  EXPECT_EQ(assessment.findings[0].rule->id, "unknown-field");
  EXPECT_EQ(assessment.findings[1].at.document, 1U);
  const std::string text = find_assessment_format("text")->write(assessment, {.records = &records});
  EXPECT_THAT(text, HasSubstr("B2.time@inc-1/hibari"));
  EXPECT_THAT(text, HasSubstr("dossier.json:1 /incidents/0/surprise"));
  EXPECT_THAT(text, HasSubstr("broken.json"));
  records.clear();
  EXPECT_EQ(records.documents(), 0U);
}

TEST(AnAssessor, ShowsRecordsThatContradictOneAnother) {
  Assessor assessor;
  assessor.add(R"({"format": "tokki.dossier/1",
                   "contract": {"contractor": "hibari", "concluded_on": "2025-04-01"},
                   "parties": [{"id": "hibari", "name": "ひばり", "address": "青嵐市1"}],
                   "incidents": [{"id": "inc-1", "occurred": true},
                                 {"id": "inc-1", "occurred": false}]})",
               "a.json");
  const Assessment assessment = assessor.assess({});
  ASSERT_EQ(assessment.faults.size(), 1U);
  EXPECT_EQ(assessment.faults[0].at.pointer(), "/incidents/1/id");
  AssessmentReportOptions options;
  options.records = &assessor;
  options.style.language = Language::en;
  EXPECT_THAT(find_assessment_format("text")->write(assessment, options),
              HasSubstr("Another record has the same id"));
  const Json json = Json::parse(find_assessment_format("json")->write(assessment, options));
  EXPECT_EQ(json["faults"][0]["fault"], "repeated");
}

TEST(AnAssessor, TakesRecordsMadeInCxx) {
  Assessor records;
  const Document document = [] {
    Document read;
    read.read(too_late().dump());
    return read;
  }();
  records.add(*document.dossier());
  EXPECT_EQ(statuses(records.assess({.as_of = at(kThatDay)})),
            statuses(Assessed(too_late()).assessment));
}

TEST(AnAssessmentInText, ShowsFirstWhatIsBreached) {
  const std::string text = Assessed(too_late()).in("text");
  EXPECT_THAT(text, HasSubstr("違反（"));
  EXPECT_LT(text.find("違反（"), text.find("未確定（"));
  EXPECT_THAT(text, HasSubstr("遵守事項2(2)　B2.time@inc-1/hibari"));
  EXPECT_THAT(text, HasSubstr("期限を過ぎて行われた"));
  EXPECT_THAT(text, HasSubstr("事案 inc-1、認識 kno-1"));
  const std::string english =
      Assessed(too_late()).in("text", {.style = {.language = Language::en}});
  EXPECT_THAT(english, HasSubstr("Breached ("));
  EXPECT_THAT(english, HasSubstr("done 2025-06-02 10:00:01"));
}

TEST(AnAssessmentInText, FitsTheWidth) {
  Json long_id = too_late();
  const std::string id = "inc-" + std::string(200, 'x') + "-\x1b[31m";
  long_id["incidents"][0]["id"] = long_id["recognitions"][0]["incident"] = id;
  long_id["communications"][0]["about"] = Json::array({id});
  for (const Json& whole :
       {in_time(), too_late(), dossier("lost-and-told-in-time.json"), long_id}) {
    const Assessed assessed(whole, "2025-11-06");
    for (const Language language : {Language::ja, Language::en}) {
      for (const char* incident : {"", "inc-1"}) {
        const std::string text = assessed.in(
            "text", {.style = {.language = language}, .all = true, .incident = incident});
        for (std::size_t begin = 0; begin < text.size();) {
          const std::size_t end = text.find('\n', begin);
          const std::string line = text.substr(begin, end - begin);
          EXPECT_LE(internal::columns(line), 80U) << line;
          EXPECT_EQ(line.find('\x1b'), std::string::npos);
          begin = end + 1;
        }
      }
    }
  }
}

TEST(AnAssessmentInText, IsNotDrownedByWhatIsAlike) {
  Json whole = too_late();
  for (int i = 0; i < 500; ++i) {
    Json incident = whole["incidents"][0];
    incident["id"] = "more-" + std::to_string(i);
    whole["incidents"].push_back(incident);
  }
  const Assessed many(whole);
  const std::string text = many.in("text");
  EXPECT_THAT(text, HasSubstr("期限を過ぎて行われた"));
  EXPECT_THAT(text, HasSubstr("同じ義務、同じ理由のものが ほかに"));
  EXPECT_LT(std::ranges::count(text, '\n'), 220);
  const std::string all = many.in("text", {.all = true});
  EXPECT_THAT(all, HasSubstr("@more-499/hibari"));
}

TEST(AnAssessmentInText, IsBoundedWhateverIsOnRecordOfOneIncident) {
  Json whole = too_late();
  for (int i = 0; i < 2000; ++i) {
    const std::string id = std::to_string(i);
    const std::string at = "2025-06-02T11:" + std::string(i % 60 < 10 ? "0" : "") +
                           std::to_string(i % 60) + ":00+09:00";
    whole["recognitions"].push_back({{"id", "kno-x" + id}, {"incident", "inc-1"}, {"at", at}});
    whole["instructions"].push_back({{"id", "ins-x" + id},
                                     {"about", {"inc-1"}},
                                     {"at", at},
                                     {"due", "2025-07-01T1" + at.substr(12)}});
  }
  const Assessed many(whole);
  const std::string text = many.in("text", {.incident = "inc-1"});
  EXPECT_LT(std::ranges::count(text, '\n'), 400);
  EXPECT_THAT(text, HasSubstr("（--all ですべて示します）"));
  EXPECT_THAT(many.in("text", {.all = true, .incident = "inc-1"}), HasSubstr("kno-x1999"));
  EXPECT_THAT(many.in("json", {.incident = "inc-1"}), HasSubstr("kno-x1999"));
}

// Whose own duty it is only by the terms that flow down, its label says.
TEST(AnAssessment, LabelsWhatFlowsDown) {
  const Assessed chain(dossier("lost-and-told-in-time.json"), "2025-11-06");
  const AssessmentReportOptions english{.style = {.language = Language::en}, .all = true};
  EXPECT_THAT(chain.in("text", {.all = true}),
              HasSubstr("再委託等の相手方 kaede（A5.flow_down による）"));
  EXPECT_THAT(chain.in("text", english), HasSubstr("subcontractor kaede (via A5.flow_down)"));
  EXPECT_THAT(chain.in("html", english), HasSubstr("via A5.flow_down"));
}

TEST(AnAssessment, CanBeInTheOrderOfWhatIsDue) {
  Json whole = too_late();
  whole["incidents"].push_back(
      {{"id", "inc-2"}, {"at", "2025-06-03"}, {"kinds", {"security"}}, {"occurred", true}});
  whole["recognitions"].push_back({{"incident", "inc-2"}, {"at", "2025-06-03T09:00:00+09:00"}});
  const Assessed assessed(whole, "2025-06-03T09:30:00+09:00");
  const std::string text = assessed.in("text", {.by = AssessmentOrder::due});
  std::size_t last = 0;
  for (const char* const next :
       {"期限 2025年6月2日（", "違反　乙 hibari", "期限 2025年6月3日（", "B2.time@inc-2/hibari",
        "期限の日時が定まらないもの（", "要履行　乙 hibari", "\n違反（", "\n未確定（"}) {
    const std::size_t at = text.find(next, last);
    ASSERT_NE(at, std::string::npos) << next << "\n" << text;
    last = at;
  }
}

TEST(AnAssessmentInText, ListsWhatIsFulfilledOnlyWhenAsked) {
  const Assessed assessed(in_time());
  EXPECT_THAT(assessed.in("text"), Not(HasSubstr("B2.time@inc-1/hibari")));
  EXPECT_THAT(assessed.in("text"), HasSubstr("ほかに：履行済み"));
  EXPECT_THAT(assessed.in("text", {.all = true}), HasSubstr("B2.time@inc-1/hibari"));
}

TEST(AnAssessment, ShowsWhatIsDueNext) {
  const Assessed assessed(in_time(), "2025-06-02 09:30");
  const std::string text = assessed.in("text", {.next = 3});
  EXPECT_THAT(text, HasSubstr("期限 2025年6月2日 10:00"));
  const auto two = selected(assessed.assessment, {.next = 2});
  ASSERT_EQ(two.size(), 2U);
  EXPECT_TRUE(std::ranges::all_of(
      two, [](const auto* each) { return each->overdue || each->status == Status::due; }));
}

TEST(AnAssessment, ReplaysAnIncident) {
  const Assessed assessed(too_late());
  const std::string text = assessed.in("text", {.incident = "inc-1"});
  const std::size_t recognised = text.find("09:00:00  認識 kno-1");
  const std::size_t arrived = text.find("10:00:01  連絡・報告・申し出 com-1");
  const std::size_t deadline = text.find("10:00:00  遵守事項2(2)の期限（乙 hibari）");
  ASSERT_NE(recognised, std::string::npos);
  ASSERT_NE(deadline, std::string::npos);
  ASSERT_NE(arrived, std::string::npos);
  EXPECT_LT(recognised, deadline);
  EXPECT_LT(deadline, arrived);
  EXPECT_THAT(text, HasSubstr("@ins-1/hibari"));  // what was instructed because of it
  EXPECT_EQ(assessed.records.incident("inc-1"), "inc-1");
  EXPECT_EQ(assessed.records.incident("com-1"), std::nullopt);

  // Before the contact nobody knows of it.
  const Assessed before(too_late(), "2025-06-02 09:30");
  EXPECT_THAT(before.in("text", {.incident = "inc-1"}), Not(HasSubstr("com-1")));
}

TEST(AnAssessment, ReplaysWhatStandsAsItDoesBecauseOfAnIncident) {
  Assessor records;
  records.add(R"({"format": "tokki.dossier/1",
      "contract": {"client": "青嵐県", "contractor": "hibari", "concluded_on": "2025-04-01"},
      "parties": [{"id": "hibari", "name": "ひばり"}],
      "carry_outs": [{"id": "out-1", "at": "2025-06-01T09:00:00+09:00"},
                     {"id": "out-2", "at": "2025-06-02T09:00:00+09:00"}],
      "incidents": [{"id": "inc-1", "carry_out": "out-1", "cause": "lost", "occurred": true,
                     "at": "2025-06-01T12:00:00+09:00"}]})");
  const Assessment assessment = records.assess({.as_of = at("2025-06-30")});
  std::vector<std::string> keys;
  for (const auto* each : selected(assessment, {.incident = "inc-1", .records = &records})) {
    keys.push_back(each->key);
  }
  EXPECT_THAT(keys, testing::Contains("B4.loss@out-1/hibari"));
  EXPECT_THAT(keys, testing::Contains("B2.time@inc-1/hibari"));
  EXPECT_THAT(keys, Not(testing::Contains("B3.drinking@out-1/hibari")));
  EXPECT_THAT(keys, Not(testing::Contains("B4.loss@out-2/hibari")));
}

TEST(AnAssessment, ShowsWhoseActsTheContractorIsLiableFor) {
  const Assessed chain(dossier("lost-and-told-in-time.json"), "2025-11-06");
  EXPECT_THAT(chain.in("text", {.incident = "inc-1"}), HasSubstr("hibari → kaede"));
}

TEST(AnAssessment, CanBeOfOneParty) {
  const Assessed chain(dossier("lost-and-told-in-time.json"), "2025-11-06");
  EXPECT_EQ(chain.records.bearer("有限会社かえで情報"), "kaede");
  EXPECT_EQ(chain.records.bearer("甲"), "");
  EXPECT_EQ(chain.records.bearer("nobody"), std::nullopt);
  for (const auto* each : selected(chain.assessment, {.bearer = "kaede"})) {
    EXPECT_EQ(each->bearer, "kaede");
  }
}

TEST(AnAssessmentAsData, HoldsEveryInstanceInBothLanguages) {
  const Assessed assessed(too_late());
  const Json report = Json::parse(assessed.in("json"));
  EXPECT_EQ(report["format"], "tokki.assessment/1");
  EXPECT_EQ(report["as_of"], "2025-06-02T23:59:59+09:00");
  EXPECT_EQ(report["instances"].size(), assessed.assessment.instances.size());
  EXPECT_EQ(assessed.in("json"), assessed.in("json", {.style = {.language = Language::en}}));
  std::size_t all = 0;
  for (const auto& choice : Description<Status>::choices) {
    all += report["counts"][std::string(choice.key)].get<std::size_t>();
  }
  EXPECT_EQ(all, assessed.assessment.instances.size());
  for (const Json& each : report["instances"]) {
    if (each["key"] != "B2.time@inc-1/hibari") continue;
    EXPECT_EQ(each["status"], "breached");
    EXPECT_EQ(each["clause"]["ja"], "遵守事項2(2)");
    EXPECT_EQ(each["remedied_at"], "2025-06-02T10:00:01+09:00");
    EXPECT_EQ(each["delay_seconds"], 3601);
    EXPECT_EQ(each["facts"][0]["pointer"], "/incidents/0");
    EXPECT_EQ(each["facts"][0]["id"], "inc-1");
  }
  std::istringstream lines(assessed.in("ndjson"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(Json::parse(line)["dossier"], "dossier.json");
  }
  EXPECT_EQ(count, assessed.assessment.instances.size());
}

TEST(AnAssessmentAsATable, HasARowForEachInstance) {
  const Assessed assessed(too_late());
  const std::string table = assessed.in("csv");
  const auto rows = static_cast<std::size_t>(std::ranges::count(table, '\n'));
  EXPECT_EQ(rows, assessed.assessment.instances.size() + 1);
  const std::string without = assessed.in("csv", {.heading = false});
  EXPECT_FALSE(without.starts_with(kByteOrderMark));
  EXPECT_THAT(assessed.in("markdown"), HasSubstr("## 違反 (3)"));
}

// Everything but ids is marked; the mark must not be seen.
Json marked(Json whole) {
  const Json flat = whole.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    const std::string key = pointer.substr(pointer.rfind('/') + 1);
    const bool free = key == "name" || key == "address" || key == "purpose" || key == "topic" ||
                      key == "given_by" || key == "channel" || key == "client" || key == "title" ||
                      (pointer.find("/items/") != std::string::npos && key != "asset");
    if (free && value.is_string()) {
      whole[Json::json_pointer(pointer)] = value.get<std::string>() + "Zq7";
    }
  }
  for (Json& each : whole["instructions"]) each["by"] = "森Zq7";
  return whole;
}

TEST(AnAssessment, WithholdsWhatIsWrittenInRecords) {
  const Assessed assessed(marked(too_late()));
  const Assessed chain(marked(dossier("lost-and-told-in-time.json")), "2025-11-06");
  for (const AssessmentFormat& format : assessment_formats()) {
    for (const Assessed* each : {&assessed, &chain}) {
      for (const char* incident : {"", "inc-1"}) {
        const std::string text = each->in(format.name, {.all = true, .incident = incident});
        EXPECT_THAT(text, Not(HasSubstr("Zq7"))) << format.name;
      }
    }
  }
  const std::string shown = assessed.in("text", {.style = {.show_values = true}, .all = true});
  EXPECT_THAT(shown, HasSubstr("Zq7"));
}

TEST(AnAssessment, CanBeReportedWithoutItsRecords) {
  const Assessed assessed(too_late());
  for (const AssessmentFormat& format : assessment_formats()) {
    EXPECT_FALSE(format.write(assessed.assessment, {}).empty()) << format.name;
  }
}

}  // namespace assessment_report_test
}  // namespace tokki
