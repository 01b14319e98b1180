#include <algorithm>
#include <utility>
#include <vector>

#include "json/writer.hpp"
#include "report/findings/json_report.hpp"
#include "schema/drafts.hpp"
#include "tokki/schema.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// Each part of the schema is JSON text, an object.
using Schema = std::string;
using Members = std::vector<std::pair<std::string_view, Schema>>;

constexpr const char* kText = R"({"type":"string"})";
constexpr const char* kDay = R"({"type":"string","format":"date"})";
constexpr const char* kInteger = R"({"type":"integer"})";
constexpr const char* kCount = R"({"type":"integer","minimum":0})";
constexpr const char* kFromOne = R"({"type":"integer","minimum":1})";

Schema written_by(const auto& write_members) {
  std::string out;
  JsonWriter json(out);
  json.object([&] { write_members(json); });
  return out;
}

Schema described(Schema schema, std::string_view description) {
  schema.back() = ',';
  JsonWriter(schema).member("description", description);
  return schema + "}";
}

Schema constant(std::string_view value) {
  return written_by([&](JsonWriter& json) { json.member("const", value); });
}

Schema list_of(const Schema& items) {
  return written_by([&](JsonWriter& json) {
    json.member("type", "array");
    json.key("items").raw(items);
  });
}

// An object with these members and no others; all are required unless named as optional.
Schema object(const Members& members, const std::vector<std::string_view>& optional = {}) {
  return written_by([&](JsonWriter& json) {
    json.member("type", "object");
    json.key("properties").object([&] {
      for (const auto& [key, schema] : members) json.key(key).raw(schema);
    });
    json.key("required").array([&] {
      for (const auto& [key, schema] : members) {
        if (std::ranges::find(optional, key) == optional.end()) json.value(key);
      }
    });
    json.member("additionalProperties", false);
  });
}

Schema both_languages() { return object({{"ja", kText}, {"en", kText}}); }

template <Enumeration E>
Schema one_of() {
  return written_by([](JsonWriter& json) {
    json.key("enum").array(Description<E>::choices,
                           [&](const auto& choice) { json.value(choice.key); });
  });
}

Schema argument(std::string_view type, const Schema& value,
                const std::vector<std::string_view>& optional = {}) {
  return object({{"type", constant(type)}, {"value", value}}, optional);
}

Schema arguments() {
  const std::vector<Schema> kinds{
      argument("number", kInteger), argument("date", kDay),
      argument("country", kText),   argument("term", kText),
      argument("token", kText),     argument("cell", kText),
      argument("clause", kText),    argument("value", kText, {"value"})};
  return written_by([&](JsonWriter& json) {
    json.member("type", "object");
    json.key("additionalProperties").object([&] {
      json.key("oneOf").array(kinds, [&](const Schema& kind) { json.raw(kind); });
    });
  });
}

Schema location() {
  return object(
      {{"pointer", described(kText, "RFC 6901, into the document as supplied")},
       {"offset", described(kCount, "bytes from the document's start")},
       {"line", described(kFromOne, "within the document")},
       {"column", described(kFromOne, "in code points")},
       {"cell", kText},
       {"document", described(kText, "the name of another document, where it stands there")},
       {"value", described(R"({"type":["string","null"]})", "only with --show-values")}},
      {"offset", "line", "column", "cell", "document", "value"});
}

Schema summary() {
  Members members{
      {"documents", kCount}, {"documents_with_findings", kCount}, {"unreadable_inputs", kCount}};
  for (const auto& choice : Description<Severity>::choices)
    members.emplace_back(choice.key, kCount);
  members.emplace_back("waived", kCount);
  members.emplace_back(
      "rules",
      described(list_of(object({{"rule", kText}, {"findings", kCount}, {"documents", kCount}})),
                "the most frequent first"));
  return object(members);
}

class ReportSchema {
 public:
  explicit ReportSchema(SchemaDraft draft)
      : draft_(draft), definitions_(draft == SchemaDraft::draft_07 ? "definitions" : "$defs") {}

  [[nodiscard]] Schema whole() const {
    const Schema report =
        object({{"format", constant(kReportFormat)},
                {"tokki", described(kText, "the version that checked")},
                {"as_of", described(kDay, "the day of the check")},
                {"documents", list_of(document())},
                {"unreadable", described(list_of(kText), "inputs that could not be read")},
                {"summary", summary()}});
    return written_by([&](JsonWriter& json) {
      json.member("$schema", uri_of(draft_));
      json.member("title", "tokki.report/1");
      json.member("description",
                  "What tokki check --format json prints. A newer minor version of tokki "
                  "may add rules and terms, but no members.");
      json.raw(std::string_view(report).substr(1, report.size() - 2));  // its members
      json.key(definitions_).object([&] {
        json.key("location").raw(location());
        json.key("finding").raw(finding(false));
      });
    });
  }

 private:
  [[nodiscard]] Schema refer(std::string_view name) const {
    return written_by([&](JsonWriter& json) {
      json.member("$ref", "#/" + definitions_ + "/" + std::string(name));
    });
  }

  [[nodiscard]] Schema document() const {
    return object({{"uri", described(kText, "as it was given; <stdin> for standard input")},
                   {"line", described(kFromOne, "the document's line in an NDJSON file")},
                   {"kind", described(kText, "absent when it could not be told")},
                   {"edition", described(kText, "id/version of the edition it was checked with")},
                   {"findings", list_of(refer("finding"))},
                   {"waived", described(list_of(finding(true)), "found, but not counted")}},
                  {"line", "kind", "waived"});
  }

  [[nodiscard]] Schema finding(bool waived) const {
    const Schema step = object({{"op", constant("replace")}, {"path", kText}, {"value", kText}});
    Members members{{"rule", kText},
                    {"severity", one_of<Severity>()},
                    {"clause", object({{"key", kText}, {"ja", kText}, {"en", kText}})},
                    {"at", refer("location")},
                    {"place", both_languages()},
                    {"related", list_of(refer("location"))},
                    {"arguments", arguments()},
                    {"message", both_languages()},
                    {"remedy", both_languages()},
                    {"fix", described(list_of(step), "RFC 6902; only with --show-values")}};
    if (waived) {
      members.emplace_back(
          "waiver",
          object({{"path", kText}, {"reason", kText}, {"approver", kText}, {"expires", kDay}}));
    }
    return object(members, {"clause", "place", "related", "arguments", "fix"});
  }

  SchemaDraft draft_;
  std::string definitions_;
};

}  // namespace

std::string report_schema(SchemaDraft draft) {
  return indented(ReportSchema(draft).whole()) + "\n";
}

}  // namespace tokki::inline v0
