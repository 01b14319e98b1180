#include "tokki/edition.hpp"

#include <algorithm>
#include <stdexcept>

#include "decode/reading.hpp"
#include "edition/edition_rules.hpp"
#include "edition/phrases.hpp"
#include "embedded.hpp"
#include "text/characters.hpp"
#include "tokki/declaration.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace {

// Calls `visit(key)` for the cell key of every described member, groups and choices included.
template <Record T, class Visit>
void each_cell_key(const std::string& prefix, Visit&& visit) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const std::string key = prefix + "." + std::string(field.key);
    visit(key);
    if constexpr (Record<M>) {
      each_cell_key<M>(key, visit);
    } else if constexpr (is_list<M>) {
      if constexpr (Record<typename M::value_type>) {
        each_cell_key<typename M::value_type>(key, visit);
      }
    } else if constexpr (is_ticked<M>) {
      each_choice(M(), [&](std::string_view choice) { visit(key + "." + std::string(choice)); });
    }
  });
}

template <class E, class Visit>
void each_choice(const Ticked<E>&, Visit&& visit) {
  for (const auto& choice : Description<E>::choices) visit(choice.key);
}

template <class T>
const T* find_by_key(const std::vector<const T*>& sorted, std::string_view key) {
  const auto found = std::ranges::lower_bound(
      sorted, key, {}, [](const T* item) { return std::string_view(item->key); });
  return found != sorted.end() && (*found)->key == Str::borrow(key) ? *found : nullptr;
}

template <class T>
std::vector<const T*> sorted_by_key(const List<T>& items) {
  std::vector<const T*> sorted;
  for (const T& item : items) sorted.push_back(&item);
  std::ranges::stable_sort(sorted, {}, [](const T* item) { return std::string_view(item->key); });
  return sorted;
}

// Everything that the structure cannot say, all faults at once.
class Inspection {
 public:
  Inspection(const EditionFile& file, std::vector<Finding>& faults)
      : file_(file),
        faults_(faults),
        clauses_(sorted_by_key(file.clauses)),
        cells_(sorted_by_key(file.cells)),
        parts_(sorted_by_key(file.parts)) {}

  void run() {
    required(file_, Path());
    unique(file_.parts, &EditionFile::parts);
    unique(file_.clauses, &EditionFile::clauses);
    unique(file_.cells, &EditionFile::cells);
    for (std::size_t i = 0; i < file_.clauses.size(); ++i) {
      const Clause& clause = file_.clauses[i];
      refers(parts_, clause.part, at(&EditionFile::clauses, i, &Clause::part));
      if (!clause.parent.empty()) {
        refers(clauses_, clause.parent, at(&EditionFile::clauses, i, &Clause::parent));
      }
    }
    cells();
    rules();
    if (!file_.form.era.empty() && !era_start(file_.form.era)) {
      report(edition_rule("edition-unknown-era"), at(&EditionFile::form, &PrintedForm::era),
             {{"era", Token{file_.form.era.str()}}});
    }
  }

 private:
  void report(const RuleInfo& rule, const Path& path, std::vector<Argument> arguments = {}) {
    Finding& fault = faults_.emplace_back();
    fault.rule = &rule;
    fault.severity = rule.severity;
    fault.at = {path.pointer(), path.cell("edition"), false, std::nullopt};
    fault.arguments = std::move(arguments);
  }

