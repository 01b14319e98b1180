#include "report/changes/view.hpp"
#include "schema/drafts.hpp"
#include "schema/report_parts.hpp"
#include "tokki/schema.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr const char* kInstant = R"({"type":"string","format":"date-time"})";
constexpr const char* kFlag = R"({"type":"boolean"})";

Schema clause_cited() { return object({{"key", kText}, {"ja", kText}, {"en", kText}}); }

Schema diff_place(const Members& further, const std::vector<std::string_view>& optional) {
  Members members{{"document", described(kText, "its name; a line of NDJSON with its number")},
                  {"pointer", described(kText, "RFC 6901, into the document as supplied")},
                  {"kind", described(kText, "of the record")},
                  {"id", described(kText, "of the record")}};
  members.insert(members.end(), further.begin(), further.end());
  std::vector<std::string_view> absent{"document", "kind", "id"};
  absent.insert(absent.end(), optional.begin(), optional.end());
  return object(members, absent);
}

Schema change_side() {
  return diff_place({{"choice", described(kText, "the keys of the boxes ticked, joined by commas")},
                     {"value", described(kText, "what is written there; only with --show-values")}},
                    {"choice", "value"});
}

Schema form_change() {
  return object(
      {{"kind", one_of<ChangeKind>()},
       {"matter", described(one_of<DeclaredMatter>(), "which declared matter; absent: none")},
       {"cell", described(kText, "the key of the cell on the form")},
       {"place", described(both_languages(), "the position on the form")},
       {"label", both_languages()},
       {"clause", clause_cited()},
       {"before", described(change_side(), "absent where it was added")},
       {"after", described(change_side(), "absent where it was removed")},
       {"since", described(object({{"from", kInstant}, {"to", kInstant}}),
                           "of a fact: when it came about, as far as that is known")},
       {"planned", kFlag},
       {"certain", described(kFlag, "false: the records leave open whether it is a change")},
       {"older", described(kFlag, "older than all that was declared: an omission, no change")},
       {"owed", described(list_of(kText), "keys of the duties that it sets off")}},
      {"matter", "clause", "before", "after", "since"});
}

Schema form_of_diff() {
  return object({{"document", kText}, {"declared_on", kDay}}, {"document", "declared_on"});
}

Schema compared() {
  return object({{"before", described(form_of_diff(), "of two forms")},
                 {"after", form_of_diff()},
                 {"other_contract", described(kFlag, "the forms cite different contracts")},
                 {"filer", described(kText, "of facts: the id of the party, else its name")},
                 {"form", described(diff_place({{"declared_on", kDay}}, {"declared_on"}),
                                    "its newest declaration")},
                 {"contended", described(kFlag, "another one of the same day is not superseded")},
                 {"changes", list_of(form_change())}},
                {"before", "after", "other_contract", "filer", "form", "contended"});
}

}  // namespace

std::string diff_schema(SchemaDraft draft) {
  const Schema fault = object({{"fault", one_of<RecordFaultKind>()},
                               {"message", both_languages()},
                               {"at", diff_place({}, {})},
                               {"other", described(diff_place({}, {}), "the other record")}},
                              {"other"});
  const Schema owed =
      object({{"duty", kText}, {"clause", clause_cited()}, {"summary", both_languages()}});
  const Schema whole = object(
      {{"format", constant(kDiffFormat)},
       {"tokki", described(kText, "the version that compared")},
       {"edition", described(kText, "id/version")},
       {"compared", R"({"enum":["forms","facts"]})"},
       {"as_of", described(kInstant, "of facts")},
       {"known_at", described(kInstant, "what was put on record later is left out")},
       {"changed", described(kFlag, "something changed but the way of writing")},
       {"owed", described(list_of(owed), "the duties that the changes set off")},
       {"results", described(list_of(compared()), "two forms, or each filer's form and the facts")},
       {"faults", described(list_of(fault), "of the records themselves")}},
      {"as_of", "known_at"});
  return indented(written_by([&](JsonWriter& json) {
           json.member("$schema", uri_of(draft));
           json.member("title", kDiffFormat);
           json.member("description",
                       "What tokki diff --format json prints. A newer minor version of tokki may "
                       "add kinds of record, but no members.");
           json.raw(std::string_view(whole).substr(1, whole.size() - 2));  // its members
         })) +
         "\n";
}

}  // namespace tokki::inline v0
