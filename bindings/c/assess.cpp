// assess.cpp: how the duties of a contract stand.
#include "tokki/file_assessor.hpp"

#include <string>
#include <utility>

#include "guard.hpp"
#include "handles.hpp"
#include "tokki/instant.hpp"

using namespace tokki::c;
using tokki::Assessor;
using tokki::DutyInstance;
using tokki::Liability;

namespace {

static_assert(TOKKI_POWER_NOT_EXERCISABLE == static_cast<int>(tokki::Status::not_exercisable) &&
              TOKKI_DUTY_UNDETERMINED == static_cast<int>(tokki::Status::undetermined));
static_assert(TOKKI_BY_DUE == static_cast<int>(tokki::AssessmentOrder::due));

std::optional<tokki::Second> instant_given(tokki_text text) {
  const std::string_view written = given(text);
  if (written.empty()) return std::nullopt;
  const tokki::Instant instant{tokki::Str(written)};
  if (!instant.value) {
    refuse({"日時として読み取れません（例：2025-04-01T09:30:00+09:00、2025-04-01）",
            "an instant is a time or a day, as in 2025-04-01T09:30:00+09:00 or 2025-04-01"});
  }
  return instant.value->hi;
}

/// Runs `change`. An assessor in which an exception interrupted it is not used again.
template <class Change>
void change(tokki_assessor* assessor, const Change& with) {
  given(assessor);
  const std::scoped_lock held(assessor->lock);
  if (!assessor->whole) refuse(TOKKI_NO_MEMORY, kNoMemory);
  if (assessor->closed) {
    refuse({"評価を始めたので、もう追加できません。新しいassessorを作ってください",
            "it was assessed and takes in nothing more; make a new assessor"});
  }
  assessor->whole = false;
  with(*assessor->records);
  assessor->whole = true;
}

const DutyInstance& instance_given(const tokki_assessment* assessment, std::size_t index) {
  const auto& instances = given(assessment).assessment.instances;
  if (index >= instances.size()) {
    refuse(TOKKI_NOT_FOUND,
           {"その番号の義務はありません", "the assessment has no instance of that index"});
  }
  return instances[index];
}

const Liability& liability_given(const tokki_assessment* assessment, std::size_t index) {
  const auto& liabilities = given(assessment).assessment.liabilities;
  if (index >= liabilities.size()) {
    refuse(TOKKI_NOT_FOUND,
           {"その番号の責任はありません", "the assessment has no liability of that index"});
  }
  return liabilities[index];
}

template <class Parts>
void expect_part(const Parts& parts, std::size_t index) {
  if (index >= parts.size()) {
    refuse(TOKKI_NOT_FOUND,
           {"その番号のものはそこにありません", "there is nothing of that index in it"});
  }
}

std::int64_t seconds_of(const std::optional<tokki::Second>& second) {
  return second ? second->time_since_epoch().count() : TOKKI_NO_TIME;
}

/// What is made of each part of each of `all`, once.
template <class All, class T, class Make>
const std::vector<T>& made_of(const All& all,
                              tokki_assessment::Made<std::vector<std::vector<T>>>& made,
                              std::size_t index, const Make& make) {
  std::call_once(made.once, [&] {
    std::vector<std::vector<T>> parts;
    for (const auto& each : all) make(each, parts.emplace_back());
    made.value = std::move(parts);
  });
  return made.value[index];
}

/// Fills in one of the facts of each of `all`.
template <class Of, class All>
void fill_fact(const tokki_assessment& of, const All& all, std::vector<tokki::Fact> Of::* facts,
               tokki_assessment::Made<tokki_assessment::PrintedPlaces>& places, std::size_t index,
               std::size_t fact, tokki_fact* out) {
  expect_part(all[index].*facts, fact);
  const auto& printed = made_of(
      all, places, index, [&](const Of& each, std::vector<tokki_assessment::PrintedPlace>& to) {
        for (const tokki::Fact& one : each.*facts) {
          const tokki::Place place = one.place();
          to.push_back({of.records->name_of(place.document), place.pointer()});
        }
      })[fact];
  const tokki::Fact& asked = (all[index].*facts)[fact];
  fill_struct(out, {.size = 0,
                    .document = lent(printed.document),
                    .pointer = lent(printed.pointer),
                    .kind = lent(asked.record),
                    .id = lent(of.records->id_at(asked.place()))});
}

tokki::AssessmentReportOptions report_options(const tokki_assessment& of,
                                              const tokki_assessment_style* style) {
  const tokki_assessment_style asked = adopted(style);
  tokki::AssessmentReportOptions made;
  made.style = style_given(asked.width, asked.language, asked.flags & ~TOKKI_ALL,
                           TOKKI_COLOUR | TOKKI_SHOW_VALUES);
  made.all = (asked.flags & TOKKI_ALL) != 0;
  if (asked.order < TOKKI_BY_CLAUSE || asked.order > TOKKI_BY_DUE) {
    refuse({"知らない並べ方です", "there is no such order"});
  }
  made.by = static_cast<tokki::AssessmentOrder>(asked.order);
  if (asked.next != 0) made.next = asked.next;
  made.records = of.records.get();
  if (const std::string_view party = given(asked.party); !party.empty()) {
    made.bearer = of.records->bearer(party);
    if (!made.bearer) {
      refuse(TOKKI_NOT_FOUND, {"そのような事業者はありません", "there is no such party"});
    }
  }
  if (const std::string_view incident = given(asked.incident); !incident.empty()) {
    const auto known = of.records->incident(incident);
    if (!known) {
      refuse(TOKKI_NOT_FOUND,
             {"そのような事案の記録はありません", "there is no record of such an incident"});
    }
    made.incident = *known;
  }
  return made;
}

tokki::AssessVisitor visitor_given(const tokki_assess_visitor* visitor,
                                   const tokki::AssessOptions& options) {
  if (visitor == nullptr) refuse({"visitorがNULLです", "the visitor is NULL"});
  const tokki_assess_visitor asked = adopted(visitor);
  tokki::AssessVisitor made;
  made.dossier = [asked, &options](const Assessor& records) {
    // Borrowed for as long as the visitor is called.
    const std::shared_ptr<const Assessor> borrowed(std::shared_ptr<void>(), &records);
    const tokki_assessment assessed(records.assess(options), borrowed);
    if (asked.faults != nullptr && !assessed.assessment.findings.empty()) {
      const tokki_report faults(findings_report(assessed.assessment, records));
      if (asked.faults(asked.context, &faults) != 0) return false;
    }
    return asked.assessment == nullptr || !records.holds_dossier() ||
           asked.assessment(asked.context, &assessed) == 0;
  };
  if (asked.unreadable != nullptr) {
    made.unreadable = [asked](const tokki::UnreadableFile& file) {
      asked.unreadable(asked.context, lent(file.path), file.error);
    };
  }
  return made;
}

}  // namespace

