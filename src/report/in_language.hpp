// in_language.hpp: picks the text in one language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/records/clause.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0::internal {

inline std::string_view in(const Text& text, Language language) {
  return language == Language::ja ? text.ja : text.en;
}
inline std::string_view in(const Wording& wording, Language language) {
  return language == Language::ja ? wording.ja.view() : wording.en.view();
}
/// The names of a table's columns.
inline std::vector<std::string> in(std::span<const Text> texts, Language language) {
  std::vector<std::string> chosen;
  chosen.reserve(texts.size());
  for (const Text& text : texts) chosen.emplace_back(in(text, language));
  return chosen;
}
inline std::string_view locale(Language language) { return language == Language::ja ? "ja" : "en"; }

}  // namespace tokki::inline v0::internal
