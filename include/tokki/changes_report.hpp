// changes_report.hpp: what changed in what was declared, put into words.
//
// What is written in the cells (names, addresses: personal data) is withheld unless
// TextStyle::show_values asks for it; boxes, places on the form and ids of records are not.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tokki/assessor.hpp"
#include "tokki/export.hpp"
#include "tokki/fact_changes.hpp"
#include "tokki/form_changes.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {

struct ChangesReportOptions {
  TextStyle style{};
  std::string before_name{};          ///< of two declarations: how they are called, …
  std::string after_name{};           ///< … the names of their files
  const Assessor* records = nullptr;  ///< of facts: what names the records; must outlive the report
};

/// A format of such reports: "text" for people; "json" (tokki.diff/1, in both languages; see
/// diff_schema()); "csv" (for spreadsheets: a difference a row, UTF-8 with BOM, CRLF, no cell that
/// would run as a formula); "markdown".
struct ChangesFormat {
  std::string_view name;
  /// The differences between two declarations.
  std::string (*forms)(const FormDiff& diff, const ChangesReportOptions& options);
  /// The facts that declarations do not state.
  std::string (*facts)(const FactsDiff& diff, const ChangesReportOptions& options);
};
/// All formats there are.
[[nodiscard]] TOKKI_EXPORT std::span<const ChangesFormat> changes_formats();
/// The format of that name, or null.
[[nodiscard]] TOKKI_EXPORT const ChangesFormat* find_changes_format(std::string_view name);

}  // namespace tokki::inline v0
