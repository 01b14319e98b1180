// SARIF 2.1.0 (OASIS, errata 01): one run. The rules come first, the results as they are found, and
// at the end the files that were read and how the run went.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "report/findings/formats.hpp"
#include "report/in_language.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

// On one line. A path on Linux is bytes, not text; whatever is no UTF-8 in it is replaced.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// What a person has to decide (review) or to find out (undetermined) is no failure: SARIF has kinds
// for both, whose level is none.
std::string_view sarif_kind(Severity severity) {
  switch (severity) {
    case Severity::review: return "review";
    case Severity::undetermined: return "open";
    default: return "fail";
  }
}

std::string_view sarif_level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
    default: return "none";
  }
}

// RFC 3986, section 4. Whatever a path holds, byte for byte.
std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string uri_of(std::string_view name) {
  constexpr std::string_view kPlainInPath = "-._~/!$&'()*+,;=:@";
  if (name.find("://") != std::string_view::npos) {  // a URI already
    return percent_encoded(name, "-._~/!$&'()*+,;=:@?#[]%");
  }
  while (name.starts_with("./")) name.remove_prefix(2);
  if (name.starts_with('/')) return "file://" + percent_encoded(name, kPlainInPath);
  const std::string path = percent_encoded(name.empty() ? "-" : name, kPlainInPath);
  // A colon in the first step would end a scheme.
  return path.find(':') < path.find('/') ? "./" + path : path;
}

// The identifier that viewers show: JapanOnlyContradicted.
std::string pascal_case(std::string_view id) {
  std::string name;
  bool upper = true;
  for (const char c : id) {
    if (c == '-') {
      upper = true;
    } else {
      name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      upper = false;
    }
  }
  return name;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

Json text_message(std::string_view text) { return {{"text", text}}; }

// What a rule is for, the clause it serves word for word and, unless it depends on the finding,
// what to do.
Json rule_json(const RuleInfo& rule, const Edition& edition, Language language) {
  const std::string why(in(rule.why, language));
  std::string text = why;
  std::string markdown = why;
  if (const Clause* clause = edition.clause(rule.clause)) {
    const std::string cited = edition.citation(rule.clause, locale(language));
    const std::string wording(in(clause->wording, language));
    text += "\n\n" + cited + (language == Language::ja ? "「" + wording + "」" : ": " + wording);
    markdown += "\n\n**" + cited + "**\n\n> " + replaced(wording, "\n", "\n> ");
  }
  const std::string_view remedy = in(rule.remedy, language);
  if (remedy.find('{') == std::string_view::npos) {
    text.append("\n\n").append(remedy);
    markdown.append("\n\n").append(remedy);
  }
  markdown += "\n\n`tokki explain " + std::string(rule.id) + "`";
  const Severity severity = edition.severity(rule);
  Json properties{{"severity", key_of(severity)}};
  if (!rule.clause.empty()) properties["clause"] = rule.clause;
  return {{"id", rule.id},
          {"name", pascal_case(rule.id)},
          {"shortDescription", text_message(why)},
          {"fullDescription", text_message(why)},
          {"help", {{"text", text}, {"markdown", markdown}}},
          {"defaultConfiguration",
           {{"enabled", edition.enabled(rule)}, {"level", sarif_level(severity)}}},
          {"properties", properties}};
}

// The same finding has the same fingerprint wherever its document stands and however its lines
// move: rule and places, but neither the file's name nor what is written there.
std::string fingerprint(const Finding& finding) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash = (hash ^ 0xFFU) * 0x100000001B3U;  // no byte of UTF-8: keeps "ab","c" from "a","bc"
  };
  add(finding.rule->id);
  add(finding.at.document);
  add(finding.at.pointer);
  for (const Location& related : finding.related) {
    add(related.document);
    add(related.pointer);
  }
  return fmt::format("{:016x}", hash);
}

class SarifWriter final : public ReportWriter {
 public:
  explicit SarifWriter(ReportOptions options)
      : options_(std::move(options)), language_(options_.style.language) {
    for (const RuleInfo* rule : all_rules()) rule_index_.emplace(rule, rule_index_.size());
  }

  void begin(std::string& out) override {
    Json rules = Json::array();
    for (const RuleInfo* rule : all_rules()) {
      rules.push_back(rule_json(*rule, *options_.edition, language_));
    }
    const Json driver{{"name", "tokki"},
                      {"version", TOKKI_VERSION},
                      {"semanticVersion", TOKKI_VERSION},
                      {"language", locale(language_)},
                      {"rules", std::move(rules)}};
    out +=
        R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[)";
    out += R"({"tool":{"driver":)" + dumped(driver) + "},";
    out += fmt::format(R"("language":"{}","columnKind":"unicodeCodePoints","results":[)",
                       locale(language_));
  }

  void document(const Report& report, std::string& out) override {
    artifact(report.document.uri);
    std::map<std::string, unsigned> seen;
    for (const Finding& finding : report.findings) result(report, finding, nullptr, seen, out);
    for (const WaivedFinding& waived : report.waived) {
      result(report, waived.finding, &waived.waiver, seen, out);
    }
  }

