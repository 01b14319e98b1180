// One small assessment in every format, as it was found right: see tests/report/assessment.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "files.hpp"
#include "tokki/assessment_report.hpp"

namespace tokki {
namespace assessment_golden_test {

// Made by hand, so that it does not change with how duties are decided: one instance of each
// status, and texts that formats must escape.
struct Sample {
  Assessor records;
  Assessment assessment;

  Sample() {
    records.add(R"({"format": "tokki.dossier/1",
      "contract": {"client": "青嵐県", "contractor": "hibari", "concluded_on": "令和7年4月1日",
                   "course_number": "5-07"},
      "parties": [{"id": "hibari", "name": "ひばり"}, {"id": "suzume", "name": "すずめ"}],
      "incidents": [{"id": "inc-1", "at": "2025-06-02T09:00+09:00", "kinds": ["security"],
                     "occurred": true}],
      "recognitions": [{"id": "kno-1", "incident": "inc-1", "at": "2025-06-02T09:10:00+09:00"}],
      "instructions": [{"id": "a,b;c\\d<e>", "at": "2025-06-02"}]})",
                "案件 1.json");
    assessment = records.assess({.as_of = end_of(day(2025, 6, 3))});
    const Fact contract{"contract", RecordSource(0, 0)};
    const Fact incident{"incident", RecordSource(0, 0)};
    const Fact recognition{"recognition", RecordSource(0, 0)};
    const Fact instruction{"instruction", RecordSource(0, 0)};
    assessment.instances.clear();
    assessment.undecided = {"A6", "B1"};
    DutyInstance& late = add("B2.time@inc-1/hibari", "B2.time", Status::breached, "done-late");
    late.remedied_at = second(2, 10, 10, 1);
    late.delay = std::chrono::seconds(3601);
    late.facts = {incident, recognition};
    DutyInstance& overdue =
        add("A12.obey@a,b;c\\d<e>/hibari", "A12.obey", Status::undetermined, "overdue-unrecorded");
    overdue.overdue = true;
    overdue.since = second(2, 10, 30, 0);
    overdue.until = second(3, 17, 0, 0);
    overdue.facts = {instruction};
    DutyInstance& soon = add("A9.3.obey@inc-1/hibari", "A9.3.obey", Status::due, "awaited");
    soon.until = end_of(day(2025, 6, 20));
    add("A9.3@inc-1/hibari", "A9.3", Status::due, "awaited").since = second(2, 9, 10, 0);
    DutyInstance& open = add("A5.consent@edge-1/hibari", "A5.consent", Status::undetermined, "");
    open.reasons = {{.info = reason("reading-open"), .reading = &reading("electronic-is-writing")}};
    DutyInstance& mirror =
        add("B2.time@inc-1/suzume", "B2.time", Status::fulfilled, "done-in-time");
    mirror.bearer = "suzume";
    mirror.mirror = true;
    mirror.facts = {incident};
    assessment.digest.clear();  // it changes with every word of the edition
    add("A4/hibari", "A4", Status::waived, "waived").underlying = Status::breached;
    add("A11@inc-1/hibari", "A11", Status::exercisable, "power-given").facts = {contract};
    add("A8@edge-1/hibari", "A8", Status::not_triggered, "nothing-on-record");
  }

  DutyInstance& add(const char* key, const char* duty, Status status, const char* why) {
    DutyInstance& instance = assessment.instances.emplace_back();
    instance.key = key;
    instance.duty = assessment.edition->duty(duty)->key.view();
    instance.bearer = "hibari";
    instance.status = instance.underlying = status;
    if (*why != '\0') instance.reasons = {{.info = reason(why)}};
    return instance;
  }

  static Day day(int year, unsigned month, unsigned of_month) {
    return Day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
  }
  static Second second(unsigned of_june, int hours, int minutes, int seconds) {
    return day_in_japan(day(2025, 6, of_june)).lo + std::chrono::hours(hours) +
           std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
  }
  static const ReasonInfo* reason(std::string_view id) {
    for (const ReasonInfo& each : all_reasons()) {
      if (each.id == id) return &each;
    }
    throw std::out_of_range(std::string(id));
  }
  static const ReadingInfo& reading(std::string_view id) {
    for (const ReadingInfo& each : all_readings()) {
      if (each.id == id) return each;
    }
    throw std::out_of_range(std::string(id));
  }
  [[nodiscard]] std::string in(const AssessmentFormat& format, Language language) const {
    AssessmentReportOptions options;
    options.style.language = language;
    options.all = true;
    options.records = &records;
    return format.write(assessment, options);
  }
};

// A format and a language; data are the same in both.
struct View {
  AssessmentFormat format;
  Language language;
};

std::vector<View> views() {
  std::vector<View> all;
  for (const AssessmentFormat& format : assessment_formats()) {
    all.push_back({format, Language::ja});
    if (!format.name.ends_with("json")) all.push_back({format, Language::en});
  }
  return all;
}

std::string name_of(const View& view) {
  return std::string(view.format.name) + (view.language == Language::ja ? "_ja" : "_en");
}

void PrintTo(const View& view, std::ostream* out) { *out << name_of(view); }

class Golden : public testing::TestWithParam<View> {};

TEST_P(Golden, IsAsItWasFoundRight) {
  const std::string name = name_of(GetParam());
  const std::filesystem::path expected = kSourceDir / "tests/report/assessment" / name;
  const std::string text = Sample().in(GetParam().format, GetParam().language);
  if (text == text_of(expected)) return;
  const std::filesystem::path actual = std::filesystem::path(testing::TempDir()) / name;
  std::ofstream(actual, std::ios::binary) << text;
  ADD_FAILURE() << "See: diff " << expected << " " << actual << "\nIf the difference is right: cp "
                << actual << " " << expected;
}

INSTANTIATE_TEST_SUITE_P(AssessmentReports, Golden, testing::ValuesIn(views()),
                         [](const auto& instance) { return name_of(instance.param); });

}  // namespace assessment_golden_test
}  // namespace tokki
