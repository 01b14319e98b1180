// declared_facts.hpp: facts on record that a declaration has to state, beside the declarations that
// were filed: services in use, subcontracts, who the filer is, and changes that were put on record
// as such.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/context.hpp"
#include "assess/fact.hpp"
#include "assess/reasons.hpp"
#include "tokki/form_changes.hpp"

namespace tokki::inline v0::internal {

/// What a declaration may state, as a key for comparison. The same keys identify the entries of two
/// declarations that are compared.
[[nodiscard]] std::string statement_key(DeclaredMatter matter, std::string_view key);

/// Something on record that a party's declaration has to state; or, of one that ended, to state no
/// longer.
struct DeclaredFact {
  std::string trigger{};  ///< the id of its record, with the aspect if there are several
  std::string_view id{};  ///< by which reports and statements cite the record
  ChainIndex party = kNoIndex;
  std::optional<DeclaredMatter> matter{};  ///< nothing: a change of something that is not said
  ChangeKind kind = ChangeKind::added;
  Fact record{};
  /// A declaration that has one of the first states it; one that has any of the second states what
  /// was before. All are statement keys.
  std::vector<std::string> after_keys{};
  std::vector<std::string> before_keys{};
  /// Of a work: the firm that it is entrusted to, which the form has to name for it to matter.
  std::vector<std::string> firm_keys{};
  std::string before_text{}, after_text{};
  Moment from{};                     ///< when it came about
  std::optional<Moment> ended{};     ///< when it was so no longer
  bool planned = false;              ///< only a plan, which has to be declared too
  bool conflict = false;             ///< the records contradict one another
  bool only_wording = false;         ///< the texts differ, which may be all that differs
  const ReasonInfo* open = nullptr;  ///< why it is open whether this is such a fact at all
};

/// A declaration that was filed for the contract.
struct FiledForm {
  Moment day{};
  const Declaration* form = nullptr;
  RecordSource source{};
  bool contended = false;  ///< another of its party has the same day, and neither supersedes
};

/// The declarations of one party, in the order of time, by what they state.
class FormSeries {
 public:
  FormSeries(const Context& context, ChainIndex party);

  [[nodiscard]] const std::vector<FiledForm>& forms() const noexcept { return forms_; }
  /// Whether the form at a position has one of the keys.
  [[nodiscard]] bool states(std::size_t form, const std::vector<std::string>& keys) const;
  /// Whether it says what it has to once the fact is there.
  [[nodiscard]] bool follows(std::size_t form, const DeclaredFact& fact) const;
  /// Whether a form without a readable day does.
  [[nodiscard]] bool undated_follows(const DeclaredFact& fact) const;
  /// The form that was in force right before a time; nothing where the first one is not certainly
  /// before it.
  [[nodiscard]] std::optional<std::size_t> in_force_before(const Moment& when) const;

 private:
  using Positions = std::unordered_map<std::string, std::vector<std::size_t>>;
  static void index(const Declaration& form, std::size_t position, Positions& positions);

  std::vector<FiledForm> forms_;
  Positions stating_;
  Positions undated_;  // the same of forms without a day
  std::size_t undated_count_ = 0;
};

/// The facts of all parties, and the declarations of those that filed any.
class DeclaredFacts {
 public:
  explicit DeclaredFacts(const Context& context);

  [[nodiscard]] const std::vector<DeclaredFact>& all() const noexcept { return facts_; }
  /// Null when the party has filed nothing for the contract.
  [[nodiscard]] const FormSeries* series(ChainIndex party) const;

 private:
  std::vector<DeclaredFact> facts_;
  std::unordered_map<ChainIndex, FormSeries> series_;
};

/// Whether a service in use is online storage, of which row 3 of the form asks.
[[nodiscard]] Truth is_online_storage(const ServiceUse& use) noexcept;

/// When the contract, and with it what is to be declared, came to its end by the records.
[[nodiscard]] std::optional<Moment> end_of_contract(const Context& context);

}  // namespace tokki::inline v0::internal
