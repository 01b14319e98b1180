// encoder.hpp: one encoder for every described record.
#pragma once

#include <string>

#include "json/writer.hpp"
#include "tokki/describe.hpp"

namespace tokki::inline v0::internal {

/// Writes a record's members; empty cells are left out, and so is a record without any.
class Encoder {
 public:
  explicit Encoder(JsonWriter& json) noexcept : json_(json) {}

  template <Record T>
  void members(const T& record) {
    for_each_field<T>([&](const auto& field) { member(field.key, record.*field.member); });
  }

  void member(std::string_view key, const auto& value) {
    const std::size_t before = json_.size();
    if (!write(json_.key(key), value)) json_.undo(before);
  }

  template <Record T>
  void object(const T& record) {
    json_.object([&] { members(record); });
  }

 private:
  // Each returns false when the cell is empty. The caller then removes what was written, except for
  // entries of a list.
  static bool write(JsonWriter& json, const TextCell auto& cell) {
    json.value(written(cell));
    return !written(cell).empty();
  }
  static bool write(JsonWriter& json, const Raw& raw) {
    json.raw(raw.json);
    return !raw.json.empty();
  }
  template <class T>
  static bool write(JsonWriter& json, const std::optional<T>& value) {
    if constexpr (Enumeration<T>) {
      json.value(value ? key_of(*value) : std::string_view());
    } else {
      json.value(value);
    }
    return value.has_value();
  }
  template <class E>
  static bool write(JsonWriter& json, const Ticked<E>& group) {
    json.array([&] {
      for (const auto& choice : Description<E>::choices) {
        if (group.has(choice.value)) json.value(choice.key);
      }
    });
    return !group.none();
  }
  template <class T>
  bool write(JsonWriter& json, const List<T>& list) {
    // An empty entry keeps its place: {} or "".
    json.array(list, [&](const T& item) { write(json, item); });
    return !list.empty();
  }
  template <Record T>
  bool write(JsonWriter& json, const T& record) {
    const std::size_t before = json.size();
    object(record);
    return json.size() > before + 2;
  }

  JsonWriter& json_;
};

/// Any described record as JSON, one line. Empty cells are left out.
template <Record T>
std::string encoded(const T& record) {
  std::string out;
  JsonWriter json(out);
  Encoder(json).object(record);
  return out;
}

}  // namespace tokki::inline v0::internal
