// edition_document.hpp: an edition as a document: look-up, citation and search of its clauses,
// duties and cells.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/language.hpp"
#include "tokki/records/edition_file.hpp"
#include "tokki/terms_query.hpp"

namespace tokki::inline v0::internal {

class CitationIndex;

/// See Edition for what each of these does.
class EditionDocument {
 public:
  explicit EditionDocument(EditionFile file);
  EditionDocument(const EditionDocument&) = delete;
  EditionDocument& operator=(const EditionDocument&) = delete;
  ~EditionDocument();

  [[nodiscard]] const EditionFile& file() const noexcept { return file_; }
  [[nodiscard]] const std::vector<ClauseNode>& tree() const noexcept { return tree_; }

  [[nodiscard]] const Part* part(std::string_view key) const noexcept;
  [[nodiscard]] const Clause* clause(std::string_view key) const noexcept;
  [[nodiscard]] const Duty* duty(std::string_view key) const noexcept;
  [[nodiscard]] const Parameter* parameter(std::string_view key) const noexcept;
  [[nodiscard]] const Cell* cell(std::string_view key) const noexcept;

  [[nodiscard]] std::vector<const Clause*> cited(std::string_view citation) const;
  [[nodiscard]] std::string citation(std::string_view clause_key, Language language) const;

  [[nodiscard]] std::vector<const Clause*> children(std::string_view key) const;
  [[nodiscard]] bool within(const Clause& clause, std::string_view ancestor) const noexcept;
  [[nodiscard]] std::vector<const Duty*> duties(const DutyFilter& filter) const;
  [[nodiscard]] std::vector<SearchHit> search(std::string_view text) const;

 private:
  EditionFile file_;
  std::vector<const Clause*> clauses_;  // by key
  std::vector<const Cell*> cells_;      // by key
  std::vector<ClauseNode> tree_;
  std::unique_ptr<const CitationIndex> citations_;
};

/// The number of a clause as cited: 1 for １; none for a box or a bullet; 第１条 as it is.
[[nodiscard]] std::string number_of(const Clause& clause);

/// "id/version".
[[nodiscard]] std::string reference_of(const EditionFile& file);
/// True when `reference` is the edition's id, or its id/version.
[[nodiscard]] bool matches_reference(const EditionFile& file, std::string_view reference) noexcept;

}  // namespace tokki::inline v0::internal
