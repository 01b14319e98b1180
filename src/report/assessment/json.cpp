// How duties stand, as JSON: a whole report, or an instance a line. Everything is in both
// languages.
#include "json/writer.hpp"
#include "report/assessment/timeline.hpp"
#include "report/findings/json_report.hpp"
#include "report/in_language.hpp"

namespace tokki::inline v0::internal {
namespace {

std::optional<std::string> iso_or_null(const std::optional<Second>& second) {
  return second ? std::optional(iso(*second)) : std::nullopt;
}

class AssessmentJson {
 public:
  AssessmentJson(const Assessment& assessment, const AssessmentReportOptions& options,
                 JsonWriter& json)
      : assessment_(assessment), options_(options), json_(json) {}

  // The members that are the same for all instances.
  void common() {
    json_.member("edition", assessment_.edition->reference());
    json_.member("as_of", iso(assessment_.as_of));
    if (assessment_.known_at) json_.member("known_at", iso(*assessment_.known_at));
  }

  void instance(const DutyInstance& each) {
    const Duty* const duty = assessment_.edition->duty(each.duty);
    json_.member("key", each.key);
    json_.member("duty", each.duty);
    if (duty != nullptr) {
      const Edition& edition = *assessment_.edition;
      json_.key("clause").object([&] {
        json_.member("key", duty->clause.view());
        json_.member("ja", edition.citation(duty->clause, Language::ja));
        json_.member("en", edition.citation(duty->clause, Language::en));
      });
      json_.both_languages("summary", duty->summary.ja, duty->summary.en);
    }
    if (!each.trigger.empty()) json_.member("trigger", each.trigger);
    if (!each.bearer.empty()) json_.member("bearer", each.bearer);
    json_.member("mirror", each.mirror);
    json_.member("status", key_of(each.status));
    json_.member("underlying", key_of(each.underlying));
    json_.member("overdue", each.overdue);
    if (each.since) json_.member("since", iso_or_null(each.since));
    if (each.until) json_.member("until", iso_or_null(each.until));
    if (each.remedied_at) json_.member("remedied_at", iso_or_null(each.remedied_at));
    if (each.delay) json_.member("delay_seconds", each.delay->count());
    json_.key("reasons").array(each.reasons, [&](const Reason& why) { reason(why); });
    json_.key("facts").array(each.facts, [&](const Fact& each_fact) { fact(each_fact.place()); });
  }

  void counts(const StatusCounts& counts) {
    json_.key("counts").object([&] {
      for (const auto& choice : Description<Status>::choices) {
        json_.member(choice.key, counts[choice.value]);
      }
      json_.member("overdue", counts.overdue);
    });
  }

  void liability(const Liability& each) {
    json_.member("party", each.party);
    json_.key("path").array(each.path, [&](const std::string& party) { json_.value(party); });
    json_.key("breaches").array(each.breaches, [&](const std::string& key) { json_.value(key); });
    json_.key("incidents").array(each.incidents, [&](const Fact& incident) {
      fact(incident.place());
    });
  }

  void fault(const RecordFault& fault) {
    const Text message = message_of(fault.kind);
    json_.member("fault", key_of(fault.kind));
    json_.both_languages("message", message.ja, message.en);
    json_.key("at");
    fact(fault.at);
    if (!fault.other) return;
    json_.key("other");
    fact(*fault.other);
  }

 private:
  void reason(const Reason& why) {
    const ReasonWords ja = words(why, *assessment_.edition, Language::ja);
    const ReasonWords en = words(why, *assessment_.edition, Language::en);
    json_.object([&] {
      json_.member("reason", why.info->id);
      if (why.reading != nullptr) {
        json_.key("reading").object([&] {
          json_.member("id", why.reading->id);
          json_.both_languages("question", why.reading->question.ja, why.reading->question.en);
        });
      }
      write_arguments(why.arguments, options_.style.show_values, json_);
      json_.both_languages("message", ja.message, en.message);
      if (!ja.settles.empty()) json_.both_languages("settles", ja.settles, en.settles);
    });
  }

  void fact(const Place& place) {
    json_.object([&] {
      const RecordRef record = place.record();
      if (options_.records != nullptr) {
        const std::string document = options_.records->name_of(place.document);
        if (!document.empty()) json_.member("document", document);
      }
      json_.member("pointer", place.pointer());
      if (!record.kind.empty()) json_.member("kind", record.kind);
      if (options_.records != nullptr) {
        const std::string_view id = options_.records->id_at(place);
        if (!id.empty()) json_.member("id", id);
      }
    });
  }

  const Assessment& assessment_;
  const AssessmentReportOptions& options_;
  JsonWriter& json_;
};

void write_timeline(const AssessmentView& view, JsonWriter& json) {
  json.key("timeline").array(Timeline(view).entries(), [&](const TimelineEntry& each) {
    json.object([&] {
      if (each.when) {
        json.member("from", iso(each.when->lo));
        json.member("to", iso(each.when->hi));
      }
      json.member("kind", each.kind);
      json.member("id", each.id);
      json.member("member", each.member);
    });
  });
}

}  // namespace

std::string assessment_json(const Assessment& assessment, const AssessmentReportOptions& options) {
  const AssessmentView view(assessment, options);
  const std::vector<const DutyInstance*> instances = selected(assessment, options);
  std::string out;
  JsonWriter json(out);
  AssessmentJson writer(assessment, options, json);
  json.object([&] {
    json.member("format", kAssessmentFormat);
    json.member("tokki", TOKKI_VERSION);
    if (!assessment.digest.empty()) json.member("digest", assessment.digest);
    writer.common();
    writer.counts(count(instances));
    json.key("instances").array(instances, [&](const DutyInstance* each) {
      json.object([&] { writer.instance(*each); });
    });
    if (!options.incident.empty()) write_timeline(view, json);
    json.key("liabilities").array(assessment.liabilities, [&](const Liability& each) {
      json.object([&] { writer.liability(each); });
    });
    json.key("undecided").array(assessment.undecided, [&](std::string_view key) {
      json.value(key);
    });
    json.key("faults").array(assessment.faults, [&](const RecordFault& fault) {
      json.object([&] { writer.fault(fault); });
    });
    json.key("findings").array(assessment.findings, [&](const Finding& finding) {
      json.object([&] {
        write_finding(view.report_on(finding), finding, options.style.show_values, json);
      });
    });
  });
  return out + "\n";
}

std::string assessment_ndjson(const Assessment& assessment,
                              const AssessmentReportOptions& options) {
  std::string out;
  for (const DutyInstance* const each : selected(assessment, options)) {
    JsonWriter json(out);
    AssessmentJson writer(assessment, options, json);
    json.object([&] {
      if (options.records != nullptr && options.records->documents() != 0) {
        json.member("dossier", options.records->name_of(0));
      }
      writer.common();
      writer.instance(*each);
    });
    out += '\n';
  }
  return out;
}

}  // namespace tokki::inline v0::internal
