#include "tokki/edition.hpp"

#include <algorithm>
#include <stdexcept>

#include "embedded.hpp"
#include "json/locate.hpp"
#include "json/reading.hpp"
#include "ruleset/extensions_schema.hpp"
#include "ruleset/phrases.hpp"
#include "terms/citation_index.hpp"
#include "terms/inspection.hpp"
#include "terms/overlay.hpp"
#include "text/characters.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace {

template <class T>
const T* find_by_key(const List<T>& items, std::string_view key) noexcept {
  const T* found =
      std::ranges::find(items, key, [](const T& item) { return std::string_view(item.key); });
  return found == items.end() ? nullptr : found;
}

template <class T>
const T* find_by_key(const std::vector<const T*>& sorted, std::string_view key) noexcept {
  const auto found = std::ranges::lower_bound(
      sorted, key, {}, [](const T* item) { return std::string_view(item->key); });
  return found != sorted.end() && (*found)->key == key ? *found : nullptr;
}

template <class T>
std::vector<const T*> sorted_by_key(const List<T>& items) {
  std::vector<const T*> sorted;
  for (const T& item : items) sorted.push_back(&item);
  std::ranges::stable_sort(sorted, {}, [](const T* item) { return std::string_view(item->key); });
  return sorted;
}

std::vector<Edition::Node> tree_of(const EditionFile& file) {
  std::vector<Edition::Node> tree;
  std::vector<Edition::Node> waiting;
  const auto wait_for = [&](const Str& part, const Str& parent, std::size_t depth) {
    const std::size_t before = waiting.size();
    for (const Clause& clause : file.clauses) {
      if (clause.part == part && clause.parent == parent) waiting.push_back({&clause, depth});
    }
    std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(before), waiting.end());
  };
  for (const Part& part : file.parts) {
    wait_for(part.key, Str(), 0);
    while (!waiting.empty()) {
      const Edition::Node node = waiting.back();
      waiting.pop_back();
      tree.push_back(node);
      wait_for(part.key, node.clause->key, node.depth + 1);
    }
  }
  return tree;
}

// １ is printed, 1 is cited; a box or a bullet is no number. 第１条 is cited as it is numbered.
std::string number_of(const Clause& clause) {
  std::string number;
  folded(clause.number, number);
  for (std::size_t at = 0; at < number.size();) {
    const char32_t c = next_character(number, at);
    if (is_latin(c) || is_kana(c)) return number;
  }
  return {};
}

const Str& in(const Wording& wording, bool japanese) { return japanese ? wording.ja : wording.en; }

