// How duties stand, as NIST OSCAL assessment results: https://pages.nist.gov/OSCAL/ (JSON).
//
// The clauses are the controls and the duties their objectives, as in the catalog that
// oscal_catalog() writes. Each instance is an observation with what it rests on. A finding says of
// an objective that it is satisfied or not, and nothing between: so only what is fulfilled or
// breached has one. How all others stand is a property of their observation.
#include <algorithm>
#include <set>

#include "json/writer.hpp"
#include "report/assessment/instance_id.hpp"
#include "report/assessment/view.hpp"
#include "report/layout.hpp"
#include "report/oscal.hpp"
#include "text/uuid.hpp"

namespace tokki::inline v0::internal {
namespace {

class AssessmentResults {
 public:
  AssessmentResults(const Assessment& assessment, const AssessmentReportOptions& options)
      : view_(assessment, options) {
    for (const DutyInstance* const each : view_.instances()) {
      bearers_.insert(each->bearer);
      for (const Fact& fact : each->facts) documents_.insert(fact.source.document);
    }
  }

  std::string text() {
    // The document's id is that of what it says.
    std::string results;
    JsonWriter inner(results);
    inner.array([&] { inner.object([&] { result(inner); }); });
    JsonWriter json(out_);
    json.object([&] {
      json.key("assessment-results").object([&] {
        json.member("uuid", uuid("assessment-results", results));
        json.key("metadata").object([&] { metadata(json); });
        json.key("import-ap").object([&] {
          json.member("href", "#" + terms_uuid());
          json.member("remarks",
                      view_.localized("評価計画はない。版が定める義務のすべてを対象とする。",
                                      "There is no assessment plan: all duties of the edition are "
                                      "assessed."));
        });
        json.key("results").raw(results);
        json.key("back-matter").object([&] {
          json.key("resources").array([&] { resources(json); });
        });
      });
    });
    return indented(out_) + "\n";
  }

 private:
  [[nodiscard]] const Assessment& assessment() const { return view_.assessment(); }
  [[nodiscard]] std::string uuid(std::string_view kind, std::string_view name) const {
    return contract_uuid(view_.options().records, kind, name);
  }
  [[nodiscard]] std::string terms_uuid() const {
    return named_uuid(assessment().edition->reference());
  }
  [[nodiscard]] std::string document_uuid(std::uint32_t document) const {
    return uuid("document", view_.options().records->name_of(document));
  }

  // OSCAL's texts neither begin nor end with a space, nor hold control characters.
  static void property(std::string_view name, std::string_view value, JsonWriter& json) {
    std::string shown = visible(value);
    const auto is_space = [](char c) { return c == ' '; };
    shown.erase(shown.begin(), std::ranges::find_if_not(shown, is_space));
    while (shown.ends_with(' ')) shown.pop_back();
    if (!shown.empty()) write_property(name, shown, json);
  }

  void metadata(JsonWriter& json) const {
    json.member("title", view_.heading().front());
    json.member("last-modified", iso(assessment().as_of));
    json.member("version", iso(assessment().as_of));
    json.member("oscal-version", kOscalVersion);
    json.key("props").array([&] { property("edition", assessment().edition->reference(), json); });
    if (bearers_.empty()) return;
    json.key("parties").array(bearers_, [&](const std::string& bearer) {
      json.object([&] {
        json.member("uuid", uuid("party", bearer));
        json.member("type", "organization");
        json.member("name", visible(bearer.empty() ? view_.localized("甲", "the Client")
                                                   : view_.who(bearer)));
      });
    });
  }

  void result(JsonWriter& json) const {
    const std::vector<std::string> heading = view_.heading();
    json.member("uuid", uuid("result", iso(assessment().as_of)));
    json.member("title", heading.front());
    json.member("description", heading.back());
    json.member("start", iso(assessment().as_of));
    json.member("end", iso(assessment().as_of));
    json.key("props").array([&] {
      property("as-of", iso(assessment().as_of), json);
      if (assessment().known_at) property("known-at", iso(*assessment().known_at), json);
      for (const std::string_view duty : assessment().undecided) {
        property("undecided-duty", duty, json);
      }
    });
    json.key("reviewed-controls").object([&] { reviewed(json); });
    if (view_.instances().empty()) return;
    json.key("observations").array(view_.instances(), [&](const DutyInstance* each) {
      json.object([&] { observation(*each, json); });
    });
    std::vector<const DutyInstance*> settled;
    std::ranges::copy_if(view_.instances(), std::back_inserter(settled), [](const auto* each) {
      return each->status == Status::fulfilled || each->status == Status::breached;
    });
    if (settled.empty()) return;
    json.key("findings").array(settled, [&](const DutyInstance* each) {
      json.object([&] { finding(*each, json); });
    });
  }