namespace tokki::c {

AssessOptions options_given(const tokki_assess_options* options) {
  const tokki_assess_options asked = adopted(options);
  return {.editions = editions_given(asked.editions, asked.edition_count),
          .as_of = instant_given(asked.as_of),
          .known_at = instant_given(asked.known_at)};
}

std::shared_ptr<const Assessor> closed(tokki_assessor* assessor) {
  given(assessor);
  const std::scoped_lock held(assessor->lock);
  if (!assessor->whole) refuse(TOKKI_NO_MEMORY, kNoMemory);
  assessor->closed = true;
  return assessor->records;
}

void expect_dossier(const Assessor& records) {
  if (records.holds_dossier()) return;
  refuse(TOKKI_FAULTY, {"案件（tokki.dossier/1）もその記録もありません",
                        "no document is a dossier (tokki.dossier/1) or a record of one"});
}

}  // namespace tokki::c

tokki_status tokki_assessor_new(const tokki_limits* limits, tokki_assessor** out,
                                tokki_error* error) {
  return guarded(error, [&] {
    tokki_assessor*& made = emptied(out);
    made = new tokki_assessor(adopted_limits(limits));
  });
}

tokki_status tokki_assessor_add(tokki_assessor* assessor, tokki_text json, tokki_text uri,
                                uint64_t line, tokki_error* error) {
  return guarded(error, [&] {
    const std::string_view text = given(json);
    const std::string_view name = given(uri);
    const auto in_file = line == 0 ? std::nullopt : std::optional(line);
    change(assessor, [&](Assessor& records) { records.add(text, name, in_file); });
  });
}

