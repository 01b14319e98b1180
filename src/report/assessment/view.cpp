#include "report/assessment/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <type_traits>

#include "assess/ledger.hpp"
#include "report/findings/message.hpp"
#include "report/findings/vocabulary.hpp"
#include "report/in_language.hpp"
#include "tokki/chain.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr AssessmentFormat kAssessmentFormats[] = {
    {"text", &assessment_text}, {"json", &assessment_json},         {"ndjson", &assessment_ndjson},
    {"csv", &assessment_csv},   {"markdown", &assessment_markdown},
};

constexpr std::chrono::hours kJapan9{9};

bool is_due(const DutyInstance& instance) {
  return instance.overdue || instance.status == Status::due;
}

// Overdue first, then by the time set, then by how long it is owed; what has no time comes last.
auto due_order(const DutyInstance* instance) {
  const auto time = instance->until ? instance->until : instance->since;
  return std::tuple(!instance->overdue, time.value_or(Second::max()));
}

// Whether a record refers to one of those.
template <class T>
bool refers(const T& record, const Ledger& ledger, const std::set<std::string_view>& to) {
  bool found = false;
  const auto look_at = [&](const Str& cited) {
    found = found || (!cited.empty() && to.contains(ledger.root(cited)));
  };
  for_each_field<T>([&]<class M>(const Field<T, M>& field) {
    const bool names = field.key == "incident" || field.key == "instruction" ||
                       field.key == "request" || field.key == "about";
    if (!names) return;
    if constexpr (std::is_same_v<M, Str>) {
      look_at(record.*field.member);
    } else if constexpr (std::is_same_v<M, List<Str>>) {
      for (const Str& cited : record.*field.member) look_at(cited);
    }
  });
  return found;
}

// Calls `visit(entry, kind)` for an incident and what up to an instant refers to it, directly or,
// as the completion of an instruction does, by what refers to it.
template <class Visit>
void each_related(const Ledger& ledger, std::string_view incident, Second as_of, Visit&& visit) {
  std::set<std::string_view> related{incident};
  std::set<std::pair<std::string_view, std::string_view>> visited;  // kind and id
  for (bool more = true; std::exchange(more, false);) {
    RecordKinds<Dossier>::all.each([&](const auto& kind) {
      using T = std::remove_cvref_t<decltype(kind)>::type;
      if constexpr (std::is_base_of_v<Recorded, T>) {
        for (const Entry<T>& entry : ledger.all<T>()) {
          const auto& at = entry.record->at.value;
          if (at && at->lo > as_of) continue;
          const bool itself = std::is_same_v<T, Incident> && entry.id == incident;
          if (!itself && !refers(*entry.record, ledger, related)) continue;
          if (!visited.emplace(kind.name, entry.id).second) continue;
          related.insert(entry.id);
          more = true;
          visit(entry, kind);
        }
      }
    });
  }
}

}  // namespace

std::span<const AssessmentFormat> assessment_formats() { return kAssessmentFormats; }

const AssessmentFormat* find_assessment_format(std::string_view name) {
  const auto* const found = std::ranges::find(kAssessmentFormats, name, &AssessmentFormat::name);
  return found == std::end(kAssessmentFormats) ? nullptr : found;
}

