#include "terms/edition_document.hpp"

#include <algorithm>

#include "terms/citation_index.hpp"

namespace tokki::inline v0::internal {
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

std::vector<ClauseNode> tree_of(const EditionFile& file) {
  std::vector<ClauseNode> tree;
  std::vector<ClauseNode> waiting;
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
      const ClauseNode node = waiting.back();
      waiting.pop_back();
      tree.push_back(node);
      wait_for(part.key, node.clause->key, node.depth + 1);
    }
  }
  return tree;
}

}  // namespace

EditionDocument::EditionDocument(EditionFile file)
    : file_(std::move(file)),
      clauses_(sorted_by_key(file_.clauses)),
      cells_(sorted_by_key(file_.cells)),
      tree_(tree_of(file_)),
      citations_(std::make_unique<CitationIndex>(*this)) {}

EditionDocument::~EditionDocument() = default;

const Part* EditionDocument::part(std::string_view key) const noexcept {
  return find_by_key(file_.parts, key);
}
const Clause* EditionDocument::clause(std::string_view key) const noexcept {
  return find_by_key(clauses_, key);
}
const Duty* EditionDocument::duty(std::string_view key) const noexcept {
  return find_by_key(file_.duties, key);
}
const Parameter* EditionDocument::parameter(std::string_view key) const noexcept {
  return find_by_key(file_.parameters, key);
}
const Cell* EditionDocument::cell(std::string_view key) const noexcept {
  return find_by_key(cells_, key);
}

std::vector<const Clause*> EditionDocument::cited(std::string_view citation) const {
  return citations_->find(citation);
}

std::vector<const Clause*> EditionDocument::children(std::string_view key) const {
  std::vector<const Clause*> children;
  const bool of_part = part(key) != nullptr;
  for (const Clause& clause : file_.clauses) {
    const bool is_child =
        of_part ? clause.parent.empty() && clause.part == key : clause.parent == key;
    if (is_child) children.push_back(&clause);
  }
  return children;
}

bool EditionDocument::within(const Clause& clause, std::string_view ancestor) const noexcept {
  if (clause.part == ancestor && part(ancestor) != nullptr) return true;
  for (const Clause* step = &clause; step != nullptr; step = this->clause(step->parent)) {
    if (step->key == ancestor) return true;
  }
  return false;
}

std::vector<const Duty*> EditionDocument::duties(const DutyFilter& filter) const {
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

std::string reference_of(const EditionFile& file) {
  return file.id.str() + "/" + file.version.str();
}

bool matches_reference(const EditionFile& file, std::string_view reference) noexcept {
  const std::string_view id = file.id;
  const std::string_view version = file.version;
  if (reference == id) return true;
  return reference.size() == id.size() + 1 + version.size() && reference.starts_with(id) &&
         reference[id.size()] == '/' && reference.ends_with(version);
}

}  // namespace tokki::inline v0::internal