tokki_status tokki_assessor_add_document(tokki_assessor* assessor, const tokki_document* document,
                                         tokki_text uri, tokki_error* error) {
  return guarded(error, [&] {
    const std::string_view name = given(uri);
    const tokki::Dossier* const dossier = given(document).document.dossier();
    if (dossier == nullptr) {
      refuse(TOKKI_WRONG_TYPE, {"案件（tokki.dossier/1）ではありません",
                                "the document is no dossier (tokki.dossier/1)"});
    }
    change(assessor, [&](Assessor& records) { records.add(*dossier, name); });
  });
}

void tokki_assessor_free(tokki_assessor* assessor) { delete assessor; }

tokki_status tokki_assess(tokki_assessor* assessor, const tokki_assess_options* options,
                          tokki_assessment** out, tokki_report** faults, tokki_error* error) {
  return guarded(error, [&] {
    if (faults != nullptr) *faults = nullptr;
    tokki_assessment*& made = emptied(out);
    const tokki::AssessOptions asked = options_given(options);
    const auto records = closed(assessor);
    auto assessed = std::make_unique<tokki_assessment>(records->assess(asked), records);
    if (faults != nullptr) {
      *faults = new tokki_report(findings_report(assessed->assessment, *records));
    }
    expect_dossier(*records);
    made = assessed.release();
  });
}

void tokki_assessment_free(tokki_assessment* assessment) { delete assessment; }

tokki_text tokki_assessment_edition(const tokki_assessment* assessment) {
  return assessment == nullptr ? tokki_text{nullptr, 0} : lent(assessment->edition);
}
tokki_text tokki_assessment_digest(const tokki_assessment* assessment) {
  return assessment == nullptr ? tokki_text{nullptr, 0} : lent(assessment->assessment.digest);
}
int64_t tokki_assessment_as_of(const tokki_assessment* assessment) {
  return assessment == nullptr ? TOKKI_NO_TIME : seconds_of(assessment->assessment.as_of);
}
int64_t tokki_assessment_known_at(const tokki_assessment* assessment) {
  return assessment == nullptr ? TOKKI_NO_TIME : seconds_of(assessment->assessment.known_at);
}
size_t tokki_assessment_size(const tokki_assessment* assessment) {
  return assessment == nullptr ? 0 : assessment->assessment.instances.size();
}

tokki_text tokki_duty_status_name(int32_t status, tokki_language language) {
  if (status < TOKKI_DUTY_BREACHED || status > TOKKI_POWER_NOT_EXERCISABLE) return {nullptr, 0};
  return lent(status_name(static_cast<tokki::Status>(status), number_of(language) == TOKKI_EN
                                                                  ? tokki::Language::en
                                                                  : tokki::Language::ja));
}

tokki_status tokki_assessment_instance(const tokki_assessment* assessment, size_t index,
                                       tokki_instance* out, tokki_error* error) {
  return guarded(error, [&] {
    const DutyInstance& each = instance_given(assessment, index);
    const tokki::Duty* const duty = assessment->assessment.edition->duty(each.duty);
    fill_struct(out, {.size = 0,
                      .key = lent(each.key),
                      .duty = lent(each.duty),
                      .clause = lent(duty == nullptr ? std::string_view() : duty->clause.view()),
                      .trigger = lent(each.trigger),
                      .bearer = lent(each.bearer),
                      .since = seconds_of(each.since),
                      .until = seconds_of(each.until),
                      .remedied_at = seconds_of(each.remedied_at),
                      .delay = each.delay ? each.delay->count() : TOKKI_NO_TIME,
                      .status = static_cast<int32_t>(each.status),
                      .underlying = static_cast<int32_t>(each.underlying),
                      .mirror = each.mirror ? 1 : 0,
                      .overdue = each.overdue ? 1 : 0,
                      .reason_count = static_cast<uint32_t>(each.reasons.size()),
                      .fact_count = static_cast<uint32_t>(each.facts.size())});
  });
}