  void unreadable(std::string_view name, std::string_view reason, std::string&) override {
    const std::string_view problem =
        language_ == Language::ja ? "読めませんでした" : "could not be read";
    Json at;
    at["physicalLocation"]["artifactLocation"]["uri"] = uri_of(name);
    notifications_.push_back(
        {{"level", "error"},
         {"message", text_message(fmt::format("{}: {} ({})", name, problem, reason))},
         {"locations", Json::array({std::move(at)})},
         {"descriptor", {{"id", "input-unreadable"}}}});
  }

  void end(const Summary& summary, int exit_code, std::string& out) override {
    out += "\n],\"artifacts\":[";
    for (std::size_t i = 0; i < artifacts_.size(); ++i) {
      out += (i == 0 ? "\n" : ",\n") +
             dumped(Json{{"location", {{"uri", *artifacts_[i]}}}, {"roles", {"analysisTarget"}}});
    }
    Json invocation{{"executionSuccessful", summary.unreadable_inputs == 0},
                    {"exitCode", exit_code}};
    if (!notifications_.empty()) {
      invocation["toolExecutionNotifications"] = std::move(notifications_);
    }
    const Json properties{{"as_of", iso(options_.as_of)},
                          {"documents", summary.documents},
                          {"waived", summary.waived}};
    out += "\n],\"invocations\":[" + dumped(invocation) + "],\"properties\":" + dumped(properties) +
           "}]}\n";
  }

 private:
  std::size_t artifact(std::string_view name) {
    if (!artifacts_.empty() && name == last_name_) return last_index_;
    const auto [known, is_new] = artifact_index_.emplace(uri_of(name), artifacts_.size());
    if (is_new) artifacts_.push_back(&known->first);
    last_name_ = name;
    last_index_ = known->second;
    return last_index_;
  }

  Json location(const Report& report, const Location& at) {
    const SourcePlace place = source_place(report.document, at);
    const std::size_t index = artifact(place.file);
    Json physical{{"artifactLocation", {{"uri", *artifacts_[index]}, {"index", index}}}};
    if (place.line) {
      physical["region"] = {{"startLine", *place.line}};
      if (place.column) physical["region"]["startColumn"] = *place.column;
    }
    Json out{{"physicalLocation", std::move(physical)}};
    if (!at.pointer.empty()) {
      const std::string last = at.pointer.substr(at.pointer.rfind('/') + 1);
      const bool entry = last.find_first_not_of("0123456789") == std::string::npos;
      out["logicalLocations"].push_back({{"name", last},
                                         {"fullyQualifiedName", at.pointer},
                                         {"kind", entry ? "value" : "property"}});
    }
    return out;
  }

  void result(const Report& report, const Finding& finding, const FindingWaiver* waiver,
              std::map<std::string, unsigned>& seen, std::string& out) {
    const Words said = words(finding, *report.edition, language_);
    std::string text = said.message;
    if (language_ == Language::en) text += ' ';
    text += said.remedy;
    if (options_.style.show_values && finding.at.value) text += "\n" + *finding.at.value;
    Json json{{"ruleId", finding.rule->id},
              {"kind", sarif_kind(finding.severity)},
              {"level", sarif_level(finding.severity)},
              {"message", text_message(text)}};
    if (const auto index = rule_index_.find(finding.rule); index != rule_index_.end()) {
      json["ruleIndex"] = index->second;
    }
    Json at = location(report, finding.at);
    at["message"] = text_message(heading_of(said, language_));
    json["locations"].push_back(std::move(at));
    for (std::size_t i = 0; i < finding.related.size(); ++i) {
      Json related = location(report, finding.related[i]);
      related["id"] = i + 1;
      const std::string place = place_name(finding.related[i], *report.edition, language_);
      if (!place.empty()) related["message"] = text_message(place);
      json["relatedLocations"].push_back(std::move(related));
    }
    std::string print = fingerprint(finding);
    const unsigned count = ++seen[print];  // two that are alike in one document
    json["partialFingerprints"] = {{"tokki/v1", fmt::format("{}:{}", print, count)}};
    if (waiver != nullptr) {
      json["suppressions"].push_back({{"kind", "external"},
                                      {"status", "accepted"},
                                      {"justification", waiver->reason},
                                      {"properties",
                                       {{"approver", waiver->approver},
                                        {"expires", iso(waiver->expires)},
                                        {"path", waiver->path}}}});
    }
    Json properties{{"severity", key_of(finding.severity)}};
    if (!said.clause.empty()) properties["clause"] = said.clause;
    if (report.document.line) properties["document_line"] = *report.document.line;
    json["properties"] = std::move(properties);
    out += std::exchange(first_, false) ? "\n" : ",\n";
    out += dumped(json);
  }

  ReportOptions options_;
  Language language_;
  std::unordered_map<const RuleInfo*, std::size_t> rule_index_;
  std::unordered_map<std::string, std::size_t> artifact_index_;  // by URI
  std::vector<const std::string*> artifacts_;                    // its keys, in order
  std::string last_name_;
  std::size_t last_index_ = 0;
  Json notifications_ = Json::array();
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> sarif_writer(ReportOptions options) {
  return std::make_unique<SarifWriter>(std::move(options));
}

}  // namespace tokki
