// tokki.hpp: the information-security special terms of Japanese public contracts as typed objects.
//
// Start here. A declaration (届出書) comes in as JSON, a report goes out:
//
//   #include <tokki/tokki.hpp>
//   #include <iostream>
//
//   int main() {
//     const tokki::Report report = tokki::check(R"({
//       "format": "tokki.declaration/1",
//       "storage_location": {"ticked": ["japan_only"]},
//       "online_storage": {"ticked": ["yes"], "services": [
//         {"name": "Amazon S3", "provider": "Amazon Web Services, Inc.", "data_location": "米国"}]}
//     })");
//     for (const tokki::Finding& finding : report.findings) {
//       const tokki::Words said = tokki::words(finding, *report.edition, tokki::Language::en);
//       std::cout << said.place << ": " << said.message << " [" << said.citation << "]\n";
//     }
//   }
//
// For many documents keep one Checker per thread (tokki/check.hpp): it allocates nothing for a
// document without findings. A Declaration (tokki/declaration.hpp) can also be built in C++ and
// checked as it is. Data runs one way: bytes, records, rules, findings, report.
//
// Bad input is a finding, never an exception; only misuse and lack of memory throw. Everything
// immutable (Edition, Report) may be shared between threads; a Checker and a Document may not.
#pragma once

#include "tokki/chain.hpp"
#include "tokki/check.hpp"
#include "tokki/decode.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/edition.hpp"
#include "tokki/encode.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"
#include "tokki/records/declaration.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"
#include "tokki/rule_examples.hpp"
#include "tokki/schema.hpp"
#include "tokki/waive.hpp"

namespace tokki {

/// "0.1.0".
[[nodiscard]] TOKKI_EXPORT std::string_view version() noexcept;

}  // namespace tokki
