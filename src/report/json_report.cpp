#include "report/json_report.hpp"

#include "report/formats.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

Json both(std::string_view ja, std::string_view en) { return {{"ja", ja}, {"en", en}}; }

Json location(const Location& at, bool show_values) {
  Json out{{"pointer", at.pointer}};
  if (at.position) {
    out["offset"] = at.position->offset;
    out["line"] = at.position->line;
    out["column"] = at.position->column;
  }
  if (!at.cell.empty()) out["cell"] = at.cell;
  if (!at.document.empty()) out["document"] = at.document;
  if (show_values && at.value) out["value"] = *at.value;
  return out;
}

struct ArgumentJson {
  Json operator()(std::int64_t number) const { return {{"type", "number"}, {"value", number}}; }
  Json operator()(Day day) const { return {{"type", "date"}, {"value", iso(day)}}; }
  Json operator()(CountryCode code) const { return {{"type", "country"}, {"value", code.view()}}; }
  Json operator()(const Term& term) const { return {{"type", "term"}, {"value", term.key}}; }
  Json operator()(const Token& token) const { return {{"type", "token"}, {"value", token.text}}; }
  Json operator()(const CellPlace& cell) const { return {{"type", "cell"}, {"value", cell.key}}; }
  Json operator()(const CellLabel& cell) const { return {{"type", "cell"}, {"value", cell.key}}; }
  Json operator()(const Value& value) const {
    if (!show_values) return {{"type", "value"}};
    return {{"type", "value"}, {"value", value.text}};
  }
  bool show_values;
};

}  // namespace

Json finding_json(const Finding& finding, const Edition& edition, bool show_values) {
  const Words ja = words(finding, edition, Language::ja);
  const Words en = words(finding, edition, Language::en);
  Json out{{"rule", finding.rule->id}, {"severity", key_of(finding.severity)}};
  if (!ja.clause.empty()) {
    out["clause"] = {{"key", ja.clause}, {"ja", ja.citation}, {"en", en.citation}};
  }
  out["at"] = location(finding.at, show_values);
  if (!ja.place.empty()) out["place"] = both(ja.place, en.place);
  Json related = Json::array();
  for (const Location& other : finding.related) related.push_back(location(other, show_values));
  if (!related.empty()) out["related"] = std::move(related);
  Json arguments = Json::object();
  for (const Argument& argument : finding.arguments) {
    arguments[std::string(argument.name)] = std::visit(ArgumentJson{show_values}, argument.content);
  }
  if (!arguments.empty()) out["arguments"] = std::move(arguments);
  out["message"] = both(ja.message, en.message);
  out["remedy"] = both(ja.remedy, en.remedy);
  if (show_values && !finding.fix.empty()) {
    Json fix = Json::array();  // RFC 6902
    for (const Replacement& step : finding.fix) {
      fix.push_back({{"op", "replace"}, {"path", step.pointer}, {"value", step.value}});
    }
    out["fix"] = std::move(fix);
  }
  return out;
}

Json finding_json(const WaivedFinding& waived, const Edition& edition, bool show_values) {
  Json out = finding_json(waived.finding, edition, show_values);
  const FindingWaiver& waiver = waived.waiver;
  out["waiver"] = {{"path", waiver.path},
                   {"reason", waiver.reason},
                   {"approver", waiver.approver},
                   {"expires", iso(waiver.expires)}};
  return out;
}

Json document_json(const Report& report) {
  Json out{{"uri", report.document.uri}};
  if (report.document.line) out["line"] = *report.document.line;
  if (!report.document.kind.empty()) out["kind"] = report.document.kind;
  out["edition"] = report.edition->reference();
  return out;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const Report& report, bool show_values) {
  const Edition& edition = *report.edition;
  Json out = document_json(report);
  out["findings"] = Json::array();
  for (const Finding& finding : report.findings) {
    out["findings"].push_back(finding_json(finding, edition, show_values));
  }
  for (const WaivedFinding& waived : report.waived) {
    out["waived"].push_back(finding_json(waived, edition, show_values));
  }
  return dumped(out);
}

std::string to_json(const Summary& summary) {
  Json out{{"documents", summary.documents},
           {"documents_with_findings", summary.documents_with_findings},
           {"unreadable_inputs", summary.unreadable_inputs}};
  for (std::size_t i = summary.findings.size(); i-- > 0;) {
    out[std::string(key_of(static_cast<Severity>(i)))] = summary.findings[i];
  }
  out["waived"] = summary.waived;
  out["rules"] = Json::array();
  for (const auto& [rule, count] : summary.most_frequent()) {
    out["rules"].push_back(
        {{"rule", rule}, {"findings", count.findings}, {"documents", count.documents}});
  }
  return dumped(out);
}

namespace {

class JsonWriter final : public ReportWriter {
 public:
  explicit JsonWriter(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string& out) override {
    const Json head{
        {"format", kReportFormat}, {"tokki", TOKKI_VERSION}, {"as_of", iso(options_.as_of)}};
    out += dumped(head);
    out.pop_back();  // the object goes on
    out += ",\"documents\":[";
  }
  void document(const Report& report, std::string& out) override {
    out += std::exchange(first_, false) ? "\n" : ",\n";
    out += to_json(report, options_.style.show_values);
  }
  void unreadable(std::string_view name, std::string_view, std::string&) override {
    unreadable_.push_back(name);
  }
  void end(const Summary& summary, int, std::string& out) override {
    out += "\n],\"unreadable\":" + dumped(unreadable_) + ",\"summary\":" + to_json(summary) + "}\n";
  }

 private:
  ReportOptions options_;
  Json unreadable_ = Json::array();
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> json_writer(ReportOptions options) {
  return std::make_unique<JsonWriter>(std::move(options));
}

}  // namespace tokki
