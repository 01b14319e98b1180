#include "terms/extensions_schema.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tokki::inline v0::internal {
namespace {

using Json = nlohmann::ordered_json;
// valijson's adapter takes only this kind of JSON value.
using Plain = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// The kind of value that a keyword has.
enum class Nested : std::uint8_t { value, schema, schemas, named_schemas };
struct Keyword {
  std::string_view name;
  Nested nested = Nested::value;
};
constexpr std::array kKeywords = std::to_array<Keyword>({
    {"$schema"},
    {"$comment"},
    {"title"},
    {"description"},
    {"default"},
    {"examples"},
    {"type"},
    {"enum"},
    {"const"},
    {"required"},
    {"minItems"},
    {"maxItems"},
    {"minLength"},
    {"maxLength"},
    {"minimum"},
    {"maximum"},
    {"exclusiveMinimum"},
    {"exclusiveMaximum"},
    {"minProperties"},
    {"maxProperties"},
    {"properties", Nested::named_schemas},
    {"additionalProperties", Nested::schema},
    {"items", Nested::schema},
    {"contains", Nested::schema},
    {"not", Nested::schema},
    {"if", Nested::schema},
    {"then", Nested::schema},
    {"else", Nested::schema},
    {"allOf", Nested::schemas},
    {"anyOf", Nested::schemas},
    {"oneOf", Nested::schemas},
});

using Steps = std::vector<std::string>;

Steps with(const Steps& steps, std::string step) {
  Steps longer = steps;
  longer.push_back(std::move(step));
  return longer;
}

void look_for_faults(const Json& schema, const Steps& above, std::vector<SchemaFault>& faults) {
  if (schema.is_array()) {
    for (std::size_t i = 0; i < schema.size(); ++i) {
      look_for_faults(schema[i], with(above, std::to_string(i)), faults);
    }
  }
  if (!schema.is_object()) return;
  for (const auto& [key, value] : schema.items()) {
    const Steps here = with(above, key);
    const auto* const keyword = std::ranges::find(kKeywords, key, &Keyword::name);
    if (keyword == kKeywords.end()) {
      faults.push_back({here, key});
      continue;
    }
    switch (keyword->nested) {
      case Nested::value: break;
      case Nested::schema:
      case Nested::schemas: look_for_faults(value, here, faults); break;
      case Nested::named_schemas:
        for (const auto& [name, named] : value.items()) {
          look_for_faults(named, with(here, name), faults);
        }
    }
  }
}

// valijson writes a step as "[orders]".
Steps steps_of(const std::vector<std::string>& context) {
  Steps steps;
  for (const std::string& step : context) {
    if (!step.starts_with('[') || !step.ends_with(']')) continue;  // "<root>"
    steps.push_back(step.substr(1, step.size() - 2));
  }
  return steps;
}

// True for valijson's additional reports on the parents of a wrong value.
bool is_about_parent(const std::string& description) {
  return description.starts_with("Failed to validate against schema associated with") ||
         description.starts_with("Failed to validate item #");
}

// The schema of the value at `steps`; its nearest parent's without one.
const Json& schema_of(const Json& schema, const Steps& steps) {
  const Json* found = &schema;
  for (const std::string& key : steps) {
    const Json* next = nullptr;
    if (const auto list = found->find("items"); list != found->end() && list->is_object()) {
      next = &*list;
    }
    if (const auto named = found->find("properties"); named != found->end()) {
      if (const auto one = named->find(key); one != named->end()) next = &*one;
    }
    if (next == nullptr) break;
    found = next;
  }
  return *found;
}

// What an office calls a member of the value at `steps`: its title, else its name.
std::string label_of(const Json& schema, const Steps& steps, const std::string& name) {
  const Json& parent = schema_of(schema, steps);
  if (const auto members = parent.find("properties"); members != parent.end()) {
    const auto member = members->find(name);
    if (member != members->end() && member->is_object()) {
      const auto title = member->find("title");
      if (title != member->end() && title->is_string()) return title->get<std::string>();
    }
  }
  return name;
}

// The name in valijson's report on a member that is not there; empty for other reports.
std::string missing_name(const std::string& description) {
  constexpr std::string_view kBegin = "Missing required property '";
  if (!description.starts_with(kBegin)) return {};
  return description.substr(kBegin.size(), description.rfind('\'') - kBegin.size());
}

// The part of the schema that is about the value at `steps`; its nearest parent's without one.
Json part_about(const Json& schema, const Steps& steps) {
  const Json* const found = &schema_of(schema, steps);
  Json own = found->is_object() ? Json::object() : *found;
  if (!found->is_object()) return own;
  for (const auto& [key, value] : found->items()) {
    static constexpr std::array kLeftOut =
        std::to_array<std::string_view>({"properties", "items", "title", "description", "default",
                                         "examples", "$comment", "$schema"});
    if (std::ranges::find(kLeftOut, key) == kLeftOut.end()) own[key] = value;
  }
  // When unknown members are refused, also lists the known ones.
  if (own.value("additionalProperties", Json(true)) == Json(false)) {
    Json& names = own["properties"] = Json::array();
    if (const auto members = found->find("properties"); members != found->end()) {
      for (const auto& [name, member] : members->items()) names.push_back(name);
    }
    own.erase("additionalProperties");
  }
  return own;
}

}  // namespace

struct ExtensionsSchema::State {
  Json json;
  Plain plain;
  valijson::Schema schema;
};

std::vector<SchemaFault> ExtensionsSchema::faults_of(std::string_view json) {
  std::vector<SchemaFault> faults;
  look_for_faults(Json::parse(json), {}, faults);
  if (!faults.empty()) return faults;
  try {
    const ExtensionsSchema compiled(json);
  } catch (const std::exception&) {
    faults.push_back({});
  }
  return faults;
}

ExtensionsSchema::ExtensionsSchema(std::string_view json) {
  auto state = std::make_unique<State>();
  state->json = Json::parse(json);
  state->plain = Plain::parse(json);
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(Adapter(state->plain), state->schema);
  state_ = std::move(state);
}

ExtensionsSchema::~ExtensionsSchema() = default;

std::vector<ExtensionFault> ExtensionsSchema::faults_in(std::string_view extensions) const {
  const Plain value = Plain::parse(extensions);
  valijson::ValidationResults results;
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  std::vector<ExtensionFault> faults;
  if (validator.validate(state_->schema, Adapter(value), &results)) return faults;
  for (const bool echoes_too : {false, true}) {
    for (const auto& error : results) {
      if (!echoes_too && is_about_parent(error.description)) continue;
      Steps steps = steps_of(error.context);
      if (const std::string name = missing_name(error.description); !name.empty()) {
        faults.push_back({with(steps, name), {}, label_of(state_->json, steps, name)});
        continue;
      }
      if (std::ranges::find(faults, steps, &ExtensionFault::below) != faults.end()) continue;
      std::string expected = part_about(state_->json, steps).dump();
      if (expected.starts_with('{')) expected = expected.substr(1, expected.size() - 2);
      faults.push_back({std::move(steps), std::move(expected), {}});
    }
    if (!faults.empty()) break;
  }
  return faults;
}

}  // namespace tokki::inline v0::internal
