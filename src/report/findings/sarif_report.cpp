// SARIF 2.1.0 (OASIS, errata 01): one run. The rules come first, the results as they are found, and
// at the end the files that were read and how the run went.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "json/writer.hpp"
#include "report/findings/formats.hpp"
#include "report/in_language.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {
namespace {

// SARIF has kinds of its own for "review" and "undetermined", which are no failures; their level is
// "none".
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

void write_message(std::string_view key, std::string_view text, JsonWriter& json) {
  json.key(key).object([&] { json.member("text", text); });
}

// What a rule is for, the clause it serves word for word and, unless it depends on the finding,
// what to do.
void write_rule(const RuleInfo& rule, const Edition& edition, Language language, JsonWriter& json) {
  const std::string why(in(rule.why, language));
  std::string text = why;
  std::string markdown = why;
  const Clause* const clause = edition.clause_about(rule.about);
  if (clause != nullptr) {
    const std::string cited = edition.citation(clause->key, language);
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
  json.object([&] {
    json.member("id", rule.id);
    json.member("name", pascal_case(rule.id));
    write_message("shortDescription", in(rule.title, language), json);
    write_message("fullDescription", why, json);
    json.key("help").object([&] {
      json.member("text", text);
      json.member("markdown", markdown);
    });
    json.key("defaultConfiguration").object([&] {
      json.member("enabled", edition.enabled(rule));
      json.member("level", sarif_level(severity));
    });
    json.key("properties").object([&] {
      json.member("severity", key_of(severity));
      if (clause != nullptr) json.member("clause", clause->key.view());
    });
  });
}

// Made of rule and places, without the file's name and the cell's content, so that a finding keeps
// its fingerprint when its file is moved or its lines shift.
std::string fingerprint(const Report& report, const Finding& finding) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash = (hash ^ 0xFFU) *
           0x100000001B3U;  // a separator, not a byte of UTF-8: "ab","c" differs from "a","bc"
  };
  add(finding.rule->id);
  add(report.name_of(finding.at));
  add(finding.at.pointer());
  for (const Place& related : finding.related) {
    add(report.name_of(related));
    add(related.pointer());
  }
  return fmt::format("{:016x}", hash);
}

class SarifReport final : public ReportWriter {
 public:
  explicit SarifReport(ReportOptions options)
      : options_(std::move(options)), language_(options_.style.language) {
    for (const RuleInfo* rule : all_rules()) rule_index_.emplace(rule, rule_index_.size());
  }

  void begin(std::string& out) override {
    out +=
        R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{)";
    std::string head;
    JsonWriter json(head);
    json.key("tool").object([&] {
      json.key("driver").object([&] {
        json.member("name", "tokki");
        json.member("version", TOKKI_VERSION);
        json.member("semanticVersion", TOKKI_VERSION);
        json.member("language", locale(language_));
        json.key("rules").array(all_rules(), [&](const RuleInfo* rule) {
          write_rule(*rule, *options_.edition, language_, json);
        });
      });
    });
    json.member("language", locale(language_));
    json.member("columnKind", "unicodeCodePoints");
    out += head + R"(,"results":[)";
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
    if (!notifications_.empty()) notifications_ += ',';
    JsonWriter json(notifications_);
    json.object([&] {
      json.member("level", "error");
      write_message("message", fmt::format("{}: {} ({})", name, problem, reason), json);
      json.key("locations").array([&] {
        json.object([&] {
          json.key("physicalLocation").object([&] {
            json.key("artifactLocation").object([&] { json.member("uri", uri_of(name)); });
          });
        });
      });
      json.key("descriptor").object([&] { json.member("id", "input-unreadable"); });
    });
  }

