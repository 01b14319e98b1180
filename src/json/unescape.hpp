// unescape.hpp: the escapes of JSON strings.
#pragma once

#include <string>
#include <string_view>

namespace tokki::inline v0::internal {

/// Appends the content of a JSON string with its escapes replaced; never longer than `quoted`.
/// Malformed escapes are left out.
void append_unescaped(std::string_view quoted, std::string& out);

/// Whether the content of a JSON string, `quoted`, means that text.
bool is_text(std::string_view quoted, std::string_view wanted);

/// The texts of one document's strings.
class UnescapedTexts {
 public:
  /// Forgets those of the last document. The strings of the next one have at most `size` bytes.
  void begin(std::size_t size) {
    copies_.clear();
    copies_.reserve(size);
  }
  /// What the string means, each string being asked for at most once. Valid until begin().
  std::string_view text_of(std::string_view quoted) {
    if (quoted.find('\\') == std::string_view::npos) return quoted;
    const std::size_t begin = copies_.size();
    append_unescaped(quoted, copies_);
    return std::string_view(copies_).substr(begin);
  }

 private:
  std::string copies_;  // never grows beyond what was reserved, so that views stay valid
};

/// The text of a JSON string; any other JSON as it stands.
std::string unquoted(std::string_view json);

}  // namespace tokki::inline v0::internal
