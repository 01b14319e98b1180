// form_changes.hpp: what changed between two declarations (届出事項の変更), as data.
//
//     const tokki::FormDiff diff = tokki::compare(before, after);
//     for (const tokki::FormChange& change : diff.changes) std::puts(change.cell.c_str());
//
// Cells are compared by what they mean: 米国 and アメリカ合衆国, ㈱ and 株式会社, full and half
// width, 令和7年4月1日 and 2025-04-01 are the same. Entries of a list are matched by what
// identifies them, never by their position: services by name and provider, subcontractors by
// corporate number or name, media by name.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tokki/editions.hpp"
#include "tokki/export.hpp"
#include "tokki/instant.hpp"
#include "tokki/place.hpp"
#include "tokki/records/declaration.hpp"
#include "tokki/records/declared_change.hpp"

namespace tokki::inline v0 {

/// How a cell, or an entry of a list, differs.
enum class ChangeKind : std::uint8_t {
  added,
  removed,
  changed,
  rewritten,  ///< written differently, with the same meaning: nothing changed
};
template <>
struct Description<ChangeKind> {
  static constexpr std::string_view name = "ChangeKind";
  static constexpr Choice<ChangeKind> choices[] = {{ChangeKind::added, "added"},
                                                   {ChangeKind::removed, "removed"},
                                                   {ChangeKind::changed, "changed"},
                                                   {ChangeKind::rewritten, "rewritten"}};
};

/// One difference: of a cell, or of a whole entry that was added or removed.
struct FormChange {
  ChangeKind kind{};
  /// Which 届出事項; nothing for what is not one: the contract cited, members of tokki's own.
  std::optional<DeclaredMatter> matter{};
  std::string cell{};             ///< its key: "declaration.online_storage.services.provider"
  std::optional<Place> before{};  ///< in the first document; nothing where it is absent there
  std::optional<Place> after{};   ///< in the second
  std::string before_text{};      ///< as written; the cells of an entry joined by " / "
  std::string after_text{};       ///< likewise
  bool choice = false;            ///< the texts are keys of choices (boxes), not values
  /// Of a fact on record that the form does not state: when it came about, as far as that is known.
  std::optional<TimeInterval> since{};
  bool planned = false;  ///< of a fact: it has not come about yet
  bool certain = true;   ///< of a fact: false where the records leave open whether it is one
  /// Of a fact: older than all that its party declared, so that nothing changed; the declaration
  /// has lacked it from the beginning.
  bool older = false;

  /// Whether something changed but the way of writing.
  [[nodiscard]] bool changes_meaning() const noexcept { return kind != ChangeKind::rewritten; }
};

/// What differs between two declarations, in the order of the form.
struct FormDiff {
  std::shared_ptr<const Edition> edition;
  std::vector<FormChange> changes;
  Date before_day, after_day;   ///< when they were filed
  bool other_contract = false;  ///< they cite different contracts

  /// True unless nothing changed, or only the way of writing.
  [[nodiscard]] bool changed() const noexcept {
    return std::ranges::any_of(changes, &FormChange::changes_meaning);
  }
};

/// Compares two declarations. Their ids, their days of filing and what they supersede are not
/// compared: they differ whenever a declaration is filed again. What なし and the like mean, says
/// the edition of `after`: see Editions::choose(). Places are in documents 0 (`before`) and 1
/// (`after`).
[[nodiscard]] TOKKI_EXPORT FormDiff compare(const Declaration& before, const Declaration& after,
                                            const Editions& editions = {});

/// The duties of an edition that such a change sets off: to report it, to file again (特記事項3(4),
/// and the form's note on changes). Empty where only the way of writing differs. `contractor`:
/// false for a change of a subcontractor's, on which duties of 乙 alone are not owed.
[[nodiscard]] TOKKI_EXPORT std::vector<const Duty*> owed_on(
    const FormChange& change, const Edition& edition TOKKI_LIFETIMEBOUND, bool contractor = true);

}  // namespace tokki::inline v0
