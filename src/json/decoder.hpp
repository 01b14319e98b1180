// decoder.hpp: one decoder for every described record, and all that may be wrong with one.
//
// It walks simdjson's DOM once, fills the record, and reports every structural fault on the way.
// Documents in which nothing is unusual are read without it: see straight_reader.hpp.
// Records and lists are refilled in place, so a reused record costs no allocation.
#pragma once

#include <simdjson.h>

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "json/same_bytes.hpp"
#include "record/reset.hpp"
#include "rules/catalog/structural_rules.hpp"
#include "text/borrow.hpp"
#include "tokki/decode.hpp"
#include "tokki/describe.hpp"
#include "tokki/finding.hpp"

namespace tokki {

/// The JSON type, as a word of tokki's vocabulary.
std::string_view type_of(simdjson::dom::element value);

class Decoder {
 public:
  using Element = simdjson::dom::element;
  using Object = simdjson::dom::object;

  /// What is kept from one document to the next, so that nothing need be allocated.
  struct Scratch {
    std::vector<std::string_view> keys;
    std::string text;
  };

  /// `escapes`: whether the document has any, as a NUL can only be written with one.
  Decoder(const Limits& limits, bool escapes, std::vector<Finding>& findings, Scratch& scratch)
      : limits_(limits), escapes_(escapes), findings_(findings), scratch_(scratch) {
    scratch_.keys.clear();
  }

  /// Decodes the document's root, whose format is known to be right.
  template <DocumentRecord T>
  void document(const Object& root, T& out) {
    kind_ = Description<T>::kind;
    members(root, out);
  }

  /// True when there are Raw members: their text is yet to be cut out of the document's.
  [[nodiscard]] bool met_raw() const noexcept { return met_raw_; }

  /// Judges what the member "format" of a document of kind T says. It stands at `path`.
  template <DocumentRecord T>
  bool format_is_right(Element format, const Path& path) {
    constexpr std::string_view expected = Description<T>::format;
    constexpr std::string_view family = expected.substr(0, expected.rfind('/') + 1);
    std::string_view found;
    const auto wanted = [&] { return Argument{"expected", Token{std::string(expected)}}; };
    if (format.is_null()) {
      report(structural("format-missing"), path, {wanted()});
    } else if (format.get(found)) {
      report(structural("wrong-type"), path,
             {{"expected", Term{"string"}}, {"found", Term{type_of(format)}}});
    } else if (found != expected) {
      const std::string_view problem = !found.starts_with(family)           ? "other-format"
                                       : found.substr(family.size()) == "0" ? "older-format"
                                                                            : "newer-format";
      report(structural("format-unknown"), path,
             {wanted(), {"problem", Term{problem}}, {"found", Value{std::string(found)}}});
    } else {
      return true;
    }
    return false;
  }

  void report(const RuleInfo& rule, Place at, std::vector<Argument> arguments = {});

  void wrong_type(std::string_view expected, Element found);

 private:
  struct Step {  // one step of the walk, undone at the end of its scope
    Path& path;
    Step(Path& p, std::string_view key) : path(p) { path.into(key); }
    Step(Path& p, std::size_t index) : path(p) { path.into(index); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    ~Step() { path.out(); }
  };

  void unknown_field(std::string_view key, std::span<const std::string_view> known);
  void duplicate_key() {
    Place at(path_);
    at.at_key = true;
    report(structural("duplicate-key"), std::move(at));
  }
  void no_such_choice(std::string_view known, std::string_view found);
  void beyond(std::string_view what, std::size_t limit);
  // A value within a Raw member, and those that it stands in: deeper than a Path can be.
  struct RawPlace {
    const RawPlace* parent;
    std::string_view key;
    std::size_t index = 0;
    [[nodiscard]] std::vector<std::string> steps() const;  // below the Raw member
  };
  void check_raw(Element value, const RawPlace& place);
  std::string_view text(std::string_view value) {
    if (value.size() > limits_.string_bytes || escapes_) check_text(value);
    return value;
  }
  void check_text(std::string_view value);

  // Each `into` overwrites `out` completely. JSON null is an empty cell everywhere.
  void into(Element value, Str& out) {
    std::string_view content;
    if (value.get(content)) {
      if (!value.is_null()) wrong_type("string", value);
      content = "";
    }
    out = borrow(text(content));
  }
  void into(Element value, Date& out) {
    into(value, out.written);
    read_date(out);
  }
  void into(Element value, Country& out);
  void into(Element value, std::optional<bool>& out) {
    bool content = false;
    out.reset();
    if (!value.get(content)) {
      out = content;
    } else if (!value.is_null()) {
      wrong_type("boolean", value);
    }
  }
  void into(Element value, std::optional<std::int64_t>& out) {
    std::int64_t content = 0;
    double real = 0;
    out.reset();
    if (!value.get(content)) {
      out = content;
    } else if (!value.get(real) && is_whole(real)) {  // 60.0 is an integer to JSON Schema
      out = static_cast<std::int64_t>(real);
    } else if (!value.is_null()) {
      wrong_type("integer", value);
    }
  }
  void into(Element value, Raw& out) {
    out = Raw();
    if (value.is_null()) return;
    if (!value.is_object()) return wrong_type("object", value);
    out.json = borrow("{}");  // until its text is cut out
    met_raw_ = true;
    check_raw(value, {nullptr, {}});
  }