tokki_status tokki_assessment_reason(const tokki_assessment* assessment, size_t index,
                                     size_t reason, tokki_language language, tokki_reason* out,
                                     tokki_error* error) {
  return guarded(error, [&] {
    const DutyInstance& each = instance_given(assessment, index);
    expect_part(each.reasons, reason);
    const tokki::Language asked = given_language(number_of(language));
    const tokki::ReasonWords& words = made_of(
        assessment->assessment.instances, assessment->languages[static_cast<std::size_t>(asked)],
        index, [&](const DutyInstance& instance, std::vector<tokki::ReasonWords>& to) {
          for (const tokki::Reason& why : instance.reasons) {
            to.push_back(tokki::words(why, *assessment->assessment.edition, asked));
          }
        })[reason];
    const tokki::Reason& why = each.reasons[reason];
    const tokki::ReadingInfo* const reading = why.reading;
    fill_struct(out, {.size = 0,
                      .id = lent(why.info->id),
                      .reading = lent(reading == nullptr ? std::string_view() : reading->id),
                      .message = lent(words.message),
                      .settles = lent(words.settles)});
  });
}

tokki_status tokki_assessment_fact(const tokki_assessment* assessment, size_t index, size_t fact,
                                   tokki_fact* out, tokki_error* error) {
  return guarded(error, [&] {
    instance_given(assessment, index);
    fill_fact(*assessment, assessment->assessment.instances, &DutyInstance::facts,
              assessment->places, index, fact, out);
  });
}

size_t tokki_assessment_liability_count(const tokki_assessment* assessment) {
  return assessment == nullptr ? 0 : assessment->assessment.liabilities.size();
}

tokki_status tokki_assessment_liability(const tokki_assessment* assessment, size_t index,
                                        tokki_liability* out, tokki_error* error) {
  return guarded(error, [&] {
    const Liability& each = liability_given(assessment, index);
    fill_struct(out, {.size = 0,
                      .party = lent(each.party),
                      .path_count = static_cast<uint32_t>(each.path.size()),
                      .breach_count = static_cast<uint32_t>(each.breaches.size()),
                      .incident_count = static_cast<uint32_t>(each.incidents.size()),
                      .reserved = 0});
  });
}

tokki_status tokki_assessment_liability_path(const tokki_assessment* assessment, size_t index,
                                             size_t step, tokki_text* out, tokki_error* error) {
  return guarded(error, [&] {
    wanted(out) = {nullptr, 0};
    const auto& path = liability_given(assessment, index).path;
    expect_part(path, step);
    *out = lent(path[step]);
  });
}

tokki_status tokki_assessment_liability_breach(const tokki_assessment* assessment, size_t index,
                                               size_t breach, tokki_text* out, tokki_error* error) {
  return guarded(error, [&] {
    wanted(out) = {nullptr, 0};
    const auto& breaches = liability_given(assessment, index).breaches;
    expect_part(breaches, breach);
    *out = lent(breaches[breach]);
  });
}

tokki_status tokki_assessment_liability_incident(const tokki_assessment* assessment, size_t index,
                                                 size_t incident, tokki_fact* out,
                                                 tokki_error* error) {
  return guarded(error, [&] {
    liability_given(assessment, index);
    fill_fact(*assessment, assessment->assessment.liabilities, &Liability::incidents,
              assessment->incidents, index, incident, out);
  });
}

tokki_status tokki_assessment_write(const tokki_assessment* assessment, tokki_text format,
                                    const tokki_assessment_style* style, tokki_string** out,
                                    tokki_error* error) {
  return guarded(error, [&] {
    tokki_string*& made = emptied(out);
    const tokki::AssessmentFormat& chosen = format_given<&tokki::assessment_formats>(format);
    made = new tokki_string{
        chosen.write(given(assessment).assessment, report_options(*assessment, style))};
  });
}

tokki_status tokki_assess_path(tokki_text path, const tokki_limits* limits,
                               const tokki_assess_options* options,
                               const tokki_assess_visitor* visitor, tokki_error* error) {
  return guarded(error, [&] {
    const std::string name = path_given(path);
    const tokki::AssessOptions asked = options_given(options);
    tokki::FileAssessor(adopted_limits(limits), visitor_given(visitor, asked)).read(name);
  });
}
