// dossier_judge.hpp: the documents that make up one dossier, and what is found in each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/form_judge.hpp"
#include "rules/chain/chain_rule.hpp"
#include "tokki/chain.hpp"
#include "tokki/check.hpp"

namespace tokki {

class DossierJudge {
 public:
  DossierJudge(const CheckOptions& options, Day as_of);

  /// Takes what was decoded from the next document; its forms are judged at once. A declaration
  /// counts as one that was filed.
  void add(const Document& document);
  void add(const Dossier& dossier);

  /// Holds the findings on the dossier's own dates to the edition that its contract refers to,
  /// wherever among the documents that stands. For a record alone, which makes no chain.
  void settle();
  /// Settles, joins all that was added and judges the chain. `name_of(document)` names one where
  /// another points to it. Afterwards there are findings, and the judge takes no more.
  Chain judge(const std::function<std::string(std::uint32_t document)>& name_of);

  /// What was found in a document, in its order, without positions; null when nothing was.
  [[nodiscard]] std::vector<Finding>* findings(std::uint32_t document);
  /// The edition that the dossier, or a form of its own document, was judged by.
  [[nodiscard]] const std::shared_ptr<const Edition>& edition(std::uint32_t document) const;
  [[nodiscard]] std::string_view kind(std::uint32_t document) const;
  [[nodiscard]] std::uint32_t documents() const noexcept {
    return static_cast<std::uint32_t>(parts_.size());
  }
  /// The document of that name, of those that other documents' findings point to.
  [[nodiscard]] std::optional<std::uint32_t> named(const std::string& name) const;

 private:
  enum class Kind : std::uint8_t { none, declaration, dossier, record };
  struct Part {
    Kind kind;
    std::uint16_t edition;
  };

  void add(const DossierRecord& record);
  void choose_edition(const Contract& contract);
  void judge_form(const Declaration& declaration, const std::string& above);
  template <Record T>
  void judge_dates(const T& record, Path& path);
  [[nodiscard]] std::uint32_t this_document() const noexcept { return documents() - 1; }
  [[nodiscard]] Location location(const Spot& spot) const;
  void place(ChainFinding&& finding,
             const std::function<std::string(std::uint32_t document)>& name_of);
  void arrange(std::vector<Finding>& found) const;

  const CheckOptions& options_;
  FormJudge forms_;
  ChainBuilder builder_;
  std::vector<Part> parts_;
  std::uint16_t chosen_ = 0;
  std::optional<std::size_t> contract_edition_;
  std::unordered_map<std::uint32_t, std::vector<Finding>> found_;
  std::unordered_map<std::uint32_t, std::vector<Finding>> dates_;  // not yet held to an edition
  std::unordered_map<std::uint32_t, std::vector<std::string>> faulty_;
  std::unordered_map<std::string, std::uint32_t> names_;
};

/// Cuts the findings of one document down to the limit, and says so.
void truncate(std::vector<Finding>& found, std::size_t limit);

/// Where on the form a finding belongs: 0 for the document as a whole, then the form's rows.
std::size_t row_of(const Finding& finding);

}  // namespace tokki