  static bool is_whole(double number) noexcept {
    constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it doubles skip integers
    return number >= -kExact && number <= kExact && std::trunc(number) == number;
  }

  template <class T>
  void into(Element value, List<T>& out) {
    out.clear();
    simdjson::dom::array items;
    if (value.get(items)) {
      if (!value.is_null()) wrong_type("array", value);
      return;
    }
    for (const Element item : items) {
      if (out.size() == limits_.array_items) return beyond("limit-array", limits_.array_items);
      const Step step(path_, out.size());
      into(item, out.append());
    }
  }

  template <Enumeration E>
  void into(Element value, Ticked<E>& out) {
    out.clear();
    simdjson::dom::array items;
    if (value.get(items)) {
      if (!value.is_null()) wrong_type("array", value);
      return;
    }
    std::size_t index = 0;
    for (const Element item : items) {
      const Step step(path_, index++);
      if (item.is_null()) {
        wrong_type("string", item);
        continue;
      }
      std::optional<E> choice;
      into(item, choice);
      if (choice) out.tick(*choice);
    }
  }

  template <Enumeration E>
  void into(Element value, std::optional<E>& out) {
    std::string_view key;
    out.reset();
    if (value.get(key)) {
      if (!value.is_null()) wrong_type("string", value);
      return;
    }
    for (const auto& choice : Description<E>::choices) {
      if (choice.key == key) out = choice.value;
    }
    if (!out) no_such_choice(choices_of<E>(), key);
  }

  template <Record T>
  void into(Element value, T& out) {
    Object object;
    if (!value.get(object)) return members(object, out);
    if (!value.is_null()) wrong_type("object", value);
    for_each_field<T>([&](const auto& field) { reset(out.*field.member); });
  }

  template <Record T>
  void members(const Object& object, T& out) {
    constexpr auto keys = keys_of<T>();
    static_assert(keys.size() < 32);
    std::uint32_t seen = 0;
    std::size_t expected = 0;  // forms are written in the order of the form: look there first
    for (const auto [key, value] : object) {
      if (member(key, value, out, seen, expected, std::make_index_sequence<field_count<T>>())) {
        continue;
      }
      if (!is_format<T>(key, value, seen)) unknown_field(key, keys);
    }
    std::size_t index = 0;
    for_each_field<T>([&](const auto& field) {
      if ((seen & (1U << index++)) == 0) reset(out.*field.member);
    });
  }

  // Decodes the member of that key; false when the record has none. Keys are compared from the
  // `expected` one on, then from the first.
  template <class T, std::size_t... I>
  bool member(std::string_view key, Element value, T& out, std::uint32_t& seen,
              std::size_t& expected, std::index_sequence<I...>) {
    const auto is_at = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
      constexpr auto& field = field_at<index>(Description<T>::fields);
      if (!same_text<field.key.size()>(key, field.key)) return false;
      expected = index + 1;
      const Step step(path_, field.key);
      constexpr std::uint32_t bit = 1U << index;
      if ((seen & bit) != 0) {
        duplicate_key();
      } else {
        seen |= bit;
        into(value, out.*field.member);
      }
      return true;
    };
    for (std::size_t from = expected;; from = 0) {
      if (((I >= from && is_at(std::integral_constant<std::size_t, I>())) || ...)) return true;
      if (from == 0) return false;
    }
  }

  template <class T>
  static constexpr auto keys_of() {
    std::array<std::string_view, field_count<T>> keys;
    std::size_t i = 0;
    for_each_field<T>([&](const auto& field) { keys[i++] = field.key; });
    return keys;
  }

  template <class E>
  static std::string choices_of() {
    std::string list;
    for (const auto& choice : Description<E>::choices) {
      if (!list.empty()) list += ", ";
      list.append("\"").append(choice.key).append("\"");
    }
    return list;
  }

  // The format stands in a document's root beside its members and was read before the walk. A
  // document within another may leave it out.
  template <class T>
  bool is_format(std::string_view key, Element value, std::uint32_t& seen) {
    if constexpr (DocumentRecord<T>) {
      constexpr std::uint32_t bit = 1U << 31U;
      constexpr std::string_view format = "format";
      if (key != format) return false;
      const Step step(path_, format);
      if ((seen & bit) != 0) duplicate_key();
      seen |= bit;
      if (path_.size() > 1 && !value.is_null()) format_is_right<T>(value, path_);
      return true;
    }
    return false;
  }

  const Limits& limits_;
  bool escapes_;
  std::vector<Finding>& findings_;
  Path path_;
  std::string_view kind_;
  bool met_raw_ = false;
  Scratch& scratch_;
};

}  // namespace tokki
