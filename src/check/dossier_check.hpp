// dossier_check.hpp: the documents that make up one dossier, and what is found in each.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "chain/chain_assembler.hpp"
#include "check/form_check.hpp"
#include "rules/chain/chain_rule.hpp"
#include "rules/chain/record_register.hpp"
#include "tokki/chain.hpp"
#include "tokki/check.hpp"

namespace tokki::inline v0::internal {

class DossierCheck {
 public:
  DossierCheck(const CheckOptions& options, Day as_of);

  /// Takes what was decoded from the next document, and checks its forms. A declaration counts as
  /// one that was filed.
  void add(const Document& document);
  void add(const Dossier& dossier);

  /// Applies the rules on the dossier's own dates, under the edition that its contract refers to,
  /// whichever document that is in. By itself for a record alone, which makes no chain.
  void finish_dates();
  /// The same; then joins all that was added and checks the chain. `name_of(document)` names a
  /// document for findings on others. Afterwards there are findings, and nothing can be added.
  Chain finish(const std::function<std::string(std::uint32_t document)>& name_of);

  /// What was found in a document, in its order, without positions; null when nothing was.
  [[nodiscard]] std::vector<Finding>* findings(std::uint32_t document);
  /// The names of other documents that these findings point into.
  [[nodiscard]] std::map<std::uint32_t, std::string> names_for(const std::vector<Finding>& found,
                                                               std::uint32_t document) const;
  /// The edition that the dossier, or a form that is a document of its own, was checked with.
  [[nodiscard]] const std::shared_ptr<const Edition>& edition(std::uint32_t document) const;
  [[nodiscard]] std::string_view kind(std::uint32_t document) const;
  [[nodiscard]] Day as_of() const noexcept { return as_of_; }
  [[nodiscard]] std::uint32_t documents() const noexcept {
    return static_cast<std::uint32_t>(parts_.size());
  }

 private:
  struct Part {
    DocumentKind kind;
    std::uint16_t edition;
  };

  void add(const DossierRecord& record);
  void choose_edition(const Contract& contract);
  template <Record T>
  void add_record(const T& record, RecordSource source);
  const FormFacts& check_form(const Declaration& declaration, const Place& place);
  template <Record T>
  void check_dates(const T& record, Place& place);
  [[nodiscard]] std::uint32_t this_document() const noexcept { return documents() - 1; }
  void sort_in(Finding&& finding,
               const std::function<std::string(std::uint32_t document)>& name_of);
  void name_parties(const Chain& chain);
  void arrange(std::vector<Finding>& found) const;

  const CheckOptions& options_;
  Day as_of_;
  FormCheck forms_;
  ChainAssembler chain_;
  RecordRegister records_;
  std::vector<Part> parts_;
  std::uint16_t chosen_ = 0;
  std::optional<std::size_t> contract_edition_;
  std::unordered_map<std::uint32_t, std::vector<Finding>> found_;
  std::unordered_map<std::uint32_t, std::vector<Finding>> dates_;  // severities are still open
  std::unordered_map<std::uint32_t, std::vector<Place>> faulty_;
  std::unordered_map<std::uint32_t, std::string> names_;
};

/// Where on the form a finding belongs: 0 for the document as a whole, then the form's rows.
std::size_t row_of(const Finding& finding);

}  // namespace tokki::inline v0::internal
