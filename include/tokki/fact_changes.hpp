// fact_changes.hpp: the facts on record under a contract beside what was declared: which of them
// the declarations in force do not state (特記事項3(4), 届出書 注記).
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tokki/assess.hpp"
#include "tokki/export.hpp"
#include "tokki/form_changes.hpp"

namespace tokki::inline v0 {

/// The newest declaration of one party, and the facts on record that it does not state.
struct FilerChanges {
  std::string filer;        ///< the id of the party, else its name
  bool contractor = false;  ///< it is 乙
  Place form;               ///< its newest declaration
  Date declared_on;
  bool contended = false;  ///< it filed another on the same day, and neither supersedes the other
  std::vector<FormChange> changes;
};

/// For each party that has filed a declaration, what its newest one does not state: services in
/// use, subcontracts with electronic data, who the filer is, and changes that were put on record.
/// What no record speaks of is no difference.
struct FactsDiff {
  std::shared_ptr<const Edition> edition;
  Second as_of{};
  std::optional<Second> known_at;
  std::vector<FilerChanges> filers;
  std::vector<RecordFault> faults;  ///< of the records themselves

  /// True when a declaration lacks something.
  [[nodiscard]] bool changed() const noexcept {
    return std::ranges::any_of(filers,
                               [](const FilerChanges& filer) { return !filer.changes.empty(); });
  }
};

/// Compares the facts of a dossier with the declarations in it. `dossier` need not outlive the
/// result. The same comparison decides the duties on changes: see assess().
[[nodiscard]] TOKKI_EXPORT FactsDiff compare_facts(const Dossier& dossier,
                                                   const AssessOptions& options = {});

}  // namespace tokki::inline v0
