// tokki.hpp: all of tokki, and how to use it, task by task.
//
// Japanese public offices attach special terms on information security to their contracts. Under
// them a contractor declares on a form (届出書) where it keeps the data entrusted to it, and so
// does every subcontractor. tokki checks such declarations, and the chain of subcontractors behind
// a contract. Everything it does is one path:
//
//   JSON ──▶ records ──▶ rules, as an edition of the terms sets them ──▶ findings ──▶ report
//
// Each section below names the header it needs; this one includes them all. The examples are
// compiled and run by tests/tutorial_test.cpp.
//
// -------------------------------------------------------------------------------------------------
// ONE FORM (tokki/check.hpp, tokki/report.hpp)
//
// A declaration comes in as JSON, a report goes out. Only `format` is required; a cell that the
// form asks for and that is empty is a finding, like everything else that is wrong with a document.
//
//     const tokki::Report report = tokki::check(R"({
//       "format": "tokki.declaration/1",
//       "storage_location": {"ticked": ["japan_only"]},
//       "online_storage": {"ticked": ["yes"], "services": [
//         {"name": "Amazon S3", "provider": "Amazon Web Services, Inc.", "data_location": "米国"}]}
//     })");
//
// Findings are data: a rule, a severity, where it points, typed arguments. A report puts them into
// Japanese or English:
//
//     for (const tokki::Finding& finding : report.findings) {
//       const tokki::Words words = tokki::words(finding, *report.edition, tokki::Language::en);
//       out << finding.rule->id << ": " << words.place << ": " << words.message << '\n';
//     }
//
// or all at once, as `tokki check` prints them:
//
//     out << tokki::to_text(report, {.language = tokki::Language::ja, .width = 80});
//
// A document is to be corrected when it has an error; all lesser severities leave it to a person:
//
//     const bool accepted = report.gravest() < tokki::Severity::error;  // also without any finding
//
// -------------------------------------------------------------------------------------------------
// FORMS AS RECORDS (tokki/records/declaration.hpp, tokki/decode.hpp, tokki/encode.hpp)
//
// Records are plain structures. One made in C++ is checked as it is, and written as JSON:
//
//     tokki::Declaration form;
//     form.declared_on = tokki::Date("令和7年4月1日");
//     form.declarant.name = "株式会社みどり職業訓練センター";
//     form.storage_media = {{.name = "USBメモリ"}};
//     form.storage_location.ticked = {tokki::StorageRegion::japan_only};
//     const tokki::Report report = tokki::check(form);
//     const std::string json = tokki::to_json(form);
//
// A Document reads records from JSON, and says what in its structure is wrong. Texts stay as they
// were written; a date or a country besides has a value, when it can be read:
//
//     tokki::Document document;
//     document.read(json);
//     if (const tokki::Declaration* read = document.declaration()) {
//       out << read->declarant.name << ", " << read->declared_on.written;
//       if (read->declared_on.value) out << " = " << tokki::iso(*read->declared_on.value);
//     }
//
// -------------------------------------------------------------------------------------------------
// MANY FORMS (tokki/check.hpp)
//
// A Checker keeps its storage from one document to the next, and so does a Report that is passed in
// again: nothing is allocated for a form without findings. Here one form a line:
//
//     tokki::Checker checker;
//     tokki::Report report;
//     std::uint64_t number = 0;
//     for (std::string line; std::getline(lines, line);) {
//       checker.check(line, report, "forms.ndjson", ++number);
//       if (report.gravest() == tokki::Severity::error) rejected.push_back(number);
//     }
//
// Some rules depend on the day of the check. Unless CheckOptions say otherwise it is today in
// Japan, whenever check() is called:
//
//     tokki::Checker then({.as_of = std::chrono::year(2026) / 11 / 24});
//
// -------------------------------------------------------------------------------------------------
// A DOSSIER AND ITS CHAIN (tokki/dossier_checker.hpp, tokki/chain.hpp, tokki/chain_report.hpp)
//
// A dossier (案件) is one contract with its parties, subcontracts and declarations. As one document
// it is checked like a form. A DossierChecker joins several documents, here a contract's and one
// for each declaration, and every finding points into the document that it is about:
//
//     tokki::DossierChecker dossier;
//     dossier.add(contract, "contract.json");
//     dossier.add(form, "midori.json");
//     tokki::DossierReports reports;
//     const tokki::Chain chain = dossier.finish([&](const tokki::Report& report) {
//       reports.add(report);
//       return true;  // false: no further reports
//     });
//
// A Chain tells who works for whom, who must file, where the data is:
//
//     for (tokki::ChainIndex party = 0; party < chain.parties().size(); ++party) {
//       if (chain.expected(party) != tokki::Expected::missing) continue;
//       out << chain.parties()[party].name << " must file a declaration\n";
//     }
//
// and can be drawn:
//
//     out << tokki::to_string(chain, reports, tokki::ChainFormat::mermaid, {});
//
// -------------------------------------------------------------------------------------------------
// EDITIONS OF THE TERMS (tokki/edition.hpp, tokki/editions.hpp)
//
// An edition is the terms of one office as data: the clauses word for word, their duties, the
// labels of the form, and how the rules are set. One is built in:
//
//     const std::shared_ptr<const tokki::Edition> edition = tokki::Edition::builtin();
//     for (const tokki::Clause* clause : edition->cited("特記事項3(4)")) {
//       out << clause->wording.ja << '\n' << clause->wording.en << '\n';
//     }
//
// Others come from files (tokki.edition/1), and mostly extend one that is known. A checker takes
// all editions that documents may have been made under; the first is the default:
//
//     const auto [own, faults] = tokki::Edition::load(file);
//     if (own != nullptr) {
//       tokki::Editions editions(own);
//       editions.add(tokki::Edition::builtin());
//       tokki::Checker checker({.editions = editions});
//     }
//
// -------------------------------------------------------------------------------------------------
// REPORTS ON MANY DOCUMENTS (tokki/report_writer.hpp)
//
// A ReportWriter writes one stream in a format that other programs read: SARIF, JUnit, CSV and
// more.
//
//     const auto writer = tokki::report_writer("sarif", {.as_of = tokki::today_in_japan()});
//     tokki::Summary summary;
//     std::string text;
//     writer->begin(text);
//     for (const std::string& json : documents) {
//       checker.check(json, report, "form.json");
//       summary.add(report);
//       writer->document(report, text);
//     }
//     writer->end(summary, 0, text);
//
// -------------------------------------------------------------------------------------------------
// FILES AND FOLDERS (tokki/file_checker.hpp)
//
// A FileChecker reads files, lines of files and folders, finds out which of them make up a dossier,
// and calls back with the report on each document:
//
//     tokki::FileVisitor visitor;
//     visitor.report = [&](const tokki::Report& report) {
//       summary.add(report);
//       return true;  // false: stop
//     };
//     tokki::FileChecker files({}, std::move(visitor));
//     files.check(folder);
//
// -------------------------------------------------------------------------------------------------
// CHANGES (tokki/form_changes.hpp, tokki/fact_changes.hpp)
//
// Two declarations are compared by what their cells mean; and the facts of a dossier with the
// newest declaration of each party:
//
//     const tokki::FormDiff diff = tokki::compare(before, after);
//     for (const tokki::FormChange& change : diff.changes) {
//       if (change.changes_meaning()) changed.push_back(change.cell);
//     }
//     const tokki::FactsDiff lacking = tokki::compare_facts(dossier);
//
// -------------------------------------------------------------------------------------------------
// WAIVERS (tokki/waive.hpp)
//
// A waived finding is set apart and does not count until a day:
//
//     tokki::FindingWaiver waiver;
//     waiver.rule = "japan-only-contradicted";
//     waiver.path = "forms/*.json";
//     waiver.reason = "承認済み（第12号）";
//     waiver.approver = "情報政策課";
//     waiver.expires = std::chrono::year(2027) / 3 / 31;
//     const tokki::Report rest = tokki::waive(checker.check(json, "forms/a.json"), {&waiver, 1});
//
// -------------------------------------------------------------------------------------------------
// OWNERSHIP
//
// A Report owns all that it holds and keeps its edition alive; it outlives the Checker and the
// JSON. So do records made in C++. A record read by a Document borrows its texts from it, until the
// next read(); a copy of the record owns them. What an Edition, a Chain or a Report returns as
// pointer, span or std::string_view lives as long as it does. With clang, functions that borrow are
// marked [[clang::lifetimebound]], so that it warns of many mistakes.
//
// -------------------------------------------------------------------------------------------------
// THREADS
//
// Edition, Editions, Chain, Report and records may be read by any number of threads at once.
// Checker, DossierChecker, Assessor, ChainBuilder, Document and ReportWriter serve one thread at a
// time: keep one for each thread. They may share editions, which are compiled once.
//
// -------------------------------------------------------------------------------------------------
// ERRORS
//
// Bad input is a finding, never an exception, whatever its bytes are and however large it is (see
// Limits). Exceptions are for wrong use (std::logic_error) and lack of memory (std::bad_alloc).
//
#pragma once

