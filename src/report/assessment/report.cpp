// The formats of the report, and what a report is about.
#include <algorithm>
#include <optional>
#include <set>

#include "assess/context.hpp"
#include "report/assessment/due.hpp"
#include "report/assessment/related_records.hpp"
#include "report/assessment/view.hpp"
#include "report/findings/message.hpp"
#include "report/findings/vocabulary.hpp"
#include "report/in_language.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr AssessmentFormat kAssessmentFormats[] = {
    {"text", &assessment_text}, {"json", &assessment_json},         {"ndjson", &assessment_ndjson},
    {"csv", &assessment_csv},   {"markdown", &assessment_markdown}, {"html", &assessment_html},
    {"ical", &assessment_ical}, {"oscal", &assessment_oscal},
};

}  // namespace

std::span<const AssessmentFormat> assessment_formats() { return kAssessmentFormats; }

const AssessmentFormat* find_assessment_format(std::string_view name) {
  const auto* const found = std::ranges::find(kAssessmentFormats, name, &AssessmentFormat::name);
  return found == std::end(kAssessmentFormats) ? nullptr : found;
}

std::string_view status_name(Status status, Language language) {
  return in(choice_text(status), language);
}

ReasonWords words(const Reason& reason, const Edition& edition, Language language) {
  const auto filled = [&](const Text& pattern) {
    return filled_in(in(pattern, language), reason.arguments, edition, language);
  };
  return {.message = filled(reason.info->message), .settles = filled(reason.info->settles)};
}

Report findings_report(const Assessment& assessment, const Assessor& records) {
  Report report = report_naming(assessment, &records, assessment.findings);
  report.findings = assessment.findings;
  return report;
}

StatusCounts count(std::span<const DutyInstance* const> instances) {
  StatusCounts counts;
  for (const DutyInstance* const each : instances) {
    ++counts.of[static_cast<std::size_t>(each->status)];
    if (each->overdue) ++counts.overdue;
  }
  return counts;
}

std::vector<const DutyInstance*> selected(const Assessment& assessment,
                                          const AssessmentReportOptions& options) {
  std::vector<const DutyInstance*> found;
  std::set<std::string, std::less<>> triggers{options.incident};
  std::optional<Ledger> ledger;
  if (!options.incident.empty() && options.records != nullptr) {
    ledger.emplace(options.records->dossier(), assessment.known_at);
    each_related(*ledger, options.incident, assessment.as_of,
                 [&](const auto& entry, const auto&) { triggers.emplace(entry.id); });
  }
  // It is about the incident or what was done about it, or it stands as it does because of it.
  const auto is_of_incident = [&](const DutyInstance& each) {
    if (triggers.contains(each.trigger)) return true;
    if (!ledger) return false;
    return triggers.contains(record_of(*ledger, each.trigger)) ||
           std::ranges::any_of(each.facts, [&](const Fact& fact) {
             return fact.record == name_of_kind<Incident>() &&
                    ledger->root(options.records->id_at(fact.place())) == options.incident;
           });
  };
  for (const DutyInstance& each : assessment.instances) {
    if (options.bearer && each.bearer != *options.bearer) continue;
    if (!options.incident.empty() && !is_of_incident(each)) continue;
    if (options.next && !is_due(each)) continue;
    found.push_back(&each);
  }
  if (options.next && found.size() > *options.next) {
    // The soonest, but in the order of the assessment.
    std::vector<const DutyInstance*> soonest = found;
    std::ranges::stable_sort(soonest, {}, due_order);
    soonest.resize(*options.next);
    const std::set<const DutyInstance*> kept(soonest.begin(), soonest.end());
    std::erase_if(found, [&](const DutyInstance* each) { return !kept.contains(each); });
  }
  return found;
}

}  // namespace tokki::inline v0
