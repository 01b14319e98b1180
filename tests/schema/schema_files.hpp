// schema_files.hpp: the schemas that are checked in, and what they should hold.
#pragma once

#include <string>
#include <vector>

#include "tokki/schema.hpp"

namespace tokki {

struct SchemaFile {
  std::string name;
  std::string text;
};

inline std::vector<SchemaFile> schema_files() {
  const Edition& edition = *Edition::builtin();
  std::vector<SchemaFile> files;
  for (const auto draft : {SchemaDraft::draft_07, SchemaDraft::draft_2020_12}) {
    const std::string suffix =
        draft == SchemaDraft::draft_07 ? ".draft-07.json" : ".draft-2020-12.json";
    files.push_back({"declaration-1" + suffix, declaration_schema(edition, {draft, false})});
    files.push_back(
        {"declaration-1.complete" + suffix, declaration_schema(edition, {draft, true})});
    files.push_back({"dossier-1" + suffix, dossier_schema(edition, {draft, false})});
    files.push_back({"dossier-record-1" + suffix, dossier_record_schema(edition, {draft, false})});
    files.push_back({"edition-1" + suffix, edition_schema(edition, {draft, false})});
    files.push_back({"report-1" + suffix, report_schema(draft)});
    files.push_back({"assessment-1" + suffix, assessment_schema(draft)});
    files.push_back({"diff-1" + suffix, diff_schema(draft)});
  }
  return files;
}

}  // namespace tokki
