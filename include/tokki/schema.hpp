// schema.hpp: JSON Schemas of the documents, for those who validate or build forms with schemas.
//
// Generated from the same descriptions as the decoder; titles and clauses come from an
// edition. Within the limits, and for well-formed JSON without duplicate members, the lenient
// schema accepts exactly what decodes without a structural error.
#pragma once

#include <cstdint>
#include <string>

#include "tokki/edition.hpp"
#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// The version of JSON Schema.
enum class SchemaDraft : std::uint8_t { draft_07, draft_2020_12 };

/// What a schema is to be like.
struct SchemaOptions {
  SchemaDraft draft = SchemaDraft::draft_2020_12;
  /// Also require what the form asks for, the details of a ticked box included. The lenient schema
  /// requires only `format`, since whatever can be written on paper decodes.
  bool complete = false;
};

/// The schema of tokki.declaration/1, pretty-printed: Japanese titles, English descriptions,
/// clauses as $comment.
[[nodiscard]] TOKKI_EXPORT std::string declaration_schema(const Edition& edition,
                                                          const SchemaOptions& options = {});

/// The schemas of tokki.dossier/1 and tokki.dossier-record/1, likewise.
[[nodiscard]] TOKKI_EXPORT std::string dossier_schema(const Edition& edition,
                                                      const SchemaOptions& options = {});
[[nodiscard]] TOKKI_EXPORT std::string dossier_record_schema(const Edition& edition,
                                                             const SchemaOptions& options = {});

/// The schema of tokki.edition/1, likewise.
[[nodiscard]] TOKKI_EXPORT std::string edition_schema(const Edition& edition,
                                                      const SchemaOptions& options = {});

/// The schema of tokki.report/1, what `tokki check --format json` prints.
[[nodiscard]] TOKKI_EXPORT std::string report_schema(
    SchemaDraft draft = SchemaDraft::draft_2020_12);

/// The schema of tokki.assessment/1, what `tokki status --format json` prints.
[[nodiscard]] TOKKI_EXPORT std::string assessment_schema(
    SchemaDraft draft = SchemaDraft::draft_2020_12);

/// The schema of tokki.diff/1, what `tokki diff --format json` prints.
[[nodiscard]] TOKKI_EXPORT std::string diff_schema(SchemaDraft draft = SchemaDraft::draft_2020_12);

}  // namespace tokki::inline v0
