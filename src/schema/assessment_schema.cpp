#include "report/assessment/view.hpp"
#include "schema/drafts.hpp"
#include "schema/report_parts.hpp"
#include "tokki/schema.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr const char* kTime = R"({"type":"string","format":"date-time"})";

Schema counts() {
  Members members;
  for (const auto& choice : Description<Status>::choices) members.emplace_back(choice.key, kCount);
  members.emplace_back("overdue", described(kCount, "of the undetermined"));
  return object(members);
}

Schema reason() {
  return object({{"reason", described(kText, "what decided it, or is wanting to decide it")},
                 {"reading", object({{"id", kText}, {"question", both_languages()}})},
                 {"arguments", arguments()},
                 {"message", both_languages()},
                 {"settles", described(both_languages(), "what would settle what is open")}},
                {"reading", "arguments", "settles"});
}

Schema fact() {
  return object({{"document", described(kText, "its name; a line of NDJSON with its number")},
                 {"pointer", described(kText, "RFC 6901, into the document as supplied")},
                 {"kind", described(kText, "of the record")},
                 {"id", described(kText, "of the record")}},
                {"document", "kind", "id"});
}

Schema record_fault() {
  return object({{"fault", one_of<RecordFaultKind>()},
                 {"message", both_languages()},
                 {"at", fact()},
                 {"other", described(fact(), "the other record")}},
                {"other"});
}

Schema instance() {
  return object(
      {{"key", described(kText, "stable when other records are added")},
       {"duty", kText},
       {"clause", object({{"key", kText}, {"ja", kText}, {"en", kText}})},
       {"summary", both_languages()},
       {"trigger", described(kText, "the id of the record that set it off; absent: the contract")},
       {"bearer", described(kText, "the id of the party, else its name; absent: the client")},
       {"mirror", described(R"({"type":"boolean"})", "a subcontractor's own, by flow-down")},
       {"status", one_of<Status>()},
       {"underlying", described(one_of<Status>(), "beneath a waiver; else the status")},
       {"overdue", described(R"({"type":"boolean"})", "undetermined, and its time has run out")},
       {"since", kTime},
       {"until", kTime},
       {"remedied_at", described(kTime, "of a breach: when it was done after all")},
       {"delay_seconds", described(kInteger, "from the trigger to the performance, at most")},
       {"reasons", list_of(reason())},
       {"facts", list_of(fact())}},
      {"clause", "summary", "trigger", "bearer", "since", "until", "remedied_at", "delay_seconds"});
}

Schema liability() {
  return object({{"party", described(kText, "the id of a counterparty, else its name")},
                 {"path", described(list_of(kText),
                                    "the shortest way of subcontracts, from the contractor; empty: "
                                    "not shown to be a counterparty")},
                 {"breaches", described(list_of(kText), "keys of the duties that it breached")},
                 {"incidents", list_of(fact())}});
}

Schema happening() {
  return object({{"from", kTime},
                 {"to", kTime},
                 {"kind", described(kText, "of the record; \"duty\": a span that terms set ends")},
                 {"id", described(kText, "of the record; of a duty, the instance's key")},
                 {"member", described(kText, "which of the record's times it is")}},
                {"from", "to"});
}

}  // namespace

std::string assessment_schema(SchemaDraft draft) {
  const Schema whole = object(
      {{"format", constant(kAssessmentFormat)},
       {"tokki", described(kText, "the version that assessed")},
       {"digest",
        described(kText,
                  "SHA-256 of documents, editions, instants and version: docs/assessment.md")},
       {"edition", described(kText, "id/version")},
       {"as_of", kTime},
       {"known_at", described(kTime, "what was put on record later is left out")},
       {"counts", counts()},
       {"instances", list_of(instance())},
       {"timeline",
        described(list_of(happening()), "of the incident that was asked for, in order")},
       {"liabilities",
        described(list_of(liability()), "for whose acts the contractor is liable, too")},
       {"undecided", described(list_of(kText), "duties that are not decided from records")},
       {"faults", described(list_of(record_fault()), "of the records themselves")},
       {"findings", described(list_of(finding(false, location())), "on what could not be read")}},
      {"digest", "known_at", "timeline"});
  return indented(written_by([&](JsonWriter& json) {
           json.member("$schema", uri_of(draft));
           json.member("title", kAssessmentFormat);
           json.member("description",
                       "What tokki status --format json prints. A newer minor version of tokki may "
                       "add reasons, readings and kinds of record, but no members.");
           json.raw(std::string_view(whole).substr(1, whole.size() - 2));  // its members
         })) +
         "\n";
}

}  // namespace tokki::inline v0
