#include <nlohmann/json.hpp>

#include "report/findings/json_report.hpp"
#include "schema/drafts.hpp"
#include "tokki/schema.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

Json text() { return {{"type", "string"}}; }
Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json from_one() { return {{"type", "integer"}, {"minimum", 1}}; }
Json day() { return {{"type", "string"}, {"format", "date"}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json described(Json schema, std::string_view description) {
  schema["description"] = description;
  return schema;
}

// Every member not named as optional is always there, and there are no others.
Json object(const Json& members, const std::vector<std::string>& optional = {}) {
  Json required = Json::array();
  for (const auto& [key, value] : members.items()) {
    if (std::ranges::find(optional, key) == optional.end()) required.push_back(key);
  }
  return {{"type", "object"},
          {"properties", members},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

Json both_languages() { return object({{"ja", text()}, {"en", text()}}); }

template <Enumeration E>
Json one_of() {
  Json keys = Json::array();
  for (const auto& choice : Description<E>::choices) keys.push_back(choice.key);
  return {{"enum", std::move(keys)}};
}

Json argument(std::string_view type, Json value, bool withheld = false) {
  return object({{"type", {{"const", type}}}, {"value", std::move(value)}},
                withheld ? std::vector<std::string>{"value"} : std::vector<std::string>{});
}

class ReportSchema {
 public:
  explicit ReportSchema(SchemaDraft draft)
      : draft_(draft), definitions_(draft == SchemaDraft::draft_07 ? "definitions" : "$defs") {}

  [[nodiscard]] Json whole() const {
    Json out{{"$schema", uri_of(draft_)},
             {"title", "tokki.report/1"},
             {"description",
              "What tokki check --format json prints. A newer minor version of tokki "
              "may add rules and terms, but no members."}};
    out.update(object({{"format", {{"const", kReportFormat}}},
                       {"tokki", described(text(), "the version that checked")},
                       {"as_of", described(day(), "the day of the check")},
                       {"documents", list_of(document())},
                       {"unreadable", described(list_of(text()), "inputs that could not be read")},
                       {"summary", summary()}}));
    out[definitions_] = {{"location", location()}, {"finding", finding(false)}};
    return out;
  }

 private:
  [[nodiscard]] Json refer(std::string_view name) const {
    return {{"$ref", "#/" + definitions_ + "/" + std::string(name)}};
  }

  [[nodiscard]] Json document() const {
    return object({{"uri", described(text(), "as it was given; <stdin> for standard input")},
                   {"line", described(from_one(), "the document's line in an NDJSON file")},
                   {"kind", described(text(), "absent when it could not be told")},
                   {"edition", described(text(), "id/version of the edition it was checked with")},
                   {"findings", list_of(refer("finding"))},
                   {"waived", described(list_of(finding(true)), "found, but not counted")}},
                  {"line", "kind", "waived"});
  }

  static Json location() {
    return object(
        {{"pointer", described(text(), "RFC 6901, into the document as supplied")},
         {"offset", described(count(), "bytes from the document's start")},
         {"line", described(from_one(), "within the document")},
         {"column", described(from_one(), "in code points")},
         {"cell", text()},
         {"document", described(text(), "the name of another document, where it stands there")},
         {"value", described({{"type", {"string", "null"}}}, "only with --show-values")}},
        {"offset", "line", "column", "cell", "document", "value"});
  }

  [[nodiscard]] Json finding(bool waived) const {
    Json arguments{
        {"type", "object"},
        {"additionalProperties",
         {{"oneOf",
           {argument("number", {{"type", "integer"}}), argument("date", day()),
            argument("country", {{"type", "string"}}), argument("term", {{"type", "string"}}),
            argument("token", {{"type", "string"}}), argument("cell", {{"type", "string"}}),
            argument("clause", {{"type", "string"}}),
            argument("value", {{"type", "string"}}, true)}}}}};
    Json step = object({{"op", {{"const", "replace"}}}, {"path", text()}, {"value", text()}});
    Json members{{"rule", text()},
                 {"severity", one_of<Severity>()},
                 {"clause", object({{"key", text()}, {"ja", text()}, {"en", text()}})},
                 {"at", refer("location")},
                 {"place", both_languages()},
                 {"related", list_of(refer("location"))},
                 {"arguments", std::move(arguments)},
                 {"message", both_languages()},
                 {"remedy", both_languages()},
                 {"fix", described(list_of(std::move(step)), "RFC 6902; only with --show-values")}};
    if (waived) {
      members["waiver"] =
          object({{"path", text()}, {"reason", text()}, {"approver", text()}, {"expires", day()}});
    }
    return object(members, {"clause", "place", "related", "arguments", "fix"});
  }

  static Json summary() {
    Json members{{"documents", count()},
                 {"documents_with_findings", count()},
                 {"unreadable_inputs", count()}};
    for (const auto& choice : Description<Severity>::choices) {
      members[std::string(choice.key)] = count();
    }
    members["waived"] = count();
    members["rules"] = described(
        list_of(object({{"rule", text()}, {"findings", count()}, {"documents", count()}})),
        "the most frequent first");
    return object(members);
  }

  SchemaDraft draft_;
  std::string definitions_;
};

}  // namespace

std::string report_schema(SchemaDraft draft) { return ReportSchema(draft).whole().dump(2) + "\n"; }

}  // namespace tokki
