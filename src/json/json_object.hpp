// json_object.hpp: JSON as it is written, member by member.
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

#include "tokki/encode.hpp"

namespace tokki {

/// An object, written as it comes: nlohmann's values allocate while they are destroyed, and so
/// could not give way when memory runs out.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;
  ~JsonObject() = default;

  /// The value is written behind what this returns.
  std::string& member(std::string_view key) {
    if (out_.back() != '{') out_ += ',';
    return out_.append(json_string(key)).append(":");
  }
  JsonObject& text(std::string_view key, std::string_view value) {
    member(key) += json_string(value);
    return *this;
  }
  JsonObject& number(std::string_view key, auto value) {
    fmt::format_to(std::back_inserter(member(key)), "{}", value);
    return *this;
  }
  JsonObject& both(std::string_view key, std::string_view ja, std::string_view en) {
    JsonObject(member(key)).text("ja", ja).text("en", en).end();
    return *this;
  }
  /// An array of whatever `write(item, out)` writes.
  template <class Items, class Write>
  JsonObject& array(std::string_view key, const Items& items, const Write& write) {
    member(key) += '[';
    for (const auto& item : items) {
      if (out_.back() != '[') out_ += ',';
      write(item, out_);
    }
    out_ += ']';
    return *this;
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
};

}  // namespace tokki
