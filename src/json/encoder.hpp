// encoder.hpp: one encoder for every described record.
#pragma once

#include <string>

#include "tokki/describe.hpp"
#include "tokki/encode.hpp"

namespace tokki {

// Writes a record's members; empty cells are left out, and so is a record without any.
class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(out) {}

  template <Record T>
  void members(const T& record) {
    for_each_field<T>([&](const auto& field) { member(field.key, record.*field.member); });
  }

  void member(std::string_view key, const auto& value) {
    const std::size_t before = out_.size();
    if (before != 0 && out_.back() != '{') out_ += ',';
    out_.append(json_string(key)).append(":");
    if (!write(value)) out_.resize(before);
  }

 private:
  // Each returns false, with anything written, when the cell is empty.
  bool write(const Str& text) {
    out_ += json_string(text);
    return !text.empty();
  }
  bool write(const Date& date) { return write(date.written); }
  bool write(const Country& country) { return write(country.written); }
  bool write(const Raw& raw) {
    out_ += raw.json.view();
    return !raw.json.empty();
  }
  bool write(const std::optional<bool>& value) {
    out_ += value.value_or(false) ? "true" : "false";
    return value.has_value();
  }
  bool write(const std::optional<std::int64_t>& value) {
    out_ += std::to_string(value.value_or(0));
    return value.has_value();
  }
  template <Enumeration E>
  bool write(const std::optional<E>& value) {
    if (value) out_ += json_string(key_of(*value));
    return value.has_value();
  }
  template <class E>
  bool write(const Ticked<E>& group) {
    out_ += '[';
    for (const auto& choice : Description<E>::choices) {
      if (!group.has(choice.value)) continue;
      if (out_.back() != '[') out_ += ',';
      out_ += json_string(choice.key);
    }
    out_ += ']';
    return !group.none();
  }
  template <class T>
  bool write(const List<T>& list) {
    out_ += '[';
    for (const T& item : list) {
      if (out_.back() != '[') out_ += ',';
      write(item);  // an empty entry keeps its place: {} or ""
    }
    out_ += ']';
    return !list.empty();
  }
  template <Record T>
  bool write(const T& record) {
    const std::size_t before = out_.size();
    out_ += '{';
    members(record);
    out_ += '}';
    return out_.size() > before + 2;
  }

  std::string& out_;
};

/// Any described record as JSON, one line. Empty cells are left out.
template <Record T>
std::string encoded(const T& record) {
  std::string out = "{";
  Encoder(out).members(record);
  return out + "}";
}

}  // namespace tokki
