// timeline.hpp: one incident in the order of time, as it can be read aloud in a meeting.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/assessment/view.hpp"

namespace tokki::inline v0::internal {

/// Something that is on record of an incident, or until when a duty had to be done.
struct TimelineEntry {
  /// The kind of one that is such a time: its `id` is the key of the instance of the duty.
  static constexpr std::string_view kDuty = "duty";
  std::optional<TimeInterval> when;
  std::string_view kind;    ///< of the record
  std::string id;           ///< of the record
  std::string_view member;  ///< which of the record's times it is
  std::string event;        ///< what happened then, in words
  std::string who;          ///< by whom; empty where the record does not say
};

/// All that is on record of the incident that a report is about, up to the instant of the
/// assessment, and the times that are set: those that records set, and those that terms do. Nothing
/// where a report is about no incident.
class Timeline {
 public:
  explicit Timeline(const AssessmentView& view);

  /// In the order of time; what has no time comes last.
  [[nodiscard]] const std::vector<TimelineEntry>& entries() const noexcept { return entries_; }
  [[nodiscard]] std::string title() const;
  /// The day on which it was; "time unknown". Then the time of that day, and what it was.
  [[nodiscard]] std::string day_of(const TimelineEntry& entry) const;
  [[nodiscard]] std::string clock_of(const TimelineEntry& entry) const;
  [[nodiscard]] std::string words_of(const TimelineEntry& entry) const;

 private:
  const AssessmentView& view_;
  std::vector<TimelineEntry> entries_;
};

}  // namespace tokki::inline v0::internal
