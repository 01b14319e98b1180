// How a clause is cited: 特記事項3(4), "Special Terms 3(4)".
#include <algorithm>

#include "terms/edition_document.hpp"
#include "text/characters.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

std::string number_of(const Clause& clause) {
  std::string number;
  folded(clause.number, number);
  for (std::size_t at = 0; at < number.size();) {
    const char32_t c = next_character(number, at);
    if (is_latin(c) || is_kana(c)) return number;
  }
  return {};
}

namespace {

const Str& in(const Wording& wording, bool japanese) { return japanese ? wording.ja : wording.en; }

std::string cited_number(const Clause& clause, const Wording* level, bool japanese) {
  const Str& name = in(clause.cited_as, japanese);
  if (!name.empty()) return name.str();
  std::string number = number_of(clause);
  if (number.empty() || level == nullptr) return number;
  std::string text = in(*level, japanese).str();
  if (const auto at = text.find("{n}"); at != std::string::npos) {
    // Without the printed brackets, 第 and 条, which the pattern adds.
    std::erase_if(number, [](char c) { return c == '(' || c == ')' || c == '.'; });
    for (const std::string_view mark : {"第", "条", "項", "号"}) {
      if (const auto found = number.find(mark); found != std::string::npos)
        number.erase(found, mark.size());
    }
    text.replace(at, 3, number);
  }
  return text;
}

}  // namespace

std::string EditionDocument::citation(std::string_view clause_key, Language language) const {
  const bool japanese = language == Language::ja;
  const Clause* found = clause(clause_key);
  const Part* of = part(found == nullptr ? clause_key : found->part.view());
  if (of == nullptr) return {};
  std::vector<const Clause*> steps;
  for (const Clause* step = found; step != nullptr; step = clause(step->parent)) {
    steps.push_back(step);
  }
  std::string numbers;
  std::size_t level = 0;  // of the steps with a number
  std::ranges::reverse(steps);
  for (const Clause* step : steps) {
    const Wording* pattern = level < of->levels.size() ? &of->levels[level] : nullptr;
    const std::string number = cited_number(*step, pattern, japanese);
    if (!number.empty()) ++level;
    numbers += number;
  }
  while (numbers.ends_with(' ')) numbers.pop_back();
  std::string text = in(of->brief, japanese).str();
  if (!japanese && !numbers.empty()) text += ' ';
  return text + numbers;
}

}  // namespace tokki::inline v0::internal
