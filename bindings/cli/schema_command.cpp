#include "schema_command.hpp"

#include <tokki/schema.hpp>

#include "common_options.hpp"
#include "exit_codes.hpp"

namespace tokki::cli {
namespace {

struct SchemaArguments {
  CommonOptions common;
  std::string document;
  SchemaOptions schema;
};

int print_schema(const SchemaArguments& arguments, const Settings& settings) {
  const auto& [common, document, schema] = arguments;
  if (document == "report") return settings.print(report_schema(schema.draft));
  if (document == "assessment") return settings.print(assessment_schema(schema.draft));
  if (document == "diff") return settings.print(diff_schema(schema.draft));
  const auto known = load_editions(settings);
  if (!known) return kUsage;
  const Edition& terms = *known->first();
  if (document == "dossier") return settings.print(dossier_schema(terms, schema));
  if (document == "dossier-record") return settings.print(dossier_record_schema(terms, schema));
  if (document == "edition") return settings.print(edition_schema(terms, schema));
  return settings.print(declaration_schema(terms, schema));
}

}  // namespace

void add_schema_command(CommandLine& line) {
  const auto arguments = std::make_shared<SchemaArguments>();
  Command command =
      line.add("schema", line.localized("JSON Schemaを出力します", "Print a JSON Schema"));
  command.add_words(
      "document",
      {"declaration", "dossier", "dossier-record", "edition", "report", "assessment", "diff"},
      [arguments](const std::string& word) { arguments->document = word; },
      {.purpose = line.localized("文書の種類", "The kind of document"),
       .value = "declaration|dossier|dossier-record|edition|report|assessment|diff",
       .required = true});
  command.add_choice(
      "--draft", arguments->schema.draft,
      Keys<SchemaDraft>{{"7", SchemaDraft::draft_07}, {"2020-12", SchemaDraft::draft_2020_12}},
      {.purpose = line.localized("JSON Schemaの版", "The draft of JSON Schema"),
       .value = line.localized("7|2020-12（既定：2020-12）", "7|2020-12 (default: 2020-12)")});
  command.add_flag(
      "--complete", arguments->schema.complete,
      line.localized("様式が求める欄を必須にします", "Also require what the form asks for"));
  const char* const examples =
      "  tokki schema declaration > declaration.schema.json\n"
      "  tokki schema dossier --draft 7 > dossier.schema.json";
  command.set_examples(line, examples, examples);
  add_common_options(command, arguments->common, line);
  add_edition_option(command, arguments->common, line);
  runs(command, line, arguments, print_schema);
}

}  // namespace tokki::cli
