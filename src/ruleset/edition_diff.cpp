#include "tokki/edition_diff.hpp"

#include <algorithm>
#include <array>

#include "terms/entry_key.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

template <Record T>
std::vector<std::string_view> differing_members(const T& before, const T& after) {
  std::vector<std::string_view> members;
  for_each_field<T>([&](const auto& field) {
    if (!(before.*field.member == after.*field.member)) members.push_back(field.key);
  });
  return members;
}

template <class T>
std::vector<Change<T>> changes(const List<T>& before, const List<T>& after) {
  const auto find = [](const List<T>& in, std::string_view key) -> const T* {
    for (const T& entry : in) {
      if (key_of_entry(entry) == key) return &entry;
    }
    return nullptr;
  };
  std::vector<Change<T>> found;
  for (const T& entry : after) {
    const std::string_view key = key_of_entry(entry);
    const T* old = find(before, key);
    if (old != nullptr && *old == entry) continue;
    found.push_back({key, old, &entry});
    if (old != nullptr) found.back().members = differing_members(*old, entry);
  }
  for (const T& entry : before) {
    const std::string_view key = key_of_entry(entry);
    if (find(after, key) == nullptr) found.push_back({key, &entry, nullptr});
  }
  return found;
}

// "lists.vague_work" for each member of a group of settings that differs.
template <Record T>
void settings_of(std::string_view group, const T& before, const T& after,
                 std::vector<std::string>& out) {
  for (const std::string_view member : differing_members(before, after)) {
    out.push_back(std::string(group) + "." + std::string(member));
  }
}

// Whether `word` is one of the words of `list`.
bool names(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::string_view first = list.substr(0, list.find(' '));
    if (first == word) return true;
    list.remove_prefix(std::min(list.size(), first.size() + 1));
  }
  return false;
}

// Whether the clause is what a rule is about, before or after.
bool speaks_of(const EditionDiff& diff, const RuleInfo& rule, std::string_view clause) {
  return std::ranges::any_of(std::array{diff.before, diff.after}, [&](const Edition* edition) {
    const Clause* const bound = edition->clause_about(rule.about);
    return bound != nullptr && bound->key == clause;
  });
}

std::vector<std::string> reasons(const RuleInfo& rule, const EditionDiff& diff) {
  std::vector<std::string> reasons;
  for (const std::string& setting : diff.settings) {
    if (names(rule.reads, setting)) reasons.push_back(setting);
  }
  if (!diff.services.empty() && names(rule.reads, "services")) reasons.emplace_back("services");
  for (const auto& change : diff.clauses) {
    if (speaks_of(diff, rule, change.key) && (change.changed("wording") || change.removed())) {
      reasons.emplace_back(change.key);
    }
  }
  for (const auto& change : diff.parameters) {
    for (const Duty& duty : diff.after->file().duties) {
      if (duty.parameter != change.key) continue;
      for (const Str& id : duty.rules) {
        if (id == rule.id) reasons.emplace_back(change.key);
      }
    }
  }
  return reasons;
}

}  // namespace

EditionDiff compare(const Edition& before, const Edition& after) {
  const EditionFile& a = before.file();
  const EditionFile& b = after.file();
  EditionDiff diff{&before,
                   &after,
                   changes(a.parts, b.parts),
                   changes(a.clauses, b.clauses),
                   changes(a.duties, b.duties),
                   changes(a.parameters, b.parameters),
                   changes(a.cells, b.cells),
                   changes(a.services, b.services),
                   {},
                   {}};
  settings_of(key_of(&EditionFile::form), a.form, b.form, diff.settings);
  settings_of(key_of(&EditionFile::lists), a.lists, b.lists, diff.settings);
  if (!(a.subjects == b.subjects)) {
    diff.settings.emplace_back(key_of(&EditionFile::subjects));
  }
  if (!(a.valid_from == b.valid_from) || !(a.valid_until == b.valid_until)) {
    diff.settings.emplace_back("validity");
  }
  if (!(a.extensions_schema == b.extensions_schema)) {
    diff.settings.emplace_back(key_of(&EditionFile::extensions_schema));
  }
  for (const RuleInfo* rule : all_rules()) {
    RuleChange change{rule,
                      before.enabled(*rule),
                      after.enabled(*rule),
                      before.severity(*rule),
                      after.severity(*rule),
                      reasons(*rule, diff)};
    const bool same_settings = change.enabled_before == change.enabled_after &&
                               change.severity_before == change.severity_after;
    if (!same_settings || !change.reasons.empty()) diff.rules.push_back(std::move(change));
  }
  return diff;
}

}  // namespace tokki::inline v0
