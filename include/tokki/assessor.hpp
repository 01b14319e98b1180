// assessor.hpp: documents joined into one dossier, and how its duties stand.
//
//     tokki::Assessor assessor;
//     assessor.add(contract, "contract.json");
//     assessor.add(records, "records.json");
//     const tokki::Assessment assessment = assessor.assess({.as_of = tokki::end_of(day)});
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tokki/assess.hpp"
#include "tokki/decode.hpp"
#include "tokki/export.hpp"
#include "tokki/fact_changes.hpp"

namespace tokki::inline v0 {

/// Joins documents into one dossier: a contract's file, files of records, one declaration per file,
/// or a record a line (tokki.dossier-record/1). Of several contracts the first one counts. Places
/// in an assessment point into the documents as they were added. Not safe for concurrent use; one
/// that was moved from can only be assigned to or destroyed.
class TOKKI_EXPORT Assessor {
 public:
  explicit Assessor(const Limits& limits = {});
  Assessor(Assessor&&) noexcept;
  Assessor& operator=(Assessor&&) noexcept;
  ~Assessor();

  /// Adds a document of any kind; a declaration counts as filed under this contract. What of its
  /// text the records need is copied. Bad input is a finding, never an exception.
  void add(std::string_view json, std::string_view uri = {},
           std::optional<std::uint64_t> line = std::nullopt);
  /// Adds records made in C++, as a document of their own.
  void add(const Dossier& dossier, std::string_view uri = {});

  /// How the duties stand. What is structurally wrong with the documents comes first among the
  /// assessment's findings.
  [[nodiscard]] Assessment assess(const AssessOptions& options = {}) const;

  /// How the facts on record differ from the declarations in force.
  [[nodiscard]] FactsDiff changes(const AssessOptions& options = {}) const;

  /// All records; valid until the next change of the assessor.
  [[nodiscard]] const Dossier& dossier() const noexcept TOKKI_LIFETIMEBOUND;
  /// How many documents were added, and how many of these could not be decoded.
  [[nodiscard]] std::size_t documents() const noexcept;
  [[nodiscard]] std::size_t undecoded() const noexcept;
  /// Whether a document is a dossier or a record of one. Else no contract is known, and an
  /// assessment would look as if nothing were owed.
  [[nodiscard]] bool holds_dossier() const noexcept;
  /// "records.ndjson:3": how a document was called.
  [[nodiscard]] std::string name_of(std::uint32_t document) const;
  /// The kind of a document: "dossier", "dossier-record", "declaration"; empty: not decoded.
  [[nodiscard]] std::string_view kind_of(std::uint32_t document) const;
  /// The id of the record that a place of an assessment or a comparison is in; empty when it has
  /// none.
  [[nodiscard]] std::string_view id_at(const Place& place) const TOKKI_LIFETIMEBOUND;

  /// How duty instances name the party of this id, corporate number or name; 甲: an empty text.
  /// Nothing when there is no such party.
  [[nodiscard]] std::optional<std::string> bearer(std::string_view party) const;
  /// The id by which duty instances name the incident that this record, or one that it corrects,
  /// tells of. Nothing when there is no such incident.
  [[nodiscard]] std::optional<std::string> incident(std::string_view id) const;

  /// Removes all documents, to begin another dossier.
  void clear();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
