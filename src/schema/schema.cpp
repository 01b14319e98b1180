#include "tokki/schema.hpp"

#include "schema/schema_writer.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0 {
using namespace internal;

std::string declaration_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<Declaration>();
}

std::string dossier_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<Dossier>();
}

std::string dossier_record_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<DossierRecord>();
}

std::string edition_schema(const Edition& edition, const SchemaOptions& options) {
  return SchemaWriter(edition, options).document<EditionFile>();
}

}  // namespace tokki::inline v0
