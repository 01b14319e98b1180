// nlohmann.hpp: tokki's records as values of nlohmann/json, for programs that use it themselves.
//
//   nlohmann::json json = form;                          // any described record, enumeration, cell
//   auto form = json.get<tokki::Declaration>();          // throws JsonMisfit
//
// No other header includes this one, and the library does not need it: whoever includes it
// brings nlohmann/json 3.11 or newer. Text from outside is better read by Document, which is faster
// and reports all faults with positions; this is for values that are already in memory. Both take
// the same documents. Of `extensions` the value is kept, not the bytes.
#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tokki/decode.hpp"
#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// Thrown for a JSON value that does not fit a record: of another type, unknown, or beyond
/// Limits{}.
class JsonMisfit : public std::invalid_argument {
 public:
  JsonMisfit(std::string pointer, const std::string& fault)
      : std::invalid_argument((pointer.empty() ? "the value" : pointer) + ": " + fault),
        pointer_(std::move(pointer)) {}
  /// The value that does not fit, as an RFC 6901 pointer from the value that was to be converted.
  [[nodiscard]] const std::string& pointer() const noexcept TOKKI_LIFETIMEBOUND { return pointer_; }

 private:
  std::string pointer_;
};

/// The types that convert to and from JSON: records and their members.
template <class T>
concept JsonCell = Record<T> || Enumeration<T> || TextCell<T> || is_list<T> || is_ticked<T> ||
                   std::same_as<T, Raw>;

/// Makes values of nlohmann's basic_json. Empty cells are left out of records.
template <class Json>
class NlohmannWriter {
 public:
  static Json value(const TextCell auto& cell) { return Json(std::string(written(cell))); }
  static Json value(const Raw& raw) {
    return is_empty(raw) ? Json(nullptr) : Json::parse(raw.json.view());
  }
  template <class T>
    requires std::integral<T>
  static Json value(T scalar) {
    return Json(scalar);
  }
  template <Enumeration E>
  static Json value(E choice) {
    const std::string_view key = key_of(choice);
    return key.empty() ? Json(nullptr) : Json(std::string(key));
  }
  template <class T>
  static Json value(const std::optional<T>& cell) {
    return cell ? value(*cell) : Json(nullptr);
  }
  template <class T>
  static Json value(const List<T>& list) {
    Json array = Json::array();
    for (const T& item : list) array.push_back(value(item));
    return array;
  }
  template <class E>
  static Json value(const Ticked<E>& group) {
    Json array = Json::array();
    for (const auto& choice : Description<E>::choices) {
      if (group.has(choice.value)) array.push_back(std::string(choice.key));
    }
    return array;
  }
  template <Record T>
  static Json value(const T& record) {
    Json object = Json::object();
    for_each_field<T>([&](const auto& field) {
      const auto& cell = record.*field.member;
      if (!is_empty(cell)) object[std::string(field.key)] = value(cell);
    });
    return object;
  }
};

/// Fills records from values of nlohmann's basic_json. Every `into` overwrites `out` completely;
/// null is an empty cell everywhere.
template <class Json>
class NlohmannReader {
 public:
  void into(const Json& value, Str& out) {
    out = Str();
    if (value.is_null()) return;
    wants(value.is_string(), "a string", value);
    out = Str(checked(value.template get_ref<const typename Json::string_t&>()));
  }
  void into(const Json& value, Date& out) {
    Str text;
    into(value, text);
    out = Date(std::move(text));
  }
  void into(const Json& value, Instant& out) {
    Str text;
    into(value, text);
    out = Instant(std::move(text));
  }
  void into(const Json& value, Country& out) {
    Str text;
    into(value, text);
    out = Country(std::move(text));
  }
  void into(const Json& value, Raw& out) {
    out = Raw();
    if (value.is_null()) return;
    wants(value.is_object(), "an object", value);
    check_raw(value);
    out.json = Str(value.dump());
  }
  void into(const Json& value, std::optional<bool>& out) {
    out.reset();
    if (value.is_null()) return;
    wants(value.is_boolean(), "true or false", value);
    out = value.template get<bool>();
  }
  void into(const Json& value, std::optional<std::int64_t>& out) {
    constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it doubles skip integers
    out.reset();
    if (value.is_null()) return;
    if (value.is_number_float()) {  // 60.0 is an integer to JSON Schema
      const double real = value.template get<double>();
      wants(std::abs(real) <= kExact && std::trunc(real) == real, "a whole number", value);
      out = static_cast<std::int64_t>(real);
    } else {
      wants(value.is_number_integer() &&
                (!value.is_number_unsigned() ||
                 std::in_range<std::int64_t>(value.template get<std::uint64_t>())),
            "a whole number", value);
      out = value.template get<std::int64_t>();
    }
  }
  template <Enumeration E>
  void into(const Json& value, std::optional<E>& out) {
    out.reset();
    if (!value.is_null()) into(value, out.emplace());
  }
  template <Enumeration E>
  void into(const Json& value, E& out) {
    wants(value.is_string(), "a string", value);
    const std::string_view key = value.template get_ref<const typename Json::string_t&>();
    std::string known;
    for (const auto& choice : Description<E>::choices) {
      if (choice.key == key) {
        out = choice.value;
        return;
      }
      known.append(known.empty() ? "one of " : ", ").append(choice.key);
    }
    fail("wanted " + known);
  }
  template <class T>
  void into(const Json& value, List<T>& out) {
    out.clear();
    each_item(value, [&](const Json& item) { into(item, out.append()); });
  }
  template <Enumeration E>
  void into(const Json& value, Ticked<E>& out) {
    out.clear();
    each_item(value, [&](const Json& item) {
      E choice{};
      into(item, choice);
      out.tick(choice);
    });
  }
  template <Record T>
  void into(const Json& value, T& out) {
    const bool root = path_.size() == 0;
    out = T();
    if (value.is_null() && !root) return;
    wants(value.is_object(), "an object", value);
    if constexpr (DocumentRecord<T>) check_format<T>(value, root);
    for (const auto& [key, member] : value.items()) {
      // The path borrows the key: from the value, which outlives the walk.
      path_.into(key);
      bool known = DocumentRecord<T> && key == "format";
      for_each_field<T>([&](const auto& field) {
        if (field.key != key) return;
        known = true;
        into(member, out.*field.member);
      });
      if (!known) fail("no such member");
      path_.out();
    }
  }

