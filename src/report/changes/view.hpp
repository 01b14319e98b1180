// view.hpp: changes in words, which each format of the report lays out in its own way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tokki/changes_report.hpp"

namespace tokki::inline v0::internal {

inline constexpr std::string_view kDiffFormat = "tokki.diff/1";

/// Two declarations, or the newest one of a party beside the facts.
struct ComparedForms {
  const FilerChanges* filer = nullptr;  ///< of facts
  bool other_contract = false;          ///< they cite different contracts
  std::string title;
  std::vector<std::string> remarks;  ///< about the declarations as such
  std::span<const FormChange> changes;

  /// The duties that a change sets off.
  [[nodiscard]] std::vector<const Duty*> owed(const FormChange& change,
                                              const Edition& edition) const {
    // Of two contracts, neither declaration tells of a change of the other.
    if (other_contract) return {};
    return owed_on(change, edition, filer == nullptr || filer->contractor);
  }
};

class ChangesView {
 public:
  ChangesView(const FormDiff& diff, const ChangesReportOptions& options);
  ChangesView(const FactsDiff& diff, const ChangesReportOptions& options);

  [[nodiscard]] const FormDiff* forms() const noexcept { return forms_; }
  [[nodiscard]] const FactsDiff* facts() const noexcept { return facts_; }
  [[nodiscard]] const Edition& edition() const noexcept { return edition_; }
  [[nodiscard]] const ChangesReportOptions& options() const noexcept { return options_; }
  [[nodiscard]] Language language() const noexcept { return options_.style.language; }
  [[nodiscard]] std::string localized(std::string_view ja, std::string_view en) const {
    return std::string(language() == Language::ja ? ja : en);
  }

  [[nodiscard]] const std::vector<ComparedForms>& compared() const noexcept { return compared_; }
  [[nodiscard]] bool changed() const;
  /// By which edition, as of when.
  [[nodiscard]] std::string heading() const;
  /// The duties that the changes set off, each once.
  [[nodiscard]] std::vector<const Duty*> owed() const;
  /// Whether declaring the second form anew does what is owed: it is the newer one.
  [[nodiscard]] std::string done_by() const;
  /// Some text of a cell was left out.
  [[nodiscard]] bool withholds() const;

  /// 追加, 変更 …
  [[nodiscard]] std::string kind(const FormChange& change) const;
  /// ３ ア（2件目）: where on the form.
  [[nodiscard]] std::string where(const FormChange& change, Language language) const;
  [[nodiscard]] std::string label(const FormChange& change, Language language) const;
  [[nodiscard]] std::string_view clause(const FormChange& change) const;
  [[nodiscard]] std::string citation(const FormChange& change, Language language) const;
  /// What stood there before, and what stands there now; empty where that is withheld.
  [[nodiscard]] std::string before(const FormChange& change) const;
  [[nodiscard]] std::string after(const FormChange& change) const;
  /// Since when, and what is not certain.
  [[nodiscard]] std::vector<std::string> remarks(const FormChange& change) const;
  /// The record that a fact is on: its kind and id.
  [[nodiscard]] std::string record(const FormChange& change) const;

 private:
  [[nodiscard]] std::string shown(const FormChange& change, const std::string& text) const;
  [[nodiscard]] std::string filed_on(const Date& day) const;

  const FormDiff* forms_ = nullptr;
  const FactsDiff* facts_ = nullptr;
  const Edition& edition_;
  const ChangesReportOptions& options_;
  std::vector<ComparedForms> compared_;
};

[[nodiscard]] std::string changes_text(const ChangesView& view);
[[nodiscard]] std::string changes_json(const ChangesView& view);
[[nodiscard]] std::string changes_csv(const ChangesView& view);
[[nodiscard]] std::string changes_markdown(const ChangesView& view);

}  // namespace tokki::inline v0::internal
