#include "tokki/schema.hpp"

#include <nlohmann/json.hpp>

#include "schema/drafts.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kExtensions = "declaration.extensions";

class SchemaWriter {
 public:
  SchemaWriter(const Edition& edition, const SchemaOptions& options)
      : edition_(edition), options_(options) {}

  template <DocumentRecord T>
  Json document() {
    Json out;
    out["$schema"] = uri_of(options_.draft);
    describe(out, std::string(Description<T>::kind));
    Json body = record<T>(std::string(Description<T>::kind));
    Json properties;
    properties["format"] = {{"const", Description<T>::format}};
    describe(properties["format"], std::string(Description<T>::kind) + ".format");
    for (const auto& [key, value] : body["properties"].items()) properties[key] = value;
    body["properties"] = std::move(properties);
    Json required = Json::array({"format"});
    if (body.contains("required")) {
      for (const Json& key : body["required"]) required.push_back(key);
    }
    body["type"] = "object";  // a document itself cannot be null
    body["required"] = std::move(required);
    out.update(body);
    return out;
  }

 private:
  // Whether the cell must be filled in for the schema to accept the document.
  [[nodiscard]] bool demanded(Presence presence) const {
    return options_.complete && presence == Presence::required;
  }

  // Members that the edition does not know have no words: an edition's own file, for one.
  void describe(Json& schema, const std::string& key) const {
    const Cell* cell = edition_.cell(cell_key(key));
    if (cell == nullptr) return;
    schema["title"] = cell->label.ja.view();
    schema["description"] = cell->label.en.view();
    schema["$comment"] = edition_.citation(cell->clause, "ja") + " / " +
                         edition_.citation(cell->clause, "en") + " (" + cell->clause.str() + ")";
  }

  static Json type(std::string_view name, bool demanded) {
    if (demanded) return Json(name);
    return Json::array({name, "null"});
  }

  template <class M>
  Json member(const std::string& key, bool demanded) {
    Json out;
    if constexpr (TextCell<M>) {
      out["type"] = type("string", demanded);
      if (demanded) out["minLength"] = 1;
    } else if constexpr (std::is_same_v<M, Raw>) {
      out["type"] = type("object", false);
      const Str& own = edition_.file().extensions_schema.json;
      if (cell_key(key) == kExtensions && !own.empty()) {  // what the edition asks of it
        Json asked = Json::parse(own.view());
        asked.erase("$schema");
        out["allOf"] = Json::array({{{"anyOf", {{{"type", "null"}}, std::move(asked)}}}});
      }
    } else if constexpr (std::is_same_v<M, std::optional<bool>>) {
      out["type"] = type("boolean", false);
    } else if constexpr (std::is_same_v<M, std::optional<std::int64_t>>) {
      out["type"] = type("integer", false);
    } else if constexpr (is_list<M>) {
      using Item = M::value_type;
      out["type"] = type("array", demanded);
      out["items"] = member<Item>(key, false);
      out["items"].erase("title");
      if (demanded) out["contains"] = filled<Item>();
    } else if constexpr (is_ticked<M>) {
      out["type"] = type("array", demanded);
      if (demanded) {
        out["minItems"] = 1;
        out["maxItems"] = 1;
      }
      out["items"] = choices<typename M::choice_type>(key, false);
    } else if constexpr (Record<M>) {
      out = record<M>(key);
      out["type"] = type("object", demanded);
    } else {  // std::optional of an enumeration
      out = choices<typename M::value_type>(key, true);
    }
    return out;
  }

  // A cell with something in it. A list may have spare rows beside such a one.
  template <class M>
  static Json filled() {
    if constexpr (TextCell<M>) {
      return {{"type", "string"}, {"minLength", 1}};
    } else if constexpr (is_list<M>) {
      return {{"type", "array"}, {"contains", filled<typename M::value_type>()}};
    } else {
      return {{"type", "object"}};
    }
  }

  template <Enumeration E>
  Json choices(const std::string& key, bool nullable) {
    Json values = Json::array();
    Json words = Json::array();
    for (const auto& choice : Description<E>::choices) {
      values.push_back(choice.key);
      const Cell* cell = edition_.cell(cell_key(key + "." + std::string(choice.key)));
      if (cell != nullptr) words.push_back(std::string(choice.key) + ": " + cell->label.ja.str());
    }
    if (nullable) values.push_back(nullptr);
    Json out{{"enum", std::move(values)}};
    if (!words.empty()) {
      std::string comment;
      for (const Json& word : words)
        comment += (comment.empty() ? "" : "; ") + word.get<std::string>();
      out["$comment"] = comment;
    }
    return out;
  }

  template <Record T>
  Json record(const std::string& key) {
    Json out;
    out["type"] = type("object", false);
    out["additionalProperties"] = false;
    Json properties = Json::object();
    Json required = Json::array();
    Json details = Json::array();
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      const std::string name(field.key);
      const std::string member_key = key + "." + name;
      Json& property = properties[name];
      property = Json::object();
      describe(property, member_key);
      property.update(member<M>(member_key, demanded(field.presence)));
      if (demanded(field.presence)) required.push_back(name);
      if (field.presence == Presence::detail) details.push_back(name);
    });
    out["properties"] = std::move(properties);
    if (!required.empty()) out["required"] = std::move(required);
    if constexpr (TickGroup<T>) {
      if (options_.complete) demand_details<T>(out, details);
    }
    return out;
  }

  // The box that asks for details makes them required.
  template <TickGroup T>
  void demand_details(Json& out, const Json& details) {
    std::string_view asking;
    using E = decltype(T::ticked)::choice_type;
    for (const auto& choice : Description<E>::choices) {
      if (choice.value == Description<T>::asks_details) asking = choice.key;
    }
    Json cells = Json::object();
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if (field.presence == Presence::detail) cells[std::string(field.key)] = filled<M>();
    });
    out["if"] = {{"required", {"ticked"}},
                 {"properties", {{"ticked", {{"const", Json::array({asking})}}}}}};
    out["then"] = {{"required", details}, {"properties", std::move(cells)}};
  }

  const Edition& edition_;
  const SchemaOptions& options_;
};

}  // namespace

std::string declaration_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<Declaration>().dump(2) + "\n";
}

std::string dossier_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<Dossier>().dump(2) + "\n";
}

std::string dossier_record_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<DossierRecord>().dump(2) + "\n";
}

std::string edition_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<EditionFile>().dump(2) + "\n";
}

}  // namespace tokki