 private:
  [[noreturn]] void fail(const std::string& fault) const {
    throw JsonMisfit(path_.pointer(), fault);
  }
  void wants(bool right, const char* wanted, const Json& found) const {
    if (!right) fail(std::string("wanted ") + wanted + ", found " + found.type_name());
  }

  // A document needs its format; one within another may leave it out.
  template <DocumentRecord T>
  void check_format(const Json& value, bool root) {
    constexpr std::string_view format = Description<T>::format;
    const auto found = value.find("format");
    const bool given = found != value.end() && !found->is_null();
    if (!given && !root) return;
    path_.into(std::string_view("format"));
    if (!given || !found->is_string() ||
        found->template get_ref<const typename Json::string_t&>() != format) {
      fail("wanted \"" + std::string(format) + "\"");
    }
    path_.out();
  }

  template <class Visit>
  void each_item(const Json& value, Visit&& visit) {
    if (value.is_null()) return;
    wants(value.is_array(), "an array", value);
    if (value.size() > limits_.array_items) fail("too many entries");
    std::size_t index = 0;
    for (const Json& item : value) {
      path_.into(index++);
      visit(item);
      path_.out();
    }
  }

  std::string_view checked(const typename Json::string_t& text) const {
    if (text.size() > limits_.string_bytes) fail("the text is too long");
    if (text.find('\0') != std::string::npos) fail("the text holds a NUL");
    try {
      (void)Json(text).dump();  // throws on what is not UTF-8
    } catch (const typename Json::type_error&) {
      fail("the text is not UTF-8");
    }
    return text;
  }

  // Any JSON is accepted unless it is unsafe to keep. Iterative, since dumping a
  // value that is too deep would overflow the stack.
  void check_raw(const Json& value) const {
    std::vector<std::pair<const Json*, std::size_t>> open{{&value, path_.size() + 1}};
    while (!open.empty()) {
      const auto [here, depth] = open.back();
      open.pop_back();
      if (here->is_string()) checked(here->template get_ref<const typename Json::string_t&>());
      if (here->is_binary() || here->is_discarded()) fail("not JSON");
      if (!here->is_structured()) continue;
      if (depth >= limits_.depth) fail("nested too deeply");
      if (here->is_array() && here->size() > limits_.array_items) fail("too many entries");
      for (auto item = here->begin(); item != here->end(); ++item) {
        if (here->is_object()) {
          checked(item.key());
          if (item.key().size() > limits_.key_bytes) fail("a member's name is too long");
        }
        open.emplace_back(&*item, depth + 1);
      }
    }
  }

  Limits limits_;
  Path path_;
};

}  // namespace tokki::inline v0

/// Found by nlohmann/json for every described value.
template <tokki::JsonCell T>
struct nlohmann::adl_serializer<T> {
  template <class Json>
  static void to_json(Json& json, const T& value) {
    json = tokki::NlohmannWriter<Json>::value(value);
    if constexpr (tokki::DocumentRecord<T>) {
      json["format"] = std::string(tokki::Description<T>::format);
    }
  }
  template <class Json>
  static void from_json(const Json& json, T& value) {
    tokki::NlohmannReader<Json>().into(json, value);
  }
};
