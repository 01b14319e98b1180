#include "report/findings/json_report.hpp"
#include "schema/drafts.hpp"
#include "schema/report_parts.hpp"
#include "tokki/schema.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

Schema summary() {
  Members members{
      {"documents", kCount}, {"documents_with_findings", kCount}, {"unreadable_inputs", kCount}};
  for (const auto& choice : Description<Severity>::choices)
    members.emplace_back(choice.key, kCount);
  members.emplace_back("waived", kCount);
  members.emplace_back(
      "rules",
      described(list_of(object({{"rule", kText}, {"findings", kCount}, {"documents", kCount}})),
                "the most frequent first"));
  return object(members);
}

class ReportSchema {
 public:
  explicit ReportSchema(SchemaDraft draft)
      : draft_(draft), definitions_(draft == SchemaDraft::draft_07 ? "definitions" : "$defs") {}

  [[nodiscard]] Schema whole() const {
    const Schema report =
        object({{"format", constant(kReportFormat)},
                {"tokki", described(kText, "the version that checked")},
                {"as_of", described(kDay, "the day of the check")},
                {"documents", list_of(document())},
                {"unreadable", described(list_of(kText), "inputs that could not be read")},
                {"summary", summary()}});
    return written_by([&](JsonWriter& json) {
      json.member("$schema", uri_of(draft_));
      json.member("title", "tokki.report/1");
      json.member("description",
                  "What tokki check --format json prints. A newer minor version of tokki "
                  "may add rules and terms, but no members.");
      json.raw(std::string_view(report).substr(1, report.size() - 2));  // its members
      json.key(definitions_).object([&] {
        json.key("location").raw(location());
        json.key("finding").raw(finding(false, refer("location")));
      });
    });
  }

 private:
  [[nodiscard]] Schema refer(std::string_view name) const {
    return written_by([&](JsonWriter& json) {
      json.member("$ref", "#/" + definitions_ + "/" + std::string(name));
    });
  }

  [[nodiscard]] Schema document() const {
    return object({{"uri", described(kText, "as it was given; <stdin> for standard input")},
                   {"line", described(kFromOne, "the document's line in an NDJSON file")},
                   {"kind", described(kText, "absent when it could not be told")},
                   {"edition", described(kText, "id/version of the edition it was checked with")},
                   {"findings", list_of(refer("finding"))},
                   {"waived", described(list_of(finding(true, refer("location"))),
                                        "found, but not counted")}},
                  {"line", "kind", "waived"});
  }

  SchemaDraft draft_;
  std::string definitions_;
};

}  // namespace

std::string report_schema(SchemaDraft draft) {
  return indented(ReportSchema(draft).whole()) + "\n";
}

}  // namespace tokki::inline v0
