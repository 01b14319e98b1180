#include "ruleset/extensions_schema.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "record/pointers.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;
// valijson's adapter knows the unordered kind only.
using Plain = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// What stands under a keyword.
enum class Beneath : std::uint8_t { value, schema, schemas, named_schemas };
struct Keyword {
  std::string_view name;
  Beneath beneath = Beneath::value;
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
    {"properties", Beneath::named_schemas},
    {"additionalProperties", Beneath::schema},
    {"items", Beneath::schema},
    {"contains", Beneath::schema},
    {"not", Beneath::schema},
    {"if", Beneath::schema},
    {"then", Beneath::schema},
    {"else", Beneath::schema},
    {"allOf", Beneath::schemas},
    {"anyOf", Beneath::schemas},
    {"oneOf", Beneath::schemas},
});

void look_for_faults(const Json& schema, const std::string& pointer,
                     std::vector<SchemaFault>& faults) {
  if (schema.is_array()) {
    for (std::size_t i = 0; i < schema.size(); ++i) {
      look_for_faults(schema[i], pointer + "/" + std::to_string(i), faults);
    }
  }
  if (!schema.is_object()) return;
  for (const auto& [key, value] : schema.items()) {
    std::string place = pointer;
    add_step(place, key);
    const auto* const keyword = std::ranges::find(kKeywords, key, &Keyword::name);
    if (keyword == kKeywords.end()) {
      faults.push_back({place, key});
      continue;
    }
    switch (keyword->beneath) {
      case Beneath::value: break;
      case Beneath::schema:
      case Beneath::schemas: look_for_faults(value, place, faults); break;
      case Beneath::named_schemas:
        for (const auto& [name, named] : value.items()) {
          std::string within = place;
          add_step(within, name);
          look_for_faults(named, within, faults);
        }
    }
  }
}

// "[orders]" → "/orders".
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (const std::string& step : context) {
    if (!step.starts_with('[') || !step.ends_with(']')) continue;  // "<root>"
    add_step(pointer, std::string_view(step).substr(1, step.size() - 2));
  }
  return pointer;
}

// valijson also reports each value above a wrong one.
bool is_echo(const std::string& description) {
  return description.starts_with("Failed to validate against schema associated with") ||
         description.starts_with("Failed to validate item #");
}

// The part of the schema that speaks of the value at `pointer`; its nearest parent's without one.
Json speaking_of(const Json& schema, std::string_view pointer) {
  const Json* found = &schema;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string key(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(key.size());
    const Json* next = nullptr;
    if (const auto list = found->find("items"); list != found->end() && list->is_object()) {
      next = &*list;
    }
    if (const auto named = found->find("properties"); named != found->end()) {
      const std::string name = Json::json_pointer("/" + key).back();
      if (const auto one = named->find(name); one != named->end()) next = &*one;
    }
    if (next == nullptr) break;
    found = next;
  }
  Json own = found->is_object() ? Json::object() : *found;
  if (!found->is_object()) return own;
  for (const auto& [key, value] : found->items()) {
    static constexpr std::array kLeftOut =
        std::to_array<std::string_view>({"properties", "items", "title", "description", "default",
                                         "examples", "$comment", "$schema"});
    if (std::ranges::find(kLeftOut, key) == kLeftOut.end()) own[key] = value;
  }
  // Where other members are refused, those that there are.
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
  look_for_faults(Json::parse(json), "", faults);
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
      if (!echoes_too && is_echo(error.description)) continue;
      std::string pointer = pointer_of(error.context);
      if (std::ranges::find(faults, pointer, &ExtensionFault::pointer) != faults.end()) continue;
      std::string expected = speaking_of(state_->json, pointer).dump();
      if (expected.starts_with('{')) expected = expected.substr(1, expected.size() - 2);
      faults.push_back({std::move(pointer), std::move(expected)});
    }
    if (!faults.empty()) break;
  }
  return faults;
}

}  // namespace tokki
