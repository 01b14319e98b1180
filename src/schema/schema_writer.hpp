// schema_writer.hpp: the JSON Schema of any described document.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "json/tokens.hpp"
#include "json/unescape.hpp"
#include "json/writer.hpp"
#include "schema/drafts.hpp"
#include "tokki/place.hpp"
#include "tokki/schema.hpp"

namespace tokki::inline v0::internal {

class SchemaWriter {
 public:
  SchemaWriter(const Edition& edition, const SchemaOptions& options)
      : edition_(edition), options_(options) {}

  template <DocumentRecord T>
  std::string document() {
    constexpr std::string_view kind = Description<T>::kind;
    json_.object([&] {
      json_.member("$schema", uri_of(options_.draft));
      describe(kind);
      type("object", true);
      json_.member("additionalProperties", false);
      json_.key("properties").object([&] {
        json_.key("format").object([&] {
          json_.member("const", Description<T>::format);
          describe(std::string(kind) + ".format");
        });
        properties<T>(Place(0, kind));
      });
      required<T>({"format"});
    });
    return indented(out_) + "\n";
  }

 private:
  // Whether the cell must be filled in for the schema to accept the document.
  [[nodiscard]] bool demanded(Presence presence) const {
    return options_.complete && presence == Presence::required;
  }

  // Members without a cell in the edition get no title, such as those of an edition's own file.
  void describe(std::string_view cell_key, const std::string& choices = {}) {
    const Cell* cell = edition_.cell(cell_key);
    if (cell != nullptr) {
      json_.member("title", cell->label.ja.view());
      json_.member("description", cell->label.en.view());
    }
    if (!choices.empty()) {
      json_.member("$comment", choices);
    } else if (cell != nullptr) {
      json_.member("$comment", edition_.citation(cell->clause, Language::ja) + " / " +
                                   edition_.citation(cell->clause, Language::en) + " (" +
                                   cell->clause.str() + ")");
    }
  }

  void type(std::string_view name, bool demanded) {
    if (demanded) return json_.member("type", name);
    json_.key("type").array([&] {
      json_.value(name);
      json_.value("null");
    });
  }

  // The members of the schema of a cell.
  template <class M>
  void cell(const Place& at, bool demanded) {
    if constexpr (TextCell<M>) {
      type("string", demanded);
      if (demanded) json_.member("minLength", 1);
    } else if constexpr (std::is_same_v<M, Raw>) {
      type("object", false);
      if (at.cell() == kExtensionsCell) extensions();
    } else if constexpr (std::is_same_v<M, std::optional<bool>>) {
      type("boolean", false);
    } else if constexpr (std::is_same_v<M, std::optional<std::int64_t>>) {
      type("integer", false);
    } else if constexpr (is_list<M>) {
      using Item = M::value_type;
      type("array", demanded);
      json_.key("items").object([&] { cell<Item>(at, false); });
      if (demanded) json_.key("contains").object([&] { filled<Item>(); });
    } else if constexpr (is_ticked<M>) {
      type("array", demanded);
      if (demanded) {
        json_.member("minItems", 1);
        json_.member("maxItems", 1);
      }
      using E = M::choice_type;
      json_.key("items").object([&] {
        choices<E>(false);
        const std::string labels = choice_labels<E>(at);
        if (!labels.empty()) json_.member("$comment", labels);
      });
    } else if constexpr (Record<M>) {
      record<M>(at, demanded);
    } else {  // std::optional of an enumeration
      choices<typename M::value_type>(true);
    }
  }

  // The edition's schema of `extensions`, if any.
  void extensions() {
    const std::string_view schema = edition_.file().extensions_schema.json;
    Tokens tokens;
    if (schema.empty() || !tokens.take(schema, Limits{})) return;
    Cursor cursor = tokens.cursor();
    cursor.skip('{');
    const auto type_or_null = [&] {
      json_.object([&] { json_.member("type", "null"); });
      json_.object([&] {
        (void)cursor.items('}', [&] {
          const std::size_t begin = cursor.offset();
          const std::string_view key = cursor.quoted();
          cursor.skip(':');
          cursor.skip_value();
          if (!is_text(key, "$schema")) json_.raw(cursor.text_from(begin));
          return true;
        });
      });
    };
    json_.key("allOf").array(
        [&] { json_.object([&] { json_.key("anyOf").array(type_or_null); }); });
  }