std::string_view status_name(Status status, Language language) {
  return in(choice_text(status), language);
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
  if (!options.incident.empty() && options.records != nullptr) {
    const Ledger ledger(options.records->dossier(), assessment.known_at);
    each_related(ledger, options.incident, assessment.as_of,
                 [&](const auto& entry, const auto&) { triggers.emplace(entry.id); });
  }
  for (const DutyInstance& each : assessment.instances) {
    if (options.bearer && each.bearer != *options.bearer) continue;
    if (!options.incident.empty()) {
      // A trigger may have parts, as items of an instruction: "ins-1/2".
      const std::string_view trigger = each.trigger;
      if (!triggers.contains(trigger) && !triggers.contains(trigger.substr(0, trigger.find('/')))) {
        continue;
      }
    }
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
  using Tone = StatusGroup::Tone;
  std::vector<StatusGroup> groups;
  const auto add = [&](Tone tone, std::string title, auto&& belongs, bool by_time = false) {
    StatusGroup group{tone, std::move(title), {}};
    std::ranges::copy_if(instances_, std::back_inserter(group.instances), belongs);
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
  return instance.bearer.empty() ? text : text + " " + who(instance.bearer);
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

std::string AssessmentView::day_of(const TimelineEntry& entry) const {
  return entry.when ? date_text(day_in_japan(entry.when->lo), language_)
                    : localized("日時不明", "Time unknown");
}

std::string AssessmentView::words_of(const TimelineEntry& entry) const {
  std::string text = kind_name(entry.kind) + " " + entry.id;
  if (!entry.event.empty()) text += localized("：", ": ") + entry.event;
  if (!entry.who.empty()) text += localized("（", " (") + entry.who + localized("）", ")");
  return text;
}

std::string AssessmentView::clock_of(const TimelineEntry& entry) const {
  if (!entry.when) return {};
  const TimeInterval& interval = *entry.when;
  if (interval == day_in_japan(day_in_japan(interval.lo))) {
    return {};
  }
  constexpr std::size_t kDate = 11;    // 2025-04-01T
  constexpr std::size_t kSeconds = 8;  // 09:30:00
  constexpr std::size_t kMinutes = 5;
  const bool minute = interval.hi - interval.lo == std::chrono::seconds(59);
  std::string text = iso(interval.lo).substr(kDate, minute ? kMinutes : kSeconds);
  if (interval.exact() || minute) return text;
  return text + localized("～", " to ") + time(interval.hi);
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
    text += filled_in(in(reason.info->message, language_), reason.arguments, *assessment_.edition,
                      language_);
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
    if (in(reason.info->settles, language_).empty()) continue;
    std::string each = filled_in(in(reason.info->settles, language_), reason.arguments,
                                 *assessment_.edition, language_);
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
  for (const Place& place : instance.facts) {
    Named named{place.record().kind, name_of(place)};
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

std::vector<TimelineEntry> AssessmentView::timeline() const {
  std::vector<TimelineEntry> entries;
  if (options_.records == nullptr || options_.incident.empty()) return entries;
  const Dossier& dossier = options_.records->dossier();
  const Ledger ledger(dossier, assessment_.known_at);
  // The people and firms that have an id; other names are values.
  std::set<std::string_view> ids{"甲"};
  for (const Party& each : dossier.parties) ids.insert(each.id);
  for (const Person& each : dossier.persons) ids.insert(each.id);

  const auto add = [&]<class T>(const Entry<T>& entry, const auto& kind) {
    const T& record = *entry.record;
    TimelineEntry first{record.at.value, kind.name, std::string(entry.id), "at", {}, {}};
    const std::string cells =
        fmt::format("{}.{}.", kRecordKinds<Dossier>.dossier, std::string_view(kind.list));
    const auto label = [&](const std::string& key) {
      const Cell* const cell = assessment_.edition->cell(cells + key);
      return cell == nullptr ? std::string() : std::string(in(cell->label, language_));
    };
    const auto append = [&](std::string& to, const std::string& text) {
      if (text.empty()) return;
      if (!to.empty()) to += localized("、", ", ");
      to += text;
    };
    std::string_view by;
    bool says_by = false;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      const M& member = record.*field.member;
      const std::string key(field.key);
      if constexpr (is_ticked<M>) {
        for (const auto& choice : Description<typename M::choice_type>::choices) {
          if (member.has(choice.value))
            append(first.event, label(key + "." + std::string(choice.key)));
        }
      } else if constexpr (std::is_same_v<M, Str>) {
        const bool names = key == "by" || key == "person" || key == "party";
        if (!names) return;
        says_by = true;
        if (by.empty()) by = member;
      }
    });
    if (says_by) {
      const bool shown = by.empty() || ids.contains(by) || options_.style.show_values;
      first.who = by.empty() ? localized("乙", "contractor")
                  : shown    ? who(by)
                             : localized("名称は非表示", "name withheld");
    }
    // Times besides that of the record itself: when a contact arrived, when a matter was closed.
    std::vector<TimelineEntry> further;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (std::is_same_v<M, Instant>) {
        const Instant& instant = record.*field.member;
        if (field.key == "at" || field.key == "recorded_at" || instant.written.empty()) return;
        if (instant.value == record.at.value) {
          append(first.event, label(std::string(field.key)));
          return;
        }
        // What is set for later is known; what happens later is not.
        if (instant.value && instant.value->lo > assessment_.as_of && field.key != "due") return;
        TimelineEntry& other = further.emplace_back(first);
        other.when = instant.value;
        other.member = field.key;
        other.event = label(std::string(field.key));
      }
    });
    entries.push_back(std::move(first));
    std::ranges::move(further, std::back_inserter(entries));
  };
  each_related(ledger, options_.incident, assessment_.as_of, add);
  std::ranges::stable_sort(entries, {}, [](const TimelineEntry& each) {
    return each.when ? std::pair(each.when->lo, each.when->hi)
                     : std::pair(Second::max(), Second::max());
  });
  return entries;
}

std::string AssessmentView::liability() const {
  if (options_.records == nullptr || options_.incident.empty()) return {};
  const Dossier& dossier = options_.records->dossier();
  const Ledger ledger(dossier, assessment_.known_at);
  std::string_view where;
  for (const Entry<Incident>& entry : ledger.all<Incident>()) {
    if (entry.id == options_.incident) where = entry.record->party;
  }
  if (where.empty()) return {};
  ChainBuilder builder(day_in_japan(assessment_.as_of), Editions(assessment_.edition));
  builder.add(dossier);
  const Chain chain = builder.build();
  const ChainIndex party = chain.find(where);
  if (party == kNoIndex || party == chain.contractor() || !chain.tier(party)) return {};
  const auto name = [&](ChainIndex each) {
    const ChainParty& known = chain.parties()[each];
    return who(known.id.empty() ? known.name : known.id);
  };
  std::string text = name(chain.contractor());
  for (const ChainIndex edge : chain.path_to(party)) text += " → " + name(chain.edges()[edge].to);
  return text;
}

Report AssessmentView::report_on(const Finding& finding) const {
  Report report;
  report.index = std::numeric_limits<std::uint32_t>::max();  // none: so every place is named
  report.edition = assessment_.edition;
  report.as_of = day_in_japan(assessment_.as_of);
  if (options_.records == nullptr) return report;
  const auto add = [&](const Place& place) {
    report.other_documents.emplace(place.document, options_.records->name_of(place.document));
  };
  add(finding.at);
  for (const Place& related : finding.related) add(related);
  return report;
}

}  // namespace tokki::inline v0