#include <string_view>

#include "tokki/across_contracts.hpp"
#include "tokki/assess.hpp"
#include "tokki/assessment_report.hpp"
#include "tokki/assessor.hpp"
#include "tokki/chain.hpp"
#include "tokki/chain_report.hpp"
#include "tokki/changes_report.hpp"
#include "tokki/check.hpp"
#include "tokki/closest.hpp"
#include "tokki/date.hpp"
#include "tokki/decode.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/edition.hpp"
#include "tokki/edition_diff.hpp"
#include "tokki/edition_diff_report.hpp"
#include "tokki/editions.hpp"
#include "tokki/encode.hpp"
#include "tokki/export.hpp"
#include "tokki/fact_changes.hpp"
#include "tokki/file_assessor.hpp"
#include "tokki/file_checker.hpp"
#include "tokki/finding.hpp"
#include "tokki/finding_waiver.hpp"
#include "tokki/form_changes.hpp"
#include "tokki/language.hpp"
#include "tokki/records/declaration.hpp"
#include "tokki/records/dossier.hpp"
#include "tokki/report.hpp"
#include "tokki/report_writer.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"
#include "tokki/rule_reference.hpp"
#include "tokki/schema.hpp"
#include "tokki/terms_query.hpp"
#include "tokki/terms_report.hpp"
#include "tokki/text.hpp"
#include "tokki/waive.hpp"

namespace tokki::inline v0 {

/// The version of the library that is linked: "0.1.0".
[[nodiscard]] TOKKI_EXPORT std::string_view version() noexcept;

}  // namespace tokki::inline v0
