// report_parts.hpp: what the schemas of reports are put together from.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/writer.hpp"
#include "tokki/describe.hpp"
#include "tokki/severity.hpp"

namespace tokki::inline v0::internal {

/// Each part of the schema is JSON text, an object.
using Schema = std::string;
using Members = std::vector<std::pair<std::string_view, Schema>>;

inline constexpr const char* kText = R"({"type":"string"})";
inline constexpr const char* kDay = R"({"type":"string","format":"date"})";
inline constexpr const char* kInteger = R"({"type":"integer"})";
inline constexpr const char* kCount = R"({"type":"integer","minimum":0})";
inline constexpr const char* kFromOne = R"({"type":"integer","minimum":1})";

Schema written_by(const auto& write_members) {
  std::string out;
  JsonWriter json(out);
  json.object([&] { write_members(json); });
  return out;
}

inline Schema described(Schema schema, std::string_view description) {
  schema.back() = ',';
  JsonWriter(schema).member("description", description);
  return schema + "}";
}

inline Schema constant(std::string_view value) {
  return written_by([&](JsonWriter& json) { json.member("const", value); });
}

inline Schema list_of(const Schema& items) {
  return written_by([&](JsonWriter& json) {
    json.member("type", "array");
    json.key("items").raw(items);
  });
}

/// An object with these members and no others; all are required unless named as optional.
inline Schema object(const Members& members, const std::vector<std::string_view>& optional = {}) {
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

inline Schema both_languages() { return object({{"ja", kText}, {"en", kText}}); }

template <Enumeration E>
Schema one_of() {
  return written_by([](JsonWriter& json) {
    json.key("enum").array(Description<E>::choices,
                           [&](const auto& choice) { json.value(choice.key); });
  });
}

inline Schema argument(std::string_view type, const Schema& value,
                       const std::vector<std::string_view>& optional = {}) {
  return object({{"type", constant(type)}, {"value", value}}, optional);
}

inline Schema arguments() {
  const std::vector<Schema> kinds{argument("number", kInteger),       argument("date", kDay),
                                  argument("country", kText),         argument("term", kText),
                                  argument("token", kText),           argument("cell", kText),
                                  argument("value", kText, {"value"})};
  return written_by([&](JsonWriter& json) {
    json.member("type", "object");
    json.key("additionalProperties").object([&] {
      json.key("oneOf").array(kinds, [&](const Schema& kind) { json.raw(kind); });
    });
  });
}

inline Schema location() {
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

/// A finding; `at` is the schema of a place.
[[nodiscard]] inline Schema finding(bool waived, const Schema& at) {
  const Schema step = object({{"op", constant("replace")}, {"path", kText}, {"value", kText}});
  Members members{{"rule", kText},
                  {"severity", one_of<Severity>()},
                  {"clause", object({{"key", kText}, {"ja", kText}, {"en", kText}})},
                  {"at", at},
                  {"place", both_languages()},
                  {"related", list_of(at)},
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

}  // namespace tokki::inline v0::internal
