#include <fmt/format.h>

#include "report/findings/message.hpp"
#include "report/in_language.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

std::string entry_text(std::optional<std::size_t> index, Language language) {
  if (!index) return {};
  return language == Language::ja ? fmt::format("（{}件目）", *index + 1)
                                  : fmt::format(" (entry {})", *index + 1);
}

// Which entry it is: the name of the party in whose record it stands, or its number.
std::string record_text(std::string_view party, std::optional<std::size_t> index,
                        Language language) {
  if (party.empty()) return entry_text(index, language);
  return fmt::format(fmt::runtime(language == Language::ja ? "（{}）" : " ({})"), party);
}

// Whether the path leads to a member of the record, not into a list that it holds.
bool is_of_record_itself(const Place& at) {
  std::size_t indices = 0;
  for (std::size_t i = 0; i < at.path.size(); ++i) indices += at.path.is_index(i) ? 1 : 0;
  return indices <= 1;
}

// The cell itself, or the nearest group around it that has a name.
const Cell* cell_around(const Edition& edition, const Place& at) {
  Place around(at.document, at.kind, at.path);
  for (; !around.path.empty(); around.path.out()) {
    if (const Cell* cell = edition.cell(around.cell())) return cell;
  }
  return edition.cell(around.kind);
}

}  // namespace

std::string place_name(const Place& at, const Edition& edition, Language language,
                       std::string_view party) {
  const Cell* cell = cell_around(edition, at);
  if (cell == nullptr || at.is_root()) return {};
  std::string name;
  // A form within a dossier: which form, then where on it.
  const std::size_t steps_to_form = at.form().value_or(0);
  if (steps_to_form != 0) {
    Place filing(at.document, at.kind, at.path);
    while (filing.path.size() >= steps_to_form) filing.path.out();
    if (const Cell* filings = edition.cell(filing.cell())) {
      name = in(filings->place, language);
      name += record_text(party, filing.entry(), language);
      name += language == Language::ja ? "　" : " ";
    }
  }
  name += in(cell->place, language);
  if (steps_to_form == 0 && is_of_record_itself(at)) {
    return name + record_text(party, at.entry(), language);
  }
  return name + entry_text(at.entry(), language);
}

Words words(const Finding& finding, const Edition& edition, Language language) {
  Words texts;
  const std::string key = finding.at.cell();
  texts.message =
      filled_in(in(finding.rule->message, language), finding.arguments, edition, language, key);
  texts.remedy =
      filled_in(in(finding.rule->remedy, language), finding.arguments, edition, language, key);
  if (const Clause* clause = edition.clause_about(finding.rule->about))
    texts.clause = clause->key.str();
  const Cell* cell = cell_around(edition, finding.at);
  if (cell != nullptr && !finding.at.is_root()) {
    texts.place = place_name(finding.at, edition, language);
    texts.label = in(cell->label, language);
    if (finding.rule->about.empty() && finding.at.cell() == cell->key.view())
      texts.clause = cell->clause.str();
  }
  texts.citation = edition.citation(texts.clause, language);
  return texts;
}

std::string_view severity_name(Severity severity, Language language) {
  const bool ja = language == Language::ja;
  switch (severity) {
    case Severity::error: return ja ? "誤り" : "error";
    case Severity::warning: return ja ? "注意" : "warning";
    case Severity::review: return ja ? "要確認" : "review";
    case Severity::undetermined: return ja ? "未確定" : "undetermined";
    default: return ja ? "参考" : "note";
  }
}

}  // namespace tokki::inline v0
