#include "report/assessment/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "record/record_kinds.hpp"
#include "report/assessment/due.hpp"
#include "report/findings/message.hpp"
#include "report/findings/vocabulary.hpp"
#include "report/in_language.hpp"

namespace tokki::inline v0::internal {
namespace {

constexpr std::chrono::hours kJapan9{9};

}  // namespace

AssessmentView::AssessmentView(const Assessment& assessment, const AssessmentReportOptions& options)
    : assessment_(assessment),
      options_(options),
      language_(options.style.language),
      instances_(selected(assessment, options)) {
  if (options.by == AssessmentOrder::due || options.next) {
    std::ranges::stable_sort(instances_, {}, due_order);
  } else if (options.by == AssessmentOrder::party) {
    std::ranges::stable_sort(instances_, {},
                             [](const auto* each) { return std::string_view(each->bearer); });
  }
}

std::vector<StatusGroup> AssessmentView::groups() const {
  return options_.by == AssessmentOrder::due ? groups_by_day() : groups_by_status(instances_);
}

// What has a time, day by day; then what is due at no set time; then the rest by its status.
std::vector<StatusGroup> AssessmentView::groups_by_day() const {
  using Tone = StatusGroup::Tone;
  std::vector<const DutyInstance*> timed, untimed, rest;
  for (const DutyInstance* const each : instances_) {
    const Status status = each->status;
    const bool asked = shows_all() || status == Status::breached || status == Status::due ||
                       status == Status::undetermined;
    (each->until && asked ? timed : is_due(*each) ? untimed : rest).push_back(each);
  }
  std::ranges::stable_sort(timed, {}, [](const DutyInstance* each) { return *each->until; });
  std::vector<StatusGroup> groups;
  for (const DutyInstance* const each : timed) {
    std::string title =
        localized("期限 ", "Due ") + date_text(day_in_japan(*each->until), language_);
    if (groups.empty() || groups.back().title != title) {
      const Tone tone = *each->until < assessment_.as_of ? Tone::bad : Tone::due;
      groups.push_back({tone, std::move(title), {}, true});
    }
    groups.back().instances.push_back(each);
  }
  if (!untimed.empty()) {
    std::ranges::stable_sort(untimed, {}, due_order);
    groups.push_back({Tone::due, localized("期限の日時が定まらないもの", "Due, at no set time"),
                      std::move(untimed), true});
  }
  std::ranges::move(groups_by_status(rest), std::back_inserter(groups));
  return groups;
}

std::vector<StatusGroup> AssessmentView::groups_by_status(
    const std::vector<const DutyInstance*>& instances) const {
  using Tone = StatusGroup::Tone;
  std::vector<StatusGroup> groups;
  const auto add = [&](Tone tone, std::string title, auto&& belongs, bool by_time = false) {
    StatusGroup group{tone, std::move(title), {}};
    std::ranges::copy_if(instances, std::back_inserter(group.instances), belongs);
    if (group.instances.empty()) return;
    if (by_time && options_.by != AssessmentOrder::party) {
      std::ranges::stable_sort(group.instances, {}, due_order);
    }
    groups.push_back(std::move(group));
  };
  const auto is = [](Status status) {
    return [status](const DutyInstance* each) { return each->status == status && !each->overdue; };
  };
  add(Tone::bad, localized("違反", "Breached"), is(Status::breached));
  add(
      Tone::bad, localized("期限を過ぎ、未確定", "Overdue, undetermined"),
      [](const DutyInstance* each) { return each->overdue; }, true);
  add(Tone::due, localized("これから履行すべきもの", "Due"), is(Status::due), true);
  add(Tone::open, localized("未確定", "Undetermined"), is(Status::undetermined));
  add(Tone::power, localized("甲が行使できる権限", "Powers that the Client can exercise"),
      is(Status::exercisable));
  if (!shows_all()) return groups;
  for (const Status status :
       {Status::fulfilled, Status::waived, Status::not_triggered, Status::not_exercisable}) {
    const Tone tone = status == Status::fulfilled ? Tone::good : Tone::plain;
    std::string title(status_name(status, language_));
    if (language_ == Language::en) title[0] = static_cast<char>(std::toupper(title[0]));
    add(tone, std::move(title), is(status));
  }
  return groups;
}

std::string AssessmentView::others() const {
  if (shows_all()) return {};
  const StatusCounts counts = count(instances_);
  std::string text;
  for (const Status status :
       {Status::fulfilled, Status::waived, Status::not_triggered, Status::not_exercisable}) {
    if (counts[status] == 0) continue;
    if (!text.empty()) text += localized("、", ", ");
    text += language_ == Language::ja
                ? fmt::format("{} {}件", status_name(status, language_), counts[status])
                : fmt::format("{} {}", counts[status], status_name(status, language_));
  }
  return text.empty() ? text : localized("ほかに：", "Also: ") + text;
}

std::string AssessmentView::undecided() const {
  const std::size_t number = assessment_.undecided.size();
  if (number == 0 || options_.next || options_.bearer || !options_.incident.empty()) return {};
  std::string text = language_ == Language::ja
                         ? fmt::format("記録から判定しない義務等 {}件", number)
                         : fmt::format("Not decided from records: {}", number);
  if (!options_.all) return text;
  std::string keys;
  for (const std::string_view key : assessment_.undecided) {
    if (!keys.empty()) keys += ", ";
    keys += key;
  }
  return text + localized("：", ": ") + keys;
}

std::vector<std::string> AssessmentView::heading() const {
  const bool ja = language_ == Language::ja;
  std::vector<std::string> lines;
  lines.push_back(
      ja ? fmt::format("義務の状況　{} 現在（日本時間）", time(assessment_.as_of))
         : fmt::format("How the duties stand as of {}, Japan's time", time(assessment_.as_of)));
  std::string second = localized("版 ", "edition ") + assessment_.edition->reference();
  if (assessment_.known_at) {
    second += ja ? fmt::format("　{} までに記録されたものによる", time(*assessment_.known_at))
                 : fmt::format("  by what was on record at {}", time(*assessment_.known_at));
  }
  if (!options_.incident.empty()) {
    second += localized("　事案 ", "  incident ") + options_.incident;
  }
  if (options_.bearer) {
    second +=
        localized("　当事者 ", "  party ") + (options_.bearer->empty() ? "甲" : *options_.bearer);
  }
  lines.push_back(std::move(second));
  return lines;
}

const Duty* AssessmentView::duty(const DutyInstance& instance) const {
  return assessment_.edition->duty(instance.duty);
}

std::string AssessmentView::citation(const DutyInstance& instance, Language language) const {
  const Duty* const known = duty(instance);
  return known == nullptr ? std::string() : assessment_.edition->citation(known->clause, language);
}

std::string AssessmentView::summary(const DutyInstance& instance, Language language) const {
  const Duty* const known = duty(instance);
  return known == nullptr ? std::string() : std::string(in(known->summary, language));
}

bool AssessmentView::is_power(const DutyInstance& instance) const {
  const Duty* const known = duty(instance);
  return known != nullptr && known->decision.kind == DecisionKind::power;
}

std::string AssessmentView::bearer(const DutyInstance& instance) const {
  const Duty* const known = duty(instance);
  const Bearer role = known == nullptr ? Bearer::nobody : known->bearer.value_or(Bearer::nobody);
  std::string text;
  if (is_power(instance)) {
    text = localized("甲", "the Client");
    if (!instance.bearer.empty()) text += localized("　対象", ", towards");
  } else if (instance.mirror) {
    text = localized("再委託等の相手方", "subcontractor");
  } else {
    switch (role) {
      case Bearer::client: text = localized("甲", "the Client"); break;
      case Bearer::filer: text = localized("届出者", "filer"); break;
      case Bearer::subcontractor: text = localized("再委託先等", "subcontractor"); break;
      default: text = localized("乙", "contractor");
    }
  }
  if (!instance.bearer.empty()) text += " " + who(instance.bearer);
  if (!instance.mirror) return text;
  const auto& duties = assessment_.edition->file().duties;
  const auto* const flow_down = std::ranges::find_if(
      duties, [](const Duty& each) { return each.decision.kind == DecisionKind::flow_down; });
  if (flow_down == duties.end()) return text;
  return text + localized("（", " (via ") + flow_down->key.str() + localized(" による）", ")");
}

std::string AssessmentView::bearer(const DutyInstance& instance, const StatusGroup& group) const {
  if (!group.mixed) return bearer(instance);
  std::string status(status_name(instance.status, language_));
  if (instance.overdue) status += localized("（期限経過）", " (overdue)");
  return status + localized("　", "; ") + bearer(instance);
}

// Ids are shown; what is no id of the dossier only when values are asked for.
std::string AssessmentView::who(std::string_view reference) const {
  std::string shown(reference);
  if (options_.records == nullptr || !options_.style.show_values) return shown;
  for (const Party& party : options_.records->dossier().parties) {
    if (party.id == reference && !party.name.empty()) {
      return shown + localized("（", " (") + party.name.str() + localized("）", ")");
    }
  }
  return shown;
}

std::string AssessmentView::time(Second second) const {
  const auto local = second + kJapan9;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss clock(local - midnight);
  std::string text = date_text(Day(midnight), language_);
  if (clock.hours().count() == 23 && clock.minutes().count() == 59 && clock.seconds().count() == 59)
    return text;
  text += fmt::format(" {:02}:{:02}", clock.hours().count(), clock.minutes().count());
  if (clock.seconds().count() != 0) text += fmt::format(":{:02}", clock.seconds().count());
  return text;
}

namespace {

// Of days, hours are exact enough; rounded up, since it is the most that it can be.
std::string duration(std::chrono::seconds span, Language language) {
  using std::chrono::ceil;
  using std::chrono::hours;
  const std::int64_t all =
      span < hours(24) ? span.count() : std::chrono::seconds(ceil<hours>(span)).count();
  const bool ja = language == Language::ja;
  std::string text;
  const auto part = [&](std::int64_t number, std::string_view japanese, std::string_view english) {
    if (number == 0) return;
    text += ja ? fmt::format("{}{}", number, japanese)
               : fmt::format("{}{} {}", text.empty() ? "" : " ", number, english);
  };
  part(all / 86400, "日", "d");
  part(all / 3600 % 24, "時間", "h");
  part(all / 60 % 60, "分", "min");
  part(all % 60, "秒", "s");
  if (text.empty()) return ja ? "0秒" : "0 s";
  return text;
}

}  // namespace

std::string AssessmentView::times(const DutyInstance& instance) const {
  const bool ja = language_ == Language::ja;
  std::string text;
  const auto add = [&](const std::string& japanese, const std::string& english) {
    if (!text.empty()) text += ja ? "　" : ", ";
    text += ja ? japanese : english;
  };
  if (instance.since) {
    add(time(*instance.since) + " から", "since " + time(*instance.since));
  }
  if (instance.until) {
    add("期限 " + time(*instance.until), "until " + time(*instance.until));
  }
  if (instance.remedied_at) {
    add(time(*instance.remedied_at) + " に履行", "done " + time(*instance.remedied_at));
  }
  if (instance.delay && instance.delay->count() >= 0) {
    add("所要 最長 " + duration(*instance.delay, language_),
        "took at most " + duration(*instance.delay, language_));
  }
  return text;
}

std::string AssessmentView::reasons(const DutyInstance& instance) const {
  std::string text;
  for (const Reason& reason : instance.reasons) {
    if (!text.empty()) text += localized("。", ". ");
    text += words(reason, *assessment_.edition, language_).message;
    if (reason.reading != nullptr) {
      text += localized("：", ": ");
      text += in(reason.reading->question, language_);
    }
  }
  return text;
}

std::string AssessmentView::settles(const DutyInstance& instance) const {
  if (instance.status != Status::undetermined) return {};
  std::vector<std::string> given;
  for (const Reason& reason : instance.reasons) {
    std::string each = words(reason, *assessment_.edition, language_).settles;
    if (each.empty()) continue;
    if (std::ranges::find(given, each) == given.end()) given.push_back(std::move(each));
  }
  std::string text;
  for (const std::string& each : given) {
    if (!text.empty()) text += localized("、又は", ", or ");
    text += each;
  }
  return text;
}

std::string AssessmentView::kind_name(std::string_view kind) const {
  const RecordKindRow* const row = row_of_kind(kind, kRecordKinds<Dossier>);
  if (row == nullptr) return localized("文書", "document");
  if (language_ == Language::ja) {
    const std::string key = fmt::format("{}.{}", kRecordKinds<Dossier>.dossier, row->list);
    if (const Cell* cell = assessment_.edition->cell(key)) return cell->label.ja.str();
  }
  std::string name(kind);
  std::ranges::replace(name, '_', ' ');
  return name;
}

std::string AssessmentView::facts(const DutyInstance& instance) const {
  constexpr std::size_t kMost = 8;
  struct Named {
    std::string_view kind;
    std::string name;
    bool operator==(const Named&) const = default;
  };
  std::vector<Named> given;
  std::size_t more = 0;
  for (const Fact& fact : instance.facts) {
    Named named{fact.record, name_of(fact.place())};
    if (std::ranges::find(given, named) != given.end()) continue;
    if (given.size() == kMost) {
      ++more;
      continue;
    }
    given.push_back(std::move(named));
  }
  // The kind is named once for those that follow one another.
  std::string text;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (i != 0) text += localized("、", ", ");
    const bool same = i != 0 && given[i].kind == given[i - 1].kind;
    if (!same) text += kind_name(given[i].kind);
    if (!given[i].name.empty()) text += (same ? "" : " ") + given[i].name;
  }
  if (more != 0) text += fmt::format(fmt::runtime(localized(" ほか{}件", " and {} more")), more);
  return text;
}

