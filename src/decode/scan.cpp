#include "decode/scan.hpp"

#include <nlohmann/json.hpp>
#include <vector>

#include "tokki/finding.hpp"

namespace tokki {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The bytes of a well-formed document, read token by token.
class Tokens {
 public:
  explicit Tokens(std::string_view json) : json_(json) {}

  [[nodiscard]] char peek() {
    while (at_ < json_.size() && is_space(json_[at_])) ++at_;
    return at_ < json_.size() ? json_[at_] : '\0';
  }
  [[nodiscard]] std::size_t at() const { return at_; }
  void skip() { ++at_; }

  std::string_view string() {
    const std::size_t begin = at_++;
    while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, json_.size());
    return json_.substr(begin, at_ - begin);
  }
  /// Skips a value with all that it contains.
  void value() {
    std::size_t depth = 0;
    do {
      const char first = peek();
      if (first == '{' || first == '[') ++depth;
      if (first == '}' || first == ']') --depth;
      if (std::string_view("{}[],:").find(first) != std::string_view::npos)
        skip();
      else
        scalar();
    } while (depth != 0 && at_ < json_.size());
  }
  void scalar() {
    if (peek() == '"') {
      string();
      return;
    }
    while (at_ < json_.size() && !is_space(json_[at_]) &&
           std::string_view(",:]}").find(json_[at_]) == std::string_view::npos) {
      ++at_;
    }
  }

 private:
  std::string_view json_;
  std::size_t at_ = 0;
};

struct Open {  // a container not yet closed
  std::size_t pointer_size;
  Extent extent;
  bool object;
  std::size_t next_index = 0;
};

}  // namespace

std::string unquoted(std::string_view json) {
  if (json.size() < 2 || json.front() != '"') return std::string(json);
  if (json.find('\\') == std::string_view::npos)
    return std::string(json.substr(1, json.size() - 2));
  const auto value = nlohmann::json::parse(json, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string(json);
}

std::string_view root_member(std::string_view json, std::string_view key) {
  Tokens tokens(json);
  (void)tokens.peek();
  tokens.skip();  // the opening brace
  while (tokens.peek() == '"') {
    const std::string name = unquoted(tokens.string());
    (void)tokens.peek();
    tokens.skip();  // the colon
    (void)tokens.peek();
    const std::size_t begin = tokens.at();
    tokens.value();
    if (name == key) return json.substr(begin, tokens.at() - begin);
    if (tokens.peek() == ',') tokens.skip();
  }
  return {};
}

void scan(std::string_view json,
          const std::function<void(const std::string&, const Extent&)>& visit) {
  Tokens tokens(json);
  std::string pointer;
  std::vector<Open> open;
  do {
    Extent extent;
    const std::size_t parent_size = pointer.size();
    const char first = tokens.peek();
    if (first == '\0') return;
    if (!open.empty() && (first == ']' || first == '}')) {
      tokens.skip();
      const Open closed = open.back();
      open.pop_back();
      visit(pointer, {closed.extent.key, closed.extent.begin, tokens.at()});
      pointer.resize(closed.pointer_size);
    } else if (first == ',') {
      tokens.skip();
    } else {
      extent.key = tokens.at();
      if (!open.empty() && open.back().object) {
        Path step;
        const std::string key = unquoted(tokens.string());
        pointer += step.into(key).pointer();
        (void)tokens.peek();  // the colon
        tokens.skip();
        (void)tokens.peek();
      } else if (!open.empty()) {
        pointer.append("/").append(std::to_string(open.back().next_index++));
      }
      extent.begin = tokens.at();
      const char opening = tokens.peek();
      if (opening == '{' || opening == '[') {
        tokens.skip();
        open.push_back({parent_size, extent, opening == '{'});
      } else {
        tokens.scalar();
        extent.end = tokens.at();
        if (extent.end == extent.begin) return;  // not well-formed after all
        visit(pointer, extent);
        pointer.resize(parent_size);
      }
    }
  } while (!open.empty());
}

}  // namespace tokki