  void end(const Summary& summary, int exit_code, std::string& out) override {
    out += "\n],\"artifacts\":[";
    for (std::size_t i = 0; i < artifacts_.size(); ++i) {
      out += i == 0 ? "\n" : ",\n";
      JsonWriter json(out);
      json.object([&] {
        json.key("location").object([&] { json.member("uri", *artifacts_[i]); });
        json.key("roles").array([&] { json.value("analysisTarget"); });
      });
    }
    std::string tail;
    JsonWriter json(tail);
    json.key("invocations").array([&] {
      json.object([&] {
        json.member("executionSuccessful", summary.unreadable_inputs == 0);
        json.member("exitCode", exit_code);
        if (!notifications_.empty()) {
          json.key("toolExecutionNotifications").array([&] { json.raw(notifications_); });
        }
      });
    });
    json.key("properties").object([&] {
      json.member("as_of", iso(options_.as_of));
      json.member("documents", summary.documents);
      json.member("waived", summary.waived);
    });
    out += "\n]," + tail + "}]}\n";
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

  // The members of a location.
  void write_location(const Report& report, const Place& at, JsonWriter& json) {
    const SourcePlace place = source_place(report, at);
    const std::size_t index = artifact(place.file);
    json.key("physicalLocation").object([&] {
      json.key("artifactLocation").object([&] {
        json.member("uri", *artifacts_[index]);
        json.member("index", index);
      });
      if (place.line) {
        json.key("region").object([&] {
          json.member("startLine", *place.line);
          if (place.column) json.member("startColumn", *place.column);
        });
      }
    });
    if (at.is_root()) return;
    const std::string last = at.last_step();
    const bool entry = last.find_first_not_of("0123456789") == std::string::npos;
    json.key("logicalLocations").array([&] {
      json.object([&] {
        json.member("name", last);
        json.member("fullyQualifiedName", at.pointer());
        json.member("kind", entry ? "value" : "property");
      });
    });
  }

  void write_related(const Report& report, const std::vector<Place>& related, JsonWriter& json) {
    json.key("relatedLocations").array([&] {
      for (std::size_t i = 0; i < related.size(); ++i) {
        json.object([&] {
          write_location(report, related[i], json);
          json.member("id", i + 1);
          const std::string place = place_name(related[i], *report.edition, language_);
          if (!place.empty()) write_message("message", place, json);
        });
      }
    });
  }

  void result(const Report& report, const Finding& finding, const FindingWaiver* waiver,
              std::map<std::string, unsigned>& seen, std::string& out) {
    const Words texts = words(finding, *report.edition, language_);
    std::string text = texts.message;
    if (language_ == Language::en) text += ' ';
    text += texts.remedy;
    if (options_.style.show_values && finding.at.value) text += "\n" + *finding.at.value;
    out += std::exchange(first_, false) ? "\n" : ",\n";
    JsonWriter json(out);
    json.object([&] {
      json.member("ruleId", finding.rule->id);
      json.member("kind", sarif_kind(finding.severity));
      json.member("level", sarif_level(finding.severity));
      write_message("message", text, json);
      if (const auto index = rule_index_.find(finding.rule); index != rule_index_.end()) {
        json.member("ruleIndex", index->second);
      }
      json.key("locations").array([&] {
        json.object([&] {
          write_location(report, finding.at, json);
          write_message("message", heading_of(texts, language_), json);
        });
      });
      if (!finding.related.empty()) write_related(report, finding.related, json);
      const std::string print = fingerprint(report, finding);
      const unsigned count = ++seen[print];  // equal ones in one document are numbered
      json.key("partialFingerprints").object([&] {
        json.member("tokki/v1", fmt::format("{}:{}", print, count));
      });
      if (waiver != nullptr) write_suppression(*waiver, json);
      json.key("properties").object([&] {
        json.member("severity", key_of(finding.severity));
        if (!texts.clause.empty()) json.member("clause", texts.clause);
        if (report.document.line) json.member("document_line", *report.document.line);
      });
    });
  }

  static void write_suppression(const FindingWaiver& waiver, JsonWriter& json) {
    json.key("suppressions").array([&] {
      json.object([&] {
        json.member("kind", "external");
        json.member("status", "accepted");
        json.member("justification", waiver.reason);
        json.key("properties").object([&] {
          json.member("approver", waiver.approver);
          json.member("expires", iso(waiver.expires));
          json.member("path", waiver.path);
        });
      });
    });
  }

  ReportOptions options_;
  Language language_;
  std::unordered_map<const RuleInfo*, std::size_t> rule_index_;
  std::unordered_map<std::string, std::size_t> artifact_index_;  // by URI
  std::vector<const std::string*> artifacts_;                    // its keys, in order
  std::string last_name_;
  std::size_t last_index_ = 0;
  std::string notifications_;  // JSON objects, with commas between them
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> sarif_writer(ReportOptions options) {
  return std::make_unique<SarifReport>(std::move(options));
}

}  // namespace tokki::inline v0::internal
