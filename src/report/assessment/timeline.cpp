#include "report/assessment/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <type_traits>
#include <utility>

#include "record/record_kinds.hpp"
#include "report/assessment/related_records.hpp"
#include "report/findings/message.hpp"
#include "report/in_language.hpp"

namespace tokki::inline v0::internal {
namespace {

// The entries of one record after another: one for its own time, and one for each further time that
// it states, such as when a contact arrived.
class Entries {
 public:
  Entries(const AssessmentView& view, const Dossier& dossier) : view_(view) {
    for (const Party& each : dossier.parties) ids_.insert(each.id);
    for (const Person& each : dossier.persons) ids_.insert(each.id);
  }

  template <class T>
  void add(const Entry<T>& entry, const auto& kind) {
    const T& record = *entry.record;
    const std::string cells =
        fmt::format("{}.{}.", kRecordKinds<Dossier>.dossier, std::string_view(kind.list));
    TimelineEntry first{record.at.value, kind.name, std::string(entry.id), "at", {}, who(record)};
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (is_ticked<M>) {
        for (const auto& choice : Description<typename M::choice_type>::choices) {
          if (!(record.*field.member).has(choice.value)) continue;
          append(first.event, label(fmt::format("{}{}.{}", cells, field.key, choice.key)));
        }
      }
    });
    std::vector<TimelineEntry> further;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (std::is_same_v<M, Instant>) {
        const Instant& instant = record.*field.member;
        if (field.key == "at" || field.key == "recorded_at" || instant.written.empty()) return;
        const std::string what = label(cells + std::string(field.key));
        if (instant.value == record.at.value) return append(first.event, what);
        // What is set for later is known; what happens later is not.
        const bool later = instant.value && instant.value->lo > view_.assessment().as_of;
        if (later && field.key != "due") return;
        TimelineEntry& other = further.emplace_back(first);
        other.when = instant.value;
        other.member = field.key;
        other.event = what;
      }
    });
    all_.push_back(std::move(first));
    std::ranges::move(further, std::back_inserter(all_));
  }

  // Until when a duty had to be done that the terms set a span for.
  void add(const DutyInstance& instance) {
    const Duty* const duty = view_.duty(instance);
    if (!instance.until || duty == nullptr || duty->decision.kind != DecisionKind::within) return;
    std::string event = view_.citation(instance, view_.language());
    event = view_.localized(event + "の期限", "the time set by " + event + " runs out");
    if (instance.status == Status::undetermined) {
      event +=
          view_.localized("（最も早く数えた場合）", " (counted from the earliest recognition)");
    }
    all_.push_back({TimeInterval{*instance.until, *instance.until}, TimelineEntry::kDuty,
                    instance.key, "until", std::move(event), view_.bearer(instance)});
  }

  std::vector<TimelineEntry> in_order() && {
    std::ranges::stable_sort(all_, {}, [](const TimelineEntry& each) {
      return each.when ? std::pair(each.when->lo, each.when->hi)
                       : std::pair(Second::max(), Second::max());
    });
    return std::move(all_);
  }

 private:
  // By whom it was, where a record of the kind says so; names that are no ids are values.
  template <class T>
  std::string who(const T& record) const {
    std::string_view by;
    bool says_by = false;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (std::is_same_v<M, Str>) {
        if (field.key != "by" && field.key != "person" && field.key != "party") return;
        says_by = true;
        if (by.empty()) by = record.*field.member;
      }
    });
    if (!says_by) return {};
    if (by.empty()) return view_.localized("乙", "contractor");
    return ids_.contains(by) || view_.options().style.show_values
               ? view_.who(by)
               : view_.localized("名称は非表示", "name withheld");
  }

  std::string label(const std::string& key) const {
    const Cell* const cell = view_.assessment().edition->cell(key);
    return cell == nullptr ? std::string() : std::string(in(cell->label, view_.language()));
  }

  void append(std::string& to, const std::string& text) const {
    if (text.empty()) return;
    if (!to.empty()) to += view_.localized("、", ", ");
    to += text;
  }

  const AssessmentView& view_;
  std::set<std::string_view> ids_{"甲"};  // of people and firms
  std::vector<TimelineEntry> all_;
};

}  // namespace

Timeline::Timeline(const AssessmentView& view) : view_(view) {
  const AssessmentReportOptions& options = view.options();
  if (options.records == nullptr || options.incident.empty()) return;
  const Dossier& dossier = options.records->dossier();
  const Ledger ledger(dossier, view.assessment().known_at);
  Entries entries(view, dossier);
  each_related(ledger, options.incident, view.assessment().as_of,
               [&](const auto& entry, const auto& kind) { entries.add(entry, kind); });
  for (const DutyInstance* const each : view.instances()) entries.add(*each);
  entries_ = std::move(entries).in_order();
}

std::string Timeline::title() const {
  return view_.localized("事案の経過", "What is on record of it");
}

std::string Timeline::day_of(const TimelineEntry& entry) const {
  return entry.when ? date_text(day_in_japan(entry.when->lo), view_.language())
                    : view_.localized("日時不明", "Time unknown");
}

std::string Timeline::clock_of(const TimelineEntry& entry) const {
  if (!entry.when) return {};
  const TimeInterval& interval = *entry.when;
  if (interval == day_in_japan(day_in_japan(interval.lo))) return {};
  constexpr std::size_t kDate = 11;    // 2025-04-01T
  constexpr std::size_t kSeconds = 8;  // 09:30:00
  constexpr std::size_t kMinutes = 5;
  const bool minute = interval.hi - interval.lo == std::chrono::seconds(59);
  std::string text = iso(interval.lo).substr(kDate, minute ? kMinutes : kSeconds);
  if (interval.exact() || minute) return text;
  return text + view_.localized("～", " to ") + view_.time(interval.hi);
}

std::string Timeline::words_of(const TimelineEntry& entry) const {
  const bool set_by_terms = entry.kind == TimelineEntry::kDuty;
  std::string text = set_by_terms ? entry.event : view_.kind_name(entry.kind) + " " + entry.id;
  if (!set_by_terms && !entry.event.empty()) text += view_.localized("：", ": ") + entry.event;
  if (!entry.who.empty())
    text += view_.localized("（", " (") + entry.who + view_.localized("）", ")");
  return text;
}

}  // namespace tokki::inline v0::internal
