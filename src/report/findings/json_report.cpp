#include "report/findings/json_report.hpp"

#include <fmt/ranges.h>

#include "report/findings/formats.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

void write_place(const Report& report, const Place& at, bool show_values, JsonWriter& json) {
  json.object([&] {
    const std::string_view other = report.name_of(at);
    if (!other.empty()) json.member("document", other);
    json.member("pointer", at.pointer());
    if (at.position) {
      json.member("offset", at.position->offset);
      json.member("line", at.position->line);
      json.member("column", at.position->column);
    }
    if (const std::string cell = at.cell(); !cell.empty()) json.member("cell", cell);
    if (show_values && at.value) json.member("value", *at.value);
  });
}

// The members of an argument: its type and its value.
struct ArgumentMembers {
  void operator()(std::int64_t number) const { typed("number", number); }
  void operator()(Day day) const { typed("date", iso(day)); }
  void operator()(CountryCode code) const { typed("country", code.view()); }
  void operator()(const Term& term) const { typed("term", term.key); }
  void operator()(const Token& token) const { typed("token", token.text); }
  void operator()(const CellPlace& cell) const { typed("cell", cell.key); }
  void operator()(const CellLabel& cell) const { typed("cell", cell.key); }
  void operator()(const Choices& choices) const {
    typed("token", fmt::format("\"{}\"", fmt::join(choices.keys, "\", \"")));
  }
  void operator()(const Value& value) const {
    if (show_values) return typed("value", value.text);
    json.member("type", "value");  // withheld
  }

  void typed(std::string_view type, const auto& value) const {
    json.member("type", type);
    json.member("value", value);
  }
  JsonWriter& json;
  bool show_values;
};

}  // namespace

void internal::write_arguments(std::span<const Argument> arguments, bool show_values,
                               JsonWriter& json) {
  if (arguments.empty()) return;
  json.key("arguments").object([&] {
    for (const Argument& argument : arguments) {
      json.key(argument.name).object([&] {
        std::visit(ArgumentMembers{json, show_values}, argument.content);
      });
    }
  });
}

void internal::write_finding(const Report& report, const Finding& finding, bool show_values,
                             JsonWriter& json) {
  const Words ja = words(finding, *report.edition, Language::ja);
  const Words en = words(finding, *report.edition, Language::en);
  json.member("rule", finding.rule->id);
  json.member("severity", key_of(finding.severity));
  if (!ja.clause.empty()) {
    json.key("clause").object([&] {
      json.member("key", ja.clause);
      json.member("ja", ja.citation);
      json.member("en", en.citation);
    });
  }
  write_place(report, finding.at, show_values, json.key("at"));
  if (!ja.place.empty()) json.both_languages("place", ja.place, en.place);
  if (!finding.related.empty()) {
    json.key("related").array(finding.related,
                              [&](const Place& at) { write_place(report, at, show_values, json); });
  }
  write_arguments(finding.arguments, show_values, json);
  json.both_languages("message", ja.message, en.message);
  json.both_languages("remedy", ja.remedy, en.remedy);
  if (show_values && !finding.fix.empty()) {  // RFC 6902
    json.key("fix").array(finding.fix, [&](const Replacement& step) {
      json.object([&] {
        json.member("op", "replace");
        json.member("path", step.at.pointer());
        json.member("value", step.value);
      });
    });
  }
}

void internal::write_finding(const Report& report, const WaivedFinding& waived, bool show_values,
                             JsonWriter& json) {
  write_finding(report, waived.finding, show_values, json);
  const FindingWaiver& waiver = waived.waiver;
  json.key("waiver").object([&] {
    json.member("path", waiver.path);
    json.member("reason", waiver.reason);
    json.member("approver", waiver.approver);
    json.member("expires", iso(waiver.expires));
  });
}

void internal::write_document(const Report& report, JsonWriter& json) {
  json.member("uri",
              report.document.uri);  // a path may hold any bytes; malformed UTF-8 is replaced
  if (report.document.line) json.member("line", *report.document.line);
  if (!report.document.kind.empty()) json.member("kind", report.document.kind);
  json.member("edition", report.edition->reference());
}

void internal::write_report(const Report& report, bool show_values, JsonWriter& json) {
  const auto write = [&](const auto& finding) {
    json.object([&] { write_finding(report, finding, show_values, json); });
  };
  json.object([&] {
    write_document(report, json);
    json.key("findings").array(report.findings, write);
    if (!report.waived.empty()) json.key("waived").array(report.waived, write);
  });
}

void internal::write_summary(const Summary& summary, JsonWriter& json) {
  json.object([&] {
    json.member("documents", summary.documents);
    json.member("documents_with_findings", summary.documents_with_findings);
    json.member("unreadable_inputs", summary.unreadable_inputs);
    for (std::size_t i = summary.findings.size(); i-- > 0;) {
      json.member(key_of(static_cast<Severity>(i)), summary.findings[i]);
    }
    json.member("waived", summary.waived);
    json.key("rules").array(summary.most_frequent(), [&](const auto& counted) {
      const auto& [rule, count] = counted;
      json.object([&] {
        json.member("rule", rule);
        json.member("findings", count.findings);
        json.member("documents", count.documents);
      });
    });
  });
}

std::string to_json(const Report& report, bool show_values) {
  std::string out;
  JsonWriter json(out);
  write_report(report, show_values, json);
  return out;
}

std::string to_json(const Summary& summary) {
  std::string out;
  JsonWriter json(out);
  write_summary(summary, json);
  return out;
}

namespace {

class JsonReport final : public ReportWriter {
 public:
  explicit JsonReport(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string& out) override {
    out += '{';  // closed at the end of the stream
    std::string head;
    JsonWriter json(head);
    json.member("format", kReportFormat);
    json.member("tokki", TOKKI_VERSION);
    json.member("as_of", iso(options_.as_of));
    out += head + ",\"documents\":[";
  }
  void document(const Report& report, std::string& out) override {
    out += std::exchange(first_, false) ? "\n" : ",\n";
    out += to_json(report, options_.style.show_values);
  }
  void unreadable(std::string_view name, std::string_view, std::string&) override {
    unreadable_.emplace_back(name);
  }
  void end(const Summary& summary, int, std::string& out) override {
    std::string tail;
    JsonWriter json(tail);
    json.key("unreadable").array(unreadable_, [&](const std::string& name) { json.value(name); });
    write_summary(summary, json.key("summary"));
    out += "\n]," + tail + "}\n";
  }

 private:
  ReportOptions options_;
  std::vector<std::string> unreadable_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> internal::json_writer(ReportOptions options) {
  return std::make_unique<JsonReport>(std::move(options));
}

}  // namespace tokki::inline v0
