// edition.hpp: the terms of one office, compiled.
//
// Offices word, number and set their terms differently, so all of that is data. An edition is
// loaded strictly, compiled once, and then immutable: any number of threads may share it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/export.hpp"
#include "tokki/finding.hpp"
#include "tokki/language.hpp"
#include "tokki/records/edition_file.hpp"
#include "tokki/terms_query.hpp"

namespace tokki::inline v0 {

class Edition;
namespace internal {
class RuleSet;  // what the rules look up in an edition
[[nodiscard]] const RuleSet& rule_set_of(const Edition& edition) noexcept;
}  // namespace internal

/// An edition, compiled. Immutable: any number of threads may share it.
class TOKKI_EXPORT Edition {
 public:
  struct Loaded {
    std::shared_ptr<const Edition> edition;  ///< null when there is a fault
    std::vector<Finding> faults;             ///< all of them, with pointers and positions
  };
  using Known = std::span<const std::shared_ptr<const Edition>>;

  /// Loads an edition from the text of its file. `known` are editions it may extend, besides the
  /// built-in one. Pointers of faults address the file as given, never the edition it extends.
  [[nodiscard]] static Loaded load(std::string_view json, Known known = {});
  /// The edition that comes with tokki.
  [[nodiscard]] static std::shared_ptr<const Edition> builtin();

  /// The same edition with some rules set otherwise, for one run of checks. The settings replace
  /// the edition's own for the rules they name. Nothing else changes, its reference included.
  [[nodiscard]] std::shared_ptr<const Edition> with_rules(const List<RuleSetting>& settings) const;

  Edition(const Edition&) = delete;
  Edition& operator=(const Edition&) = delete;
  ~Edition();

  /// All that it says, including what it takes over from the edition that it extends.
  [[nodiscard]] const EditionFile& file() const noexcept TOKKI_LIFETIMEBOUND;
  /// "id/version".
  [[nodiscard]] std::string reference() const;
  /// SHA-256 of all that it says, as JSON in one line without blanks, in hexadecimal. The same
  /// however its file is laid out.
  [[nodiscard]] const std::string& digest() const TOKKI_LIFETIMEBOUND;
  /// True when `reference` is its id, or its id/version.
  [[nodiscard]] bool matches_reference(std::string_view reference) const noexcept;
  /// True when contracts of that day are within its validity. Days that are not stated do not
  /// bound.
  [[nodiscard]] bool in_force_on(Day contract_day) const noexcept;

  /// The part, clause, duty, parameter or cell of that key, or null.
  [[nodiscard]] const Part* part(std::string_view key) const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] const Clause* clause(std::string_view key) const noexcept TOKKI_LIFETIMEBOUND;
  /// The clause that speaks of what rules and reports are about (RuleInfo::about), or null: then
  /// the edition binds it to none, and rules on it are off.
  [[nodiscard]] const Clause* clause_about(std::string_view subject) const noexcept
      TOKKI_LIFETIMEBOUND;
  [[nodiscard]] const Duty* duty(std::string_view key) const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] const Parameter* parameter(std::string_view key) const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] const Cell* cell(std::string_view key) const noexcept TOKKI_LIFETIMEBOUND;

  /// The clauses that people may mean by `citation`: a key (A3.4, b2.time) or a citation in either
  /// language, full- or half-width (特記事項３(4), 第３項第４号, 届出書3ウ, Special Terms 3(4)).
  /// Without a part's name every part is searched, in order; the first result is the likeliest.
  /// Empty when no clause is cited so.
  [[nodiscard]] std::vector<const Clause*> cited(std::string_view citation) const
      TOKKI_LIFETIMEBOUND;
  /// The clause as cited: 特記事項3(4), "Special Terms 3(4)". A part's key gives the part's name;
  /// an unknown key gives an empty text.
  [[nodiscard]] std::string citation(std::string_view clause_key, Language language) const;

  /// The clauses directly below a clause, or, by a part's key, at the top of that part, in the
  /// order of the file. A key that both a clause and a part have means the part.
  [[nodiscard]] std::vector<const Clause*> children(std::string_view key) const TOKKI_LIFETIMEBOUND;
  /// All clauses as a tree: each before those below it.
  [[nodiscard]] const std::vector<ClauseNode>& tree() const noexcept TOKKI_LIFETIMEBOUND;
  /// True when the clause is `ancestor` (a clause's or part's key) or stands below it.
  [[nodiscard]] bool within(const Clause& clause, std::string_view ancestor) const noexcept;

  /// The duties that `filter` asks for, in the order of the file.
  [[nodiscard]] std::vector<const Duty*> duties(const DutyFilter& filter = {}) const
      TOKKI_LIFETIMEBOUND;
  /// The clauses in which all words of `text` occur together: wording, translation, defined terms,
  /// duties. Width, case, dashes, and katakana for hiragana do not matter.
  [[nodiscard]] std::vector<SearchHit> search(std::string_view text) const TOKKI_LIFETIMEBOUND;

  /// Whether the rule applies under this edition, and the severity of its findings.
  [[nodiscard]] bool enabled(const RuleInfo& rule) const noexcept;
  [[nodiscard]] Severity severity(const RuleInfo& rule) const noexcept;
  /// The first day on which a contract can be dated on this form, from its printed era.
  [[nodiscard]] Day first_contract_day() const noexcept;

 private:
  struct State;
  explicit Edition(EditionFile file);
  friend const internal::RuleSet& internal::rule_set_of(const Edition& edition) noexcept;

  std::unique_ptr<const State> state_;
};

}  // namespace tokki::inline v0