  // The clauses and duties that are decided from records, whether anything sets them off or not.
  void reviewed(JsonWriter& json) const {
    std::vector<std::string_view> duties;
    std::set<std::string_view> clauses;
    for (const Duty& duty : assessment().edition->file().duties) {
      if (!duty.decision.kind || std::ranges::find(assessment().undecided, duty.key.view()) !=
                                     assessment().undecided.end()) {
        continue;
      }
      duties.push_back(duty.key);
      clauses.insert(duty.clause);
    }
    json.key("control-selections").array([&] {
      json.object([&] {
        if (clauses.empty()) return json.key("include-all").object([] {});
        json.key("include-controls").array(clauses, [&](std::string_view clause) {
          json.object([&] { json.member("control-id", clause); });
        });
      });
    });
    if (duties.empty()) return;
    json.key("control-objective-selections").array([&] {
      json.object([&] {
        json.key("include-objectives").array(duties, [&](std::string_view duty) {
          json.object([&] { json.member("objective-id", oscal_duty_id(duty)); });
        });
      });
    });
  }

  [[nodiscard]] std::string title(const DutyInstance& each) const {
    return visible(view_.citation(each, view_.language()) + " " + each.key);
  }

  void observation(const DutyInstance& each, JsonWriter& json) const {
    std::string description(status_name(each.status, view_.language()));
    if (const std::string why = view_.reasons(each); !why.empty()) {
      description += view_.localized("：", ": ") + why;
    }
    json.member("uuid", uuid("observation", each.key));
    json.member("title", title(each));
    json.member("description", visible(description));
    json.key("props").array([&] { properties(each, json); });
    json.key("methods").array([&] { json.value("EXAMINE"); });
    json.key("types").array([&] { json.value("control-objective"); });
    json.key("subjects").array([&] {
      json.object([&] {
        json.member("subject-uuid", uuid("party", each.bearer));
        json.member("type", "party");
      });
    });
    if (!each.facts.empty()) {
      json.key("relevant-evidence").array(each.facts, [&](const Fact& fact) {
        json.object([&] { evidence(fact.place(), json); });
      });
    }
    json.member("collected", iso(assessment().as_of));
    if (const std::string settles = view_.settles(each); !settles.empty()) {
      json.member("remarks", visible(view_.localized("確定には：", "Settled by: ") + settles));
    }
  }

  void properties(const DutyInstance& each, JsonWriter& json) const {
    property("instance", each.key, json);
    property("duty", each.duty, json);
    if (!each.trigger.empty()) property("trigger", each.trigger, json);
    property("status", key_of(each.status), json);
    if (each.underlying != each.status) property("underlying", key_of(each.underlying), json);
    if (each.overdue) property("overdue", "true", json);
    if (each.mirror) property("mirror", "true", json);
    const auto time = [&](std::string_view name, const std::optional<Second>& second) {
      if (second) property(name, iso(*second), json);
    };
    time("since", each.since);
    time("until", each.until);
    time("remedied-at", each.remedied_at);
    for (const Reason& reason : each.reasons) {
      property("reason", reason.info->id, json);
      if (reason.reading != nullptr) property("reading", reason.reading->id, json);
    }
  }

  void evidence(const Place& fact, JsonWriter& json) const {
    const Assessor* const records = view_.options().records;
    if (records != nullptr) json.member("href", "#" + document_uuid(fact.document));
    json.member("description", visible(view_.record_name(fact)));
    // The whole document has the empty pointer.
    if (const std::string pointer = fact.pointer(); !pointer.empty()) {
      json.key("props").array([&] { property("pointer", pointer, json); });
    }
  }

  void finding(const DutyInstance& each, JsonWriter& json) const {
    const bool satisfied = each.status == Status::fulfilled;
    json.member("uuid", uuid("finding", each.key));
    json.member("title", title(each));
    json.member("description", visible(view_.summary(each, view_.language())));
    json.key("target").object([&] {
      json.member("type", "objective-id");
      json.member("target-id", oscal_duty_id(each.duty));
      json.key("status").object([&] {
        json.member("state", satisfied ? "satisfied" : "not-satisfied");
        json.member("reason", satisfied ? "pass" : "fail");
      });
    });
    json.key("related-observations").array([&] {
      json.object([&] { json.member("observation-uuid", uuid("observation", each.key)); });
    });
  }

  void resources(JsonWriter& json) const {
    json.object([&] {
      json.member("uuid", terms_uuid());
      json.member("title", assessment().edition->file().title.ja.view());
      json.key("props").array(
          [&] { property("edition", assessment().edition->reference(), json); });
    });
    if (view_.options().records == nullptr) return;
    for (const std::uint32_t document : documents_) {
      json.object([&] {
        json.member("uuid", document_uuid(document));
        const std::string name = view_.options().records->name_of(document);
        json.member("title", name.empty() ? "-" : visible(name));
      });
    }
  }

  AssessmentView view_;
  std::set<std::string> bearers_;
  std::set<std::uint32_t> documents_;
  std::string out_;
};

}  // namespace

std::string assessment_oscal(const Assessment& assessment, const AssessmentReportOptions& options) {
  return AssessmentResults(assessment, options).text();
}

}  // namespace tokki::inline v0::internal