std::string AssessmentView::record_name(const Place& place) const {
  const std::string name = name_of(place);
  const std::string kind = kind_name(place.record().kind);
  return name.empty() ? kind : kind + " " + name;
}

// The id of a record, else where it is; empty for the contract, of which there is one.
std::string AssessmentView::name_of(const Place& place) const {
  if (options_.records != nullptr) {
    if (const std::string_view id = options_.records->id_at(place); !id.empty()) {
      return std::string(id);
    }
  }
  const RecordKindRow* const row = row_of_kind(place.record().kind, kRecordKinds<Dossier>);
  if (row != nullptr && !row->repeated) return {};
  std::string name;
  if (options_.records != nullptr) name = options_.records->name_of(place.document);
  return name.empty() ? place.pointer() : name + " " + place.pointer();
}

std::string AssessmentView::place_name(const Finding& finding) const {
  const Report report = report_on(finding);
  std::string where(report.name_of(finding.at));
  if (finding.at.position) where += fmt::format(":{}", finding.at.position->line);
  if (const std::string pointer = finding.at.pointer(); !pointer.empty()) {
    where += (where.empty() ? "" : " ") + pointer;
  }
  return where;
}

std::vector<std::string> AssessmentView::liabilities() const {
  std::vector<std::string> lines;
  for (const Liability& each : assessment_.liabilities) {
    const bool asked =
        (!options_.bearer || each.party == *options_.bearer) &&
        (options_.incident.empty() || std::ranges::any_of(each.incidents, [&](const Fact& fact) {
           return options_.records != nullptr &&
                  options_.records->id_at(fact.place()) == options_.incident;
         }));
    if (!asked) continue;
    std::string line = each.path.empty() ? who(each.party) : std::string();
    for (const std::string& party : each.path) line += (line.empty() ? "" : " → ") + who(party);
    std::string acts;
    const auto add = [&](std::size_t count, std::string_view ja, std::string_view en) {
      if (count == 0) return;
      if (!acts.empty()) acts += localized("、", ", ");
      acts += fmt::format(fmt::runtime(localized(ja, en)), count);
    };
    add(each.breaches.size(), "違反{}件", "breaches: {}");
    add(each.incidents.size(), "事案{}件", "incidents: {}");
    line += localized("（", " (") + acts + localized("）", ")");
    if (each.path.empty()) {
      line += localized("：再委託等の相手方であることは示されていない",
                        ": not shown to be a counterparty");
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string AssessmentView::liabilities_title() const {
  return localized("乙が連帯して責任を負う相手方（",
                   "The contractor is jointly and severally liable for (") +
         assessment_.edition->citation(
             assessment_.edition->duty(assessment_.liability_duty)->clause, language_) +
         localized("）", ")");
}

Report report_naming(const Assessment& assessment, const Assessor* records,
                     std::span<const Finding> findings) {
  Report report;
  report.index = std::numeric_limits<std::uint32_t>::max();  // none: so every place is named
  report.edition = assessment.edition;
  report.as_of = day_in_japan(assessment.as_of);
  if (records == nullptr) return report;
  const auto add = [&](const Place& place) {
    report.other_documents.emplace(place.document, records->name_of(place.document));
  };
  for (const Finding& finding : findings) {
    add(finding.at);
    for (const Place& related : finding.related) add(related);
  }
  return report;
}

Report AssessmentView::report_on(const Finding& finding) const {
  return report_naming(assessment_, options_.records, {&finding, 1});
}

}  // namespace tokki::inline v0::internal
