// in_language.hpp: picks the text in one language.
#pragma once

#include <string_view>

#include "tokki/records/clause.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0::internal {

inline std::string_view in(const Text& text, Language language) {
  return language == Language::ja ? text.ja : text.en;
}
inline std::string_view in(const Wording& wording, Language language) {
  return language == Language::ja ? wording.ja.view() : wording.en.view();
}
inline std::string_view locale(Language language) { return language == Language::ja ? "ja" : "en"; }

}  // namespace tokki::inline v0::internal