  // A cell that is not empty. A list needs one entry that is not.
  template <class M>
  void filled() {
    if constexpr (TextCell<M>) {
      json_.member("type", "string");
      json_.member("minLength", 1);
    } else if constexpr (is_list<M>) {
      json_.member("type", "array");
      json_.key("contains").object([&] { filled<typename M::value_type>(); });
    } else {
      json_.member("type", "object");
    }
  }

  template <Enumeration E>
  void choices(bool nullable) {
    json_.key("enum").array([&] {
      for (const auto& choice : Description<E>::choices) json_.value(choice.key);
      if (nullable) json_.null();
    });
  }

  // "yes: はい; no: いいえ", of those that have a label.
  template <Enumeration E>
  std::string choice_labels(const Place& at) const {
    const std::string member = at.cell();
    std::string labels;
    for (const auto& choice : Description<E>::choices) {
      const std::string name(choice.key);
      const Cell* cell = edition_.cell(fmt::format("{}.{}", member, name));
      if (cell == nullptr) continue;
      const std::string_view separator = labels.empty() ? "" : "; ";
      labels += fmt::format("{}{}: {}", separator, name, cell->label.ja.view());
    }
    return labels;
  }

  template <class M>
  void property(const Place& at, Presence presence) {
    if constexpr (requires { requires Enumeration<typename M::value_type>; }) {
      describe(at.cell(), choice_labels<typename M::value_type>(at));
    } else {
      describe(at.cell());
    }
    cell<M>(at, demanded(presence));
  }

  template <Record T>
  void record(const Place& at, bool demanded) {
    type("object", demanded);
    json_.member("additionalProperties", false);
    json_.key("properties").object([&] { properties<T>(at); });
    required<T>({});
    if constexpr (TickGroup<T>) {
      if (options_.complete) demand_details<T>();
    }
  }

  template <Record T>
  void properties(const Place& above) {
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      Place at = above;
      at.path.into(field.key);
      json_.key(field.key).object([&] { property<M>(at, field.presence); });
    });
  }

  template <Record T>
  void required(std::vector<std::string_view> keys) {
    for_each_field<T>([&](const auto& field) {
      if (demanded(field.presence)) keys.push_back(field.key);
    });
    if (keys.empty()) return;
    json_.key("required").array(keys, [&](std::string_view key) { json_.value(key); });
  }

  // The box that asks for details makes them required.
  template <TickGroup T>
  void demand_details() {
    std::string_view asking;
    using E = decltype(T::ticked)::choice_type;
    for (const auto& choice : Description<E>::choices) {
      if (choice.value == Description<T>::asks_details) asking = choice.key;
    }
    const auto each_detail = [](const auto& visit) {
      for_each_field<T>([&]<class M>(const Field<T, M>& field) {
        if (field.presence == Presence::detail) visit(field);
      });
    };
    json_.key("if").object([&] {
      json_.key("required").array([&] { json_.value("ticked"); });
      json_.key("properties").object([&] {
        json_.key("ticked").object([&] { json_.key("const").array([&] { json_.value(asking); }); });
      });
    });
    json_.key("then").object([&] {
      json_.key("required").array([&] {
        each_detail([&](const auto& field) { json_.value(field.key); });
      });
      json_.key("properties").object([&] {
        each_detail([&]<class M>(const Field<T, M>& field) {
          json_.key(field.key).object([&] { filled<M>(); });
        });
      });
    });
  }

  static constexpr std::string_view kExtensionsCell = "declaration.extensions";

  const Edition& edition_;
  const SchemaOptions& options_;
  std::string out_;
  JsonWriter json_{out_};
};

}  // namespace tokki::inline v0::internal