  template <Record T>
  void required(const T& record, Path path) {
    for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
      const M& member = record.*field.member;
      path.into(field.key);
      if constexpr (std::is_same_v<M, Str>) {
        if (field.presence == Presence::required && is_blank(member)) {
          report(edition_rule("edition-blank"), path);
        }
      } else if constexpr (Record<M>) {
        if (field.presence == Presence::required) required(member, path);
      } else if constexpr (is_list<M>) {
        if constexpr (Record<typename M::value_type>) {
          for (std::size_t i = 0; i < member.size(); ++i) {
            path.into(i);
            required(member[i], path);
            path.out();
          }
        }
      }
      path.out();
    });
  }

  template <class T>
  void unique(const List<T>& items, List<T> EditionFile::* list) {
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < items.size(); ++i) seen.emplace_back(items[i].key);
    std::ranges::sort(seen);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string_view key = items[i].key;
      const auto [first, last] = std::ranges::equal_range(seen, key);
      if (last - first > 1) {
        report(edition_rule("edition-repeated-key"), at(list, i, &T::key),
               {{"key", Token{std::string(key)}}});
      }
    }
  }

  template <class T>
  void refers(const std::vector<const T*>& to, const Str& key, const Path& path) {
    if (key.empty() || find_by_key(to, key) != nullptr) return;
    report(edition_rule("edition-dangling-key"), path, {{"key", Token{key.str()}}});
  }

  void cells() {
    for (std::size_t i = 0; i < file_.cells.size(); ++i) {
      refers(clauses_, file_.cells[i].clause, at(&EditionFile::cells, i, &Cell::clause));
    }
    const std::string kind(Description<Declaration>::kind);
    std::vector<std::string> known{kind, kind + ".format"};
    each_cell_key<Declaration>(kind, [&](std::string key) { known.push_back(std::move(key)); });
    for (const std::string& key : known) {
      if (find_by_key(cells_, key) == nullptr) {
        report(edition_rule("edition-missing-cell"), at(&EditionFile::cells),
               {{"key", Token{key}}});
      }
    }
    for (std::size_t i = 0; i < file_.cells.size(); ++i) {
      const std::string_view key = file_.cells[i].key;
      if (!key.empty() && std::ranges::find(known, key) == known.end()) {
        report(edition_rule("edition-dangling-key"), at(&EditionFile::cells, i, &Cell::key),
               {{"key", Token{std::string(key)}}});
      }
    }
  }

  void rules() {
    for (std::size_t i = 0; i < file_.rules.size(); ++i) {
      const Str& id = file_.rules[i].rule;
      if (!id.empty() && find_rule(id) == nullptr) {
        report(edition_rule("edition-unknown-rule"), at(&EditionFile::rules, i, &RuleSetting::rule),
               {{"rule", Token{id.str()}}});
      }
    }
    for (const RuleInfo* rule : all_rules()) {
      if (rule->clause.empty() || find_by_key(clauses_, rule->clause) != nullptr) continue;
      if (is_off(rule->id)) continue;
      report(edition_rule("edition-missing-clause"), at(&EditionFile::clauses),
             {{"rule", Token{std::string(rule->id)}}, {"key", Token{std::string(rule->clause)}}});
    }
  }

  [[nodiscard]] bool is_off(std::string_view rule) const {
    return std::ranges::any_of(file_.rules, [&](const RuleSetting& setting) {
      return setting.rule.view() == rule && setting.enabled == std::optional(false);
    });
  }

  const EditionFile& file_;
  std::vector<Finding>& faults_;
  std::vector<const Clause*> clauses_;
  std::vector<const Cell*> cells_;
  std::vector<const Part*> parts_;
};

// １ is printed, 1 is cited; a box or a bullet is no number.
std::string cited(const Clause& clause, bool japanese) {
  const Str& name = japanese ? clause.cited_as.ja : clause.cited_as.en;
  if (!name.empty()) return name.str();
  std::string number;
  folded(clause.number, number);
  for (std::size_t at = 0; at < number.size();) {
    const char32_t c = next_character(number, at);
    if (is_latin(c) || is_kana(c)) return number;
  }
  return {};
}

}  // namespace

Edition::Edition(EditionFile file)
    : file_(std::move(file)),
      clauses_(sorted_by_key(file_.clauses)),
      cells_(sorted_by_key(file_.cells)),
      phrases_(std::make_unique<Phrases>(file_)),
      first_contract_day_(era_start(file_.form.era).value_or(Day{})) {}

Edition::~Edition() = default;

Edition::Loaded Edition::load(std::string_view json) {
  Reading<EditionFile> reading;
  reading.read(json, Limits{});
  Loaded loaded;
  loaded.faults = reading.findings;
  if (reading.decoded) {
    Inspection(reading.record, loaded.faults).run();
    locate(json, loaded.faults);
  }
  const bool usable = std::ranges::all_of(
      loaded.faults, [](const Finding& fault) { return fault.severity < Severity::error; });
  if (reading.decoded && usable) {
    // A copy owns its text; the record borrows from the reading.
    loaded.edition = std::shared_ptr<const Edition>(new Edition(EditionFile(reading.record)));
  }
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

const Clause* Edition::clause(std::string_view key) const noexcept {
  return find_by_key(clauses_, key);
}
const Cell* Edition::cell(std::string_view key) const noexcept { return find_by_key(cells_, key); }

std::string Edition::citation(std::string_view clause_key, std::string_view language) const {
  const Clause* found = clause(clause_key);
  if (found == nullptr) return {};
  const bool japanese = language == "ja";
  std::string numbers;
  const Clause* step = found;
  for (std::size_t depth = 0; step != nullptr && depth < file_.clauses.size(); ++depth) {
    numbers.insert(0, cited(*step, japanese));
    step = step->parent.empty() ? nullptr : clause(step->parent);
  }
  for (const Part& part : file_.parts) {
    if (!(part.key == found->part)) continue;
    std::string text(japanese ? part.brief.ja : part.brief.en);
    if (!japanese && !numbers.empty()) text += ' ';
    return text + numbers;
  }
  return numbers;
}

bool Edition::enabled(const RuleInfo& rule) const noexcept {
  for (const RuleSetting& setting : file_.rules) {
    if (setting.rule.view() == rule.id) return setting.enabled.value_or(true);
  }
  return true;
}

Severity Edition::severity(const RuleInfo& rule) const noexcept {
  for (const RuleSetting& setting : file_.rules) {
    if (setting.rule.view() == rule.id) return setting.severity.value_or(rule.severity);
  }
  return rule.severity;
}

}  // namespace tokki
