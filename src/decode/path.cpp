#include "tokki/finding.hpp"

namespace tokki {

std::string Path::pointer() const {
  std::string text;
  for (std::size_t i = 0; i < size_; ++i) {
    text += '/';
    if (steps_[i].is_index) {
      text += std::to_string(steps_[i].index);
      continue;
    }
    for (const char c : steps_[i].key) {
      if (c == '~') text += "~0";
      else if (c == '/') text += "~1";
      else text += c;
    }
  }
  return text;
}

std::string Path::cell(std::string_view kind) const {
  std::string text(kind);
  for (std::size_t i = 0; i < size_; ++i) {
    if (steps_[i].is_index) continue;
    text += '.';
    text += steps_[i].key;
  }
  return text;
}

}  // namespace tokki