std::string cited_number(const Clause& clause, const Wording* level, bool japanese) {
  const Str& name = in(clause.cited_as, japanese);
  if (!name.empty()) return name.str();
  std::string number = number_of(clause);
  if (number.empty() || level == nullptr) return number;
  std::string text = in(*level, japanese).str();
  if (const auto at = text.find("{n}"); at != std::string::npos) {
    // Only what counts: the brackets or the 第 and 条 of the print are the pattern's to give.
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

Edition::Edition(EditionFile file)
    : file_(std::move(file)),
      clauses_(sorted_by_key(file_.clauses)),
      cells_(sorted_by_key(file_.cells)),
      tree_(tree_of(file_)),
      phrases_(std::make_unique<Phrases>(file_)),
      citations_(std::make_unique<CitationIndex>(*this)),
      first_contract_day_(era_start(file_.form.era).value_or(Day{})) {
  if (!is_empty(file_.extensions_schema)) {
    extensions_schema_ = std::make_unique<ExtensionsSchema>(file_.extensions_schema.json);
  }
}

Edition::~Edition() = default;

Edition::Loaded Edition::load(std::string_view json, Known known) {
  Tokens tokens;
  ReaderStorage storage;
  EditionFile record;
  ReadingResult result = read_document(json, Limits{}, tokens, storage, record);
  Loaded loaded;
  loaded.faults = std::move(result.findings);
  if (!result.decoded) return loaded;
  const Str& extends = record.extends;
  const EditionFile* base = nullptr;
  if (!extends.empty()) {
    for (const auto& edition : known) {
      if (edition->answers_to(extends)) base = &edition->file_;
    }
    if (base == nullptr && builtin()->answers_to(extends)) base = &builtin()->file_;
  }
  EditionFile whole;
  if (!extends.empty() && base == nullptr) {
    loaded.faults.push_back(unknown_base(record));
  } else {
    std::ranges::move(inspect_removals(record, base), std::back_inserter(loaded.faults));
    std::vector<Finding> faults;
    if (base == nullptr) {
      whole = record;  // a copy owns its text; the record borrows from its storage
      faults = inspect(whole);
    } else {
      const Overlay overlay(*base, record);
      whole = overlay.file();
      faults = inspect(whole);
      for (Finding& fault : faults) fault.at.path = overlay.own_path(fault.at.path);
    }
    // What structure found wrong is said once.
    std::erase_if(faults, [&](const Finding& fault) {
      return std::ranges::any_of(result.faulty, [&](const Place& faulty) {
        return faulty.path == fault.at.path && faulty.below == fault.at.below;
      });
    });
    std::ranges::move(faults, std::back_inserter(loaded.faults));
  }
  locate(tokens, loaded.faults, false);
  const bool usable = std::ranges::all_of(
      loaded.faults, [](const Finding& fault) { return fault.severity < Severity::error; });
  if (usable) loaded.edition = std::shared_ptr<const Edition>(new Edition(std::move(whole)));
  return loaded;
}

std::shared_ptr<const Edition> Edition::builtin() {
  static const std::shared_ptr<const Edition> edition = [] {
    const Loaded loaded = load(embedded::edition);
    if (!loaded.edition) throw std::logic_error("the built-in edition is faulty");
    return loaded.edition;
  }();
  return edition;
}

std::shared_ptr<const Edition> Edition::with_rules(const List<RuleSetting>& settings) const {
  EditionFile over = file_;  // laid over itself, only the settings tell
  over.rules = settings;
  over.removes = {};
  EditionFile file = Overlay(file_, over).file();
  file.removes = file_.removes;
  return std::shared_ptr<const Edition>(new Edition(std::move(file)));
}

std::string Edition::reference() const { return file_.id.str() + "/" + file_.version.str(); }

bool Edition::answers_to(std::string_view reference) const noexcept {
  const std::string_view id = file_.id;
  const std::string_view version = file_.version;
  if (reference == id) return true;
  return reference.size() == id.size() + 1 + version.size() && reference.starts_with(id) &&
         reference[id.size()] == '/' && reference.ends_with(version);
}

bool Edition::in_force_on(Day contract_day) const noexcept {
  const auto& from = file_.valid_from.value;
  const auto& until = file_.valid_until.value;
  return !(from && contract_day < *from) && !(until && *until < contract_day);
}

const Part* Edition::part(std::string_view key) const noexcept {
  return find_by_key(file_.parts, key);
}
const Clause* Edition::clause(std::string_view key) const noexcept {
  return find_by_key(clauses_, key);
}
const Duty* Edition::duty(std::string_view key) const noexcept {
  return find_by_key(file_.duties, key);
}
const Parameter* Edition::parameter(std::string_view key) const noexcept {
  return find_by_key(file_.parameters, key);
}
const Cell* Edition::cell(std::string_view key) const noexcept { return find_by_key(cells_, key); }

std::vector<const Clause*> Edition::cited(std::string_view citation) const {
  return citations_->find(citation);
}

std::string Edition::citation(std::string_view clause_key, std::string_view language) const {
  const bool japanese = language == "ja";
  const Clause* found = clause(clause_key);
  const Part* of = part(found == nullptr ? clause_key : found->part.view());
  if (of == nullptr) return {};
  std::vector<const Clause*> steps;
  for (const Clause* step = found; step != nullptr; step = clause(step->parent)) {
    steps.push_back(step);
  }
  std::string numbers;
  std::size_t level = 0;  // only what is numbered counts
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

std::vector<const Clause*> Edition::children(std::string_view key) const {
  std::vector<const Clause*> children;
  const bool of_part = part(key) != nullptr;
  for (const Clause& clause : file_.clauses) {
    const bool beneath =
        of_part ? clause.parent.empty() && clause.part == key : clause.parent == key;
    if (beneath) children.push_back(&clause);
  }
  return children;
}

bool Edition::within(const Clause& clause, std::string_view ancestor) const noexcept {
  if (clause.part == ancestor && part(ancestor) != nullptr) return true;
  for (const Clause* step = &clause; step != nullptr; step = this->clause(step->parent)) {
    if (step->key == ancestor) return true;
  }
  return false;
}

std::vector<const Duty*> Edition::duties(const DutyFilter& filter) const {
  const auto stated_within = [&](const Str& key) {
    const Clause* stating = clause(key);
    return stating != nullptr && within(*stating, filter.clause);
  };
  std::vector<const Duty*> found;
  for (const Duty& duty : file_.duties) {
    if (filter.bearer && duty.bearer != filter.bearer) continue;
    if (filter.modality && duty.modality != filter.modality) continue;
    if (filter.promptness && !duty.promptness.has(*filter.promptness)) continue;
    if (filter.record && !duty.records.has(*filter.record)) continue;
    if (!filter.clause.empty() && !stated_within(duty.clause) &&
        std::ranges::none_of(duty.also, stated_within)) {
      continue;
    }
    if (!filter.rule.empty() &&
        std::ranges::none_of(duty.rules, [&](const Str& rule) { return rule == filter.rule; })) {
      continue;
    }
    found.push_back(&duty);
  }
  return found;
}

bool Edition::enabled(const RuleInfo& rule) const noexcept {
  for (const RuleSetting& setting : file_.rules) {
    if (setting.rule == rule.id) return setting.enabled.value_or(true);
  }
  return true;
}

Severity Edition::severity(const RuleInfo& rule) const noexcept {
  for (const RuleSetting& setting : file_.rules) {
    if (setting.rule == rule.id) return setting.severity.value_or(rule.severity);
  }
  return rule.severity;
}

}  // namespace tokki
