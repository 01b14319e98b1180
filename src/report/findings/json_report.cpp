#include "report/findings/json_report.hpp"

#include "report/findings/formats.hpp"

namespace tokki {
namespace {

void write_location(const Location& at, bool show_values, std::string& out) {
  JsonObject object(out);
  if (!at.document.empty()) object.text("document", at.document);
  object.text("pointer", at.pointer);
  if (at.position) {
    object.number("offset", at.position->offset);
    object.number("line", at.position->line).number("column", at.position->column);
  }
  if (!at.cell.empty()) object.text("cell", at.cell);
  if (show_values && at.value) object.text("value", *at.value);
  object.end();
}

struct ArgumentWriter {
  void operator()(std::int64_t number) const { type("number").number("value", number).end(); }
  void operator()(Day day) const { text("date", iso(day)); }
  void operator()(CountryCode code) const { text("country", code.view()); }
  void operator()(const Term& term) const { text("term", term.key); }
  void operator()(const Token& token) const { text("token", token.text); }
  void operator()(const CellPlace& cell) const { text("cell", cell.key); }
  void operator()(const CellLabel& cell) const { text("cell", cell.key); }
  void operator()(const ClauseWording& clause) const { text("clause", clause.key); }
  void operator()(const Value& value) const {
    if (show_values) return text("value", value.text);
    type("value").end();
  }

  JsonObject& type(std::string_view name) const { return object.text("type", name); }
  void text(std::string_view name, std::string_view value) const {
    type(name).text("value", value).end();
  }
  JsonObject& object;
  bool show_values;
};

}  // namespace

void write_finding(const Finding& finding, const Edition& edition, bool show_values,
                   JsonObject& object) {
  const Words ja = words(finding, edition, Language::ja);
  const Words en = words(finding, edition, Language::en);
  object.text("rule", finding.rule->id).text("severity", key_of(finding.severity));
  if (!ja.clause.empty()) {
    JsonObject(object.member("clause"))
        .text("key", ja.clause)
        .text("ja", ja.citation)
        .text("en", en.citation)
        .end();
  }
  const auto write_place = [show_values](const Location& at, std::string& to) {
    write_location(at, show_values, to);
  };
  write_place(finding.at, object.member("at"));
  if (!ja.place.empty()) object.both("place", ja.place, en.place);
  if (!finding.related.empty()) object.array("related", finding.related, write_place);
  if (!finding.arguments.empty()) {
    JsonObject arguments(object.member("arguments"));
    for (const Argument& argument : finding.arguments) {
      JsonObject written(arguments.member(argument.name));
      std::visit(ArgumentWriter{written, show_values}, argument.content);
    }
    arguments.end();
  }
  object.both("message", ja.message, en.message).both("remedy", ja.remedy, en.remedy);
  if (show_values && !finding.fix.empty()) {  // RFC 6902
    object.array("fix", finding.fix, [](const Replacement& step, std::string& to) {
      JsonObject(to)
          .text("op", "replace")
          .text("path", step.pointer)
          .text("value", step.value)
          .end();
    });
  }
}

void write_finding(const WaivedFinding& waived, const Edition& edition, bool show_values,
                   JsonObject& object) {
  write_finding(waived.finding, edition, show_values, object);
  const FindingWaiver& waiver = waived.waiver;
  JsonObject(object.member("waiver"))
      .text("path", waiver.path)
      .text("reason", waiver.reason)
      .text("approver", waiver.approver)
      .text("expires", iso(waiver.expires))
      .end();
}

void write_document(const Report& report, JsonObject& object) {
  object.text("uri", report.document.uri);  // a path is bytes; what is no UTF-8 is replaced
  if (report.document.line) object.number("line", *report.document.line);
  if (!report.document.kind.empty()) object.text("kind", report.document.kind);
  object.text("edition", report.edition->reference());
}

std::string to_json(const Report& report, bool show_values) {
  std::string out;
  JsonObject object(out);
  write_document(report, object);
  const auto write = [&](const auto& finding, std::string& to) {
    JsonObject written(to);
    write_finding(finding, *report.edition, show_values, written);
    written.end();
  };
  object.array("findings", report.findings, write);
  if (!report.waived.empty()) object.array("waived", report.waived, write);
  object.end();
  return out;
}

std::string to_json(const Summary& summary) {
  std::string out;
  JsonObject object(out);
  object.number("documents", summary.documents)
      .number("documents_with_findings", summary.documents_with_findings)
      .number("unreadable_inputs", summary.unreadable_inputs);
  for (std::size_t i = summary.findings.size(); i-- > 0;) {
    object.number(key_of(static_cast<Severity>(i)), summary.findings[i]);
  }
  object.number("waived", summary.waived);
  object.array("rules", summary.most_frequent(), [](const auto& counted, std::string& to) {
    const auto& [rule, count] = counted;
    JsonObject(to)
        .text("rule", rule)
        .number("findings", count.findings)
        .number("documents", count.documents)
        .end();
  });
  object.end();
  return out;
}

namespace {

class JsonWriter final : public ReportWriter {
 public:
  explicit JsonWriter(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string& out) override {
    JsonObject head(out);
    head.text("format", kReportFormat).text("tokki", TOKKI_VERSION);
    head.text("as_of", iso(options_.as_of)).member("documents") += '[';  // the object goes on
  }
  void document(const Report& report, std::string& out) override {
    out += std::exchange(first_, false) ? "\n" : ",\n";
    out += to_json(report, options_.style.show_values);
  }
  void unreadable(std::string_view name, std::string_view, std::string&) override {
    unreadable_.append(unreadable_.empty() ? "" : ",").append(json_string(name));
  }
  void end(const Summary& summary, int, std::string& out) override {
    out += "\n],\"unreadable\":[" + unreadable_ + "],\"summary\":" + to_json(summary) + "}\n";
  }

 private:
  ReportOptions options_;
  std::string unreadable_;  // names, as JSON
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> json_writer(ReportOptions options) {
  return std::make_unique<JsonWriter>(std::move(options));
}

}  // namespace tokki
