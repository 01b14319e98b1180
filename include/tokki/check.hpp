// check.hpp: from bytes to a report, in one pass.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/across_contracts.hpp"
#include "tokki/decode.hpp"
#include "tokki/editions.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"
#include "tokki/finding_waiver.hpp"

namespace tokki::inline v0 {

/// Which document a report is about.
struct DocumentInfo {
  std::string uri;                    ///< a path or URI, as the caller names it
  std::optional<std::uint64_t> line;  ///< the line of an NDJSON file, 1-based
  std::string kind;  ///< "declaration", "dossier", "dossier-record"; empty when it is not known
};

/// The findings on one document, in the order of its records and, within a form, of its rows. It
/// owns all that it holds, and keeps its edition alive.
struct TOKKI_EXPORT Report {
  DocumentInfo document;
  std::uint32_t index = 0;  ///< of the document among those checked together: Place::document
  std::map<std::uint32_t, std::string>
      other_documents{};                   ///< names of those that places point into
  std::shared_ptr<const Edition> edition;  ///< the one it was checked with; null before any check
  Day as_of{};                             ///< the day of the check
  std::vector<Finding> findings;
  std::vector<WaivedFinding> waived{};  ///< shown, but not counted: see waive.hpp

  /// The name of the document that a place points into; empty for the report's own.
  [[nodiscard]] std::string_view name_of(const Place& place) const TOKKI_LIFETIMEBOUND;
  /// The gravest severity, or nothing when there is no finding.
  [[nodiscard]] std::optional<Severity> gravest() const noexcept;
};

/// How to check.
struct CheckOptions {
  Editions editions{};         ///< those documents may refer to; the first is the default
  std::optional<Day> as_of{};  ///< the day of the check; absent: what `today` says at each check
  Day (*today)() = &today_in_japan;  ///< may be called by any thread that checks; never null
  Limits limits{};
  bool keep_values = false;  ///< keep what is written at each finding, for reports that show it
  /// Where given, the dossiers of one contractor are compared with one another, in the order in
  /// which they are checked. Then the checkers that share it must not run at the same time.
  std::shared_ptr<AcrossContracts> across{};

  /// The day of a check that is made now.
  [[nodiscard]] Day day() const { return as_of ? *as_of : today(); }
};

/// Checks one document after the other, and reuses its storage for the next. Not safe for
/// concurrent use; one per thread. Checkers may share editions. One that was moved from can only be
/// assigned to or destroyed; checking with it throws std::logic_error.
class TOKKI_EXPORT Checker {
 public:
  explicit Checker(CheckOptions options = {});
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  /// Checks a document given as JSON (UTF-8): a declaration, or a whole dossier with its forms and
  /// its chain. `uri` and `line` are what the report calls it. Bad input is a finding, never an
  /// exception. A record of a dossier is checked by itself; for what several documents make up see
  /// DossierChecker.
  ///
  /// `report` is overwritten and its storage reused: with the same report again and again nothing
  /// is allocated for a declaration without findings.
  void check(std::string_view json, Report& report, std::string_view uri = {},
             std::optional<std::uint64_t> line = std::nullopt);
  /// The same in a report of its own, for which it allocates when there are findings, a long `uri`
  /// or both.
  [[nodiscard]] Report check(std::string_view json, std::string_view uri = {},
                             std::optional<std::uint64_t> line = std::nullopt);

  /// Checks a record made in C++. Findings have pointers but no positions.
  void check(const Declaration& declaration, Report& report, std::string_view uri = {});
  void check(const Dossier& dossier, Report& report, std::string_view uri = {});
  [[nodiscard]] Report check(const Declaration& declaration, std::string_view uri = {});
  [[nodiscard]] Report check(const Dossier& dossier, std::string_view uri = {});

 private:
  struct State;
  State& state();
  std::unique_ptr<State> state_;
};

/// Checks one document. For many, keep a Checker.
[[nodiscard]] TOKKI_EXPORT Report check(std::string_view json, const CheckOptions& options = {});
[[nodiscard]] TOKKI_EXPORT Report check(const Declaration& declaration,
                                        const CheckOptions& options = {});
[[nodiscard]] TOKKI_EXPORT Report check(const Dossier& dossier, const CheckOptions& options = {});

}  // namespace tokki::inline v0
