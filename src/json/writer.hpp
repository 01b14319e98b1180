// writer.hpp: writes JSON as text, value by value, without building a tree.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace tokki::inline v0::internal {

/// Appends a text as a JSON string, quotes included. What is not UTF-8 in it becomes U+FFFD.
void append_json_string(std::string_view text, std::string& out);

/// One line of JSON as several, indented by two spaces for each level. Strings and numbers
/// stand as they are; empty objects and arrays stay on one line.
[[nodiscard]] std::string indented(std::string_view json);

/// Appends one value to a text, on one line. Objects and arrays are written by functions, so that
/// every bracket is closed:
///
///   JsonWriter json(out);
///   json.object([&] {
///     json.member("name", "x");
///     json.key("sizes").array(sizes, [&](int size) { json.value(size); });
///   });
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) noexcept : out_(out), begin_(out.size()) {}

  template <std::invocable Members>
  void object(const Members& write_members) {
    bracketed('{', '}', write_members);
  }
  template <std::invocable Items>
  void array(const Items& write_items) {
    bracketed('[', ']', write_items);
  }
  /// An array with a value that `write(item)` writes for each item.
  template <class Items, class Write>
  void array(const Items& items, const Write& write) {
    array([&] {
      for (const auto& item : items) write(item);
    });
  }

  /// The key of the next value.
  JsonWriter& key(std::string_view key) {
    separate();
    append_json_string(key, out_);
    out_ += ':';
    return *this;
  }

  void null() { raw("null"); }
  /// JSON as it is.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }
  void value(std::string_view text) {
    separate();
    append_json_string(text, out_);
  }
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::same_as<bool> auto truth) { raw(truth ? "true" : "false"); }
  template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
  void value(Number number) {
    char digits[24];
    raw({digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr});
  }
  /// null when there is nothing.
  template <class T>
  void value(const std::optional<T>& given) {
    given ? value(*given) : null();
  }

  void member(std::string_view key, const auto& value) { this->key(key).value(value); }
  /// A text in both languages, as an object.
  void both_languages(std::string_view key, std::string_view ja, std::string_view en) {
    this->key(key).object([&] {
      member("ja", ja);
      member("en", en);
    });
  }

  /// How much is written; undo() removes what was written after that, whole values only.
  [[nodiscard]] std::size_t size() const noexcept { return out_.size(); }
  void undo(std::size_t size) { out_.resize(size); }

 private:
  void separate() {
    if (out_.size() == begin_) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':') out_ += ',';
  }
  template <class Write>
  void bracketed(char open, char close, const Write& write) {
    separate();
    out_ += open;
    write();
    out_ += close;
  }

  std::string& out_;
  std::size_t begin_;
};

}  // namespace tokki::inline v0::internal
