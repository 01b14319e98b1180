// view.hpp: an assessment in words, which each format of the report lays out in its own way.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/assessment_report.hpp"

namespace tokki::inline v0::internal {

/// Instances of a report under one heading.
struct StatusGroup {
  enum class Tone : std::uint8_t { bad, open, due, power, good, plain } tone;
  std::string title;
  std::vector<const DutyInstance*> instances;
  bool mixed = false;  ///< of several statuses: each instance says its own
};

class AssessmentView {
 public:
  AssessmentView(const Assessment& assessment, const AssessmentReportOptions& options);

  [[nodiscard]] const Assessment& assessment() const noexcept { return assessment_; }
  [[nodiscard]] const AssessmentReportOptions& options() const noexcept { return options_; }
  [[nodiscard]] Language language() const noexcept { return language_; }
  [[nodiscard]] std::string localized(std::string_view ja, std::string_view en) const {
    return std::string(language_ == Language::ja ? ja : en);
  }

  /// What the report is about, in the order asked for.
  [[nodiscard]] const std::vector<const DutyInstance*>& instances() const noexcept {
    return instances_;
  }
  /// The instances that need attention, and with `all` the others, by status; in the order of time
  /// by the day on which they are due. Those of an incident are all shown.
  [[nodiscard]] std::vector<StatusGroup> groups() const;
  [[nodiscard]] bool shows_all() const { return options_.all || !options_.incident.empty(); }
  /// "Also: 12 fulfilled, 300 not triggered": those of no group; empty when there are none.
  [[nodiscard]] std::string others() const;
  /// The duties that are not decided at all; empty when there are none, or a part is asked for.
  [[nodiscard]] std::string undecided() const;

  /// As of when, known when, by which edition.
  [[nodiscard]] std::vector<std::string> heading() const;
  [[nodiscard]] const Duty* duty(const DutyInstance& instance) const;
  [[nodiscard]] std::string citation(const DutyInstance& instance, Language language) const;
  [[nodiscard]] std::string summary(const DutyInstance& instance, Language language) const;
  [[nodiscard]] bool is_power(const DutyInstance& instance) const;
  /// The role of who bears it, and the id; of a power, towards whom it is.
  [[nodiscard]] std::string bearer(const DutyInstance& instance) const;
  /// The same, with the status where a group does not say it.
  [[nodiscard]] std::string bearer(const DutyInstance& instance, const StatusGroup& group) const;
  /// Since when and until when, when it was done after all, how long it took.
  [[nodiscard]] std::string times(const DutyInstance& instance) const;
  /// All reasons, or all that would settle what is open.
  [[nodiscard]] std::string reasons(const DutyInstance& instance) const;
  [[nodiscard]] std::string settles(const DutyInstance& instance) const;
  /// The records that it rests on, each once.
  [[nodiscard]] std::string facts(const DutyInstance& instance) const;

  /// A second in Japan's time; without seconds that are zero, and without the time at the end of a
  /// day.
  [[nodiscard]] std::string time(Second second) const;

  /// A party or person by its id, and when values are asked for with its name.
  [[nodiscard]] std::string who(std::string_view reference) const;
  /// 連絡・報告・申し出: what the edition calls a kind of record.
  [[nodiscard]] std::string kind_name(std::string_view kind) const;
  /// For whose acts 乙 is liable, too, a line a party: the way of subcontracts from 乙 to it.
  [[nodiscard]] std::vector<std::string> liabilities() const;
  /// What stands above them. There must be a line.
  [[nodiscard]] std::string liabilities_title() const;

  /// What a place is called: its record's kind and id, else its document and pointer.
  [[nodiscard]] std::string record_name(const Place& place) const;
  /// Where a finding is: document, line and pointer.
  [[nodiscard]] std::string place_name(const Finding& finding) const;
  /// A report that findings on the records are written with; they name every document.
  [[nodiscard]] Report report_on(const Finding& finding) const;

 private:
  [[nodiscard]] std::vector<StatusGroup> groups_by_day() const;
  [[nodiscard]] std::vector<StatusGroup> groups_by_status(
      const std::vector<const DutyInstance*>& instances) const;
  [[nodiscard]] std::string name_of(const Place& place) const;

  const Assessment& assessment_;
  const AssessmentReportOptions& options_;
  Language language_;
  std::vector<const DutyInstance*> instances_;
};

/// A report without findings that names the documents which these point into. `records` may be
/// null: then none is named.
[[nodiscard]] Report report_naming(const Assessment& assessment, const Assessor* records,
                                   std::span<const Finding> findings);

[[nodiscard]] std::string assessment_text(const Assessment& assessment,
                                          const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_json(const Assessment& assessment,
                                          const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_ndjson(const Assessment& assessment,
                                            const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_csv(const Assessment& assessment,
                                         const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_markdown(const Assessment& assessment,
                                              const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_html(const Assessment& assessment,
                                          const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_ical(const Assessment& assessment,
                                          const AssessmentReportOptions& options);
[[nodiscard]] std::string assessment_oscal(const Assessment& assessment,
                                           const AssessmentReportOptions& options);

inline constexpr std::string_view kAssessmentFormat = "tokki.assessment/1";

}  // namespace tokki::inline v0::internal
