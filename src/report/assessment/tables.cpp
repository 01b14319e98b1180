// How duties stand, as tables: CSV and Markdown.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "report/assessment/timeline.hpp"
#include "report/csv.hpp"
#include "report/in_language.hpp"
#include "report/markdown.hpp"
#include "tokki/decode.hpp"

namespace tokki::inline v0::internal {
namespace {

std::string iso_or_blank(const std::optional<Second>& second) {
  return second ? iso(*second) : std::string();
}

constexpr Text kAssessmentColumns[] = {{"状況", "Status"},
                                       {"期限経過", "Overdue"},
                                       {"条項", "Clause"},
                                       {"要旨", "Summary"},
                                       {"義務", "Duty"},
                                       {"きっかけ", "Trigger"},
                                       {"当事者", "Party"},
                                       {"いつから", "Since"},
                                       {"いつまで", "Until"},
                                       {"是正", "Remedied"},
                                       {"所要（秒）", "Took (s)"},
                                       {"理由", "Reason"},
                                       {"確定に要するもの", "Settled by"},
                                       {"根拠", "Rests on"},
                                       {"キー", "Key"},
                                       {"文書", "Dossier"}};
constexpr Text kStatusColumns[] = {{"条項", "Clause"},
                                   {"要旨", "Summary"},
                                   {"当事者と日時", "Party and times"},
                                   {"理由", "Why"},
                                   {"確定に要するもの", "Settled by"},
                                   {"根拠", "Rests on"},
                                   {"キー", "Key"}};

// One after another: where an initializer list holds a conditional, and making a string fails, GCC
// 12 destroys strings that were never made.
std::vector<std::string> cells_of(const AssessmentView& view, const DutyInstance& each,
                                  const std::string& dossier) {
  std::vector<std::string> cells;
  const auto add = [&](std::string cell) { cells.push_back(std::move(cell)); };
  add(std::string(status_name(each.status, view.language())));
  add(each.overdue ? view.localized("はい", "yes") : std::string());
  add(view.citation(each, view.language()));
  add(view.summary(each, view.language()));
  add(std::string(each.duty));
  add(each.trigger);
  add(each.bearer);
  add(iso_or_blank(each.since));
  add(iso_or_blank(each.until));
  add(iso_or_blank(each.remedied_at));
  add(each.delay ? std::to_string(each.delay->count()) : std::string());
  add(view.reasons(each));
  add(view.settles(each));
  add(view.facts(each));
  add(each.key);
  add(dossier);
  return cells;
}

}  // namespace

std::string assessment_csv(const Assessment& assessment, const AssessmentReportOptions& options) {
  const AssessmentView view(assessment, options);
  std::string out;
  if (options.heading) {
    out += kByteOrderMark;
    append_csv_row(in(kAssessmentColumns, view.language()), out);
  }
  const std::string dossier = options.records != nullptr && options.records->documents() != 0
                                  ? options.records->name_of(0)
                                  : std::string();
  for (const DutyInstance* const each : view.instances()) {
    append_csv_row(cells_of(view, *each, dossier), out);
  }
  return out;
}

std::string assessment_markdown(const Assessment& assessment,
                                const AssessmentReportOptions& options) {
  const AssessmentView view(assessment, options);
  const std::vector<std::string> heading = view.heading();
  std::string out = "# " + inlined(heading.front()) + "\n";
  for (std::size_t i = 1; i < heading.size(); ++i) out += "\n" + inlined(heading[i]) + "\n";
  const Timeline timeline(view);
  if (!timeline.entries().empty()) {
    out += "\n## " + timeline.title() + "\n\n";
    for (const TimelineEntry& each : timeline.entries()) {
      out += "- " +
             inlined(timeline.day_of(each) + " " + timeline.clock_of(each) + " " +
                     timeline.words_of(each)) +
             "\n";
    }
  }
  for (const StatusGroup& group : view.groups()) {
    out += fmt::format("\n## {} ({})\n\n", inlined(group.title), group.instances.size());
    out += row(in(kStatusColumns, view.language()));
    out += "|---|---|---|---|---|---|---|\n";
    for (const DutyInstance* const each : group.instances) {
      std::string who = view.bearer(*each, group);
      if (const std::string times = view.times(*each); !times.empty()) who += "\n" + times;
      out += row(std::vector<std::string>{
          view.citation(*each, view.language()), view.summary(*each, view.language()), who,
          view.reasons(*each), view.settles(*each), view.facts(*each), each->key});
    }
  }
  if (const auto liabilities = view.liabilities(); !liabilities.empty()) {
    out += "\n## " + inlined(view.liabilities_title()) + "\n\n";
    for (const std::string& line : liabilities) out += "- " + inlined(line) + "\n";
  }
  for (const std::string& line : {view.others(), view.undecided()}) {
    if (!line.empty()) out += "\n" + inlined(line) + "\n";
  }
  return out;
}

}  // namespace tokki::inline v0::internal
