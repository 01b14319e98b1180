// edition_diff.hpp: what differs between two editions of the terms, as data.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/edition.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0 {

/// An entry that differs, by its key. `before` is null when it was added, `after` when it was
/// removed.
template <class T>
struct Change {
  std::string_view key;
  const T* before = nullptr;
  const T* after = nullptr;
  /// Which members differ, by their JSON keys; empty when the entry was added or removed.
  std::vector<std::string_view> members{};

  [[nodiscard]] bool added() const noexcept { return before == nullptr; }
  [[nodiscard]] bool removed() const noexcept { return after == nullptr; }
  [[nodiscard]] bool changed(std::string_view member) const noexcept {
    return std::ranges::find(members, member) != members.end();
  }
};

/// A rule that behaves differently under the two editions, and why.
struct RuleChange {
  const RuleInfo* rule;
  bool enabled_before, enabled_after;
  Severity severity_before, severity_after;
  /// What the rule uses and that differs: settings ("lists.vague_work"), the keys of its clause and
  /// of the parameters of its duties.
  std::vector<std::string> reasons;
};

/// The differences. Borrows from both editions.
struct EditionDiff {
  const Edition* before;
  const Edition* after;
  std::vector<Change<Part>> parts;
  std::vector<Change<Clause>> clauses;  ///< in the order of the tree, removed ones last
  std::vector<Change<Duty>> duties;
  std::vector<Change<Parameter>> parameters;
  std::vector<Change<Cell>> cells;
  std::vector<Change<KnownService>> services;
  std::vector<std::string> settings;  ///< "lists.vague_work", "form.era", "extensions_schema"
  std::vector<RuleChange> rules;

  [[nodiscard]] bool empty() const noexcept {
    return parts.empty() && clauses.empty() && duties.empty() && parameters.empty() &&
           cells.empty() && services.empty() && settings.empty() && rules.empty();
  }
};

/// Compares two editions by the keys of their entries. Both must outlive the result.
[[nodiscard]] TOKKI_EXPORT EditionDiff compare(const Edition& before TOKKI_LIFETIMEBOUND,
                                               const Edition& after TOKKI_LIFETIMEBOUND);

}  // namespace tokki::inline v0
